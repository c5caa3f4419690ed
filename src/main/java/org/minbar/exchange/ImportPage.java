package org.minbar.exchange;

import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * Text from elsewhere becomes drafts: template {@code import} of the theme {@code desk}. The form posts {@code text}
 * and {@code lang} to {@code action}.
 *
 * @param text what was pasted
 * @param languages the languages to choose from; a link's {@code lang} is the value, the chosen one is {@code current}
 * @param done whether {@code stories}, {@code flashes} and {@code setAside} report an import that has just happened
 * @param refusal why nothing was imported, a whole sentence; may be empty
 * @param stories the drafts it made, with the address of each
 * @param flashes the lines of the news strip it made
 * @param setAside what it left out, and what it took it for
 */
public record ImportPage(
        DeskFrame frame,
        String action,
        String text,
        List<Link> languages,
        String refusal,
        boolean done,
        List<Link> stories,
        List<Link> flashes,
        List<SetAside> setAside) {

    /**
     * A line that is no part of a story.
     *
     * @param line counted from 1
     * @param as what it was taken for: {@code menu}, {@code form}, {@code share}, {@code headline}: the message
     *     {@code import.as.menu} says it
     */
    public record SetAside(int line, String text, String as) {}
}
