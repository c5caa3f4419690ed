package org.minbar.search;

import java.time.Instant;
import java.util.List;
import org.minbar.language.Language;

/**
 * What a reader narrows a search to. An empty list narrows nothing; several values of one kind are alternatives.
 *
 * @param from the earliest publication, inclusive
 * @param to the end of the span, exclusive
 */
public record Filters(
        List<Language> languages,
        List<String> sections,
        List<String> kinds,
        List<String> topics,
        Instant from,
        Instant to) {

    public static final Filters NONE =
            new Filters(List.of(), List.of(), List.of(), List.of(), Instant.MIN, Instant.MAX);

    public Filters {
        languages = List.copyOf(languages);
        sections = List.copyOf(sections);
        kinds = List.copyOf(kinds);
        topics = List.copyOf(topics);
    }

    public Filters in(Language... chosen) {
        return new Filters(List.of(chosen), sections, kinds, topics, from, to);
    }

    public Filters sections(List<String> slugs) {
        return new Filters(languages, slugs, kinds, topics, from, to);
    }

    public Filters kinds(List<String> names) {
        return new Filters(languages, sections, names, topics, from, to);
    }

    public Filters topics(List<String> slugs) {
        return new Filters(languages, sections, kinds, slugs, from, to);
    }

    public Filters from(Instant earliest) {
        return new Filters(languages, sections, kinds, topics, earliest, to);
    }

    public Filters to(Instant end) {
        return new Filters(languages, sections, kinds, topics, from, end);
    }
}
