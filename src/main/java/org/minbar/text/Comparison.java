package org.minbar.text;

import java.util.List;
import java.util.Locale;

/**
 * Two versions of a text side by side: which paragraphs are the same, changed, new or gone, and which words within those
 * that changed. A paragraph is a block at the top of a body, whatever its kind.
 *
 * <p>Equal paragraphs are matched first; between them, those that share more than a third of their words, so that an edit
 * beside an insertion is told from it; last, those that stand elsewhere now. Words are then compared within each pair. Every
 * paragraph of either side is in exactly one row.
 *
 * <p>The time is bounded. Where it would not suffice (thousands of paragraphs rewritten, a paragraph of a megabyte that is
 * altered all over) the answer is coarser, never wrong: paragraphs are matched by their place, words as removed and added
 * in one piece.
 *
 * <p>Who prints this isolates every piece ({@code <del>}, {@code <ins>} and {@code <bdi>} with the direction of the row, or
 * U+2068…U+2069 in plain text): words of one side must not pull those of the other out of their order.
 *
 * @param rows in the order of the right side, each removed paragraph where it stood
 */
public record Comparison(List<Row> rows) {

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** What became of a paragraph. Its name in lower case is what pages and scripts know it by. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** On which side some words stand; the sign is what pages and scripts know it by. */
    public enum Op {
        SAME("="),
        REMOVED("-"),
        ADDED("+");

        private final String sign;

        Op(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * Some words in a row. Same and removed pieces in their order give the left text, same and added ones the right; no
     * piece begins or ends within what a reader takes for one character, or within a word.
     *
     * @param restyled the same words, but set otherwise: another mark, link, language or direction
     */
    public record Piece(Op op, String text, boolean restyled) {}

    /**
     * A paragraph, or a pair of them. The text is what it says, on a line of its own for each item, row or paragraph in it,
     * with tabs between the cells of a table and the address of an embed below its title.
     *
     * @param left its place in the left body, or -1
     * @param right its place in the right body, or -1
     * @param leftDir {@code rtl} or {@code ltr}, the direction of its text on the left
     * @param rightDir the direction of its text on the right
     * @param moved it stands before or behind others now that kept their order
     * @param recast it is a block of another kind or shape: a paragraph has become a heading, a list is numbered
     */
    public record Row(
            Change change,
            int left,
            int right,
            String leftDir,
            String rightDir,
            boolean moved,
            boolean recast,
            List<Piece> pieces) {
        public Row {
            pieces = List.copyOf(pieces);
        }
    }

    /** @param dir the direction of the edition, {@code rtl} or {@code ltr}, for what has none of its own */
    public static Comparison of(Body left, Body right, String dir) {
        return new Comparison(new Comparing(left.blocks(), right.blocks()).rows(dir));
    }

    /** Two headlines, standfirsts or other texts without paragraphs; one piece, or none, where they are the same. */
    public static List<Piece> line(String left, String right) {
        Passage.Glossary glossary = new Passage.Glossary();
        return Pieces.of(Passage.of(left, glossary), Passage.of(right, glossary), new Alignment());
    }

    /** Whether there is no difference. */
    public boolean same() {
        return rows.stream().allMatch(row -> row.change() == Change.SAME && !row.moved());
    }
}
