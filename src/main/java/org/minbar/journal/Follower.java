package org.minbar.journal;

import java.util.List;
import java.util.OptionalLong;

/**
 * Reads the journal after its cursor, does its work, moves its cursor. It may be given the same entries twice (after a
 * crash between the work and the move) and must then leave the same result.
 */
public interface Follower {

    /** How many entries it is given at most; so many at once mean that more are waiting. */
    int MOST_ENTRIES = 500;

    /** A stable name: of its cursor, and in the logs. */
    String name();

    /**
     * Where it stands: the number of the last entry it has done. A follower that derives something on each node keeps
     * the number with what it derives and answers it here. One that works once per cluster answers empty: the journal
     * keeps its cursor in the database, under a lease, and moves it in the transaction in which it works.
     */
    OptionalLong cursor();

    /**
     * Does the work for these entries, and remembers the last number if the cursor is its own.
     *
     * @param entries never empty, in order, without gaps
     */
    void follow(List<Entry> entries);

    /** It has read the whole journal: time for what it put off. Called on a node's follower at least twice a second. */
    default void caughtUp() {}
}
