package org.minbar.discovery;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.media.Shown;

/**
 * Live coverage as machines are told of it.
 *
 * @param began when the first line was told
 * @param ended empty while it goes on
 * @param updated when the newest line was told, or one of these corrected
 * @param lines of the page and, from wherever they stand, the pinned one and the key moments; the newest first
 */
public record Chronicle(Instant began, Optional<Instant> ended, Instant updated, List<Line> lines) {

    /** What search engines show of a headline. */
    private static final int LONGEST_HEADLINE = 110;

    /**
     * @param text plain text, never empty
     * @param body what stands below it, as plain text; may be empty
     */
    public record Line(int number, Instant at, Instant updated, String text, String body, List<Shown> pictures) {

        /** The line, or its first sentence, or as many of its words as make a headline. */
        String headline(Language language) {
            if (text.length() <= LONGEST_HEADLINE) return text;
            BreakIterator sentences = BreakIterator.getSentenceInstance(language.locale());
            sentences.setText(text);
            int end = sentences.following(0);
            if (end <= LONGEST_HEADLINE) return text.substring(0, end).strip();
            int space = text.lastIndexOf(' ', LONGEST_HEADLINE - 1);
            int cut = space > 0 ? space : text.offsetByCodePoints(0, LONGEST_HEADLINE / 2);
            return text.substring(0, cut).strip() + "…";
        }
    }
}
