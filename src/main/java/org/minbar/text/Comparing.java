package org.minbar.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.minbar.text.Block.Heading;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Comparison.Change;
import org.minbar.text.Comparison.Op;
import org.minbar.text.Comparison.Piece;
import org.minbar.text.Comparison.Row;

/** Finds which paragraphs of two texts are the same one. Its answers are those of {@link Comparison}. */
final class Comparing {

    /** Beyond this part in common a paragraph is the same one, edited. */
    private static final double ALIKE = 0.34;

    /** The same, of two that stand alone opposite one another. */
    private static final double ALIKE_ALONE = 0.2;

    /** The same, of two that stand in different places. */
    private static final double ALIKE_ELSEWHERE = 0.6;

    /** So many words must a paragraph have for being recognised in another place when it was edited too. */
    private static final int WORDS_ELSEWHERE = 5;

    /** Words looked at for one comparison, beyond which paragraphs are matched by their place. */
    private static final long EFFORT = 1_500_000;

    /** A block under its text, which is quick to hash and has an order: no choice of texts makes the map slow. */
    private record Name(String text, Block block) implements Comparable<Name> {
        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && text.equals(name.text) && block.equals(name.block);
        }

        @Override
        public int compareTo(Name other) {
            return text.compareTo(other.text);
        }
    }

    private final Passage.Glossary glossary = new Passage.Glossary();
    private final Map<Name, Integer> names = new HashMap<>();
    private final Alignment alignment = new Alignment();
    private final List<Block> left;
    private final List<Block> right;
    private final int[] leftIds;
    private final int[] rightIds;
    private final List<Passage> passages = new ArrayList<>();
    private long effort = EFFORT;

    Comparing(List<Block> left, List<Block> right) {
        this.left = left;
        this.right = right;
        leftIds = ids(left);
        rightIds = ids(right);
    }

    private int[] ids(List<Block> blocks) {
        int[] ids = new int[blocks.size()];
        Map<Block, Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = known.computeIfAbsent(blocks.get(i), this::id);
        }
        return ids;
    }

    private int id(Block block) {
        Passage passage = Passage.of(block, glossary);
        int next = names.size();
        int id = names.computeIfAbsent(new Name(passage.text(), block), unknown -> next);
        if (id == passages.size()) {
            passages.add(passage);
        }
        return id;
    }

    private Passage left(int place) {
        return passages.get(leftIds[place]);
    }

    private Passage right(int place) {
        return passages.get(rightIds[place]);
    }

    /** @param elsewhere whether to look for what was moved, too; the answer then doesn't always rise */
    int[] matches(boolean elsewhere) {
        int[] match = alignment.of(leftIds, rightIds);
        int l = 0;
        int r = 0;
        for (int i = 0; i <= match.length; i++) {
            if (i == match.length || match[i] >= 0) {
                int rEnd = i == match.length ? right.size() : match[i];
                alike(l, i, r, rEnd, match);
                l = i + 1;
                r = rEnd + 1;
            }
        }
        if (elsewhere) {
            moved(match);
        }
        return match;
    }

    /**
     * Pairs those of a stretch that are alike, in their order, so that as much as possible is shared: the alignment of
     * Needleman and Wunsch (J. Mol. Biol. 48, 1970).
     */
    private void alike(int l, int lEnd, int r, int rEnd, int[] match) {
        int rows = lEnd - l;
        int columns = rEnd - r;
        if (rows == 0 || columns == 0) {
            return;
        }
        long needed = effort(l, lEnd, r, rEnd);
        if (needed > effort) {
            byPlace(l, lEnd, r, rEnd, match);
            return;
        }
        effort -= needed;
        double least = rows == 1 && columns == 1 ? ALIKE_ALONE : ALIKE;
        double[][] shared = new double[rows + 1][columns + 1];
        double[][] like = new double[rows][columns];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                like[i][j] = likeness(l + i, r + j);
                double paired = like[i][j] >= least ? shared[i + 1][j + 1] + like[i][j] : 0;
                shared[i][j] = Math.max(paired, Math.max(shared[i + 1][j], shared[i][j + 1]));
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (like[i][j] >= least && shared[i][j] == shared[i + 1][j + 1] + like[i][j]) {
                match[l + i++] = r + j++;
            } else if (shared[i][j] == shared[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private long effort(int l, int lEnd, int r, int rEnd) {
        long leftWords = 0;
        long rightWords = 0;
        for (int i = l; i < lEnd; i++) {
            leftWords += left(i).words() + 4;
        }
        for (int j = r; j < rEnd; j++) {
            rightWords += right(j).words() + 4;
        }
        return leftWords * (rEnd - r) + rightWords * (lEnd - l);
    }

    /** From above as long as they are alike, then from below. */
    private void byPlace(int l, int lEnd, int r, int rEnd, int[] match) {
        int i = l;
        int j = r;
        while (i < lEnd && j < rEnd && likeness(i, j) >= ALIKE) {
            match[i++] = j++;
        }
        int lLast = lEnd;
        int rLast = rEnd;
        while (i < lLast && j < rLast && likeness(lLast - 1, rLast - 1) >= ALIKE) {
            match[--lLast] = --rLast;
        }
        if (lLast - i == rLast - j) {
            while (i < lLast) {
                match[i] = likeness(i, j) >= ALIKE ? j : -1;
                i++;
                j++;
            }
        }
    }

    private double likeness(int l, int r) {
        if (leftIds[l] == rightIds[r]) {
            return 1;
        }
        double likeness = left(l).likeness(right(r));
        return left.get(l).getClass() == right.get(r).getClass() ? likeness : likeness * 0.9;
    }

    /** Equal ones first, then the likest; where there is too much to look at, equal ones only. */
    private void moved(int[] match) {
        boolean[] taken = new boolean[right.size()];
        for (int place : match) {
            if (place >= 0) {
                taken[place] = true;
            }
        }
        List<Integer> gone = new ArrayList<>();
        Map<Integer, Deque<Integer>> come = new HashMap<>();
        for (int r = 0; r < taken.length; r++) {
            if (!taken[r] && right(r).words() > 0) {
                come.computeIfAbsent(rightIds[r], id -> new ArrayDeque<>()).add(r);
            }
        }
        for (int l = 0; l < match.length; l++) {
            if (match[l] < 0 && left(l).words() > 0) {
                Deque<Integer> places = come.get(leftIds[l]);
                if (places != null && !places.isEmpty()) {
                    match[l] = places.remove();
                    taken[match[l]] = true;
                } else {
                    gone.add(l);
                }
            }
        }
        likeElsewhere(gone, taken, match);
    }

    private void likeElsewhere(List<Integer> gone, boolean[] taken, int[] match) {
        List<Integer> come = new ArrayList<>();
        for (int r = 0; r < taken.length; r++) {
            if (!taken[r] && right(r).words() >= WORDS_ELSEWHERE) {
                come.add(r);
            }
        }
        gone.removeIf(l -> left(l).words() < WORDS_ELSEWHERE);
        long goneWords = gone.stream().mapToLong(l -> left(l).words()).sum();
        long comeWords = come.stream().mapToLong(r -> right(r).words()).sum();
        if (goneWords * come.size() + comeWords * gone.size() > effort) {
            return;
        }
        for (int l : gone) {
            int best = -1;
            double most = ALIKE_ELSEWHERE;
            for (int r : come) {
                double likeness = taken[r] ? 0 : likeness(l, r);
                if (likeness > most) {
                    best = r;
                    most = likeness;
                }
            }
            if (best >= 0) {
                match[l] = best;
                taken[best] = true;
            }
        }
    }

    List<Row> rows(String dir) {
        int[] match = matches(true);
        int[] back = new int[right.size()];
        Arrays.fill(back, -1);
        List<int[]> pairs = new ArrayList<>();
        for (int l = 0; l < match.length; l++) {
            if (match[l] >= 0) {
                back[match[l]] = l;
                pairs.add(new int[] {l, match[l]});
            }
        }
        List<int[]> kept = Alignment.rising(pairs);
        List<Row> rows = new ArrayList<>(match.length);
        int l = 0;
        int r = 0;
        // What is gone stands in front of what came in its place.
        for (int i = 0; i <= kept.size(); i++) {
            int lEnd = i == kept.size() ? left.size() : kept.get(i)[0];
            int rEnd = i == kept.size() ? right.size() : kept.get(i)[1];
            for (; l < lEnd; l++) {
                if (match[l] < 0) {
                    rows.add(removed(l, dir));
                }
            }
            for (; r < rEnd; r++) {
                rows.add(back[r] < 0 ? added(r, dir) : pair(back[r], r, true, dir));
            }
            if (i < kept.size()) {
                rows.add(pair(l++, r++, false, dir));
            }
        }
        return rows;
    }

    private Row removed(int l, String dir) {
        return new Row(Change.REMOVED, l, -1, direction(left(l), dir), dir, false, false, whole(Op.REMOVED, left(l)));
    }

    private Row added(int r, String dir) {
        return new Row(Change.ADDED, -1, r, dir, direction(right(r), dir), false, false, whole(Op.ADDED, right(r)));
    }

    private Row pair(int l, int r, boolean moved, String dir) {
        Passage before = left(l);
        Passage after = right(r);
        if (leftIds[l] == rightIds[r]) {
            String direction = direction(before, dir);
            return new Row(Change.SAME, l, r, direction, direction, moved, false, whole(Op.SAME, before));
        }
        List<Piece> pieces = Pieces.of(before, after, alignment);
        boolean seen = pieces.stream().anyMatch(piece -> piece.op() != Op.SAME || piece.restyled());
        boolean recast = !seen || recast(left.get(l), right.get(r));
        return new Row(Change.CHANGED, l, r, direction(before, dir), direction(after, dir), moved, recast, pieces);
    }

    private static List<Piece> whole(Op op, Passage passage) {
        return passage.text().isEmpty() ? List.of() : List.of(new Piece(op, passage.text(), false));
    }

    private static boolean recast(Block before, Block after) {
        if (before instanceof Heading one && after instanceof Heading other) {
            return one.level() != other.level();
        }
        if (before instanceof ListBlock one && after instanceof ListBlock other) {
            return one.ordered() != other.ordered();
        }
        return before.getClass() != after.getClass();
    }

    private static String direction(Passage passage, String dir) {
        return Letters.direction(passage.text(), dir).orElse(dir);
    }
}
