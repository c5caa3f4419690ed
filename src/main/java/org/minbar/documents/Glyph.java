package org.minbar.documents;

/**
 * A shape on a page and the letters that it stands for, in points, on a page turned so that its text runs level.
 *
 * @param text one letter, several where the shape is a ligature, or blank
 * @param x its left edge; {@code end} its right one, by its advance
 * @param y its baseline, upwards
 * @param middle where its ink has its middle, for marks, which may have no advance
 */
record Glyph(String text, float x, float end, float y, float size, float middle) {

    boolean blank() {
        return text.isBlank() || text.equals("\u00A0") || text.equals("\u202F");
    }
}
