package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;

/**
 * The revisions of one edition, and two texts compared word by word. Template {@code revisions} of the theme
 * {@code desk}.
 *
 * @param address {@code /desk/editions/7}
 * @param lang of the edition
 * @param dir of the edition
 * @param revisions the newest first
 * @param comparison of two of them, or of the saved text with one that was never saved
 * @param unsaved whether the right side of the comparison is a text that was never saved, which may be taken up
 */
public record RevisionsPage(
        DeskFrame frame,
        String address,
        String lang,
        String dir,
        String headline,
        List<Line> revisions,
        Optional<Compared> comparison,
        boolean unsaved,
        boolean editable) {

    /**
     * @param name why there is this revision, in the screen's language
     * @param by who wrote it; may be empty
     * @param current whether its words are the edition's now
     * @param left whether it is the earlier side of the comparison
     * @param right whether it is the later one
     */
    public record Line(
            int number,
            Instant at,
            String by,
            String name,
            boolean minor,
            boolean current,
            boolean left,
            boolean right) {}

    /**
     * @param left what the earlier side is, as a sentence
     * @param right what the later side is
     * @param fields the lines that differ
     * @param rows the body, paragraph by paragraph
     */
    public record Compared(String left, String right, List<Field> fields, List<Row> rows) {

        public boolean same() {
            return fields.isEmpty()
                    && rows.stream().allMatch(row -> row.change().equals("same"));
        }
    }

    /** @param label the name of the field in the screen's language */
    public record Field(String label, List<EditionPage.Piece> pieces) {}

    /** @param change {@code same}, {@code changed}, {@code added} or {@code removed} */
    public record Row(String change, String dir, List<EditionPage.Piece> pieces) {}
}
