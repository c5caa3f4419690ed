package org.minbar.journal;

/**
 * Something that happened in the newsroom, told in the past tense: a record of ids and values, never a live entity.
 * It becomes one row of the journal; its class name is the row's kind and must stay readable for as long as rows do.
 */
public interface Happening {

    /** The id of who did it, or {@link #THE_HOUSE} when nobody did: a timetable, the first start. */
    long person();

    /** No person: the house itself. */
    long THE_HOUSE = 0;

    default String kind() {
        return getClass().getSimpleName();
    }
}
