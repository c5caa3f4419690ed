package org.minbar.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A line as it is seen, from left to right, put back into the order in which it is read: the inverse of UAX 9 for one
 * line without explicit embeddings.
 *
 * <p>In a right-to-left line every character ends on level 1 (right to left) or 2 (Latin and numbers), and the line was
 * made by reversing all of it and turning each run of level 2 back. So only one thing is unknown: whether what is neutral
 * between two runs of level 2 belongs to them. Of both answers that one is taken which UAX 9 would have laid out as seen;
 * where both would, what a newsroom writes decides (a telephone number begins with 0, thousands stand in threes); where
 * neither would, the author isolated the run, and it stands as seen. A left-to-right line is its right-to-left stretches,
 * each read so, in place.
 */
final class ReadingOrder {

    private static final String OPENING = "([{«‹<";
    private static final String CLOSING = ")]}»›>";

    private final List<String> cells;
    private final char[] kinds;
    private final boolean[] forward;
    private final boolean afterLetters;
    private boolean unsure;

    private ReadingOrder(List<String> cells, boolean afterLetters) {
        this.cells = cells;
        this.afterLetters = afterLetters;
        this.kinds = new char[cells.size()];
        this.forward = new boolean[cells.size()];
    }

    /**
     * A line as it is read. Most files name a bracket by its look, some by its meaning; in one of the two wordings it
     * opens before it closes, which a single line may not tell.
     *
     * @param byLook with the brackets of right-to-left text turned
     * @param byMeaning with all brackets as they came
     */
    record Read(String byLook, String byMeaning, boolean unsure) {}

    /**
     * @param cells what stands side by side, from the left: a letter, a ligature, a letter with its marks, a space
     * @param afterLetters whether right-to-left letters come before it in its paragraph
     */
    static Read of(List<String> cells, boolean rightToLeft, boolean afterLetters) {
        if (rightToLeft) {
            return new ReadingOrder(cells, afterLetters).rightToLeft();
        }
        StringBuilder byLook = new StringBuilder();
        StringBuilder byMeaning = new StringBuilder();
        boolean unsure = false;
        for (int i = 0; i < cells.size(); ) {
            int end = kind(cells.get(i)) == 'R' ? lastOfStretch(cells, i) + 1 : i + 1;
            if (end == i + 1) {
                byLook.append(cells.get(i));
                byMeaning.append(cells.get(i));
            } else {
                Read stretch = new ReadingOrder(cells.subList(i, end), true).rightToLeft();
                byLook.append(stretch.byLook);
                byMeaning.append(stretch.byMeaning);
                unsure |= stretch.unsure;
            }
            i = end;
        }
        return new Read(byLook.toString(), byMeaning.toString(), unsure);
    }

    private static int lastOfStretch(List<String> cells, int from) {
        int last = from;
        for (int i = from + 1; i < cells.size() && kind(cells.get(i)) != 'L'; i++) {
            last = kind(cells.get(i)) == 'R' ? i : last;
        }
        return last;
    }

