package org.minbar.media;

import java.time.LocalDate;
import org.minbar.journal.Happening;

/** What the calendar does to a file's rights. */
public sealed interface RightsHappening extends Happening {

    @Override
    default long person() {
        return THE_HOUSE;
    }

    long file();

    /** It may be shown for a week at most. */
    record RightsEnding(long file, LocalDate last) implements RightsHappening {}

    /** It may no longer be shown: a placeholder stands in its place. */
    record RightsEnded(long file, LocalDate last) implements RightsHappening {}
}
