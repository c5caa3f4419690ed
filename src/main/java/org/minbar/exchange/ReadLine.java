package org.minbar.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.story.Copy;
import org.minbar.story.Given;
import org.minbar.story.Kind;

/**
 * A line of an import that is good as far as can be told without the newsroom: cleaned, every value known.
 *
 * @param number counted from 1
 * @param section slug and name
 * @param topics name by slug
 */
record ReadLine(
        long number,
        Language language,
        Kind kind,
        Copy copy,
        Named section,
        Map<String, String> topics,
        Optional<Instant> publishedAt,
        Optional<Instant> embargo,
        Optional<String> sourceUrl,
        Optional<String> group) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_GROUP = 450;
    private static final int MOST_TAGS = 60;

    record Named(String slug, String name) {}

    /** Reads lines of one import. The same few names stand on thousands of them, and each slug is worked out once. */
    static final class Reader {

        private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
        private static final int MOST_NAMES = 5_000;

        private final Languages languages;
        private final Map<String, Named> names = new HashMap<>();

        Reader(Languages languages) {
            this.languages = languages;
        }

        /** @throws Refusal with the field that is wrong */
        ReadLine read(long number, ImportLine line) {
            return of(number, line, languages, this);
        }

        private Named named(String given, Language language, String field) {
            String name = given.strip();
            if (name.length() > LONGEST_NAME) throw tooLong(field, LONGEST_NAME);
            if (SLUG.matcher(name).matches()) return new Named(name, name);
            if (names.size() > MOST_NAMES) names.clear();
            return names.computeIfAbsent(
                    language.tag() + " " + name,
                    key -> new Named(Slug.transliterated(name, language).value(), name));
        }
    }

    private static ReadLine of(long number, ImportLine line, Languages languages, Reader reader) {
        Language language = Given.language(line.lang(), "lang", languages);
        List<String> tags = line.tags() == null ? List.of() : line.tags();
        if (tags.size() > MOST_TAGS) throw tooLong("tags", MOST_TAGS);
        Map<String, String> topics = new LinkedHashMap<>();
        for (String tag : tags) {
            if (tag.isBlank()) continue;
            Named topic = reader.named(tag, language, "tags");
            topics.put(topic.slug(), topic.name());
        }
        return new ReadLine(
                number,
                language,
                line.kind() == null ? Kind.ARTICLE : Kind.of(line.kind()),
                Copy.of(
                        Given.text(line.title(), "title"),
                        line.summary() == null ? "" : line.summary(),
                        line.bodyHtml() == null ? "" : line.bodyHtml(),
                        line.slug(),
                        line.bylines() == null ? List.of() : line.bylines(),
                        language),
                reader.named(Given.text(line.section(), "section"), language, "section"),
                topics,
                Optional.ofNullable(line.publishedAt()),
                Optional.ofNullable(line.embargo()),
                within(line.sourceUrl(), "source_url", LONGEST_ADDRESS),
                within(line.group(), "group", LONGEST_GROUP));
    }

    private static Optional<String> within(@Nullable String value, String field, int longest) {
        if (value == null || value.isBlank()) return Optional.empty();
        if (value.strip().length() > longest) throw tooLong(field, longest);
        return Optional.of(value.strip());
    }

    private static Refusal tooLong(String field, int longest) {
        return new Refusal(Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", longest), field);
    }
}
