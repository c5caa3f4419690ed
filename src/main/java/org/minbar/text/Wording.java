package org.minbar.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one paragraph, heading or cell says: text in runs, in the one form that the house keeps. Runs of one style are one
 * run; spaces are single and none stands at an edge; the space between two styles has what both share; a line break is
 * {@code \n}; text is in Unicode normalisation form C; what cannot be seen and does no work is gone, as are bidirectional
 * overrides, isolates without a partner, the long tatweels that stretched a line, and signs heaped on one letter. Whoever builds a wording gets this
 * form, so two wordings are equal when they read and look the same.
 */
public record Wording(List<Run> runs) {

    public static final Wording EMPTY = new Wording(List.of());

    private static final int MOST_SIGNS = 30;
    private static final Pattern STRETCHED = Pattern.compile("\u0640{3,}");
    private static final Pattern JOINERS = Pattern.compile("[\u200C\u200D]+");

    public Wording {
        runs = settled(runs);
    }

    public static Wording of(String text) {
        return new Wording(List.of(Run.plain(text)));
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The words alone; a line break is {@code \n}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    Wording without(Mark mark) {
        return new Wording(runs.stream()
                .map(run -> new Run(run.text(), run.style().without(mark)))
                .toList());
    }

    /** One below the other, with a line break between. */
    static Wording stacked(List<Wording> wordings) {
        List<Run> all = new ArrayList<>();
        for (Wording wording : wordings) {
            if (!all.isEmpty()) {
                all.add(Run.plain("\n"));
            }
            all.addAll(wording.runs());
        }
        return new Wording(all);
    }

    /** The same text after correction, every character in the style of the one it comes from. */
    Wording recast(Galley galley) {
        Style[] styles = styles(runs);
        List<Run> recast = new ArrayList<>();
        String text = galley.text();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            Style style = styles[galley.origin(start)];
            if (i == text.length() || !styles[galley.origin(i)].equals(style)) {
                recast.add(new Run(text.substring(start, i), style));
                start = i;
            }
        }
        return new Wording(recast);
    }

    private static List<Run> settled(List<Run> given) {
        StringBuilder text = new StringBuilder();
        given.forEach(run -> text.append(run.text()));
        if (Letters.blank(text)) {
            return List.of();
        }
        if (given.size() == 1 && isSettled(text)) {
            return List.of(new Run(
                    Normalizer.normalize(text, Normalizer.Form.NFC),
                    given.get(0).style()));
        }
        Galley galley = new Galley(text.toString());
        galley.drop(Letters::unseen);
        galley.drop(unpaired(galley.text()));
        galley.drop(heaped());
        galley.make(matches(STRETCHED, galley.text(), (all, m) -> ""));
        galley.make(matches(JOINERS, galley.text(), Wording::joiner));
        if (Letters.blank(galley.text())) {
            return List.of();
        }
        return composed(galley, styles(given));
    }

    /** Whether nothing in it has to move: as most paragraphs are that the house reads back. */
    private static boolean isSettled(CharSequence text) {
        boolean afterSpace = true;
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            signs = Letters.sign(c) ? signs + 1 : 0;
            boolean space = Letters.space(c);
            boolean plain = c == ' ' || !space && c != '\u0640' && !Letters.unseen(c) && !controls(c);
            if (!plain || space && afterSpace || signs > MOST_SIGNS) {
                return false;
            }
            afterSpace = space;
        }
        return !afterSpace;
    }

    private static boolean controls(char c) {
        return c == '\u200C' || c == '\u200D' || c >= '\u2066' && c <= '\u2069' || Character.isSurrogate(c);
    }

    /** The style of every character; a character of two halves has the style of its first. */
    private static Style[] styles(List<Run> runs) {
        Style[] styles =
                new Style[runs.stream().mapToInt(run -> run.text().length()).sum()];
        int place = 0;
        for (Run run : runs) {
            Arrays.fill(styles, place, place + run.text().length(), run.style());
            if (place > 0
                    && !run.text().isEmpty()
                    && Character.isLowSurrogate(run.text().charAt(0))) {
                styles[place] = styles[place - 1];
            }
            place += run.text().length();
        }
        return styles;
    }

    @FunctionalInterface
    private interface Replacement {
        String of(String all, Matcher match);
    }

    private static List<Galley.Change> matches(Pattern pattern, String text, Replacement replacement) {
        List<Galley.Change> changes = new ArrayList<>();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            String after = replacement.of(text, match);
            if (!after.contentEquals(match.group())) {
                changes.add(new Galley.Change(match.start(), match.end(), after));
            }
        }
        return changes;
    }

    /** A joiner works on what stands before it, a non-joiner on both sides; beside a space neither does anything. */
    private static String joiner(String all, Matcher match) {
        char joiner = match.group().charAt(0);
        boolean before = match.start() > 0 && !Letters.space(all.charAt(match.start() - 1));
        boolean after = match.end() < all.length() && !Letters.space(all.charAt(match.end()));
        return before && (after || joiner == Letters.ZWJ) ? String.valueOf(joiner) : "";
    }

    /** The isolates of UAX 9 (U+2066 to U+2069) that have no partner. Each stands alone at its place in the order. */
    private static IntPredicate unpaired(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        List<Integer> all = new ArrayList<>();
        Set<Integer> paired = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x2066 && c <= 0x2068) {
                open.push(i);
                all.add(i);
            } else if (c == 0x2069) {
                if (!open.isEmpty()) {
                    paired.add(open.pop());
                    paired.add(i);
                }
                all.add(i);
            }
        }
        Iterator<Integer> places = all.iterator();
        return c -> c >= 0x2066 && c <= 0x2069 && !paired.contains(places.next());
    }

    /**
     * The signs on one letter beyond the thirtieth, as many as the stream-safe format of UAX 15 has: putting them in their
     * canonical order takes time by the square of their number.
     */
    private static IntPredicate heaped() {
        int[] signs = {0};
        return c -> {
            signs[0] = Letters.sign(c) ? signs[0] + 1 : 0;
            return signs[0] > MOST_SIGNS;
        };
    }

    /** Joins what belongs together: words and the single spaces between them. */
    private static List<Run> composed(Galley galley, Style[] styles) {
        String text = galley.text();
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Style style = Style.PLAIN;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && Letters.space(text.charAt(i))) {
                i++;
            }
            if (i == text.length()) {
                break;
            }
            Style next = styles[galley.origin(i)];
            boolean first = runs.isEmpty() && current.isEmpty();
            if (i > start && !first) {
                Style between = style.shared(next);
                if (!between.equals(style)) {
                    add(runs, current, style);
                    style = between;
                }
                current.append(space(text.substring(start, i)));
            }
            if (!next.equals(style)) {
                add(runs, current, style);
                style = next;
            }
            current.append(text.charAt(i));
            i++;
        }
        add(runs, current, style);
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, StringBuilder current, Style style) {
        if (!current.isEmpty()) {
            runs.add(new Run(Normalizer.normalize(current, Normalizer.Form.NFC), style));
            current.setLength(0);
        }
    }

    /** A no-break space is meant when it stands alone; in a row of spaces it is only what an editor typed to indent. */
    private static char space(String spaces) {
        if (spaces.indexOf('\n') >= 0 || spaces.indexOf('\u2028') >= 0 || spaces.indexOf('\u2029') >= 0) {
            return '\n';
        }
        return spaces.length() == 1 && Letters.noBreakSpace(spaces.charAt(0)) ? spaces.charAt(0) : ' ';
    }
}
