package org.minbar.documents;

import java.util.Locale;

/** What was mended in a text, or could not be: each is a sentence for the editor. */
public enum Doubt {
    /** Pages are pictures of text: a scan, without letters in it. */
    NO_TEXT,
    /** Letters stood as shapes (Unicode's presentation forms) and were put back to letters. */
    LETTERS_MENDED,
    /** Lines stood back to front on the page itself and were turned. */
    ORDER_MENDED,
    /** The order of some numbers or words could be another. */
    ORDER_UNSURE,
    /** The file does not say which letters some of its shapes are; U+FFFD stands for them. */
    LETTERS_UNKNOWN,
    /** The document holds more than is taken. */
    CUT;

    /** The key of its sentence: {@code document.doubt.no-text}. */
    public String key() {
        return "document.doubt." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
