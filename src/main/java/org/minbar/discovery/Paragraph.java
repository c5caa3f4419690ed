package org.minbar.discovery;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.minbar.language.Language;

/**
 * Words set in lines: as large as the room allows, the lines of about the same length, never broken within a word. What
 * does not fit at the smallest size ends with an ellipsis.
 */
record Paragraph(Language language, String words, List<TextLayout> lines, float size) {

    /** Pixels are drawn with soft edges, and letters stand where they belong and not where the grid is. */
    static final FontRenderContext SOFT = new FontRenderContext(null, true, true);

    private static final float MEASURED = 100;
    private static final String ELLIPSIS = "…";
    private static final String NOT_BEFORE_AN_ELLIPSIS = "[\\s\\u00a0.,:;،؛·«“‘(\\[–—-]+$";

    /**
     * The room for some words, in pixels.
     *
     * @param most lines
     */
    record Room(float width, float height, int most, float largest, float smallest) {}

    static Paragraph fit(String said, Language language, Typeface face, Room room) {
        String words = face.drawable(said);
        if (words.isBlank()) return new Paragraph(language, "", List.of(), room.smallest());
        // A word that is wider than the room is made smaller rather than broken.
        float widest = widest(words, language, face);
        float smallest = Math.min(room.smallest(), room.width() / widest);
        if (!fits(words, language, face, room, smallest)) {
            String shorter = shortened(words, language, face, room, smallest);
            return balanced(shorter, language, face, room, smallest);
        }
        float fitting = smallest;
        float largest = Math.max(smallest, Math.min(room.largest(), room.width() / widest));
        if (fits(words, language, face, room, largest)) return balanced(words, language, face, room, largest);
        float tooLarge = largest;
        while (tooLarge - fitting > 1) {
            float middle = (fitting + tooLarge) / 2;
            if (fits(words, language, face, room, middle)) fitting = middle;
            else tooLarge = middle;
        }
        return balanced(words, language, face, room, fitting);
    }

    private static boolean fits(String words, Language language, Typeface face, Room room, float size) {
        int most = (int) Math.min(room.most(), room.height() / leading(language, size));
        return lines(words, language, face, size, room.width()).size() <= most;
    }

    /** By whole words from the end. */
    private static String shortened(String words, Language language, Typeface face, Room room, float size) {
        if (lines(words, language, face, size, room.width()).size() <= room.most()) return words;
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(words);
        for (int end = breaks.preceding(words.length()); end > 0; end = breaks.preceding(end)) {
            String shorter = words.substring(0, end).replaceFirst(NOT_BEFORE_AN_ELLIPSIS, "") + ELLIPSIS;
            if (lines(shorter, language, face, size, room.width()).size() <= room.most()) return shorter;
        }
        return words;
    }

    /** The narrowest column that needs no more lines: so the last line is no orphan. */
    private static Paragraph balanced(String words, Language language, Typeface face, Room room, float size) {
        List<TextLayout> lines = lines(words, language, face, size, room.width());
        float narrow = Math.max(room.width() / 2, size * widest(words, language, face));
        float wide = room.width();
        while (lines.size() > 1 && wide - narrow > 4) {
            float middle = (narrow + wide) / 2;
            List<TextLayout> tried = lines(words, language, face, size, middle);
            if (tried.size() > lines.size()) {
                narrow = middle;
            } else {
                wide = middle;
                lines = tried;
            }
        }
        return new Paragraph(language, words, lines, size);
    }

    private static List<TextLayout> lines(String words, Language language, Typeface face, float size, float width) {
        AttributedCharacterIterator text = face.set(words, language, size).getIterator();
        LineBreakMeasurer measurer =
                new LineBreakMeasurer(text, BreakIterator.getLineInstance(language.locale()), SOFT);
        List<TextLayout> lines = new ArrayList<>();
        // Half a pixel for what was rounded where a word is as wide as the room.
        while (measurer.getPosition() < text.getEndIndex()) lines.add(measurer.nextLayout(width + 0.5f));
        return lines;
    }

    /** The widest word in type of size one: twice the size is twice the width. */
    private static float widest(String words, Language language, Typeface face) {
        BreakIterator breaks = BreakIterator.getLineInstance(language.locale());
        breaks.setText(words);
        float widest = 0;
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; begin = end, end = breaks.next()) {
            String word = words.substring(begin, end).strip();
            if (!word.isEmpty()) widest = Math.max(widest, width(word, language, face));
        }
        return widest;
    }

    private static float width(String word, Language language, Typeface face) {
        return new TextLayout(face.set(word, language, MEASURED).getIterator(), SOFT).getVisibleAdvance() / MEASURED;
    }

    /** From one line to the next: Arabic letters reach farther up and down. */
    private static float leading(Language language, float size) {
        return size * (language.rightToLeft() ? 1.42f : 1.14f);
    }

    float height() {
        return lines.size() * leading(language, size);
    }

    float width() {
        return lines.stream()
                .map(TextLayout::getVisibleAdvance)
                .max(Float::compare)
                .orElse(0f);
    }

    /** Draws it from where its language begins: {@code left} and {@code right} are the sides of the column. */
    void draw(Graphics2D graphics, float left, float right, float top) {
        float leading = leading(language, size);
        // Where letters of both scripts rest, a little below the middle of the line.
        float baseline = top + leading / 2 + size * (language.rightToLeft() ? 0.27f : 0.31f);
        for (TextLayout line : lines) {
            // The space at which the line was broken hangs over its far end: to the left of Arabic words.
            float x = language.rightToLeft() ? right - line.getAdvance() : left;
            line.draw(graphics, x, baseline);
            baseline += leading;
        }
    }
}
