package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.story.Story;

/** Writing lines: the line, its words and the journal move together, in the caller's transaction. */
@ApplicationScoped
public class Ticking {

    @Inject
    private Flashes flashes;

    @Inject
    private Journal journal;

    @Inject
    private ZoneId zone;

    @Inject
    private Clock clock;

    protected Ticking() {}

    public Flash now(String ticker, Map<String, String> texts, Urgency urgency, @Nullable Story story, Caller by) {
        return at(clock.instant(), ticker, texts, urgency, story, by);
    }

    /** @param texts by language tag */
    public Flash at(
            Instant at, String ticker, Map<String, String> texts, Urgency urgency, @Nullable Story story, Caller by) {
        Flash flash = new Flash(ticker, flashes.nextNumber(ticker), at, zone, urgency, story, by);
        texts.forEach((lang, words) -> journal.record(flash.write(lang, words, by, clock)));
        return flashes.add(flash);
    }

    /** A line that waits to be let out. */
    public Flash draft(Instant at, String ticker, String lang, String words, Caller by) {
        Flash flash = new Flash(ticker, flashes.nextNumber(ticker), at, zone, Urgency.NORMAL, null, by).asDraft();
        journal.record(flash.write(lang, words, by, clock));
        return flashes.add(flash);
    }

    public void publish(Flash flash, Caller by) {
        journal.record(flash.publish(by));
    }

    public void write(Flash flash, String lang, String words, Caller by) {
        journal.record(flash.write(lang, words, by, clock));
    }

    public void remove(Flash flash, Caller by) {
        journal.record(flash.remove(by, clock));
    }
}
