package org.minbar.text;

/**
 * A stretch of text in one style.
 *
 * @param text the text; {@code \n} is a line break
 * @param style how it is set
 */
public record Run(String text, Style style) {

    public static Run plain(String text) {
        return new Run(text, Style.PLAIN);
    }
}
