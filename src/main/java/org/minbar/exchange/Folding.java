package org.minbar.exchange;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A line as it is recognised, never as it is kept: lower case, no marks or vowels (NFD without its marks), one form of
 * alef, yeh and teh marbuta, European digits, and a space for everything that is neither letter nor digit.
 */
final class Folding {

    private Folding() {}

    static String of(String text) {
        return of(text, false);
    }

    /** The same, with each colon kept as a word of its own. */
    static String withColons(String text) {
        return of(text, true);
    }

    /** Without white space, no-break spaces, direction marks and other invisible characters at both ends. */
    static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && empty(text.charAt(start))) {
            start++;
        }
        while (end > start && empty(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean empty(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    private static String of(String text, boolean colons) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == 'ـ') {
                continue;
            }
            if (Character.isDigit(c)) {
                folded.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isLetter(c)) {
                folded.append(letter(c));
            } else if (colons && c == ':') {
                space(folded).append(": ");
            } else {
                space(folded);
            }
        }
        return folded.toString().strip();
    }

    private static StringBuilder space(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
        return folded;
    }

    private static String letter(char c) {
        return switch (c) {
            case 'ٱ' -> "ا";
            case 'ى', 'ی' -> "ي";
            case 'ة' -> "ه";
            case 'ک' -> "ك";
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            default -> String.valueOf(c);
        };
    }
}
