package org.minbar.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What many changes, one upon the other, come to in terms of the text as it was handed in. Changes that touched the same
 * characters have become one; the others can be made, or left, one by one.
 */
final class Trail {

    /**
     * @param start in the text as handed in
     * @param rule the first that was at work here
     * @param pairs edits that share a number are made together
     */
    record Edit(int start, int end, String after, String rule, Set<Integer> pairs) {
        private int growth() {
            return after.length() - (end - start);
        }
    }

    private List<Edit> edits = new ArrayList<>();
    private int pairs;

    /** @param changes in the text as it is now, from left to right, none reaching into the next */
    void make(String rule, String text, List<Galley.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Edit> next = new ArrayList<>(edits.size() + changes.size());
        int most = 0;
        int growth = 0;
        int e = 0;
        int c = 0;
        while (e < edits.size() || c < changes.size()) {
            Knot knot = new Knot(growth);
            boolean more = true;
            while (more) {
                more = false;
                if (e < edits.size() && knot.takes(edits.get(e), c < changes.size() ? changes.get(c) : null)) {
                    knot.add(edits.get(e++));
                    more = true;
                }
                if (c < changes.size() && knot.takes(changes.get(c))) {
                    most = Math.max(most, changes.get(c).pair());
                    knot.add(changes.get(c++));
                    more = true;
                }
            }
            next.add(knot.edit(rule, text, pairs));
            growth = knot.growth;
        }
        pairs += most;
        edits = next;
    }

    /** What stands together or not at all; each list from left to right, nothing in it that changes nothing. */
    List<List<Edit>> groups(String text) {
        Map<Integer, Integer> group = new HashMap<>();
        Map<Integer, List<Edit>> groups = new LinkedHashMap<>();
        int alone = -1;
        for (Edit edit : edits) {
            int name = edit.pairs().stream()
                    .map(pair -> root(pair, group))
                    .min(Comparator.naturalOrder())
                    .orElse(alone--);
            edit.pairs().forEach(pair -> group.put(root(pair, group), name));
        }
        alone = -1;
        for (Edit edit : edits) {
            int name = edit.pairs().stream()
                    .findFirst()
                    .map(pair -> root(pair, group))
                    .orElse(alone);
            alone--;
            if (!edit.after().equals(text.substring(edit.start(), edit.end()))) {
                groups.computeIfAbsent(name, unknown -> new ArrayList<>()).add(edit);
            }
        }
        return List.copyOf(groups.values());
    }

    private static int root(int pair, Map<Integer, Integer> group) {
        int root = pair;
        while (group.getOrDefault(root, root) != root) {
            root = group.getOrDefault(root, root);
        }
        return root;
    }

    /** Edits, and the changes that reach into them. */
    private static final class Knot {
        private final List<Edit> edits = new ArrayList<>();
        private final List<Galley.Change> changes = new ArrayList<>();
        private final int before;
        private int growth;
        private int from = Integer.MAX_VALUE;
        private int to = -1;

        /** The place of the last edit in the text as it is now. */
        private int lastStart;

        private int lastEnd;

        Knot(int growth) {
            before = growth;
            this.growth = growth;
        }

        boolean takes(Edit edit, Galley.@org.jspecify.annotations.Nullable Change next) {
            int start = edit.start() + growth;
            int end = start + edit.after().length();
            if (edits.isEmpty() && changes.isEmpty()) {
                return next == null || start <= next.start();
            }
            return !changes.isEmpty() && touch(start, end, changes.get(changes.size() - 1));
        }

        boolean takes(Galley.Change change) {
            return edits.isEmpty() && changes.isEmpty() || !edits.isEmpty() && touch(lastStart, lastEnd, change);
        }

        private static boolean touch(int start, int end, Galley.Change change) {
            if (change.start() == change.end()) {
                return start <= change.start() && change.start() <= end;
            }
            return start == end
                    ? change.start() < start && start < change.end()
                    : change.start() < end && start < change.end();
        }

        void add(Edit edit) {
            lastStart = edit.start() + growth;
            lastEnd = lastStart + edit.after().length();
            growth += edit.growth();
            from = Math.min(from, lastStart);
            to = Math.max(to, lastEnd);
            edits.add(edit);
        }

        void add(Galley.Change change) {
            from = Math.min(from, change.start());
            to = Math.max(to, change.end());
            changes.add(change);
        }

        Edit edit(String rule, String text, int firstPair) {
            if (changes.isEmpty()) {
                return edits.get(0);
            }
            StringBuilder after = new StringBuilder();
            Set<Integer> pairs = new HashSet<>();
            int place = from;
            for (Galley.Change change : changes) {
                after.append(text, place, change.start()).append(change.after());
                place = change.end();
                if (change.pair() > 0) {
                    pairs.add(firstPair + change.pair());
                }
            }
            after.append(text, place, to);
            edits.forEach(edit -> pairs.addAll(edit.pairs()));
            String first = edits.isEmpty() ? rule : edits.get(0).rule();
            return new Edit(from - before, to - growth, after.toString(), first, pairs);
        }
    }
}
