package org.minbar.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.minbar.journal.Entry;
import org.minbar.journal.Follower;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;
import org.minbar.view.Press;
import org.minbar.view.View;

/**
 * Says on the air what happens to tickers. It follows the journal, but says what the tickers are, not what the journal
 * tells: a line that was written, corrected and corrected again while somebody was away is said once, as it is now.
 */
@ApplicationScoped
public class Airing implements Follower {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    // Less than the half minute after which proxies and browsers take a silent line for dead.
    private static final int HEARTBEAT_SECONDS = 15;

    /** Who missed more begins anew with the page. */
    static final int MOST_MISSED = 200;

    @Inject
    private LiveHub hub;

    @Inject
    private Journal journal;

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private Covering covering;

    @Inject
    private FlashLines lines;

    @Inject
    private Languages languages;

    @Inject
    private Press press;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile long done = -1;

    protected Airing() {}

    public void start() {
        executor.scheduleWithFixedDelay(
                () -> hub.whisper(HEARTBEAT), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public String name() {
        return "airing";
    }

    @Override
    public OptionalLong cursor() {
        if (done < 0) done = journal.last();
        return OptionalLong.of(done);
    }

    @Override
    @Transactional
    public void follow(List<Entry> entries) {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (Entry entry : entries) {
            entry.text("ticker").ifPresent(changed::add);
            entry.number("story").ifPresent(story -> told.add(String.valueOf(story)));
        }
        Set<String> heard = hub.tickers();
        changed.retainAll(heard);
        told.retainAll(heard);
        changed.forEach(this::air);
        for (String ticker : told) overWhereGone(ticker);
        done = entries.get(entries.size() - 1).number();
    }

    /** Says what a ticker that somebody listens to has not said yet. */
    @Transactional
    void air(String ticker) {
        Missed missed = missed(ticker, hub.upTo(ticker));
        if (missed.all) hub.say(ticker, missed.frames, missed.upTo);
        else hub.skip(ticker, missed.upTo, STALE);
    }

    /**
     * Has the hub remember what came about after a change, for somebody who comes back.
     *
     * @return false if that is too much
     */
    @Transactional
    boolean recall(String ticker, long heard) {
        // Those who come back together did not all hear the same last: one round number serves them all.
        for (long from : new long[] {heard / MOST_MISSED * MOST_MISSED, heard}) {
            Missed missed = missed(ticker, from);
            if (!missed.all) continue;
            hub.recall(ticker, from, missed.frames, missed.upTo);
            return true;
        }
        return false;
    }

    /** Readers of an edition that was withdrawn are told so by the page that they get instead. */
    private void overWhereGone(String ticker) {
        for (Language language : languages.all()) {
            if (covering.path(ticker, language).isEmpty()) hub.whisper(ticker, language.tag(), STALE);
        }
    }

    /**
     * What was not heard of a ticker.
     *
     * @param upTo the number of the last change that is in it
     * @param all whether it is everything; if not, the page must be read anew
     */
    private record Missed(List<LiveHub.Frame> frames, long upTo, boolean all) {}

    static final byte[] STALE = "event: stale\ndata: {}\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Whether readers may listen to it. */
    @Transactional
    boolean airs(String ticker, Language language) {
        return covering.path(ticker, language).isPresent()
                && (ticker.equals(Flashes.STRIP) || covering.isLive(Long.parseLong(ticker)));
    }

    @Transactional
    long changes(String ticker) {
        return tickers.find(ticker).map(Ticker::changes).orElse(0L);
    }

    private Missed missed(String ticker, long heard) {
        // Read first: what is committed meanwhile is above it, and is left for the next time.
        Optional<Ticker> counted = tickers.find(ticker);
        long counts = counted.map(Ticker::changes).orElse(0L);
        if (heard > counts) return new Missed(List.of(), counts, false);
        List<Flash> changed = flashes.changedAfter(ticker, heard, MOST_MISSED + 1);
        if (changed.size() > MOST_MISSED) return new Missed(List.of(), counts, false);
        // A line that was changed again meanwhile may have been new in another language before: that is left, too, and
        // must not be passed over.
        long upTo = changed.stream()
                .filter(flash -> flash.changed() > counts)
                .mapToLong(flash -> flash.firstChangeAfter(heard) - 1)
                .reduce(counts, Math::min);
        List<LiveHub.Frame> frames = new ArrayList<>();
        for (Language language : languages.all()) {
            Optional<String> path = covering.path(ticker, language);
            if (path.isEmpty()) continue;
            List<Flash> inIt = changed.stream()
                    .filter(flash -> isBetween(heard, flash.changedIn(language.tag()), upTo))
                    .toList();
            List<LiveHub.Frame> lines = lines(inIt, language, path.get());
            counted.filter(each -> isBetween(heard, each.head(), upTo))
                    .ifPresent(each -> frames.add(head(each, language, path.get(), lines)));
            frames.addAll(lines);
        }
        frames.sort(Comparator.comparingLong(LiveHub.Frame::change));
        return new Missed(frames, upTo, true);
    }

    private static boolean isBetween(long heard, long change, long upTo) {
        return change > heard && change <= upTo;
    }

    private List<LiveHub.Frame> lines(List<Flash> changed, Language language, String path) {
        List<Flash> worded = changed.stream()
                .filter(flash -> flash.text(language.tag()).isPresent())
                .toList();
        List<Flash> out = worded.stream().filter(Flash::isOut).toList();
        List<FlashLine> shown = lines.of(out, language, path);
        List<LiveHub.Frame> frames = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            frames.add(frame(out.get(i).changedIn(language.tag()), language, "line", line(shown.get(i), language)));
        }
        for (Flash flash : worded) {
            if (!flash.isRemoved()) continue;
            frames.add(frame(flash.changedIn(language.tag()), language, "gone", Map.of("number", flash.number())));
        }
        return frames;
    }

    private Map<String, Object> line(FlashLine line, Language language) {
        LiveDay day = new LiveDay(lines.day(line).toString(), line.at(), List.of(line));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("number", line.number());
        said.put("place", line.place());
        said.put("urgency", line.urgency());
        said.put("day", day.date());
        said.put("html", press.print(View.of("live-line", day, language)).strip());
        return said;
    }

    /** @param lines that are told after it */
    private LiveHub.Frame head(Ticker ticker, Language language, String path, List<LiveHub.Frame> lines) {
        LiveHead head = covering.head(Optional.of(ticker), ticker.name(), language, path);
        String event = event(
                "head",
                Map.of(
                        "ended",
                        head.ended().isPresent(),
                        "html",
                        press.print(View.of("live-head", head, language)).strip()));
        // Whoever is cut off between it and the line with which it changed must hear both, not only the line.
        boolean withLine = lines.stream().anyMatch(line -> line.change() == ticker.head());
        return frame(ticker.head(), language, withLine ? event : numbered(ticker.head(), event));
    }

    private static LiveHub.Frame frame(long change, Language language, String event, Map<String, ?> data) {
        return frame(change, language, numbered(change, event(event, data)));
    }

    private static LiveHub.Frame frame(long change, Language language, String said) {
        return new LiveHub.Frame(change, language.tag(), said.getBytes(StandardCharsets.UTF_8));
    }

    private static String numbered(long change, String event) {
        return "id: " + change + "\n" + event;
    }

    private static String event(String event, Map<String, ?> data) {
        try {
            return "event: " + event + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        // A reader whose line ends comes back to whoever is there then.
        hub.close();
    }
}
