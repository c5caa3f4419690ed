package org.minbar.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * A file of the library. Template {@code file} of the theme {@code desk}.
 *
 * @param form {@code picture}, {@code document}, {@code sound}, {@code film} or {@code captions}
 * @param weight kind and size: “JPEG, 1.2 MB”
 * @param dimensions “3000 × 2000”; empty for what is no picture
 * @param print a large print; empty for what is no picture
 * @param original where the file itself is; empty for a picture
 * @param tabs one for each language
 * @param taken {@code 2026-05-14}; may be empty
 * @param crops the shapes in which pages show it
 * @param document what was read out of a document
 * @param capsule what belongs to a sound or a film
 * @param uses the stories that show it
 * @param holders the sounds and films that it belongs to
 * @param mayLicense whether the person may change rights, replace and remove
 */
public record FilePage(
        DeskFrame frame,
        String id,
        String form,
        String name,
        String weight,
        String dimensions,
        boolean animated,
        String addedBy,
        Instant added,
        String print,
        String original,
        String refusal,
        List<Tab> tabs,
        String taken,
        boolean decorative,
        Framing framing,
        List<Cut> crops,
        Rights rights,
        Optional<Document> document,
        Optional<Capsule> capsule,
        List<Used> uses,
        List<Link> holders,
        boolean mayLicense) {

    /**
     * The words in one language.
     *
     * @param open whether the person may write in it
     * @param mark goes back with the form as {@code was.fr}: it tells whether somebody else has written since
     * @param missing {@code alt}, {@code credit}
     */
    public record Tab(
            String lang,
            String name,
            boolean chosen,
            boolean open,
            String alt,
            String caption,
            String credit,
            String place,
            String transcript,
            String mark,
            List<String> missing) {}

    /** The focal point in percent from the left and the top. */
    public record Framing(String x, String y) {}

    /**
     * A shape, and what of the picture it shows.
     *
     * @param byHand whether somebody chose the part, in percent
     */
    public record Cut(
            String shape,
            String print,
            int width,
            int height,
            boolean byHand,
            String x,
            String y,
            String across,
            String down) {}

    /** @param ends {@code ending} or {@code ended} where they do; else empty */
    public record Rights(String terms, String expires, boolean partners, String ends) {}

    /** @param doubts sentences about what was mended and what could not be */
    public record Document(String title, String text, int pages, List<String> doubts) {}

    /** @param poster the number of a picture; empty where there is none */
    public record Capsule(String poster, String thumb, List<Track> tracks) {}

    /** Captions in a language: the number of their file, or nothing. */
    public record Track(String lang, String name, String file) {}

    /** An edition that shows it. */
    public record Used(String headline, String lang, String url, String status) {}
}
