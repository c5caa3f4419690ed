package org.minbar.exchange;

/**
 * A line of the page, or several that are one sentence, and what it looks like by itself.
 *
 * @param first index of its first line, counted from 0
 * @param last index of its last line
 * @param as what it would be set aside as; for {@link Kind#ITEM} {@code numbered} or empty
 * @param text decoded and without white space around it; an item also without its mark
 * @param folded as in {@link Folding}; empty for the longest lines, which are nothing but text
 */
record Strand(int first, int last, Kind kind, String as, String text, String folded) {

    /** From here on a line is taken for running text, even without a full stop. */
    private static final int LONG = 140;

    /** Headlines ask and cry out too, but not at this length. */
    private static final int ASKED_LONG = 110;

    private static final int SENTENCE_LONG = 70;

    enum Kind {
        BLANK,
        RULE,
        /** Furniture. */
        ASIDE,
        /** Furniture that only stands behind a story: its comments, the foot of the page. */
        CLOSER,
        /** Furniture that says what the next lines are. */
        LABEL,
        FLASH,
        CREDIT,
        STAMP,
        ITEM,
        TEXT
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }

    Strand as(Kind kind, String as) {
        return new Strand(first, last, kind, as, text, folded);
    }

    int length() {
        return text.length();
    }

    /** Counted up to a few dozen, which is all that the rules ask. */
    int words() {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length() && words < 60; i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            boolean gap = Folding.empty(text.charAt(i));
            if (letter && !inside) {
                words++;
                inside = true;
            } else if (gap) {
                inside = false;
            }
        }
        return words;
    }

    /** Running text: nobody writes a headline or a menu like this. */
    boolean prose() {
        return is(Kind.TEXT)
                && (length() >= LONG
                        || (length() >= ASKED_LONG && ends())
                        || (length() >= SENTENCE_LONG && (stops() || (text.contains(". ") && (ends() || colon())))));
    }

    /** A short one counts too, if it is stopped like a sentence. */
    boolean sentence() {
        return is(Kind.TEXT) && (prose() || (length() >= 20 && words() >= 4 && stops()));
    }

    /** Ends with a full stop; three dots are none. */
    boolean stops() {
        char last = lastMark();
        return (last == '.' && !text.endsWith("...") && !text.endsWith("..")) || last == '۔';
    }

    /** Ends as a sentence may end. */
    boolean ends() {
        return ".!?؟…۔".indexOf(lastMark()) >= 0;
    }

    boolean colon() {
        return text.endsWith(":");
    }

    /** Breaks off with dots, as the beginnings of other stories do on a page that leads to them. */
    boolean brokenOff() {
        return text.endsWith("…") || text.endsWith("...");
    }

    boolean asks() {
        return lastMark() == '?' || lastMark() == '؟';
    }

    boolean couldBeHeadline() {
        return is(Kind.TEXT) && length() <= 160 && !prose() && !stops() && !colon() && words() >= 2;
    }

    /** One that is told from a subheading or a section's name even where others stand around it. */
    boolean clearHeadline() {
        return couldBeHeadline() && words() >= 4 && length() >= 20;
    }

    private char lastMark() {
        int end = text.length();
        while (end > 0 && (Folding.empty(text.charAt(end - 1)) || "\"”“»«’')]".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end == 0 ? ' ' : text.charAt(end - 1);
    }
}
