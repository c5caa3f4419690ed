package org.minbar.documents;

import java.text.Normalizer;

/** Shapes of Arabic letters back to letters, and what files do to them undone. */
final class ArabicLetters {

    private static final char TATWEEL = '\u0640';
    private static final String ALEFS = "\u0627\u0622\u0623\u0625\u0671";

    private ArabicLetters() {}

    /** Whether it is the shape of a letter or of several (Arabic Presentation Forms A and B). */
    static boolean shape(int c) {
        return c >= 0xFB50 && c <= 0xFD3D || c >= 0xFD50 && c <= 0xFDF9 || c >= 0xFE70 && c <= 0xFEFC;
    }

    /**
     * Letters for shapes, by the compatibility decompositions of Unicode. Signs that are written as signs stay: the
     * honorifics (U+FDFA, U+FDFB and their like), the basmala, the rial, the ornate brackets. What decomposes to a mark on
     * a space or on a kashida is the mark alone.
     */
    static String fold(String text) {
        if (text.codePoints().noneMatch(c -> shape(c) || c >= 0xFB00 && c <= 0xFB06)) {
            return text;
        }
        StringBuilder letters = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (shape(c) || c >= 0xFB00 && c <= 0xFB06) {
                String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                boolean carried = plain.length() > 1 && (plain.charAt(0) == ' ' || plain.charAt(0) == TATWEEL);
                letters.append(carried ? plain.substring(1) : plain);
            } else {
                letters.appendCodePoint(c);
            }
        });
        return letters.toString();
    }

    /** A single shape that is said to be alef and lam is lam-alef, written down in the order in which it is seen. */
    static boolean swapped(String text) {
        return text.length() == 2 && text.charAt(1) == '\u0644' && ALEFS.indexOf(text.charAt(0)) >= 0;
    }

    static boolean mark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean letter(int c) {
        return Character.isLetter(c) && c != TATWEEL && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /** Kashida between two letters only stretches a line. At the end of a word it may mean something: هـ, of the Hijra. */
    static String unstretched(String text) {
        if (text.indexOf(TATWEEL) < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int next = i;
            while (next < text.length() && text.charAt(next) == TATWEEL) {
                next++;
            }
            boolean within = next > i
                    && next < text.length()
                    && letter(text.charAt(next))
                    && !kept.isEmpty()
                    && letterOrMark(kept.charAt(kept.length() - 1));
            if (within) {
                i = next;
            }
            kept.append(text.charAt(i));
        }
        return kept.toString();
    }

    private static boolean letterOrMark(char c) {
        return letter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /**
     * How sure it is that Arabic stands in its own order, from what Arabic spelling allows: teh marbuta and alef maqsura
     * only end a word, the article only begins one. Below zero it stands back to front, zero says nothing.
     */
    static int order(String text) {
        int sure = 0;
        for (String word : text.split("[^\\p{IsArabic}]+", -1)) {
            String bare = word.replaceAll("\\p{Mn}", "");
            if (bare.length() < 3) {
                continue;
            }
            sure += ends(bare.charAt(bare.length() - 1)) ? 2 : 0;
            sure -= ends(bare.charAt(0)) ? 2 : 0;
            sure += bare.length() > 3 && bare.startsWith("\u0627\u0644") ? 1 : 0;
            sure -= bare.length() > 3 && bare.endsWith("\u0644\u0627") ? 1 : 0;
        }
        return sure;
    }

    private static boolean ends(char c) {
        return c == '\u0629' || c == '\u0649';
    }
}
