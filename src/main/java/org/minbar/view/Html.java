package org.minbar.view;

import org.minbar.language.Language;

/**
 * HTML that the house wrote or cleaned itself, and nothing else: a template prints it as it is, with the filter
 * {@code html}. Text from people never becomes this without passing through the {@code text} room.
 */
public record Html(String markup) {

    public static final Html NONE = new Html("");

    /**
     * The place of a piece that stands on many pages and changes more often than they: pages are kept without it, and
     * whoever sends them puts it in.
     *
     * @param name of the piece: {@code strip}
     */
    static Html inlay(String name, Language language) {
        return new Html("<!--inlay:" + name + "-" + language.tag() + "-->");
    }

    public boolean isEmpty() {
        return markup.isBlank();
    }

    @Override
    public String toString() {
        return markup;
    }
}
