package org.minbar.language;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages that the house writes in, in the order in which readers are offered them. */
public final class Languages {

    private static final String FILE = "languages.properties";
    private static final int LONGEST_HEADER = 1000;

    private final List<Language> all;
    private final Map<String, Language> byTag;

    private Languages(List<Language> all) {
        this.all = List.copyOf(all);
        this.byTag = all.stream().collect(toUnmodifiableMap(Language::tag, language -> language));
    }

    /** Reads {@code languages.properties} (UTF-8) in the folder {@code i18n}. */
    public static Languages read(Path folder) {
        return read(name -> open(folder.resolve(name)));
    }

    /** Reads {@code languages.properties} (UTF-8), which {@code files} finds by that name. */
    public static Languages read(Function<String, Optional<InputStream>> files) {
        return of(records(FILE, files)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + FILE + " in i18n")));
    }

    /**
     * The languages of these records.
     *
     * @throws IllegalArgumentException when a record is broken; the message is one line that names the key
     */
    public static Languages of(Properties records) {
        Records read = new Records(records);
        List<String> tags = read.list("languages");
        for (String tag : tags) {
            if (tags.indexOf(tag) != tags.lastIndexOf(tag)) {
                throw read.broken("languages", "names " + tag + " twice");
            }
        }
        read.refuseUnknownKeys(tags);
        List<Language> all = new ArrayList<>();
        for (String tag : tags) {
            all.add(read.language(tag, tags));
        }
        Languages languages = new Languages(all);
        for (Language language : all) {
            if (languages.fallbacks(language).isEmpty() && !language.fallback().equals(language.tag())) {
                throw read.broken(language.tag() + ".fallback", "leads round in a circle");
            }
        }
        return languages;
    }

    public List<Language> all() {
        return all;
    }

    /** The language of a reader who asks for none that we have. */
    public Language first() {
        return all.get(0);
    }

    public Optional<Language> find(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /** @throws Refusal {@code NOT_FOUND}, {@code no-such-language}, with the detail {@code language} */
    public Language get(String tag) {
        return find(tag)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-language", Map.of("language", tag)));
    }

    /** The languages that lend {@code language} a missing sentence, nearest first; without itself. */
    public List<Language> fallbacks(Language language) {
        Set<Language> row = new LinkedHashSet<>();
        Language at = language;
        while (!at.fallback().equals(at.tag())) {
            at = get(at.fallback());
            if (at.equals(language) || !row.add(at)) {
                return List.of();
            }
        }
        return List.copyOf(row);
    }

    /**
     * The language that a text without any mark of one is taken to be in: the likely one, unless the text runs the other
     * way; then the first that does.
     */
    public Language written(String text, Language likely) {
        Optional<Direction> runs = Isolation.firstStrong(text);
        if (runs.isEmpty() || runs.get() == likely.direction()) return likely;
        return all().stream()
                .filter(language -> language.direction() == runs.get())
                .findFirst()
                .orElse(likely);
    }

    /**
     * The language for an {@code Accept-Language} header (RFC 9110, 12.5.4): of the ranges with the highest weight the
     * first that we have, each shortened from the right until it fits (RFC 4647, 3.4: Lookup). {@code *} stands for any
     * language that the header doesn't name; weight 0 rules a language out. What can't be read is passed over, and a
     * reader who asks for nothing that we have gets the {@link #first()}.
     */
    public Language best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return first();
        }
        List<Range> ranges = new ArrayList<>();
        for (String member : acceptLanguage.split(",", -1)) {
            Range.parse(member).ifPresent(ranges::add);
        }
        Set<Language> ruledOut = new HashSet<>();
        Set<Language> named = new HashSet<>();
        for (Range range : ranges) {
            Optional<Language> meant = lookup(range.tag);
            meant.ifPresent(named::add);
            // ar-DZ;q=0 says nothing against ar.
            if (range.weight == 0) {
                meant.filter(language -> language.tag().equalsIgnoreCase(range.tag))
                        .ifPresent(ruledOut::add);
            }
        }
        ranges.sort(Comparator.comparingDouble(Range::weight).reversed());
        for (Range range : ranges) {
            if (range.weight == 0) {
                break;
            }
            Optional<Language> found = range.tag.equals("*")
                    ? all.stream()
                            .filter(language -> !named.contains(language) && !ruledOut.contains(language))
                            .findFirst()
                    : lookup(range.tag).filter(language -> !ruledOut.contains(language));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return all.stream()
                .filter(language -> !ruledOut.contains(language))
                .findFirst()
                .orElse(first());
    }

    private Optional<Language> lookup(String range) {
        String rest = range;
        while (!rest.isEmpty()) {
            for (Language language : all) {
                if (language.tag().equalsIgnoreCase(rest)) {
                    return Optional.of(language);
                }
            }
            int cut = rest.lastIndexOf('-');
            rest = cut < 0 ? "" : rest.substring(0, cut);
        }
        return Optional.empty();
    }

    /** The keys and values of a file in UTF-8, if there is one. */
    static Optional<Properties> records(String name, Function<String, Optional<InputStream>> files) {
        Optional<InputStream> file = files.apply(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get();
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties records = new Properties();
            records.load(reader);
            return Optional.of(records);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    static Optional<InputStream> open(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /** One member of an Accept-Language header. */
    private record Range(String tag, double weight) {

        private static final Pattern PARAMETER = Pattern.compile("\\s*;\\s*");
        private static final Pattern TAG = Pattern.compile("\\*|[a-z]{1,8}(-[a-z0-9]{1,8})*");
        private static final Pattern WEIGHT = Pattern.compile("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

        static Optional<Range> parse(String member) {
            String[] parts = PARAMETER.split(member.strip(), -1);
            String tag = parts[0].toLowerCase(Locale.ROOT);
            if (!TAG.matcher(tag).matches()) {
                return Optional.empty();
            }
            double weight = 1;
            for (String part : List.of(parts).subList(1, parts.length)) {
                Matcher given = WEIGHT.matcher(part.toLowerCase(Locale.ROOT));
                if (!given.matches()) {
                    return Optional.empty();
                }
                weight = Double.parseDouble(given.group(1));
            }
            return Optional.of(new Range(tag, weight));
        }
    }

    /** The keys and values of the file, and what is to be said when one is wrong. */
    private record Records(Properties values) {

        private static final Set<String> KEYS = Set.of(
                "own-name",
                "direction",
                "locale",
                "digits",
                "months",
                "first-of-month",
                "hijri.months",
                "hijri.era",
                "calendars",
                "fallback",
                "analysis");
        private static final Set<String> ANALYSES = Set.of("arabic", "french", "english");

        /** A misspelt key would be a name silently taken from elsewhere. */
        void refuseUnknownKeys(List<String> tags) {
            for (String key : new TreeSet<>(values.stringPropertyNames())) {
                int dot = key.indexOf('.');
                if (dot > 0 && tags.contains(key.substring(0, dot)) && !KEYS.contains(key.substring(dot + 1))) {
                    throw broken(key, "is no part of a record");
                }
            }
        }

        Language language(String tag, List<String> tags) {
            if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                throw broken("languages", "holds " + tag + ", which is no language tag");
            }
            String digits = oneOf(tag + ".digits", Set.of("latn", "arab"));
            return new Language(
                    tag,
                    text(tag + ".own-name"),
                    Direction.valueOf(
                            oneOf(tag + ".direction", Set.of("rtl", "ltr")).toUpperCase(Locale.ROOT)),
                    locale(tag, digits),
                    digits,
                    calendars(tag + ".calendars"),
                    oneOf(tag + ".fallback", new LinkedHashSet<>(tags)),
                    oneOf(tag + ".analysis", ANALYSES),
                    new Almanac(
                            months(tag + ".months"),
                            optional(tag + ".first-of-month"),
                            months(tag + ".hijri.months"),
                            optional(tag + ".hijri.era")));
        }

        private Locale locale(String tag, String digits) {
            String key = tag + ".locale";
            Locale locale;
            try {
                locale = new Locale.Builder().setLanguageTag(text(key)).build();
            } catch (IllformedLocaleException e) {
                throw broken(key, "is no language tag: " + text(key));
            }
            if (locale.getCountry().isEmpty()) {
                throw broken(key, "names no region: " + text(key));
            }
            if (!locale.getLanguage().equals(Locale.forLanguageTag(tag).getLanguage())) {
                throw broken(key, "is of another language: " + text(key));
            }
            String asked = locale.getUnicodeLocaleType("nu");
            if (asked != null && !asked.equals(digits)) {
                throw broken(key, "asks for " + asked + " digits, " + tag + ".digits for " + digits);
            }
            boolean usual = NumberingSystem.getInstance(ULocale.forLocale(locale))
                    .getName()
                    .equals(digits);
            return usual
                    ? locale
                    : new Locale.Builder()
                            .setLocale(locale)
                            .setUnicodeLocaleKeyword("nu", digits)
                            .build();
        }

        private List<String> calendars(String key) {
            List<String> calendars = list(key);
            if (!calendars.equals(List.of("gregorian")) && !calendars.equals(List.of("gregorian", "hijri"))) {
                throw broken(key, "must be gregorian, or gregorian,hijri");
            }
            return calendars;
        }

        private List<String> months(String key) {
            if (optional(key).isEmpty()) {
                return List.of();
            }
            List<String> months = list(key);
            if (months.size() != 12) {
                throw broken(key, "has " + months.size() + " names and must have 12");
            }
            return months;
        }

        List<String> list(String key) {
            List<String> items = new ArrayList<>();
            for (String item : text(key).split(",", -1)) {
                if (item.isBlank()) {
                    throw broken(key, "has an empty place");
                }
                items.add(item.strip());
            }
            return items;
        }

        private String oneOf(String key, Set<String> allowed) {
            String value = text(key);
            if (!allowed.contains(value)) {
                throw broken(
                        key,
                        "must be one of "
                                + String.join(", ", allowed.stream().sorted().toList()) + ", not " + value);
            }
            return value;
        }

        private String text(String key) {
            String value = optional(key);
            if (value.isEmpty()) {
                throw broken(key, "is missing");
            }
            return value;
        }

        private String optional(String key) {
            return values.getProperty(key, "").strip();
        }

        IllegalArgumentException broken(String key, String why) {
            return new IllegalArgumentException(FILE + ": " + key + " " + why);
        }
    }
}
