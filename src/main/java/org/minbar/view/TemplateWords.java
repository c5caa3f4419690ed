package org.minbar.view;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Numbers;
import org.minbar.language.Words;

/**
 * The words that a template may use besides those of the template engine. Each speaks the language of the page.
 *
 * <table>
 * <caption>Functions, filters and tests</caption>
 * <tr><td>{@code msg("key", {"count": 3})}</td><td>a whole sentence from {@code i18n}</td></tr>
 * <tr><td>{@code date(i)} {@code time(i)} {@code datetime(i)} {@code weekday(i)} {@code hijri(i)} {@code month(m)}</td>
 *     <td>an instant in the newsroom's zone, as people read it</td></tr>
 * <tr><td>{@code ago(i)}</td><td>“two hours ago”, empty after ten hours; never on a page that is kept</td></tr>
 * <tr><td>{@code machine(i)}</td><td>ISO 8601 with the offset, for {@code datetime=}</td></tr>
 * <tr><td>{@code number(n)} {@code list(texts)}</td><td>1.234; a, b and c</td></tr>
 * <tr><td>{@code asset("css/site.css")}</td><td>the fingerprinted address of a theme's file</td></tr>
 * <tr><td>{@code attr("fr")}</td><td>{@code lang="fr" dir="ltr"} where that is not the page's language, else nothing</td></tr>
 * <tr><td>{@code inlay("strip")}</td><td>the place of a piece that is put in when the page is sent ({@link Html#inlay})</td></tr>
 * <tr><td>{@code text | bdi} {@code text | bdi("fr")}</td><td>the text in {@code <bdi>}, so that its direction stays in it</td></tr>
 * <tr><td>{@code page.body | html}</td><td>prints {@link Html} as it is, and refuses everything else</td></tr>
 * <tr><td>{@code x is present}</td><td>not an empty Optional, text or list</td></tr>
 * </table>
 */
final class TemplateWords extends AbstractExtension {

    private final Languages languages;
    private final Messages messages;
    private final Assets assets;
    private final String theme;
    private final ZoneId zone;
    private final Clock clock;
    private final HijriSightings sightings;
    private final Map<Language, Dates> dates = new ConcurrentHashMap<>();

    TemplateWords(
            Languages languages,
            Messages messages,
            Assets assets,
            String theme,
            ZoneId zone,
            Clock clock,
            HijriSightings sightings) {
        this.languages = languages;
        this.messages = messages;
        this.assets = assets;
        this.theme = theme;
        this.zone = zone;
        this.clock = clock;
        this.sightings = sightings;
    }

    @Override
    public Map<String, Function> getFunctions() {
        Map<String, Function> words = new LinkedHashMap<>();
        words.put("msg", new Word(List.of("key", "with"), this::sentence));
        words.put("date", instant((dates, at) -> dates.date(at)));
        words.put("time", instant((dates, at) -> dates.time(at)));
        words.put("datetime", instant((dates, at) -> dates.dateTime(at)));
        words.put("weekday", instant((dates, at) -> dates.weekdayDate(at)));
        words.put("hijri", instant((dates, at) -> dates.hijri(at)));
        words.put("ago", instant((dates, at) -> dates.ago(at, clock.instant()).orElse("")));
        words.put("machine", instant((dates, at) -> Dates.machine(at, zone)));
        words.put("month", new Word(List.of("month"), (given, language) -> dates(language)
                .month((YearMonth) need(given, "month"))));
        words.put("number", new Word(List.of("number"), (given, language) -> new Numbers(language)
                .of(((Number) need(given, "number")).longValue())));
        words.put("list", new Word(List.of("texts"), (given, language) -> Words.list(texts(given), language)));
        words.put(
                "asset",
                new Word(List.of("path"), (given, language) -> assets.address(theme, (String) need(given, "path"))));
        words.put(
                "inlay",
                new Word(
                        List.of("name"),
                        (given, language) -> new SafeString(Html.inlay((String) need(given, "name"), language)
                                .markup())));
        words.put(
                "attr",
                new Word(
                        List.of("lang"),
                        (given, language) -> new SafeString(attributes((String) need(given, "lang"), language))));
        return words;
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("bdi", new Isolating(), "html", new Trusting());
    }

