package org.minbar.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.minbar.text.Body;
import org.minbar.text.Comparison;
import org.minbar.text.Comparison.Change;
import org.minbar.text.Comparison.Row;

/**
 * How far a source has moved on since a translation was made from it, paragraph by paragraph. The translation is taken to
 * follow the source as it was then, paragraph for paragraph; where it has more or fewer, a place in it is found in
 * proportion, rounded down, so that whoever goes there has what is to be done below and not above.
 *
 * @param comparison of the source then (left) with the source now (right)
 * @param then how many paragraphs the source had when the translation was made
 * @param changed how many have changed, come or gone since, or stand elsewhere
 * @param of how many: those of the source now, and those that are gone without another in their place
 */
public record Freshness(Comparison comparison, int then, int changed, int of) {

    /**
     * @param then the source at the revision from which the translation was made
     * @param now the source as it is
     * @param dir the direction of the source, {@code rtl} or {@code ltr}
     */
    public static Freshness of(Body then, Body now, String dir) {
        Comparison comparison = Comparison.of(then, now, dir);
        int changed = 0;
        int of = 0;
        int removed = 0;
        int added = 0;
        for (Row row : comparison.rows()) {
            switch (row.change()) {
                case REMOVED -> removed++;
                case ADDED -> added++;
                default -> {
                    // One written in another's place is one change, not two.
                    changed += Math.max(removed, added) + (moved(row) ? 1 : 0);
                    of += Math.max(removed, added) + 1;
                    removed = 0;
                    added = 0;
                }
            }
        }
        return new Freshness(
                comparison, then.blocks().size(), changed + Math.max(removed, added), of + Math.max(removed, added));
    }

    public boolean fresh() {
        return changed == 0;
    }

    /** What is to be done, in the order of the source now; what is gone where it stood. */
    public List<Row> stale() {
        return comparison.rows().stream().filter(Freshness::moved).toList();
    }

    /**
     * For every row of the comparison, the paragraph of the translation beside which it stands; empty beside what is new
     * and not yet translated. Two editions are set side by side by it.
     */
    public List<OptionalInt> beside(Body translation) {
        return comparison.rows().stream()
                .map(row -> row.left() < 0 || translation.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(place(row.left(), translation)))
                .toList();
    }

    /**
     * Where the first stale paragraph of the translation stands: its number from 0, or the number of its paragraphs where
     * something new is to follow the last; empty where nothing is stale.
     */
    public OptionalInt first(Body translation) {
        List<Integer> places = new ArrayList<>();
        int behind = 0;
        for (Row row : comparison.rows()) {
            if (moved(row)) {
                places.add(row.left() < 0 ? place(behind, translation) : place(row.left(), translation));
            }
            behind = row.left() < 0 || row.moved() ? behind : row.left() + 1;
        }
        return places.stream().mapToInt(Integer::intValue).min();
    }

    private static boolean moved(Row row) {
        return row.change() != Change.SAME || row.moved();
    }

    /** @param place in the source then; its length is the end */
    private int place(int place, Body translation) {
        int size = translation.blocks().size();
        if (size == then || then == 0) {
            return Math.min(place, size);
        }
        return (int) ((long) place * size / then);
    }
}
