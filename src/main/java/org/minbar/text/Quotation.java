package org.minbar.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Pairs quotation marks, whatever shape they were typed in, and gives them the shape that the language has. It only acts on a
 * line whose marks all find a partner: where one is missing, nobody but the writer knows where it was meant to be.
 */
final class Quotation {

    private static final String DOUBLE = "\"“”„‟";
    private static final String SINGLE = "'‘’‛";

    static final String MARKS = DOUBLE + SINGLE + "«»";

    private Quotation() {}

    /** Double marks around what the language asks for become the given ones; those within « » stay. */
    static CopyRule doubles(String opening, String closing, Predicate<String> enclosed) {
        return rule(DOUBLE, opening, closing, enclosed);
    }

    /** Single marks that stand around words; an apostrophe within or after a word is none. */
    static CopyRule singles(String opening, String closing, Predicate<String> enclosed) {
        return rule(SINGLE, opening, closing, enclosed);
    }

    private static CopyRule rule(String marks, String opening, String closing, Predicate<String> enclosed) {
        return new CopyRule("quotation-marks", text -> {
            List<Galley.Change> changes = new ArrayList<>();
            int start = 0;
            while (start <= text.length()) {
                int end = text.indexOf('\n', start);
                end = end < 0 ? text.length() : end;
                line(text, start, end, marks, opening, closing, enclosed, changes);
                start = end + 1;
            }
            changes.sort(Comparator.comparingInt(Galley.Change::start));
            return changes;
        });
    }

    private static void line(
            String text,
            int start,
            int end,
            String marks,
            String opening,
            String closing,
            Predicate<String> enclosed,
            List<Galley.Change> changes) {
        List<Integer> places = new ArrayList<>();
        for (int i = start; i < end; i++) {
            if (marks.indexOf(text.charAt(i)) >= 0 && !(marks.equals(SINGLE) && apostrophe(text, i))) {
                places.add(i);
            }
        }
        if (places.isEmpty() || places.size() % 2 == 1 || !plausible(text, start, end, places, marks.equals(SINGLE))) {
            return;
        }
        for (int i = 0; i < places.size(); i += 2) {
            int from = places.get(i);
            int to = places.get(i + 1);
            String inside = text.substring(from + 1, to);
            boolean nested = depth(text, start, from) != 0 || inside.indexOf('«') >= 0 || inside.indexOf('»') >= 0;
            if (!(nested && opening.contains("«")) && enclosed.test(inside)) {
                int pair = changes.size() + 1;
                changes.add(new Galley.Change(from, from + 1, opening, pair));
                changes.add(new Galley.Change(to, to + 1, closing, pair));
            }
        }
    }

    /** Where a line has a double mark too many or too few: the place of its last one. */
    static List<Integer> unpaired(String text) {
        List<Integer> places = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int marks = 0;
            int last = -1;
            for (int i = start; i < end; i++) {
                boolean inch = text.charAt(i) == '"' && i > start && Character.isDigit(text.charAt(i - 1));
                if (!inch && (DOUBLE + "«»").indexOf(text.charAt(i)) >= 0) {
                    marks++;
                    last = i;
                }
            }
            if (marks % 2 == 1 || depth(text, start, end) != 0) {
                places.add(last);
            }
            start = end + 1;
        }
        return places;
    }

    /** Every first mark of a pair may open and every second may close, and there is something between. */
    private static boolean plausible(String text, int start, int end, List<Integer> places, boolean strict) {
        for (int i = 0; i < places.size(); i += 2) {
            int from = places.get(i);
            int to = places.get(i + 1);
            boolean fromAfterSpace = from == start || !word(text.charAt(from - 1));
            boolean fromBeforeSpace = Letters.space(text.charAt(from + 1));
            boolean toAfterSpace = Letters.space(text.charAt(to - 1));
            boolean toBeforeWord = to + 1 < end && word(text.charAt(to + 1));
            if (Letters.blank(text.substring(from + 1, to))
                    || !fromAfterSpace && fromBeforeSpace
                    || toAfterSpace && toBeforeWord
                    || strict && (!fromAfterSpace || fromBeforeSpace || toAfterSpace || toBeforeWord)) {
                return false;
            }
        }
        return true;
    }

    private static int depth(String text, int start, int place) {
        int depth = 0;
        for (int i = start; i < place; i++) {
            char c = text.charAt(i);
            depth += c == '«' ? 1 : c == '»' ? -1 : 0;
        }
        return depth;
    }

    /** Within a word, or in front of a decade: {@code l'eau}, {@code the '90s}. */
    private static boolean apostrophe(String text, int place) {
        if (place + 1 == text.length() || !word(text.charAt(place + 1))) {
            return false;
        }
        return place > 0 && word(text.charAt(place - 1)) || text.startsWith("0s", place + 2);
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
