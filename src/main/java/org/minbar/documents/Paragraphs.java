package org.minbar.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines joined to paragraphs. A paragraph ends where the first word of the next line would have had room, at a wider gap,
 * at another size of letters, before a bullet and before an indented line. What stands at the head or the foot of many
 * pages is left out.
 */
final class Paragraphs {

    private static final String BULLETS = "•◦▪●■–—*";
    /** French joins these with a hyphen that is not the line's own: dit-il, celui-ci. */
    private static final Set<String> ENCLITICS = Set.of(
            "il", "elle", "ils", "elles", "on", "ce", "ci", "là", "je", "tu", "nous", "vous", "le", "la", "les", "lui",
            "leur", "moi", "toi", "même", "mêmes", "y", "en", "t");

    private final List<Placed> lines = new ArrayList<>();
    private final Map<Integer, Measure> measures = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean turned;
    private boolean byLook;
    private boolean unsure;

    Paragraphs(List<Line> lines, int pages) {
        List<Line> kept = withoutFurniture(lines, pages);
        Map<Integer, List<Line>> columns = new HashMap<>();
        kept.forEach(line -> columns.computeIfAbsent(line.column(), each -> new ArrayList<>())
                .add(line));
        columns.forEach((column, members) -> measures.put(column, Measure.of(members)));
        place(kept);
        for (int i = 0; i < this.lines.size(); ) {
            int to = i + 1;
            while (to < this.lines.size() && continues(this.lines.get(to - 1), this.lines.get(to))) {
                to++;
            }
            write(this.lines.subList(i, to));
            i = to;
        }
    }

    String text() {
        return text.toString();
    }

    /** Whether lines stood back to front on the page. */
    boolean turned() {
        return turned;
    }

    boolean unsure() {
        return unsure;
    }

    private record Placed(Line line, boolean rightToLeft, boolean backToFront) {}

    /** How wide a column is set, and how far its lines stand apart, in sizes of their letters. */
    private record Measure(float x, float end, float leading, int lines) {

