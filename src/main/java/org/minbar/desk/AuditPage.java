package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import org.minbar.view.DeskFrame;

/**
 * Who did what, when, to which edition. Template {@code audit} of the theme {@code desk}.
 *
 * @param day {@code 2026-03-04} in the newsroom's zone; may be empty
 * @param older where the list goes on; may be empty
 * @param first where it begins; empty at the beginning
 */
public record AuditPage(
        DeskFrame frame,
        String action,
        List<BoardPage.Choice> people,
        List<BoardPage.Choice> kinds,
        String story,
        String day,
        List<Line> lines,
        String older,
        String first) {

    /**
     * A row of the journal.
     *
     * @param number its place in the journal
     * @param sentence what happened, in the language of the screen
     * @param revisions “revision 3 → 4”; may be empty
     * @param note what was said with it: a reason, a correction; may be empty
     * @param payload the row as it is kept, where the house has no sentence for its kind; else empty
     * @param headline of the edition as it is now, in {@code lang}; may be empty
     * @param url the edition, or its revisions
     */
    public record Line(
            long number,
            Instant at,
            String sentence,
            String revisions,
            String note,
            String payload,
            String headline,
            String lang,
            String url) {}
}
