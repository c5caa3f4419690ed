package org.minbar.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.minbar.discovery.Urls;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Stories;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;

/** Puts together what readers see of a ticker. Whether they may see its story is asked before. */
@ApplicationScoped
public class Covering {

    /** Lines on a page. */
    public static final int LINES = 50;

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Editions editions;

    @Inject
    private Stories stories;

    @Inject
    private Languages languages;

    protected Covering() {}

    /**
     * The page on which a ticker is read in a language; empty where readers may not see it.
     *
     * @param ticker {@code strip}, or the number of a live story
     */
    public Optional<String> path(String ticker, Language language) {
        if (ticker.equals(Flashes.STRIP)) return Optional.of(stripPath(language));
        return editions.publicOf(List.of(Long.parseLong(ticker)), language.tag()).stream()
                .map(Urls::of)
                .findFirst();
    }

    /** Whether a line that readers may see shows this file. */
    public boolean shows(long file) {
        return flashes.publicShowing(file).stream().anyMatch(flash -> flash.langs().stream()
                .flatMap(lang -> languages.find(lang).stream())
                .anyMatch(language -> path(flash.ticker(), language).isPresent()));
    }

    public static String stripPath(Language language) {
        return Urls.front(language) + "live";
    }

    /** Whether the story is one that is told line by line. */
    boolean isLive(long story) {
        return stories.find(story).filter(found -> found.kind() == Kind.LIVE).isPresent();
    }

    /** The address at which a ticker is listened to. */
    static String stream(String ticker, Language language) {
        return Urls.front(language) + (ticker.equals(Flashes.STRIP) ? "live" : ticker) + "/stream";
    }

    static String latest(String ticker, Language language) {
        return Urls.front(language) + (ticker.equals(Flashes.STRIP) ? "live" : ticker) + "/latest";
    }

    /** How many pages there are, at least 1. */
    public int pages(String ticker, Language language) {
        return Math.max(1, (flashes.publicCount(ticker, language.tag()) + LINES - 1) / LINES);
    }

    /** The page on which a line stands; empty where there is no such line in this language. */
    public Optional<Integer> pageOf(String ticker, Language language, int number) {
        return flashes.find(ticker, number)
                .filter(Flash::isOut)
                .filter(flash -> flash.text(language.tag()).isPresent())
                .map(flash -> flashes.publicAbove(flash, language.tag()) / LINES + 1);
    }

    /** @param path of the page on which it is read */
    public Coverage page(String ticker, Language language, String path, int page) {
        // The change is read first: what comes in while the lines are read comes once more, and is known by its number.
        Optional<Ticker> counted = tickers.find(ticker);
        boolean going = page == 1 && counted.flatMap(Ticker::ended).isEmpty();
        List<Flash> shown = flashes.publicFrom(ticker, language.tag(), (page - 1) * LINES, LINES);
        return new Coverage(
                head(counted, ticker, language, path),
                lines.byDay(lines.of(shown, language, path)),
                page,
                pages(ticker, language),
                counted.map(Ticker::changes).orElse(0L),
                going ? stream(ticker, language) : "",
                going ? latest(ticker, language) : "");
    }

    LiveHead head(Optional<Ticker> counted, String ticker, Language language, String path) {
        List<FlashLine> standing = lines.of(flashes.publicHead(ticker, language.tag()), language, path);
        return new LiveHead(
                counted.flatMap(each -> each.summary(language.tag()))
                        .map(summary -> new LiveHead.Known(lines.hung(summary.html(), language), summary.written())),
                standing.stream().filter(FlashLine::pinned).findFirst(),
                standing.stream().filter(FlashLine::key).toList(),
                counted.flatMap(Ticker::ended));
    }
}
