package org.minbar.discovery;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A public page as search engines are told of it.
 *
 * @param loc its canonical address
 * @param lastModified when its content last changed; a new look of the site is no change
 * @param alternates the same story in each language it is published in, this one too, by language tag (or
 *     {@code x-default}); empty where there is only this one. Every version lists the same set, so the links go both
 *     ways.
 */
record SitemapEntry(URI loc, Instant lastModified, Map<String, URI> alternates) {

    SitemapEntry {
        if (!alternates.isEmpty() && !alternates.containsValue(loc)) {
            throw new IllegalArgumentException("the alternates of " + loc + " leave it out");
        }
        // Sorted, because the order of an immutable map changes from one start of the machine to the next.
        alternates = Collections.unmodifiableSortedMap(new TreeMap<>(alternates));
    }

    SitemapEntry(URI loc, Instant lastModified) {
        this(loc, lastModified, Map.of());
    }
}
