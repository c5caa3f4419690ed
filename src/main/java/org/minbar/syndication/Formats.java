package org.minbar.syndication;

import java.util.List;
import java.util.Optional;

/** The formats that every listing is offered in. */
public final class Formats {

    private static final List<Format> ALL = List.of(new Rss(), new Atom(), new JsonFeed());

    private Formats() {}

    public static List<Format> all() {
        return ALL;
    }

    /** The format of {@code rss}, {@code atom} or {@code json}, spelt in small letters as addresses spell it. */
    public static Optional<Format> byExtension(String extension) {
        return ALL.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }
}
