package org.minbar.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.minbar.language.Language;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.text.PlainText;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;

/** Reads what live stories have told. Whether readers may see the story is asked before. */
@ApplicationScoped
public class Chronicles {

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private Mounting mounting;

    protected Chronicles() {}

    Chronicles(Tickers tickers, Flashes flashes, Mounting mounting) {
        this.tickers = tickers;
        this.flashes = flashes;
        this.mounting = mounting;
    }

    /**
     * Empty for a story of another kind.
     *
     * @param page the number of the page that shows it, from 1
     * @param lines on a page
     */
    public Optional<Chronicle> of(Edition edition, Language language, int page, int lines) {
        if (edition.story().kind() != Kind.LIVE) return Optional.empty();
        String ticker = String.valueOf(edition.story().id());
        String lang = language.tag();
        List<Flash> here = flashes.publicFrom(ticker, lang, (page - 1) * lines, lines);
        Map<Integer, Flash> told = new LinkedHashMap<>();
        Stream.concat(here.stream(), flashes.publicHead(ticker, lang).stream())
                .sorted(Comparator.comparing(Flash::place)
                        .thenComparing(Flash::number)
                        .reversed())
                .forEach(flash -> told.put(flash.number(), flash));
        List<Chronicle.Line> all = lines(List.copyOf(told.values()), language);
        Instant published = edition.published().orElse(edition.created());
        Instant updated = Stream.concat(
                        Stream.of(edition.updated()), all.stream().map(Chronicle.Line::updated))
                .max(Comparator.naturalOrder())
                .orElse(published);
        return Optional.of(new Chronicle(
                flashes.publicBegan(ticker, lang).orElse(published),
                tickers.find(ticker).flatMap(Ticker::ended),
                updated,
                all));
    }

    private List<Chronicle.Line> lines(List<Flash> told, Language language) {
        List<Hung> hung = mounting.hang(
                told.stream()
                        .map(flash -> new Mounting.Wall(Optional.empty(), flash.body(language.tag())))
                        .toList(),
                language,
                Mounting.Audience.READERS);
        List<Chronicle.Line> lines = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Flash flash = told.get(i);
            lines.add(new Chronicle.Line(
                    flash.number(),
                    flash.at(),
                    flash.edited(language.tag()).orElse(flash.at()),
                    flash.text(language.tag()).orElse(""),
                    PlainText.words(flash.body(language.tag())),
                    hung.get(i).pictures()));
        }
        return lines;
    }
}
