package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.journal.Happening;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Story;

/**
 * Writing lines: the line, its words, its place in the stream and the journal move together, in the caller's transaction.
 * The ticker is held first and until the end, so that two who write at once write one after the other.
 */
@ApplicationScoped
public class Ticking {

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private Languages languages;

    @Inject
    private Journal journal;

    @Inject
    private ZoneId zone;

    @Inject
    private Clock clock;

    protected Ticking() {}

    public Ticking(Tickers tickers, Flashes flashes, Languages languages, Journal journal, ZoneId zone, Clock clock) {
        this.tickers = tickers;
        this.flashes = flashes;
        this.languages = languages;
        this.journal = journal;
        this.zone = zone;
        this.clock = clock;
    }

    /** @param said by language tag */
    public Flash now(String ticker, Map<String, Said> said, Urgency urgency, @Nullable Story story, Caller by) {
        Ticker held = tickers.hold(ticker);
        if (held.ended().isPresent()) throw new Refusal(Refusal.Reason.CONFLICT, "coverage-over");
        Flash flash = line(held, clock.instant(), urgency, story, by);
        flash.standAt(held.nextPlace(flash.at()));
        return written(flash, said, by);
    }

    /** A line that was told at another time, and stands where that time is. */
    public Flash at(
            Instant at, String ticker, Map<String, Said> said, Urgency urgency, @Nullable Story story, Caller by) {
        return written(line(tickers.hold(ticker), at, urgency, story, by), said, by);
    }

    /** A line that came in with a page and waits to be let out. */
    public Flash imported(Instant at, String ticker, String lang, String words, Caller by) {
        Flash flash = line(tickers.hold(ticker), at, Urgency.NORMAL, null, by).waiting(Waiting.IMPORTED);
        return written(flash, Map.of(lang, Said.line(words)), by);
    }

    /** A line that somebody sends in who may not let it out. */
    public Flash submit(String ticker, String lang, Said said, Caller by) {
        by.needs(Permission.WRITE, lang);
        Flash flash = line(tickers.hold(ticker), clock.instant(), Urgency.NORMAL, null, by)
                .waiting(Waiting.SUBMITTED);
        written(flash, Map.of(lang, said), by);
        journal.record(new FlashSubmitted(by.id(), ticker, flash.number()));
        return flash;
    }

    /** A line that goes out by itself. @throws Refusal {@code time-is-past} */
    public Flash schedule(
            Instant due, String ticker, Map<String, Said> said, Urgency urgency, @Nullable Story story, Caller by) {
        if (!due.isAfter(clock.instant())) {
            throw new Refusal(Refusal.Reason.MALFORMED, "time-is-past", Map.of(), "at");
        }
        Flash flash = line(tickers.hold(ticker), due, urgency, story, by).waiting(Waiting.SCHEDULED);
        written(flash, said, by);
        journal.record(new FlashScheduled(by.id(), ticker, flash.number(), due));
        return flash;
    }

    private Flash line(Ticker ticker, Instant at, Urgency urgency, @Nullable Story story, Caller by) {
        return new Flash(ticker.name(), ticker.nextNumber(), at, zone, urgency, story, by)
                .changedAs(ticker.nextChange());
    }

    private Flash written(Flash flash, Map<String, Said> said, Caller by) {
        said.forEach((lang, words) -> journal.record(flash.write(languages.get(lang), words, by, clock)));
        return flashes.add(flash);
    }

    public void publish(Flash flash, Caller by) {
        Ticker ticker = tickers.hold(flash.ticker());
        changed(ticker, flash, () -> flash.publish(ticker, by, clock));
    }

    public void write(Flash flash, Language language, Said said, Caller by) {
        Ticker ticker = tickers.hold(flash.ticker());
        journal.record(flash.write(language, said, by, clock));
        flash.wordedAs(ticker.nextChange(), language);
        if (flash.marks().inHead()) ticker.headChanged();
    }

    public void mark(Flash flash, Flash.Marks marks, Caller by) {
        Ticker ticker = tickers.hold(flash.ticker());
        if (marks.pinned() && !flash.marks().pinned()) unpinOthers(ticker, by);
        changed(ticker, flash, () -> flash.mark(marks, by));
    }

    /** One line is pinned at a time. */
    private void unpinOthers(Ticker ticker, Caller by) {
        for (Flash other : flashes.pinned(ticker.name())) {
            journal.record(other.mark(other.marks().pinned(false), by));
            other.changedAs(ticker.nextChange());
        }
    }

    public void remove(Flash flash, Caller by) {
        changed(tickers.hold(flash.ticker()), flash, () -> flash.remove(by, clock));
    }

    private void changed(Ticker ticker, Flash flash, Supplier<Happening> change) {
        boolean stood = flash.marks().inHead();
        journal.record(change.get());
        flash.changedAs(ticker.nextChange());
        if (stood || flash.marks().inHead()) ticker.headChanged();
    }

    public void summarise(String ticker, Language language, String html, Caller by) {
        journal.record(tickers.hold(ticker).summarise(language, html, by, clock));
    }

    public void end(String ticker, Caller by) {
        journal.record(tickers.hold(ticker).end(by, clock));
    }

    /** @param silence in whole hours, after which the coverage is over; none for never */
    public void endAfter(String ticker, Duration silence, Caller by) {
        journal.record(tickers.hold(ticker).endAfter(silence, by));
    }

    public void resume(String ticker, Caller by) {
        journal.record(tickers.hold(ticker).resume(by));
    }
}
