package org.minbar.front;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What readers are counted by: the edition and the hour. */
record Passage(long story, String lang, Instant begun) {

    static Passage at(Instant now, long story, String lang) {
        return new Passage(story, lang, now.truncatedTo(ChronoUnit.HOURS));
    }
}
