package org.minbar.view;

import org.jspecify.annotations.NullMarked;

/**
 * Text as a document for strangers may carry it. What writers paste holds characters that XML 1.0 forbids, halves of
 * surrogate pairs that UTF-8 cannot write, and direction controls that spill over whatever a reader's program prints
 * next. They go; every other character stays as it was typed.
 */
@NullMarked
public final class Printable {

    private Printable() {}

    /**
     * The text with its lines. CR LF, CR and NEL become LF; gone are the other control characters, lone surrogates and
     * noncharacters (XML 1.0 fifth edition, production 2 and the note under it).
     */
    public static String text(String typed) {
        StringBuilder printable = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); ) {
            int c = typed.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' || c == NEXT_LINE) {
                if (c == '\r' && i < typed.length() && typed.charAt(i) == '\n') {
                    i++;
                }
                printable.append('\n');
            } else if (isPrintable(c)) {
                printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }

    /**
     * The text on one line: a title, a name. Tabs and line ends become one space, the ends are stripped, and so are
     * the embeddings, overrides and isolates of UAX #9, for a title stands among a stranger's text and an open control
     * would turn that text too. The plain marks LRM, RLM and ALM reach no further than themselves and stay.
     */
    public static String line(String typed) {
        StringBuilder line = new StringBuilder(typed.length());
        boolean broken = false;
        for (int i = 0; i < typed.length(); ) {
            int c = typed.codePointAt(i);
            i += Character.charCount(c);
            if (breaksLine(c)) {
                broken = true;
            } else if (isPrintable(c) && !opensOrClosesDirection(c)) {
                if (broken) {
                    line.append(' ');
                    broken = false;
                }
                line.appendCodePoint(c);
            }
        }
        return line.toString().strip();
    }

    private static final int NEXT_LINE = 0x85;

    private static boolean isPrintable(int c) {
        if (c == '\t' || c == '\n') {
            return true;
        }
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !nonCharacter && !loneSurrogate;
    }

    private static boolean breaksLine(int c) {
        return (c >= '\t' && c <= '\r') || c == NEXT_LINE || c == 0x2028 || c == 0x2029;
    }

    private static boolean opensOrClosesDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
