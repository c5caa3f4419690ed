package org.minbar.search;

import java.time.Instant;

/**
 * One found edition or line of a ticker, whole from the index.
 *
 * @param storyId of a line: the live story that it belongs to; 0 for the strip
 * @param editionId 0 for a line
 * @param kind the tag of the story's kind, or {@link IndexedFlash#KIND}
 * @param lang the tag of the edition's language
 * @param headline plain text, to be escaped by whoever shows it
 * @param snippet HTML, escaped, with the found words in {@code <mark>}; the author's own letters and marks
 * @param score comparable within one answer only; 0 where the order is by time
 */
public record Hit(
        long storyId,
        long editionId,
        String kind,
        String lang,
        String url,
        String headline,
        String snippet,
        Instant published,
        float score) {}
