package org.minbar.search;

import java.time.Instant;
import java.util.List;

/**
 * One public edition as the index holds it.
 *
 * @param lang the tag of its language
 * @param section the slug of its section, or empty
 * @param topics the slugs of its topics
 * @param text standfirst apart, the body as plain text, paragraphs on lines of their own
 * @param url its public address, as a hit shows it
 * @param visibleFrom the end of its embargo; {@link Instant#EPOCH} when there is none
 * @param version counts up with every change of the edition
 */
public record Indexed(
        long editionId,
        long storyId,
        String lang,
        String kind,
        String section,
        List<String> topics,
        String headline,
        String standfirst,
        String text,
        List<String> bylines,
        String url,
        Instant published,
        Instant updated,
        Instant visibleFrom,
        long version) {

    public Indexed {
        topics = List.copyOf(topics);
        bylines = List.copyOf(bylines);
    }
}
