package org.minbar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.text.Block.Embed;
import org.minbar.text.Block.Figure;
import org.minbar.text.Block.Gallery;
import org.minbar.text.Block.Item;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Block.Quote;
import org.minbar.text.Block.TableBlock;

/**
 * A block, or a line, as a comparison reads it: its text cut into words, spaces and signs. Nothing that a reader takes for
 * one character is cut (UAX 29), nor a word from the signs on its letters, nor a number where its digits are grouped. A
 * French elision is a word of its own ({@code l’} and {@code eau}), an English contraction one with what it leans on.
 */
final class Passage {

    /** What two passages must share, so that the same words have the same numbers. */
    static final class Glossary {
        private final Map<String, Integer> words = new HashMap<>();
        private final Map<Style, Integer> styles = new HashMap<>();

        int word(String token) {
            return words.computeIfAbsent(token, unknown -> words.size());
        }

        int style(Style style) {
            return styles.computeIfAbsent(style, unknown -> styles.size());
        }
    }

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final String IN_NUMBERS = ".,:/٫٬'’\u00A0\u202F";

    private enum Kind {
        WORD,
        SPACE,
        LINE,
        SIGN
    }

    private final Glossary glossary;
    private final List<Run> runs;
    private final String text;
    private final int[] ids;
    private final int[] ends;
    private final Kind[] kinds;
    /** How many letters and digits the words have in front of each place. */
    private final int[] weights;

    /** The numbers of its words, sorted, each with its length: whatever the order, how much two passages share. */
    private final int[] bag;

    private final int[] lengths;

    static Passage of(Block block, Glossary glossary) {
        List<Run> runs = new ArrayList<>();
        say(block, runs);
        return new Passage(runs, glossary);
    }

    static Passage of(String line, Glossary glossary) {
        return new Passage(List.of(Run.plain(line)), glossary);
    }

    private Passage(List<Run> runs, Glossary glossary) {
        this.glossary = glossary;
        this.runs = List.copyOf(runs);
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        text = all.toString();
        int[] cuts = new int[text.length()];
        Kind[] found = new Kind[text.length()];
        int count = cut(text, cuts, found);
        ends = Arrays.copyOf(cuts, count);
        kinds = Arrays.copyOf(found, count);
        ids = new int[count];
        long[] words = new long[count];
        weights = new int[count + 1];
        int n = 0;
        for (int i = 0; i < count; i++) {
            ids[i] = glossary.word(text.substring(start(i), ends[i]));
            weights[i + 1] = weights[i];
            if (kinds[i] == Kind.WORD) {
                words[n++] = (long) ids[i] << 32 | length(i);
                weights[i + 1] += length(i);
            }
        }
        Arrays.sort(words, 0, n);
        bag = new int[n];
        lengths = new int[n];
        for (int i = 0; i < n; i++) {
            bag[i] = (int) (words[i] >> 32);
            lengths[i] = (int) words[i];
        }
    }

    String text() {
        return text;
    }

    /** How many words, spaces and signs it has. */
    int size() {
        return ids.length;
    }

    int words() {
        return bag.length;
    }

    /** The number of every word, space and sign: the same where they are. */
    int[] ids() {
        return ids;
    }

    /** The text from one place up to another. */
    String text(int from, int to) {
        return from == to ? "" : text.substring(start(from), ends[to - 1]);
    }

    boolean word(int place) {
        return kinds[place] == Kind.WORD;
    }

    boolean line(int place) {
        return kinds[place] == Kind.LINE;
    }

    int length(int place) {
        return ends[place] - start(place);
    }

    /** How many letters and digits its words have. */
    int weight() {
        return weights[ids.length];
    }

    int weight(int from, int to) {
        return weights[to] - weights[from];
    }

