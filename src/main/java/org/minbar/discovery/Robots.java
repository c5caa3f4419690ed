package org.minbar.discovery;

import java.net.URI;
import java.util.List;

/** What robots are asked to leave alone, and where they find the rest (RFC 9309, with the sitemap line). */
final class Robots {

    /**
     * The editors' screens, the API, and search results, of which there is no end. The question mark matters: the star
     * also stands for slashes, and without it a story whose slug begins with these letters would be closed too.
     */
    static final List<String> CLOSED = List.of("/desk/", "/api/", "/*/search?", "/*/search/");

    private Robots() {}

    /**
     * @param closed path prefixes, {@code *} standing for anything; Arabic ones come out percent-encoded
     * @param sitemaps absolute addresses
     */
    static String text(List<String> closed, List<URI> sitemaps) {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        for (String path : closed) {
            text.append("Disallow: ").append(URI.create(path).toASCIIString()).append('\n');
        }
        if (closed.isEmpty()) {
            text.append("Disallow:\n");
        }
        if (!sitemaps.isEmpty()) {
            text.append('\n');
        }
        for (URI sitemap : sitemaps) {
            text.append("Sitemap: ").append(sitemap.toASCIIString()).append('\n');
        }
        return text.toString();
    }
}
