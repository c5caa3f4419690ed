package org.minbar.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a text before it is cut into words, in every language alike: invisible controls and kashida go, the
 * apostrophes become one, and signs that would glue two words together (UAX #29 keeps {@code a.b} and {@code a:b}
 * whole) become spaces. Offsets still point into the original, so that a snippet shows what the author wrote.
 */
final class Front extends BaseCharFilter {

    private @Nullable Reader tidied;

    Front(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        Reader from = tidied;
        if (from == null) {
            from = new java.io.StringReader(tidy());
            tidied = from;
        }
        return from.read(buffer, offset, length);
    }

    private String tidy() throws IOException {
        StringBuilder original = new StringBuilder();
        char[] piece = new char[4096];
        for (int n = input.read(piece); n >= 0; n = input.read(piece)) {
            original.append(piece, 0, n);
        }
        StringBuilder kept = new StringBuilder(original.length());
        int deleted = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (vanishes(c)) {
                deleted++;
                addOffCorrectMap(kept.length(), deleted);
            } else {
                kept.append(replaced(original, i, c));
            }
        }
        return kept.toString();
    }

    /** Zero-width and bidirectional controls, the soft hyphen, the byte order mark and the kashida. */
    static boolean vanishes(char c) {
        return (c >= '\u200B' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u061C'
                || c == '\u0640';
    }

    private static char replaced(CharSequence text, int at, char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\uFF07', '\u2032', '\u00B4', '\'' ->
                besideArabic(text, at) ? ' ' : '\'';
            case '\u066C' -> ',';
            case '\u066B' -> '.';
            case '_', ':' -> ' ';
            case '.' -> besideArabic(text, at) ? ' ' : '.';
            default -> c;
        };
    }

    private static boolean besideArabic(CharSequence text, int at) {
        return (at > 0 && ArabicLetters.isLetter(text.charAt(at - 1)))
                || (at + 1 < text.length() && ArabicLetters.isLetter(text.charAt(at + 1)));
    }
}
