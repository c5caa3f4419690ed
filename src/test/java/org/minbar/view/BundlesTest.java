package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Sentence;

class BundlesTest {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    private static final Set<String> COUNTS = Set.of("count", "seconds", "length", "longest", "year", "page", "pages");

    /** One sentence of one bundle in one language. */
    record Line(Language language, String bundle, String key, String pattern) {
        @Override
        public String toString() {
            return language + "/" + bundle + " " + key;
        }
    }

    static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Language language : LANGUAGES.all()) {
            for (String bundle : Messages.BUNDLES) {
                bundle(language, bundle)
                        .forEach((key, pattern) ->
                                lines.add(new Line(language, bundle, (String) key, (String) pattern)));
            }
        }
        return lines;
    }

    static Stream<String> bundles() {
        return Messages.BUNDLES.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_says_the_same_things(String bundle) throws IOException {
        Set<Object> first = new TreeSet<>(bundle(LANGUAGES.first(), bundle).keySet());
        for (Language language : LANGUAGES.all()) {
            assertThat(new TreeSet<>(bundle(language, bundle).keySet()))
                    .as("%s/%s", language, bundle)
                    .isEqualTo(first);
        }
    }

    @Test
    void a_key_is_said_in_one_bundle_only() throws IOException {
        Map<String, String> homes = new HashMap<>();
        for (Line line : lines()) {
            String home = homes.putIfAbsent(line.language + line.key, line.bundle);
            assertThat(home).as("%s", line).isNull();
        }
    }

    @Test
    void a_sentence_takes_the_same_things_in_every_language() throws IOException {
        Map<String, Set<String>> first = new HashMap<>();
        for (Line line : lines()) {
            Set<String> placeholders =
                    Sentence.parse(line.pattern, line.language).placeholders();
            assertThat(first.computeIfAbsent(line.key, key -> placeholders))
                    .as("%s", line)
                    .isEqualTo(placeholders);
        }
    }

    @Test
    void every_sentence_prints_for_every_count() throws IOException {
        for (Line line : lines()) {
            Sentence sentence = Sentence.parse(line.pattern, line.language);
            for (int count : new int[] {0, 1, 2, 3, 10, 11, 99, 100, 103}) {
                Map<String, Object> with = new HashMap<>();
                sentence.placeholders()
                        .forEach(name -> with.put(
                                name,
                                COUNTS.contains(name) || line.pattern.contains("{" + name + ", plural,")
                                        ? count
                                        : "ESCWA"));
                assertThat(sentence.say(with))
                        .as("%s with %s", line, with)
                        .isNotBlank()
                        .doesNotContain("{", "}");
            }
        }
    }

    @Test
    void arabic_counts_in_all_its_six_ways_and_french_in_its_three() throws IOException {
        int counted = 0;
        for (Line line : lines()) {
            if (!line.pattern.contains(", plural,")) {
                continue;
            }
            counted++;
            List<String> forms =
                    switch (line.language.tag()) {
                        case "ar" -> List.of("zero", "one", "two", "few", "many", "other");
                        case "fr" -> List.of("one", "many", "other");
                        default -> List.of("one", "other");
                    };
            forms.forEach(form -> assertThat(line.pattern).as("%s", line).contains(form + " {"));
        }
        assertThat(counted).isPositive();
    }

    @Test
    void french_keeps_its_signs_on_the_line() throws IOException {
        Pattern loose = Pattern.compile("(?<=\\p{L}|\\}) ?[:;?!»](?!\\p{L})|«(?!\\u00a0)|(?<!\\u00a0)»");
        for (Line line : lines()) {
            if (line.language.tag().equals("fr")) {
                String text = line.pattern.replaceAll("::[a-z-]+", "");
                assertThat(text).as("%s", line).doesNotContainPattern(loose);
            }
        }
    }

    @Test
    void every_refusal_says_what_to_do_next() throws IOException {
        Set<String> keys = new TreeSet<>();
        lines().forEach(line -> keys.add(line.key));
        keys.stream()
                .filter(key -> key.startsWith("refusal.") && !key.endsWith(".mend") && !key.equals("refusal.reference"))
                .forEach(key -> assertThat(keys).contains(key + ".mend"));
    }

    @Test
    void every_refusal_in_the_code_has_its_sentences_and_gives_what_they_name() throws IOException {
        Map<String, Set<String>> placeholders = new HashMap<>();
        for (Line line : lines()) {
            placeholders.put(
                    line.key, Sentence.parse(line.pattern, line.language).placeholders());
        }
        int found = 0;
        for (String code : code()) {
            for (Matcher refusal = REFUSAL.matcher(code); refusal.find(); found++) {
                List<String> literals = literals(code, refusal.end());
                if (literals.isEmpty()) {
                    continue; // The key is a variable; whoever sets it stands in SPOKEN below.
                }
                for (String key : List.of("refusal." + literals.get(0), "refusal." + literals.get(0) + ".mend")) {
                    assertThat(placeholders).containsKey(key);
                    assertThat(literals).as(key).containsAll(placeholders.getOrDefault(key, Set.of()));
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void every_sentence_that_the_code_asks_for_is_written() throws IOException {
        Set<String> keys = new TreeSet<>();
        lines().forEach(line -> keys.add(line.key));
        for (String code : code()) {
            for (Matcher spoken = SPOKEN.matcher(code); spoken.find(); ) {
                String key = spoken.group(1);
                assertThat(keys)
                        .as(key)
                        .anyMatch(known -> key.endsWith(".") ? known.startsWith(key) : known.equals(key));
            }
        }
        for (String key :
                List.of("no-such-page", "no-such-address", "method-not-allowed", "not-acceptable", "malformed")) {
            assertThat(keys).contains("refusal." + key, "refusal." + key + ".mend");
        }
    }

    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(");
    private static final Pattern SPOKEN = Pattern.compile("\\.say\\(\\s*\\w+(?:\\(\\))?,\\s*\"([a-z.-]+)\"");

    private static List<String> code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> code = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                code.add(Files.readString(file));
            }
            return code;
        }
    }

    /** The texts between these brackets: the key first, and the names of the details among the others. */
    private static List<String> literals(String code, int from) {
        List<String> literals = new ArrayList<>();
        int depth = 1;
        for (int i = from; depth > 0; i++) {
            switch (code.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '"' -> {
                    int end = code.indexOf('"', i + 1);
                    literals.add(code.substring(i + 1, end));
                    i = end;
                }
                default -> {}
            }
        }
        return literals;
    }

    @Test
    void sentences_use_typographic_apostrophes_and_hold_no_direction_marks() throws IOException {
        for (Line line : lines()) {
            assertThat(line.pattern).as("%s", line).doesNotContain("'", "\u200e", "\u200f", "\u202a", "\u202b");
        }
    }

    private static Properties bundle(Language language, String bundle) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("i18n", language.tag(), bundle + ".properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
