package org.minbar.syndication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A way to write a feed. One feed always gives the same bytes: nothing is taken from the clock, the machine or the
 * order of a hash table, so a digest of the bytes serves as a strong ETag on every node.
 */
public interface Format {

    /** The last part of the address, {@code feed.rss}: {@code rss}, {@code atom} or {@code json}. */
    String extension();

    /** Without parameters; the bytes are UTF-8. */
    String mediaType();

    /** Writes the feed and leaves the stream open. */
    void write(Feed feed, OutputStream out) throws IOException;

    default byte[] bytes(Feed feed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(feed, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
