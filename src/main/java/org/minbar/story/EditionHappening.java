package org.minbar.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.journal.Entry;
import org.minbar.journal.Happening;

/** Something that happened to one edition. Whoever derives from editions reads the edition again when it hears one. */
public sealed interface EditionHappening extends Happening {

    long story();

    long edition();

    String lang();

    /** Its text was written or changed. @param revision the number of the revision that keeps it */
    record EditionWritten(long person, long story, long edition, String lang, int revision)
            implements EditionHappening {}

    record EditionSubmitted(long person, long story, long edition, String lang) implements EditionHappening {}

    record EditionApproved(long person, long story, long edition, String lang) implements EditionHappening {}

    /** It goes out as soon as it is approved, or does not after all. */
    record EditionPromised(long person, long story, long edition, String lang, boolean promised)
            implements EditionHappening {}

    record EditionSentBack(long person, long story, long edition, String lang, String note)
            implements EditionHappening {}

    record EditionScheduled(long person, long story, long edition, String lang, Instant publishAt)
            implements EditionHappening {}

    /** @param late how many seconds after the time on the timetable; 0 for one that a person published */
    record EditionPublished(long person, long story, long edition, String lang, Instant publishedAt, long late)
            implements EditionHappening {}

    /** @param revision the number of the revision that keeps the corrected text */
    record EditionCorrected(long person, long story, long edition, String lang, String note, int revision)
            implements EditionHappening {}

    record EditionWithdrawn(long person, long story, long edition, String lang, String reason)
            implements EditionHappening {}

    record EditionArchived(long person, long story, long edition, String lang) implements EditionHappening {}

    /** It says again what its source says. @param revision the source's */
    record EditionLevelled(long person, long story, long edition, String lang, long source, int revision)
            implements EditionHappening {}

    List<Class<? extends EditionHappening>> ALL = List.of(
            EditionWritten.class,
            EditionSubmitted.class,
            EditionApproved.class,
            EditionPromised.class,
            EditionSentBack.class,
            EditionScheduled.class,
            EditionPublished.class,
            EditionCorrected.class,
            EditionWithdrawn.class,
            EditionArchived.class,
            EditionLevelled.class);

    /** The journal's entry as one of these, if it is one. */
    static Optional<EditionHappening> of(Entry entry) {
        return ALL.stream()
                .<EditionHappening>mapMulti((kind, found) -> entry.as(kind).ifPresent(found))
                .findFirst();
    }
}
