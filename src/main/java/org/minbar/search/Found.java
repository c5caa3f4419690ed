package org.minbar.search;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a question: one page of hits, and what is known of all of them.
 *
 * @param total how many editions match
 * @param suggestion the question as it was probably meant, where the index doesn't know one of its words
 */
public record Found(long total, List<Hit> hits, Facets facets, Optional<String> suggestion) {

    static final Found NOTHING = new Found(0, List.of(), Facets.NONE, Optional.empty());

    public Found {
        hits = List.copyOf(hits);
    }

    /** How the matches spread, each list by falling count; years by falling year. */
    public record Facets(List<Count> sections, List<Count> kinds, List<Count> topics, List<Count> years) {
        static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());
    }

    /** @param value a slug, a kind's name, or a year in four digits */
    public record Count(String value, long editions) {}
}
