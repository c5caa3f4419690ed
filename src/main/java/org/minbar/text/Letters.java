package org.minbar.text;

import java.util.Optional;

/** What single characters are, as far as the room needs to know. */
final class Letters {

    static final int ZWNJ = 0x200C;
    static final int ZWJ = 0x200D;
    static final int TATWEEL = 0x0640;

    private Letters() {}

    /**
     * Characters that are not kept in any text: what XML 1.0 (2.2) forbids or discourages, the embeddings and overrides
     * of UAX 9, and the invisible ones that pasted text brings along.
     */
    static boolean unseen(int c) {
        return c < 0x20 && c != '\n' && c != '\t'
                || c >= 0x7F && c < 0xA0
                || c >= 0xD800 && c < 0xE000
                || (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF
                || c >= 0x202A && c <= 0x202E
                || c >= 0x206A && c <= 0x206F
                || c >= 0xFFF9 && c <= 0xFFFC
                || c >= 0xE0000 && c <= 0xE007F
                || c == 0x00AD
                || c == 0x180E
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF;
    }

    static boolean space(char c) {
        return c == '\n' || c == '\t' || Character.isSpaceChar(c);
    }

    static boolean noBreakSpace(char c) {
        return c == '\u00A0' || c == '\u202F';
    }

    /** Whether there is nothing in it but space, and what is never kept. */
    static boolean onlySpace(CharSequence text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || unseen(c));
    }

    /** Whether nothing in it can be seen. */
    static boolean blank(CharSequence text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || unseen(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    /** Whether it sits on the letter before it. */
    static boolean sign(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    static boolean arabic(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    /**
     * The direction of a text, as UAX 9 (P2, P3) finds it from the first strong character, unless most of its letters
     * run the other way: an Arabic paragraph that opens with a Latin brand name is still an Arabic paragraph.
     *
     * @param around the direction of what surrounds it, which wins when the two signs disagree
     * @return empty where no letter has a direction
     */
    static Optional<String> direction(CharSequence text, String around) {
        int[] count = {0, 0};
        String[] first = {""};
        text.codePoints().forEach(c -> {
            switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    count[0]++;
                    first[0] = first[0].isEmpty() ? "ltr" : first[0];
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    count[1]++;
                    first[0] = first[0].isEmpty() ? "rtl" : first[0];
                }
                default -> {}
            }
        });
        if (first[0].isEmpty()) {
            return Optional.empty();
        }
        String most = count[0] > count[1] ? "ltr" : "rtl";
        return Optional.of(first[0].equals(most) ? most : around);
    }
}