    /** The part of the words that both have, whatever their order, by length; from 0 to 1 (Dice, 1945). */
    double likeness(Passage other) {
        if (weight() + other.weight() == 0) {
            return text.equals(other.text) ? 1 : 0;
        }
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < bag.length && j < other.bag.length) {
            if (bag[i] == other.bag[j]) {
                shared += lengths[i];
                i++;
                j++;
            } else if (bag[i] < other.bag[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * shared / (weight() + other.weight());
    }

    /** The number of the style of every character. */
    int[] styles() {
        int[] styles = new int[text.length()];
        int place = 0;
        for (Run run : runs) {
            int end = place + run.text().length();
            Arrays.fill(styles, place, end, glossary.style(run.style()));
            place = end;
        }
        return styles;
    }

    int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private static int cut(String text, int[] cuts, Kind[] kinds) {
        int count = 0;
        int place = 0;
        while (place < text.length()) {
            Kind kind = kind(text, place);
            int end = cluster(text, place);
            if (kind == Kind.WORD) {
                end = word(text, place, end);
            } else if (kind == Kind.SPACE) {
                while (end < text.length() && kind(text, end) == Kind.SPACE) {
                    end = cluster(text, end);
                }
            }
            cuts[count] = end;
            kinds[count] = kind;
            count++;
            place = end;
        }
        return count;
    }

    private static int word(String text, int start, int firstEnd) {
        int end = firstEnd;
        boolean elided = false;
        while (end < text.length() && !elided) {
            char c = text.charAt(end);
            if (kind(text, end) == Kind.WORD) {
                end = cluster(text, end);
            } else if (IN_NUMBERS.indexOf(c) >= 0 && digits(text, end)) {
                end = cluster(text, end);
            } else if ((c == '\'' || c == '’') && letter(text, end + 1) && !Character.isDigit(text.charAt(start))) {
                elided = letter(text, end + 3) && letter(text, end + 2);
                end = cluster(text, end);
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean letter(String text, int place) {
        return place < text.length() && Character.isLetter(text.charAt(place));
    }

    private static boolean digits(String text, int place) {
        return place + 1 < text.length()
                && Character.isDigit(text.charAt(place - 1))
                && Character.isDigit(text.charAt(place + 1));
    }

    private static Kind kind(String text, int place) {
        char c = text.charAt(place);
        if (c == '\n') {
            return Kind.LINE;
        }
        if (Letters.space(c)) {
            return Kind.SPACE;
        }
        int point = text.codePointAt(place);
        return Character.isLetterOrDigit(point) || Letters.sign(point) ? Kind.WORD : Kind.SIGN;
    }

    /** Where the reader's character ends that begins here. */
    private static int cluster(String text, int place) {
        int end = place + 1;
        if (alone(text.charAt(place))) {
            while (end < text.length() && sits(text.charAt(end))) {
                end++;
            }
            if (end == text.length() || alone(text.charAt(end))) {
                return end;
            }
        }
        Matcher grapheme = GRAPHEME.matcher(text).region(place, text.length());
        return grapheme.lookingAt() ? grapheme.end() : place + 1;
    }

    /** Most of what is written in our languages; between two of these a character always ends (UAX 29, GB999). */
    private static boolean alone(char c) {
        return c >= ' ' && c < 0x7F
                || c >= 'ء' && c <= 'ي'
                || c >= 'À' && c <= 'ÿ'
                || c >= 0x2010 && c <= 0x2027
                || c >= '٠' && c <= '٩'
                || "،؛؟«»\u00A0".indexOf(c) >= 0;
    }

    /** The signs on Arabic and Latin letters. */
    private static boolean sits(char c) {
        return c >= 0x064B && c <= 0x0652 || c >= 0x0300 && c <= 0x036F;
    }

    private static void say(Block block, List<Run> runs) {
        if (block instanceof ListBlock list) {
            for (Item item : list.items()) {
                item.blocks().forEach(inner -> say(inner, runs));
            }
        } else if (block instanceof Quote quote) {
            quote.blocks().forEach(inner -> say(inner, runs));
            say(quote.cite(), runs);
        } else if (block instanceof TableBlock table) {
            row(table.head(), runs);
            table.rows()
                    .forEach(
                            cells -> row(cells.stream().map(Block.Cell::wording).toList(), runs));
        } else if (block instanceof Figure figure) {
            figure(figure, runs);
        } else if (block instanceof Gallery gallery) {
            gallery.figures().forEach(figure -> figure(figure, runs));
            say(gallery.caption(), runs);
        } else {
            block.wordings().forEach(wording -> say(wording, runs));
            if (block instanceof Embed embed) {
                say(Wording.of(embed.href()), runs);
            }
        }
    }

    /** A picture is known by its number, so that another picture with the same words is seen as another. */
    private static void figure(Figure figure, List<Run> runs) {
        say(Wording.of("▣ " + figure.file()), runs);
        say(figure.caption(), runs);
        say(Wording.of(figure.alt()), runs);
        say(Wording.of(figure.credit()), runs);
    }

    private static void row(List<Wording> cells, List<Run> runs) {
        for (int i = 0; i < cells.size(); i++) {
            between(i == 0 ? "\n" : "\t", runs);
            runs.addAll(cells.get(i).runs());
        }
    }

    private static void say(Wording wording, List<Run> runs) {
        if (!wording.isEmpty()) {
            between("\n", runs);
            runs.addAll(wording.runs());
        }
    }

    private static void between(String gap, List<Run> runs) {
        if (!runs.isEmpty()) {
            runs.add(Run.plain(gap));
        }
    }
}
