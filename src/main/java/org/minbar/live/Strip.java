package org.minbar.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;
import org.minbar.view.Press;
import org.minbar.view.View;

/** The latest lines, as they stand on every page: template {@code strip}. */
@ApplicationScoped
public class Strip {

    private static final int MOST = 4;

    /** A line that tells only its hour must be of today or last night. */
    private static final Duration FRESH = Duration.ofHours(24);

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Languages languages;

    @Inject
    private Press press;

    @Inject
    private Clock clock;

    private volatile Instant until = Instant.MAX;

    protected Strip() {}

    /**
     * What the template gets.
     *
     * @param url the page of the strip
     * @param stream the address of the server-sent events
     * @param latest the address of the newest lines, for who can't listen
     * @param seen the number of the last change that is in it
     * @param most how many lines it shows
     */
    public record Shown(String url, List<FlashLine> flashes, String stream, String latest, long seen, int most) {}

    /** The strip of each language as HTML, by the name of the inlay; empty where nothing is fresh. */
    @Transactional
    public Map<String, String> print() {
        Instant now = clock.instant();
        Instant oldest = Instant.MAX;
        Map<String, String> printed = new LinkedHashMap<>();
        long seen = tickers.find(Flashes.STRIP).map(Ticker::changes).orElse(0L);
        for (Language language : languages.all()) {
            List<Flash> fresh = flashes.publicLatest(Flashes.STRIP, language.tag(), MOST).stream()
                    .filter(flash -> flash.at().isAfter(now.minus(FRESH)))
                    .toList();
            Optional<Instant> first = fresh.stream().map(Flash::at).min(Instant::compareTo);
            if (first.filter(oldest::isAfter).isPresent()) oldest = first.get();
            printed.put("strip-" + language.tag(), fresh.isEmpty() ? "" : print(fresh, language, seen));
        }
        until = oldest.equals(Instant.MAX) ? oldest : oldest.plus(FRESH);
        return printed;
    }

    private String print(List<Flash> fresh, Language language, long seen) {
        String path = Covering.stripPath(language);
        Shown shown = new Shown(
                path,
                lines.of(fresh, language, path),
                Covering.stream(Flashes.STRIP, language),
                Covering.latest(Flashes.STRIP, language),
                seen,
                MOST);
        return press.print(View.of("strip", shown, language)).strip();
    }

    /** Whether a line in it has grown old since it was printed. */
    public boolean isOld() {
        return !clock.instant().isBefore(until);
    }
}
