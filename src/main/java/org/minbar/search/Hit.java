package org.minbar.search;

import java.time.Instant;

/**
 * One found edition, whole from the index.
 *
 * @param lang the tag of the edition's language
 * @param headline plain text, to be escaped by whoever shows it
 * @param snippet HTML, escaped, with the found words in {@code <mark>}; the author's own letters and marks
 * @param score comparable within one answer only; 0 where the order is by time
 */
public record Hit(
        long storyId,
        long editionId,
        String lang,
        String url,
        String headline,
        String snippet,
        Instant published,
        float score) {}
