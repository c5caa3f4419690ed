package org.minbar.view;

/**
 * HTML that the house wrote or cleaned itself, and nothing else: a template prints it as it is, with the filter
 * {@code html}. Text from people never becomes this without passing through the {@code text} room.
 */
public record Html(String markup) {

    public static final Html NONE = new Html("");

    public boolean isEmpty() {
        return markup.isBlank();
    }

    @Override
    public String toString() {
        return markup;
    }
}
