package org.minbar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minbar.text.Comparison.Op;
import org.minbar.text.Comparison.Piece;

/** Compares two passages word by word, and joins what would read as crumbs. */
final class Pieces {

    /** Where less than this part of either side is left as it was, it has been written anew. */
    private static final double ANEW = 0.15;

    /** So many words may stand between two changes and still be taken with them. */
    private static final int WORDS_BETWEEN = 2;

    /** A stretch that changed: from and up to a place on either side. */
    private record Hunk(int left, int leftEnd, int right, int rightEnd) {}

    private final Passage left;
    private final Passage right;

    private Pieces(Passage left, Passage right) {
        this.left = left;
        this.right = right;
    }

    static List<Piece> of(Passage left, Passage right, Alignment alignment) {
        return new Pieces(left, right).pieces(alignment);
    }

    private List<Piece> pieces(Alignment alignment) {
        List<Hunk> hunks = new ArrayList<>();
        int kept = left.weight();
        for (Hunk hunk : hunks(alignment.of(left.ids(), right.ids()))) {
            Hunk joined = hunk;
            while (!hunks.isEmpty() && crumb(hunks.get(hunks.size() - 1), joined)) {
                Hunk before = hunks.remove(hunks.size() - 1);
                joined = new Hunk(before.left(), joined.leftEnd(), before.right(), joined.rightEnd());
            }
            hunks.add(joined);
        }
        for (Hunk hunk : hunks) {
            kept -= left.weight(hunk.left(), hunk.leftEnd());
        }
        if (kept < ANEW * Math.max(left.weight(), right.weight()) && !hunks.isEmpty()) {
            hunks = List.of(new Hunk(0, left.size(), 0, right.size()));
        }
        return printed(hunks);
    }

    private List<Hunk> hunks(int[] match) {
        List<Hunk> hunks = new ArrayList<>();
        int l = 0;
        int r = 0;
        for (int i = 0; i <= match.length; i++) {
            if (i == match.length || match[i] >= 0) {
                int rEnd = i == match.length ? right.size() : match[i];
                if (l < i || r < rEnd) {
                    hunks.add(new Hunk(l, i, r, rEnd));
                }
                l = i + 1;
                r = rEnd + 1;
            }
        }
        return hunks;
    }

    /**
     * Whether what stands between two changes is better read with them: nothing but spaces and signs on one line; or a
     * word or two, no longer than the changes on either side of them.
     */
    private boolean crumb(Hunk before, Hunk after) {
        int words = 0;
        int length = 0;
        for (int i = before.leftEnd(); i < after.left(); i++) {
            if (left.line(i) || words > WORDS_BETWEEN) {
                return false;
            }
            if (left.word(i)) {
                words++;
                length += left.length(i);
            }
        }
        return words == 0 || words <= WORDS_BETWEEN && length <= weight(before) / 2 && length <= weight(after) / 2;
    }

    private int weight(Hunk hunk) {
        return Math.max(left.weight(hunk.left(), hunk.leftEnd()), right.weight(hunk.right(), hunk.rightEnd()));
    }

    private List<Piece> printed(List<Hunk> hunks) {
        List<Piece> pieces = new ArrayList<>();
        int[] leftStyles = left.styles();
        int[] rightStyles = right.styles();
        int l = 0;
        int r = 0;
        for (Hunk hunk : hunks) {
            same(l, hunk.left(), r, leftStyles, rightStyles, pieces);
            add(Op.REMOVED, left.text(hunk.left(), hunk.leftEnd()), false, pieces);
            add(Op.ADDED, right.text(hunk.right(), hunk.rightEnd()), false, pieces);
            l = hunk.leftEnd();
            r = hunk.rightEnd();
        }
        same(l, left.size(), r, leftStyles, rightStyles, pieces);
        return pieces;
    }

    /** Words that stayed, apart from those that are set otherwise. */
    private void same(int from, int to, int rightFrom, int[] leftStyles, int[] rightStyles, List<Piece> pieces) {
        int start = from;
        boolean restyled = false;
        for (int i = from; i < to; i++) {
            int r = rightFrom + i - from;
            boolean otherwise = !Arrays.equals(
                    leftStyles,
                    left.start(i),
                    left.start(i) + left.length(i),
                    rightStyles,
                    right.start(r),
                    right.start(r) + right.length(r));
            if (otherwise != restyled) {
                add(Op.SAME, left.text(start, i), restyled, pieces);
                start = i;
                restyled = otherwise;
            }
        }
        add(Op.SAME, left.text(start, to), restyled, pieces);
    }

    private static void add(Op op, String text, boolean restyled, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(op, text, restyled));
        }
    }
}
