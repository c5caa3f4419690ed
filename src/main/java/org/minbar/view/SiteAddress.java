package org.minbar.view;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the public finds this newsroom; every absolute link begins here.
 *
 * @param base scheme, host and port, without a path and without a slash at the end
 */
public record SiteAddress(URI base) {

    /** The absolute address of a path; letters outside ASCII are percent-encoded (RFC 3986). */
    public URI of(String path) {
        return URI.create(base + encoded(path));
    }

    public String host() {
        return base.getHost();
    }

    public boolean secure() {
        return "https".equals(base.getScheme());
    }

    /** A path as it stands in a link: {@code /ar/12/الصويرة} becomes {@code /ar/12/%D8%A7…}; a query is left as it is. */
    public static String encoded(String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        try {
            return new URI(null, null, plain, null).toASCIIString() + (query < 0 ? "" : path.substring(query));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }
}
