package org.minbar.release;

import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * What stands beside the words of a press release. Template {@code release} of the theme {@code desk}.
 *
 * @param issuerNames what the organisation is called
 * @param place the dateline's place in the screen's language
 * @param dated {@code 2026-11-21}; may be empty
 * @param embargo {@code 2026-11-22T09:00} in the newsroom's zone; empty: for immediate release
 * @param targets names with commas between
 * @param mayEmbargo whether the person may change the embargo
 * @param editions the editions of the story, to go on writing
 */
public record ReleasePage(
        DeskFrame frame,
        String action,
        String refusal,
        String headline,
        String headlineLang,
        List<Name> issuerNames,
        String place,
        String dated,
        String embargo,
        boolean mayEmbargo,
        String zone,
        List<Line> contacts,
        List<File> attachments,
        List<Choice> languages,
        String targets,
        List<Link> editions) {

    /** What the organisation is called in a language. */
    public record Name(String lang, String language, String name) {}

    /** A row of the contacts. */
    public record Line(String name, String duty, String phone, String email, boolean open) {}

    /** @param name what the library calls it; empty for a new row */
    public record File(String id, String name, String lang) {}

    /** One of the languages that a file may be for. */
    public record Choice(String value, String name, String lang) {}
}