        static Measure of(List<Line> lines) {
            float x = (float) lines.stream().mapToDouble(Line::x).min().orElse(0);
            float end = (float) lines.stream().mapToDouble(Line::end).max().orElse(0);
            List<Float> gaps = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                gaps.add(
                        (lines.get(i - 1).y() - lines.get(i).y()) / lines.get(i).size());
            }
            gaps.sort(null);
            return new Measure(x, end, gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 4), lines.size());
        }
    }

    /** Without the lines at the edges of pages that come again, but for their numbers, at the same height. */
    private static List<Line> withoutFurniture(List<Line> lines, int pages) {
        Map<Integer, List<Line>> byPage = new HashMap<>();
        lines.forEach(line ->
                byPage.computeIfAbsent(line.page(), each -> new ArrayList<>()).add(line));
        Map<String, List<Line>> edges = new HashMap<>();
        for (List<Line> page : byPage.values()) {
            List<Line> byHeight = new ArrayList<>(page);
            byHeight.sort((one, other) -> Float.compare(other.y(), one.y()));
            for (int i = 0; i < byHeight.size(); i++) {
                if (i < 2 || i >= byHeight.size() - 2) {
                    String look =
                            byHeight.get(i).seen().replaceAll("\\p{Nd}+", "#").replaceAll("\\s", "");
                    edges.computeIfAbsent(look, each -> new ArrayList<>()).add(byHeight.get(i));
                }
            }
        }
        Set<Line> furniture = Collections.newSetFromMap(new IdentityHashMap<>());
        double often = Math.max(2, 0.4 * pages);
        for (List<Line> same : edges.values()) {
            for (Line line : same) {
                long on = same.stream()
                        .filter(other -> Math.abs(other.y() - line.y()) < line.size())
                        .map(Line::page)
                        .distinct()
                        .count();
                if (on >= often) {
                    furniture.add(line);
                }
            }
        }
        return furniture.size() == lines.size()
                ? lines
                : lines.stream().filter(line -> !furniture.contains(line)).toList();
    }

    /** Finds the direction of each line, and those that were printed back to front. */
    private void place(List<Line> kept) {
        Map<Integer, Integer> balances = new HashMap<>();
        kept.forEach(line -> balances.merge(line.page(), balance(line.cells()), Integer::sum));
        Map<Integer, Integer> orders = new HashMap<>();
        Map<Line, Integer> order = new IdentityHashMap<>();
        int balance = 0;
        for (Line line : kept) {
            boolean page = balances.getOrDefault(line.page(), 0) > 0;
            String read = read(line.cells(), rightToLeft(List.of(line), page), true);
            balance += ReadingOrder.unbalanced(read);
            balance -= ReadingOrder.unbalanced(read(line.cells(), rightToLeft(List.of(line), page), false));
            int sure = ArabicLetters.order(read);
            order.put(line, sure);
            orders.merge(line.page(), sure, Integer::sum);
        }
        for (Line line : kept) {
            boolean page = balances.getOrDefault(line.page(), 0) > 0;
            int sure = order.getOrDefault(line, 0);
            boolean wrongPage = orders.getOrDefault(line.page(), 0) < 0;
            boolean arabic = line.cells().stream().anyMatch(cell -> ReadingOrder.kind(cell) == 'R');
            boolean back = arabic && (sure < -1 || sure <= 0 && wrongPage);
            turned |= back;
            unsure |= back && !wrongPage || wrongPage && sure > 0;
            lines.add(new Placed(line, rightToLeft(List.of(line), page), back));
        }
        unsure &= turned;
        byLook = balance <= 0;
    }

    private static int balance(List<String> cells) {
        int balance = 0;
        for (String cell : cells) {
            char kind = ReadingOrder.kind(cell);
            balance += kind == 'R' ? 1 : kind == 'L' ? -1 : 0;
        }
        return balance;
    }

    /** A paragraph runs the way of most of its letters; on an Arabic page also one that Arabic begins or ends. */
    private static boolean rightToLeft(List<Line> lines, boolean page) {
        int balance = 0;
        char outermost = ' ';
        for (Line line : lines) {
            balance += balance(line.cells());
            for (String cell : line.cells()) {
                char kind = ReadingOrder.kind(cell);
                if (kind == 'L' || kind == 'R') {
                    outermost = outermost == 'R' ? 'R' : kind;
                    break;
                }
            }
            for (int i = line.cells().size() - 1; i >= 0; i--) {
                char kind = ReadingOrder.kind(line.cells().get(i));
                if (kind == 'L' || kind == 'R') {
                    outermost = outermost == 'R' ? 'R' : kind;
                    break;
                }
            }
        }
        return balance > 0 || page && (outermost == 'R' || balance == 0);
    }

    private boolean continues(Placed before, Placed next) {
        Line one = before.line;
        Line other = next.line;
        if (one.divided() || other.divided()) {
            return one.divided() && other.divided() && one.column() == other.column();
        }
        boolean sameSize = Math.abs(one.size() - other.size()) < 0.1 * one.size();
        if (!sameSize || bullet(next)) {
            return false;
        }
        Measure measure = measures.get(one.column());
        if (measure == null) {
            return false;
        }
        if (one.column() != other.column()) {
            return goesOver(before, next, measure);
        }
        float gap = one.y() - other.y();
        return gap < 1.3 * measure.leading * one.size()
                && gap < 2.4 * one.size()
                && !ended(before, next, measure)
                && !indented(before, next, measure);
    }

    /** Whether a paragraph goes on in the next column or on the next page. */
    private boolean goesOver(Placed before, Placed next, Measure measure) {
        Measure there = measures.get(next.line.column());
        return there != null
                && measure.lines > 2
                && there.lines > 1
                && Math.abs((there.end - there.x) / (measure.end - measure.x) - 1) < 0.15
                && !ended(before, next, measure)
                && !before.line.seen().matches("(?s).*[.!?؟:…»”]\\s*|[.!?؟:…«»”].*")
                && start(next, there) < next.line.size();
    }

    private static boolean bullet(Placed next) {
        List<String> cells = next.line.cells();
        String first = forward(next) ? cells.get(0) : cells.get(cells.size() - 1);
        return BULLETS.contains(first) && cells.size() > 1;
    }

    /** Whether a line runs from the left on the page. */
    private static boolean forward(Placed placed) {
        return !placed.rightToLeft || placed.backToFront;
    }

    /** How far in from its edge the line begins. */
    private static float start(Placed placed, Measure measure) {
        return forward(placed) ? placed.line.x() - measure.x : measure.end - placed.line.end();
    }

    private static boolean ended(Placed before, Placed next, Measure measure) {
        float start = start(before, measure);
        float room = (measure.end - measure.x) - (before.line.end() - before.line.x()) - start;
        float word = forward(next) ? next.line.leftWord() : next.line.rightWord();
        boolean centred = start > before.line.size() && Math.abs(start - room) < 0.1 * (measure.end - measure.x);
        return (centred ? start + room : room) > word + 0.5 * before.line.size();
    }

    private static boolean indented(Placed before, Placed next, Measure measure) {
        return start(before, measure) < 0.5 * next.line.size()
                && start(next, measure) > next.line.size()
                && start(next, measure) < 5 * next.line.size();
    }

    private void write(List<Placed> paragraph) {
        List<Line> members = paragraph.stream().map(Placed::line).toList();
        boolean mostly = paragraph.stream().filter(Placed::rightToLeft).count() * 2 >= paragraph.size();
        boolean rightToLeft = rightToLeft(members, mostly);
        String looking = joined(paragraph, rightToLeft, true);
        String meaning = joined(paragraph, rightToLeft, false);
        int better = ReadingOrder.unbalanced(looking) - ReadingOrder.unbalanced(meaning);
        String words = better < 0 || better == 0 && byLook ? looking : meaning;
        if (!words.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(clean(words));
        }
    }

    private String joined(List<Placed> paragraph, boolean rightToLeft, boolean byLook) {
        StringBuilder words = new StringBuilder();
        for (Placed placed : paragraph) {
            boolean afterLetters = !words.isEmpty();
            String line = placed.backToFront
                    ? placed.line.seen().strip()
                    : read(placed.line.cells(), rightToLeft, afterLetters, byLook)
                            .strip();
            if (words.isEmpty() || line.isEmpty()) {
                words.append(line);
            } else if (placed.line.divided()) {
                words.append('\n').append(line);
            } else if (hyphened(words) && Character.isLowerCase(line.codePointAt(0))) {
                String second = line.split("[^\\p{L}]", 2)[0];
                words.setLength(words.length() - (ENCLITICS.contains(second) ? 0 : 1));
                words.append(line);
            } else {
                words.append(words.charAt(words.length() - 1) == '-' ? "" : " ").append(line);
            }
        }
        return words.toString();
    }

    private static boolean hyphened(StringBuilder words) {
        int last = words.length() - 1;
        return last > 0 && "-\u2010".indexOf(words.charAt(last)) >= 0 && Character.isLetter(words.charAt(last - 1));
    }

    private String read(List<String> cells, boolean rightToLeft, boolean byLook) {
        return read(cells, rightToLeft, false, byLook);
    }

    private String read(List<String> cells, boolean rightToLeft, boolean afterLetters, boolean byLook) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= cells.size(); i++) {
            if (i == cells.size() || cells.get(i).equals("\t")) {
                ReadingOrder.Read read = ReadingOrder.of(cells.subList(from, i), rightToLeft, afterLetters);
                unsure |= read.unsure();
                pieces.add(rightToLeft ? 0 : pieces.size(), (byLook ? read.byLook() : read.byMeaning()).strip());
                from = i + 1;
            }
        }
        return String.join("\t", pieces);
    }

    /** NFC, one space for several, no kashida within a word. */
    static String clean(String text) {
        String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        return ArabicLetters.unstretched(nfc.replaceAll(" {2,}", " ").replaceAll(" ?\n ?", "\n"));
    }
}
