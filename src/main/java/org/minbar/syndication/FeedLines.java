package org.minbar.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.view.SiteAddress;

/** The newest lines of a ticker as items of a feed. Whether readers may see its story is asked before. */
@ApplicationScoped
class FeedLines {

    private static final int LINES = 50;

    @Inject
    private Flashes flashes;

    @Inject
    private Mounting mounting;

    @Inject
    private SiteAddress site;

    protected FeedLines() {}

    FeedLines(Flashes flashes, Mounting mounting, SiteAddress site) {
        this.flashes = flashes;
        this.mounting = mounting;
        this.site = site;
    }

    /** @param paths of the pages on which readers may read the ticker, by language tag, this language's too */
    List<FeedItem> of(String ticker, Language language, Map<String, String> paths) {
        List<Flash> shown = flashes.publicLatest(ticker, language.tag(), LINES);
        List<Mounting.Wall> walls = shown.stream()
                .map(flash -> new Mounting.Wall(Optional.empty(), flash.body(language.tag())))
                .toList();
        List<Hung> hung = mounting.hang(walls, language, Mounting.Audience.PARTNERS);
        List<FeedItem> items = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) items.add(item(shown.get(i), hung.get(i), language, paths));
        return items;
    }

    private FeedItem item(Flash flash, Hung hung, Language language, Map<String, String> paths) {
        Map<String, URI> pages = new LinkedHashMap<>();
        for (String lang : flash.langs()) {
            Optional.ofNullable(paths.get(lang)).ifPresent(path -> pages.put(lang, page(path, flash)));
        }
        String line = flash.text(language.tag()).orElse("");
        return new FeedItem(
                FeedTag.of(site.base()).line(flash.ticker(), flash.number(), language),
                page(paths.getOrDefault(language.tag(), "/"), flash),
                language,
                line,
                "",
                hung.html().isEmpty() ? "<p>" + escaped(line) + "</p>" : hung.html(),
                flash.at(),
                flash.edited(language.tag()).orElse(flash.at()),
                List.of(),
                "",
                List.of(),
                List.of(),
                pages,
                Optional.empty());
    }

    private URI page(String path, Flash flash) {
        return URI.create(site.of(path) + Flash.permalink("", flash.number()));
    }

    /** A feed's content is never empty: programs show it instead of the title. */
    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