    @Override
    public Map<String, Test> getTests() {
        return Map.of("present", new Present());
    }

    private String sentence(Map<String, Object> given, Language language) {
        Map<String, Object> with = new LinkedHashMap<>();
        if (given.get("with") instanceof Map<?, ?> details) {
            details.forEach((name, value) -> with.put(String.valueOf(name), opened(value)));
        }
        return messages.say(language, (String) need(given, "key"), with);
    }

    private Function instant(BiFunction<Dates, Instant, String> says) {
        return new Word(List.of("at"), (given, language) -> says.apply(dates(language), (Instant) need(given, "at")));
    }

    private Dates dates(Language language) {
        return dates.computeIfAbsent(language, each -> new Dates(each, zone, sightings));
    }

    private static List<String> texts(Map<String, Object> given) {
        return ((Collection<?>) need(given, "texts"))
                .stream().map(String::valueOf).toList();
    }

    /** What is in it, when it is an Optional that holds something; templates need not open it themselves. */
    private static Object opened(Object value) {
        return value instanceof Optional<?> maybe && maybe.isPresent() ? maybe.get() : value;
    }

    private static Object need(Map<String, Object> given, String name) {
        Object value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("needs " + name);
        }
        return opened(value);
    }

    private String attributes(String tag, Language surroundings) {
        if (tag.isEmpty() || tag.equals(surroundings.tag())) {
            return "";
        }
        return languages
                .find(tag)
                .map(other -> " lang=\"" + other.tag() + "\" dir=\"" + other.dir() + "\"")
                .orElseGet(() -> " lang=\"" + escaped(tag) + "\" dir=\"auto\"");
    }

    private Language language(EvaluationContext context) {
        return languages.all().stream()
                .filter(each -> each.locale().equals(context.getLocale()))
                .findFirst()
                .orElseGet(languages::first);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A function; whatever goes wrong in it names the template and the line. */
    private final class Word implements Function {

        private final List<String> names;
        private final BiFunction<Map<String, Object>, Language, Object> says;

        Word(List<String> names, BiFunction<Map<String, Object>, Language, Object> says) {
            this.names = names;
            this.says = says;
        }

        @Override
        public List<String> getArgumentNames() {
            return names;
        }

        @Override
        public Object execute(Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int line) {
            try {
                return says.apply(given, language(context));
            } catch (RuntimeException wrong) {
                throw new PebbleException(wrong, String.valueOf(wrong.getMessage()), line, self.getName());
            }
        }
    }

    private final class Isolating implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return List.of("lang");
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> given,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            String lang = given.get("lang") instanceof String tag ? tag : "";
            String text = input == null ? "" : escaped(String.valueOf(opened(input)));
            return new SafeString("<bdi" + attributes(lang, language(context)) + ">" + text + "</bdi>");
        }
    }

    private static final class Trusting implements Filter {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> given,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (input != null && opened(input) instanceof Html html) {
                return new SafeString(html.markup());
            }
            throw new PebbleException(
                    null, "Only HTML that the house wrote may be printed as it is", line, self.getName());
        }
    }

    private static final class Present implements Test {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public boolean apply(
                @Nullable Object input,
                Map<String, Object> given,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (input instanceof Optional<?> maybe) {
                return maybe.isPresent();
            } else if (input instanceof CharSequence text) {
                return !text.toString().isBlank();
            } else if (input instanceof Html html) {
                return !html.isEmpty();
            } else if (input instanceof Collection<?> several) {
                return !several.isEmpty();
            }
            return input != null;
        }
    }
}
