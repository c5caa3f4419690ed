package org.minbar.media;

import java.util.List;
import java.util.Optional;

/**
 * The text of an edition with its pictures in place.
 *
 * @param lead the picture that opens it; for readers it no longer stands in the text
 * @param html the text, ready for a page
 * @param pictures every picture that it shows, the lead first
 */
public record Hung(Optional<Shown> lead, String html, List<Shown> pictures) {

    /** The picture by which it is known elsewhere. */
    public Optional<Shown> face() {
        return pictures.stream().findFirst();
    }
}
