package org.minbar.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which members of two sequences are the same, in the same order, in bounded time.
 *
 * <p>The shortest script is found by Myers, “An O(ND) difference algorithm and its variations” (1986), whose time grows
 * with the square of what differs. Where that is too much, members that each side has exactly once are taken as anchors
 * (the longest rising row of them, as in Bram Cohen's patience difference), and the shortest script is looked for between
 * them. Where there is no anchor, or the effort is spent, nothing between is the same: the answer is then longer than it
 * need be, but never wrong.
 */
final class Alignment {

    /** Steps of Myers' algorithm and members looked at, for one comparison as a whole: some ten milliseconds. */
    private static final int EFFORT = 400_000;

    /** Steps for one stretch, before anchors are asked: about 500 differences. */
    private static final int EFFORT_FOR_A_STRETCH = 130_000;

    /** Members of both sides together, beyond which anchors come first. */
    private static final int LONGEST_STRETCH = 6_000;

    private int effort = EFFORT;

    private record Stretch(int left, int leftEnd, int right, int rightEnd) {}

    /** @return for every member of the left side its place on the right, or -1; rising */
    int[] of(int[] left, int[] right) {
        int[] match = new int[left.length];
        Arrays.fill(match, -1);
        Deque<Stretch> open = new ArrayDeque<>();
        open.push(new Stretch(0, left.length, 0, right.length));
        boolean anchored = false;
        while (!open.isEmpty()) {
            Stretch stretch = sameEdges(open.pop(), left, right, match);
            if (stretch.left() == stretch.leftEnd() || stretch.right() == stretch.rightEnd()) {
                continue;
            }
            // The first look for anchors is always taken: it costs no more than reading both sides did.
            if (!shortest(stretch, left, right, match) && (effort > 0 || !anchored)) {
                anchored(stretch, left, right, match, open);
                anchored = true;
            }
        }
        return match;
    }

    private static Stretch sameEdges(Stretch stretch, int[] left, int[] right, int[] match) {
        int l = stretch.left();
        int r = stretch.right();
        int lEnd = stretch.leftEnd();
        int rEnd = stretch.rightEnd();
        while (l < lEnd && r < rEnd && left[l] == right[r]) {
            match[l++] = r++;
        }
        while (l < lEnd && r < rEnd && left[lEnd - 1] == right[rEnd - 1]) {
            match[--lEnd] = --rEnd;
        }
        return new Stretch(l, lEnd, r, rEnd);
    }

    private boolean shortest(Stretch stretch, int[] left, int[] right, int[] match) {
        int length = stretch.leftEnd() - stretch.left() + stretch.rightEnd() - stretch.right();
        if (length > LONGEST_STRETCH || effort <= 0) {
            return false;
        }
        List<Change> changes = new ArrayList<>();
        Meter meter = new Meter(Math.min(effort, EFFORT_FOR_A_STRETCH));
        try {
            changes.addAll(new MyersDiff<Integer>()
                    .computeDiff(
                            list(left, stretch.left(), stretch.leftEnd()),
                            list(right, stretch.right(), stretch.rightEnd()),
                            meter));
        } catch (Spent spent) {
            return false;
        } finally {
            effort -= meter.steps + length;
        }
        int l = stretch.left();
        int r = stretch.right();
        changes.sort(Comparator.comparingInt(change -> change.startOriginal));
        for (Change change : changes) {
            while (l < stretch.left() + change.startOriginal) {
                match[l++] = r++;
            }
            l = stretch.left() + change.endOriginal;
            r = stretch.right() + change.endRevised;
        }
        while (l < stretch.leftEnd()) {
            match[l++] = r++;
        }
        return true;
    }

    private static List<Integer> list(int[] all, int from, int to) {
        List<Integer> list = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            list.add(all[i]);
        }
        return list;
    }

    private void anchored(Stretch stretch, int[] left, int[] right, int[] match, Deque<Stretch> open) {
        effort -= stretch.leftEnd() - stretch.left() + stretch.rightEnd() - stretch.right();
        List<int[]> anchors = rising(once(stretch, left, right));
        int l = stretch.left();
        int r = stretch.right();
        for (int[] anchor : anchors) {
            match[anchor[0]] = anchor[1];
            open.push(new Stretch(l, anchor[0], r, anchor[1]));
            l = anchor[0] + 1;
            r = anchor[1] + 1;
        }
        if (!anchors.isEmpty()) {
            open.push(new Stretch(l, stretch.leftEnd(), r, stretch.rightEnd()));
        }
    }

    /** What stands exactly once on either side, by its place on the left. */
    private static List<int[]> once(Stretch stretch, int[] left, int[] right) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int r = stretch.right(); r < stretch.rightEnd(); r++) {
            places.merge(right[r], r, (one, other) -> -1);
        }
        Map<Integer, Integer> seen = new HashMap<>();
        for (int l = stretch.left(); l < stretch.leftEnd(); l++) {
            seen.merge(left[l], 1, Integer::sum);
        }
        List<int[]> once = new ArrayList<>();
        for (int l = stretch.left(); l < stretch.leftEnd(); l++) {
            int place = places.getOrDefault(left[l], -1);
            if (place >= 0 && seen.getOrDefault(left[l], 0) == 1) {
                once.add(new int[] {l, place});
            }
        }
        return once;
    }

    /** The longest row of pairs that rises on both sides: Schensted's piles, from which the row is read backwards. */
    static List<int[]> rising(List<int[]> pairs) {
        int[] piles = new int[pairs.size()];
        int[] below = new int[pairs.size()];
        int height = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = height;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(piles[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            below[i] = low == 0 ? -1 : piles[low - 1];
            piles[low] = i;
            height = Math.max(height, low + 1);
        }
        int[][] row = new int[height][];
        int i = height == 0 ? -1 : piles[height - 1];
        for (int place = height - 1; place >= 0; place--) {
            row[place] = pairs.get(i);
            i = below[i];
        }
        return List.of(row);
    }

    /** The listener of the algorithm is the only way to stop it. */
    private static final class Meter implements DiffAlgorithmListener {
        private final int most;
        private int steps;

        Meter(int most) {
            this.most = most;
        }

        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int value, int max) {
            steps += value + 1;
            if (steps > most) {
                throw new Spent();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("The effort is spent", null, false, false);
        }
    }
}
