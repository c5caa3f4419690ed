package org.minbar.language;

import java.util.Locale;

/** The three sets of digits that readers and writers use: 0-9, Arabic-Indic and Persian. */
public final class Digits {

    private static final char ARABIC_INDIC_ZERO = '\u0660';
    private static final char PERSIAN_ZERO = '\u06F0';

    private Digits() {}

    /** The text with every Arabic-Indic (U+0660 to U+0669) and Persian (U+06F0 to U+06F9) digit as 0-9. */
    public static String latin(String text) {
        StringBuilder latin = new StringBuilder(text);
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (c >= ARABIC_INDIC_ZERO && c <= ARABIC_INDIC_ZERO + 9) {
                latin.setCharAt(i, (char) ('0' + c - ARABIC_INDIC_ZERO));
            } else if (c >= PERSIAN_ZERO && c <= PERSIAN_ZERO + 9) {
                latin.setCharAt(i, (char) ('0' + c - PERSIAN_ZERO));
            }
        }
        return latin.toString();
    }

    /** The text with its digits, of whichever set, in the set of the language. */
    public static String localised(String text, Language language) {
        char zero = zero(language);
        StringBuilder localised = new StringBuilder(latin(text));
        for (int i = 0; i < localised.length(); i++) {
            char c = localised.charAt(i);
            if (c >= '0' && c <= '9') {
                localised.setCharAt(i, (char) (zero + c - '0'));
            }
        }
        return localised.toString();
    }

    /** Hours, minutes and seconds that are left: {@code 1:05:09}. */
    public static String countdown(long seconds, Language language) {
        return localised(
                String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60), language);
    }

    static char zero(Language language) {
        return language.digits().equals("arab") ? ARABIC_INDIC_ZERO : '0';
    }
}
