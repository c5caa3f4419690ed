package org.minbar.media;

import java.util.List;

/**
 * A page of the library.
 *
 * @param files the newest first
 * @param more whether older ones follow
 * @param inAll how many there are on all pages
 */
public record Chosen(List<MediaFile> files, boolean more, long inAll) {

    /** Where the next page begins; empty on the last. */
    public String before() {
        return more ? String.valueOf(files.get(files.size() - 1).id()) : "";
    }
}
