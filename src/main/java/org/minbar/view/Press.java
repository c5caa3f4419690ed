package org.minbar.view;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;

/**
 * Prints pages. Everything that a template prints is escaped, except {@link Html}; a name that the model lacks is an
 * error; an error names the template and the line.
 *
 * <p>A template is looked for in the theme and then in its ancestors. {@code base:story} begins the search at another
 * theme, so that a theme's {@code story} can extend the one it stands before.
 */
public class Press {

    static final String DESK = "desk";

    private final Languages languages;
    private final Themes themes;
    private final Messages messages;
    private final Assets assets;
    private final String siteTheme;
    private final ZoneId zone;
    private final Clock clock;
    private final HijriSightings sightings;
    private final Map<String, PebbleEngine> engines = new ConcurrentHashMap<>();

    /**
     * @param siteTheme the theme that readers see
     * @param zone the newsroom's zone, in which times are told
     */
    public Press(
            Languages languages,
            Themes themes,
            Messages messages,
            Assets assets,
            String siteTheme,
            ZoneId zone,
            Clock clock,
            HijriSightings sightings) {
        this.languages = languages;
        this.themes = themes;
        this.messages = messages;
        this.assets = assets;
        this.siteTheme = siteTheme;
        this.zone = zone;
        this.clock = clock;
        this.sightings = sightings;
    }

    /** What the theme that readers see says of itself in {@code theme.properties}. */
    public Optional<String> property(String key) {
        return themes.property(siteTheme, key);
    }

    /** The fingerprinted address of a file of the theme that readers see. */
    public String address(String asset) {
        return assets.address(siteTheme, asset);
    }

    /**
     * The whole page.
     *
     * @throws BrokenTemplate where a template of the theme is wrong, with its file and line
     */
    public String print(View view) {
        Language language = view.language();
        String theme = view.room() == View.Room.DESK ? DESK : siteTheme;
        StringWriter page = new StringWriter(16_384);
        try {
            engine(theme)
                    .getTemplate(view.template())
                    .evaluate(page, Map.of("page", view.model(), "language", language), language.locale());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (PebbleException broken) {
            throw new BrokenTemplate(new FaultFinder(themes, theme).find(view.template(), broken), broken);
        }
        return page.toString();
    }

    /** A refusal without any theme, for when the theme is what is broken. */
    public static String bare(RefusalPage refusal, Language language) {
        return "<!doctype html><html lang=\"" + language.tag() + "\" dir=\"" + language.dir()
                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + TemplateWords.escaped(refusal.message()) + "</title><h1>" + TemplateWords.escaped(refusal.message())
                + "</h1><p>" + TemplateWords.escaped(refusal.mend()) + "</p></html>";
    }

    private PebbleEngine engine(String theme) {
        return engines.computeIfAbsent(theme, each -> new PebbleEngine.Builder()
                .loader(new ThemeLoader(themes, each))
                .extension(new TemplateWords(languages, messages, assets, each, zone, clock, sightings))
                .registerExtensionCustomizer(WithoutLoopholes::new)
                .strictVariables(true)
                .autoEscaping(true)
                .build());
    }

    /** Takes away the two ways around escaping; {@link Html} is the only one left. */
    private static final class WithoutLoopholes extends ExtensionCustomizer {

        WithoutLoopholes(io.pebbletemplates.pebble.extension.Extension whole) {
            super(whole);
        }

        @Override
        public @Nullable Map<String, Filter> getFilters() {
            Map<String, Filter> filters = super.getFilters();
            if (filters == null || !filters.containsKey("raw")) {
                return filters;
            }
            Map<String, Filter> safe = new HashMap<>(filters);
            safe.remove("raw");
            return safe;
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            List<TokenParser> parsers = super.getTokenParsers();
            return parsers == null
                    ? null
                    : parsers.stream()
                            .filter(parser -> !"autoescape".equals(parser.getTag()))
                            .toList();
        }
    }

    /** Reads templates from a line of themes; the cache key moves with the file, so a changed template is read again. */
    private static final class ThemeLoader implements Loader<String> {

        private final Themes themes;
        private final String theme;

        ThemeLoader(Themes themes, String theme) {
            this.themes = themes;
            this.theme = theme;
        }

        @Override
        public String createCacheKey(String name) {
            return name + "\n" + themes.mark(Themes.themeOf(name, theme), Themes.pathOf(name));
        }

        @Override
        public Reader getReader(String cacheKey) {
            String name = cacheKey.substring(0, cacheKey.indexOf('\n'));
            return find(name)
                    .map(leaf -> new StringReader(new String(leaf.bytes(), StandardCharsets.UTF_8)))
                    .orElseThrow(() -> new LoaderException(null, "Theme " + theme + " has no template " + name));
        }

        @Override
        public boolean resourceExists(String name) {
            return find(name).isPresent();
        }

        @Override
        public String resolveRelativePath(String relative, String anchor) {
            return relative;
        }

        @Override
        public void setCharset(String charset) {
            // Templates are UTF-8.
        }

        @Override
        public void setPrefix(String prefix) {
            // The folder is the same in every theme.
        }

        @Override
        public void setSuffix(String suffix) {
            // So is the ending.
        }

        private Optional<Themes.Leaf> find(String name) {
            return themes.find(Themes.themeOf(name, theme), Themes.pathOf(name));
        }
    }
}
