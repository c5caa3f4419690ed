package org.minbar.ticker;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;

/**
 * A stream of lines: the news strip, or the coverage of a live story. Whoever writes to it holds its row until the commit,
 * so the changes of a ticker are numbered in the order in which they are committed: a reader who has seen change 12 has
 * missed nothing before it, on whatever node.
 */
@Entity
@Table(name = "ticker")
public class Ticker {

    private static final int LONGEST_SUMMARY = 20_000;

    /** Hours without a line, after which coverage is over; the strip never is. */
    private static final int USUAL_QUIET = 12;

    @Id
    private String name;

    /** Of the newest line. */
    private int numbers;

    /** The number of the last change. */
    private long changes;

    /** Of the newest line that was written as it happened. */
    private long place;

    /** The number of the last change of what stands over the stream. */
    private long head;

    private @Nullable Instant ended;

    private int quiet;

    @ElementCollection
    @CollectionTable(name = "ticker_summary", joinColumns = @JoinColumn(name = "ticker"))
    @MapKeyColumn(name = "lang")
    private Map<String, Summary> summaries = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Ticker() {}

    Ticker(String name) {
        this.name = name;
        this.quiet = USUAL_QUIET;
    }

    public String name() {
        return name;
    }

    /** The story that it covers; empty for the strip. */
    public OptionalLong story() {
        return name.equals(Flashes.STRIP) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(name));
    }

    /** The number of the next line. */
    int nextNumber() {
        return ++numbers;
    }

    /** The number of the change that is being made. */
    long nextChange() {
        return ++changes;
    }

    /** The number of the last change; what a reader has seen who has seen everything. */
    public long changes() {
        return changes;
    }

    /** The place of a line that is written as it happens: above all that were, whatever the clock says. */
    long nextPlace(Instant at) {
        place = Math.max(place + 1, at.toEpochMilli());
        return place;
    }

    /** That what stands over the stream is not what it was: a line was pinned, became a key moment, or was one. */
    void headChanged() {
        head = nextChange();
    }

    /** The number of the last change of what stands over the stream: summary, pinned line, key moments, the end. */
    public long head() {
        return head;
    }

    /** What is known, for the first time or anew. @param html cleaned here; nothing takes it away */
    SummaryWritten summarise(Language language, String html, Caller by, Clock clock) {
        by.needs(Permission.LIVE, language.tag());
        String kept =
                BodyHtml.of(Markup.clean(html), language.tag(), language.dir()).html();
        if (kept.length() > LONGEST_SUMMARY) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "too-long",
                    Map.of("field", "summary", "longest", LONGEST_SUMMARY),
                    "summary");
        }
        if (kept.isEmpty()) {
            summaries.remove(language.tag());
        } else {
            summaries.put(language.tag(), new Summary(kept, clock.instant()));
        }
        headChanged();
        return new SummaryWritten(by.id(), name, language.tag());
    }

    public Optional<Summary> summary(String lang) {
        return Optional.ofNullable(summaries.get(lang));
    }

    /** The coverage is over. @throws Refusal {@code strip-goes-on} for the strip, {@code already-ended} */
    CoverageEnded end(Caller by, Clock clock) {
        by.needs(Permission.LIVE);
        if (story().isEmpty()) throw new Refusal(Refusal.Reason.CONFLICT, "strip-goes-on");
        if (ended != null) throw new Refusal(Refusal.Reason.CONFLICT, "already-ended");
        ended = clock.instant();
        headChanged();
        return new CoverageEnded(by.id(), name);
    }

    /** It goes on after all. */
    CoverageResumed resume(Caller by) {
        by.needs(Permission.LIVE);
        if (ended == null) throw new Refusal(Refusal.Reason.CONFLICT, "not-ended");
        ended = null;
        headChanged();
        return new CoverageResumed(by.id(), name);
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    /** How long it may be silent before it is over; empty for what never ends by itself. */
    public Optional<Duration> quiet() {
        return quiet == 0 ? Optional.empty() : Optional.of(Duration.ofHours(quiet));
    }

    /** @param silence in whole hours; none for never */
    SilenceSet endAfter(Duration silence, Caller by) {
        by.needs(Permission.LIVE);
        quiet = (int) silence.toHours();
        return new SilenceSet(by.id(), name, quiet);
    }
}
