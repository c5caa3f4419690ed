package org.minbar.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.Html;
import org.minbar.view.Link;

/**
 * The search form and what it found: template {@code search}.
 *
 * @param query what the reader typed; empty before the first search
 * @param total how many stories match, not only those on this page
 * @param facets ways to narrow the search
 * @param sorts ways to order it; the one in use is {@code current}
 * @param hits this page's stories, the best first
 * @param suggestion a better spelling, and the search for it
 */
public record SearchPage(
        Frame frame,
        String query,
        long total,
        List<Facet> facets,
        List<Link> sorts,
        List<Hit> hits,
        Optional<Link> suggestion,
        Paging paging) {

    /**
     * A story that matches.
     *
     * @param headline with {@code <mark>} around what was found
     * @param snippet a passage with {@code <mark>} around what was found
     */
    public record Hit(
            String url,
            Html headline,
            Html snippet,
            String kind,
            Optional<Link> section,
            Instant published,
            String lang,
            String dir) {}

    /**
     * One way to narrow the search.
     *
     * @param name {@code section}, {@code kind}, {@code topic}, {@code language} or {@code year}: the message
     *     {@code search.facet.section} says it
     */
    public record Facet(String name, List<Choice> choices) {}

    /** A value of a facet, how many stories have it, and the search that takes it or, when chosen, lets it go. */
    public record Choice(Link link, long count) {}
}