    /** R and L letters, E European digits, A Arabic-Indic digits, blank for space, o for the rest. */
    static char kind(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            switch (Character.getDirectionality(cell.charAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return 'R';
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return 'L';
                }
                case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> {
                    return 'E';
                }
                case Character.DIRECTIONALITY_ARABIC_NUMBER -> {
                    return 'A';
                }
                default -> {}
            }
        }
        return cell.isBlank() || cell.equals("\u00A0") || cell.equals("\u202F") ? ' ' : 'o';
    }

    private Read rightToLeft() {
        int n = cells.size();
        for (int i = 0; i < n; i++) {
            kinds[i] = kind(cells.get(i));
            forward[i] = kinds[i] == 'L' || number(i);
        }
        for (int i = 0; i < n; i++) {
            if (forward[i]) {
                int next = i + 1;
                while (next < n && (kinds[next] == ' ' || kinds[next] == 'o')) {
                    next++;
                }
                if (next > i + 1 && next < n && kinds[next] != 'R' && joined(i, next)) {
                    Arrays.fill(forward, i + 1, next, true);
                }
            }
        }
        takeSigns();
        takeBrackets();
        return new Read(turned(true), turned(false), unsure);
    }

    /** Whether what stands between these two is read from left to right like they are. */
    private boolean joined(int left, int right) {
        boolean latinBefore = latinBefore(left);
        if (kinds[left] == 'A' || kinds[right] == 'A') {
            return kinds[left] == kinds[right] && separator(left, right);
        }
        if (kinds[right] == 'L' || latinBefore) {
            return true;
        }
        if (separator(left, right)) {
            return cells.get(left + 1).isBlank() || kinds[left + 1] == ' ' ? thousands(left, right) : true;
        }
        String between = right == left + 2 ? cells.get(left + 1) : "";
        if (between.equals("-") || between.equals("+")) {
            return hyphened(left, right);
        }
        return between.equals(" ") && thousands(left, right);
    }

    /** Whether the run that ends here, read from its left, has Latin in it: numbers behind Latin follow it (W7). */
    private boolean latinBefore(int at) {
        for (int i = at; i >= 0 && forward[i]; i--) {
            if (kinds[i] == 'L') {
                return true;
            }
        }
        return false;
    }

    private boolean separator(int left, int right) {
        return right == left + 2
                && Character.getDirectionality(cells.get(left + 1).charAt(0))
                        == Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR;
    }

    /** 1 200 000 keeps its order where the spaces do not break; with plain ones it is laid out in pieces, last first. */
    private boolean thousands(int left, int right) {
        List<String> groups = groups(left, right, " \u00A0\u202F");
        boolean asSeen = inThrees(groups);
        List<String> turned = new ArrayList<>(groups);
        Collections.reverse(turned);
        boolean asTurned = inThrees(turned);
        unsure |= asSeen && asTurned;
        return asSeen && (!asTurned || !cells.get(left + 1).equals(" "));
    }

    private static boolean inThrees(List<String> groups) {
        return groups.size() > 1
                && groups.get(0).length() <= 3
                && !groups.get(0).startsWith("0")
                && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    }

    /** 0524-12-34-56 after Arabic letters is laid out in pieces, last first (W2, W4); at the start of a line it is not. */
    private boolean hyphened(int left, int right) {
        List<String> groups = groups(left, right, "-+");
        String first = groups.get(0);
        String last = groups.get(groups.size() - 1);
        if (first.startsWith("0") != last.startsWith("0")) {
            return first.startsWith("0");
        }
        int after = right;
        while (after < cells.size() && kinds[after] != 'R' && kinds[after] != 'L') {
            after++;
        }
        // W2: behind Arabic letters a European number counts as Arabic, and hyphens no longer hold it together.
        return after < cells.size() ? kinds[after] == 'L' : !afterLetters;
    }

    /** The numbers of the chain in which these two stand, from the left. */
    private List<String> groups(int left, int right, String links) {
        int from = left;
        while (from > 0 && (number(from - 1) || link(from - 1, links) && from > 1 && number(from - 2))) {
            from--;
        }
        int to = right;
        while (to + 1 < cells.size()
                && (number(to + 1) || link(to + 1, links) && to + 2 < cells.size() && number(to + 2))) {
            to++;
        }
        return List.of(String.join("", cells.subList(from, to + 1)).split("[" + links + "]", -1));
    }

    private boolean number(int i) {
        return kinds[i] == 'E' || kinds[i] == 'A';
    }

    private boolean link(int i, String links) {
        return cells.get(i).length() == 1 && links.contains(cells.get(i));
    }

    /** A per cent is read after its number and a plus before it, on whichever side the layout has put them. At the end of a
     * line a hyphen only divides. */
    private void takeSigns() {
        for (int i = 0; i < cells.size(); i++) {
            boolean behind = "%٪‰°".contains(cells.get(i)) && i > 0 && number(i - 1);
            boolean before = "+-−#".contains(cells.get(i)) && i > 0 && i + 1 < cells.size() && number(i + 1);
            boolean free = i == 0 || i + 1 == cells.size() || !(forward[i - 1] && forward[i + 1]);
            forward[i] |= free && (behind || before);
        }
    }

    /** What opens within a Latin run closes with it: Organisation (OMS), and not (Organisation (OMS. */
    private void takeBrackets() {
        for (int from = 0; from < cells.size(); from++) {
            if (!forward[from] || from > 0 && forward[from - 1]) {
                continue;
            }
            int to = from;
            boolean latin = false;
            for (; to < cells.size() && forward[to]; to++) {
                latin |= kinds[to] == 'L';
            }
            String run = String.join("", cells.subList(from, to));
            if (latin && to < cells.size() && pair(run, cells.get(to), OPENING, CLOSING)) {
                forward[to] = true;
            } else if (latin && from > 0 && pair(run, cells.get(from - 1), CLOSING, OPENING)) {
                forward[from - 1] = true;
            }
        }
    }

    /** Whether this sign is the other half of one that stands alone in the run. */
    private static boolean pair(String run, String sign, String there, String here) {
        if (sign.equals("\"")) {
            return run.chars().filter(c -> c == '"').count() % 2 == 1;
        }
        int which = sign.length() == 1 ? here.indexOf(sign) : -1;
        return which >= 0
                && run.chars().filter(c -> c == there.charAt(which)).count()
                        > run.chars().filter(c -> c == here.charAt(which)).count();
    }

    private String turned(boolean mirroring) {
        StringBuilder text = new StringBuilder();
        for (int end = cells.size(); end > 0; ) {
            int from = end - 1;
            while (forward[end - 1] && from > 0 && forward[from - 1]) {
                from--;
            }
            for (int i = from; i < end; i++) {
                text.append(mirroring && !forward[i] ? mirror(cells.get(i)) : cells.get(i));
            }
            end = from;
        }
        return text.toString();
    }

    static String mirror(String cell) {
        int opens = cell.length() == 1 ? OPENING.indexOf(cell) : -1;
        int closes = cell.length() == 1 ? CLOSING.indexOf(cell) : -1;
        return opens >= 0
                ? CLOSING.substring(opens, opens + 1)
                : closes >= 0 ? OPENING.substring(closes, closes + 1) : cell;
    }

    /** How many brackets close what was not opened, or stay open. */
    static int unbalanced(String text) {
        int open = 0;
        int wrong = 0;
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                open++;
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                wrong += open == 0 ? 1 : 0;
                open = Math.max(0, open - 1);
            }
        }
        return wrong + open;
    }
}
