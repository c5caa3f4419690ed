package org.minbar.library;

import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * The library. Template {@code media} of the theme {@code desk}.
 *
 * @param total how many files the choice has in all
 * @param older where the list goes on; may be empty
 * @param first where it begins; empty at the beginning
 * @param brought what somebody just brought without script, and what became of it
 */
public record LibraryPage(
        DeskFrame frame,
        Filters filters,
        List<Link> views,
        long total,
        List<Tile> files,
        String older,
        String first,
        List<Brought> brought) {

    /** @param forms the choices of form */
    public record Filters(
            String address, String words, String show, List<Option> forms, boolean mine, String from, String to) {}

    /** One of several values of a field. */
    public record Option(String value, String name, String lang, boolean chosen) {}

    /**
     * A file in the list.
     *
     * @param form {@code picture}, {@code document}, {@code sound}, {@code film} or {@code captions}
     * @param thumb the address of a print; empty where there is none
     * @param words what it is called here: a caption, an alternative text, or its name
     * @param lang the language of the words; empty for a name
     * @param missing the languages in which words are missing, each in its own name
     * @param ends {@code ending} or {@code ended} where its rights do; else empty
     */
    public record Tile(
            String id,
            String url,
            String form,
            String thumb,
            String words,
            String lang,
            List<Link> missing,
            String ends,
            boolean used) {}

    /** @param refusal why it was not taken, and what to do; empty where it was */
    public record Brought(String name, String url, boolean known, String refusal) {}
}
