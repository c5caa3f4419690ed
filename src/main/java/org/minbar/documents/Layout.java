package org.minbar.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of a page as lines in the order of reading: glyphs on one baseline are a row; a row falls into pieces at wide
 * gaps; where a strip stays white through several rows with prose on both sides of it, there are columns, and what stands
 * above and below them is read before and after. Marks go to the letter that is under their ink.
 */
final class Layout {

    /** Shares of the size of the letters. */
    private static final float SAME_ROW = 0.4f;

    private static final float WORD_GAP = 0.2f;
    private static final float PIECE_GAP = 0.9f;
    private static final float CELL_GAP = 2.5f;

    private static final int ROWS_OF_A_COLUMN = 3;
    private static final float PROSE_WIDTH = 8;
    private static final float PROSE_FILL = 0.6f;
    private static final int MOST_PIECES = 2_000;

    private final Allowance allowance;
    private final int page;
    private final boolean rightToLeft;
    private final List<Line> lines = new ArrayList<>();
    private int column;

    private Layout(Allowance allowance, int page, int column, boolean rightToLeft) {
        this.allowance = allowance;
        this.page = page;
        this.column = column;
        this.rightToLeft = rightToLeft;
    }

    /** @param column the number that the page's first column gets */
    static List<Line> of(List<Glyph> glyphs, int page, int column, Allowance allowance) {
        int balance = 0;
        for (Glyph glyph : glyphs) {
            char kind = ReadingOrder.kind(glyph.text());
            balance += kind == 'R' ? 1 : kind == 'L' ? -1 : 0;
        }
        Layout layout = new Layout(allowance, page, column, balance > 0);
        List<List<Cell>> rows = layout.rows(glyphs);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            pieces.addAll(pieces(rows.get(i), i));
        }
        layout.region(pieces, 0);
        return layout.lines;
    }

    /** A letter with the marks that sit on it. */
    private static final class Cell {
        private final Glyph glyph;
        private final StringBuilder text;

        Cell(Glyph glyph) {
            this.glyph = glyph;
            this.text = new StringBuilder(glyph.text());
        }

        void take(Glyph mark) {
            int letters = glyph.text().length();
            boolean ligature = letters > 1 && text.length() == letters && ReadingOrder.kind(glyph.text()) == 'R';
            float share = (glyph.end() - mark.middle()) / Math.max(0.01f, glyph.end() - glyph.x());
            int after = ligature ? Math.min(letters, Math.max(1, 1 + (int) (share * letters))) : text.length();
            text.insert(after, mark.text());
        }
    }

    private record Piece(List<Cell> cells, int row, float x, float end, float y, float size) {}

    private List<List<Cell>> rows(List<Glyph> glyphs) {
        List<Glyph> marks = new ArrayList<>();
        List<Glyph> letters = new ArrayList<>();
        glyphs.forEach(glyph -> (ArabicLetters.mark(glyph.text()) ? marks : letters).add(glyph));
        letters.sort(Comparator.comparingDouble(glyph -> -glyph.y()));
        List<List<Cell>> rows = new ArrayList<>();
        float y = 0;
        float size = 0;
        for (Glyph glyph : letters) {
            if (rows.isEmpty() || y - glyph.y() > SAME_ROW * Math.max(size, glyph.size())) {
                rows.add(new ArrayList<>());
                y = glyph.y();
                size = glyph.size();
            }
            rows.get(rows.size() - 1).add(new Cell(glyph));
        }
        rows.forEach(Layout::tidy);
        rows.removeIf(List::isEmpty);
        marks.forEach(mark -> seat(mark, rows));
        return rows;
    }

    /** From the left; without letters that are printed twice to look bold, and without spaces that lie under letters. */
    private static void tidy(List<Cell> row) {
        row.sort(Comparator.comparingDouble(cell -> cell.glyph.x()));
        List<Cell> kept = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Glyph glyph = row.get(i).glyph;
            boolean twice = false;
            for (int j = kept.size() - 1; j >= Math.max(0, kept.size() - 3); j--) {
                Glyph other = kept.get(j).glyph;
                twice |= other.text().equals(glyph.text())
                        && Math.abs(other.x() - glyph.x())
                                < 0.4f * Math.max(0.1f * glyph.size(), glyph.end() - glyph.x());
            }
            Glyph next = i + 1 < row.size() ? row.get(i + 1).glyph : null;
            boolean under = glyph.blank()
                    && next != null
                    && !next.blank()
                    && next.x() - glyph.x() < 0.1f * Math.max(0.1f, glyph.end() - glyph.x());
            if (!twice && !under) {
                kept.add(row.get(i));
            }
        }
        row.clear();
        if (kept.stream().anyMatch(cell -> !cell.glyph.blank())) {
            row.addAll(kept);
        }
    }

    private void seat(Glyph mark, List<List<Cell>> rows) {
        allowance.check();
        Cell best = null;
        float nearest = Float.MAX_VALUE;
        for (List<Cell> row : rows) {
            float off = Math.abs(row.get(0).glyph.y() - mark.y());
            if (off > mark.size()) {
                continue;
            }
            for (Cell cell : row) {
                Glyph letter = cell.glyph;
                float beside = Math.max(0, Math.max(letter.x() - mark.middle(), mark.middle() - letter.end()));
                float far = beside + off / 2;
                if (!letter.blank()
                        && far <= nearest
                        && Character.isLetter(letter.text().codePointAt(0))) {
                    nearest = far;
                    best = cell;
                }
            }
        }
        if (best != null) {
            best.take(mark);
        }
    }

    private static List<Piece> pieces(List<Cell> row, int number) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        float end = row.get(0).glyph.end();
        for (int i = 1; i <= row.size(); i++) {
            Glyph glyph = i < row.size() ? row.get(i).glyph : null;
            if (glyph != null && glyph.blank()) {
                continue;
            }
            if (glyph == null || glyph.x() - end > PIECE_GAP * glyph.size()) {
                piece(row.subList(from, i), number, pieces);
                from = i;
            }
            end = glyph == null ? end : Math.max(end, glyph.end());
        }
        return pieces;
    }

    private static void piece(List<Cell> cells, int number, List<Piece> pieces) {
        int from = 0;
        int to = cells.size();
        while (from < to && cells.get(from).glyph.blank()) {
            from++;
        }
        while (to > from && cells.get(to - 1).glyph.blank()) {
            to--;
        }
        if (from == to) {
            return;
        }
        List<Cell> kept = cells.subList(from, to);
        float end = (float)
                kept.stream().mapToDouble(cell -> cell.glyph.end()).max().orElse(0);
        float size = (float)
                kept.stream().mapToDouble(cell -> cell.glyph.size()).max().orElse(1);
        Glyph first = kept.get(0).glyph;
        pieces.add(new Piece(List.copyOf(kept), number, first.x(), end, first.y(), size));
    }

    private record Gutter(float x, int from, int to, int rows) {}

    private void region(List<Piece> pieces, int depth) {
        allowance.check();
        Gutter gutter = depth < 6 && pieces.size() <= MOST_PIECES ? gutter(pieces) : null;
        if (gutter == null) {
            print(pieces);
            return;
        }
        List<Piece> above = new ArrayList<>();
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        List<Piece> below = new ArrayList<>();
        for (Piece piece : pieces) {
            (piece.row < gutter.from ? above : piece.row > gutter.to ? below : piece.end <= gutter.x ? left : right)
                    .add(piece);
        }
        region(above, depth + 1);
        region(rightToLeft ? right : left, depth + 1);
        region(rightToLeft ? left : right, depth + 1);
        region(below, depth + 1);
    }

    /** The white strip that goes past the most rows, with prose on both sides of it. */
    private @Nullable Gutter gutter(List<Piece> pieces) {
        TreeSet<Integer> starts = new TreeSet<>();
        pieces.forEach(piece -> starts.add(Math.round(piece.x)));
        List<Integer> rows = pieces.stream().map(Piece::row).distinct().toList();
        Gutter best = null;
        for (int start : starts) {
            Set<Integer> crossed = pieces.stream()
                    .filter(piece -> crosses(piece, start))
                    .map(Piece::row)
                    .collect(Collectors.toSet());
            for (int i = 0; i < rows.size(); i++) {
                int from = i;
                while (i < rows.size() && !crossed.contains(rows.get(i))) {
                    i++;
                }
                boolean longer = i > from && (best == null || i - from > best.rows);
                if (longer && columns(pieces, start, rows.get(from), rows.get(i - 1))) {
                    best = new Gutter(start, rows.get(from), rows.get(i - 1), i - from);
                }
            }
        }
        return best;
    }

    private static boolean crosses(Piece piece, int x) {
        return piece.x < x - 1 && piece.end > x - PIECE_GAP * piece.size;
    }

    private static boolean columns(List<Piece> pieces, int x, int from, int to) {
        List<Piece> rows = pieces.stream()
                .filter(piece -> piece.row >= from && piece.row <= to)
                .toList();
        return prose(rows.stream().filter(piece -> piece.end <= x).toList())
                && prose(rows.stream().filter(piece -> piece.end > x).toList());
    }

    /** Cells of a table are short and of all lengths; lines of prose fill their measure. */
    private static boolean prose(List<Piece> pieces) {
        if (pieces.stream().mapToInt(Piece::row).distinct().count() < ROWS_OF_A_COLUMN) {
            return false;
        }
        Map<Integer, double[]> rows = new HashMap<>();
        for (Piece piece : pieces) {
            rows.merge(piece.row, new double[] {piece.x, piece.end}, Layout::both);
        }
        double[] widths = rows.values().stream()
                .mapToDouble(row -> row[1] - row[0])
                .sorted()
                .toArray();
        double[] all = rows.values().stream().reduce(Layout::both).orElseThrow();
        double usual = widths[widths.length / 2];
        return usual >= PROSE_WIDTH * pieces.get(0).size && usual >= PROSE_FILL * (all[1] - all[0]);
    }

    private static double[] both(double[] one, double[] other) {
        return new double[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])};
    }

    private void print(List<Piece> pieces) {
        List<Line> printed = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            int to = i;
            while (to < pieces.size() && pieces.get(to).row == pieces.get(i).row) {
                to++;
            }
            printed.add(line(pieces.subList(i, to)));
            i = to;
        }
        for (int i = 0; i < printed.size(); i++) {
            // A wide gap in one line alone is a line drawn out to its measure.
            boolean table = i > 0 && printed.get(i - 1).divided()
                    || i + 1 < printed.size() && printed.get(i + 1).divided();
            lines.add(table ? printed.get(i) : printed.get(i).undivided());
        }
        column++;
    }

    private Line line(List<Piece> pieces) {
        List<String> cells = new ArrayList<>();
        Piece first = pieces.get(0);
        float end = first.x;
        float word = first.x;
        float leftWord = 0;
        for (Piece piece : pieces) {
            boolean apart = !cells.isEmpty() && piece.x - end > CELL_GAP * piece.size;
            for (Cell cell : piece.cells) {
                Glyph glyph = cell.glyph;
                boolean spaced = cells.isEmpty() || cells.get(cells.size() - 1).equals(" ");
                boolean gap = apart
                        || glyph.blank()
                        || cell == piece.cells.get(0)
                        || glyph.x() - end > WORD_GAP * glyph.size();
                if (gap && !spaced) {
                    cells.add(apart ? "\t" : " ");
                    leftWord = leftWord == 0 ? end - first.x : leftWord;
                }
                if (!glyph.blank()) {
                    word = gap ? glyph.x() : word;
                    end = Math.max(end, glyph.end());
                    cells.add(cell.text.toString());
                } else if (gap && glyph.end() > end) {
                    // Word spacing may be a space and a gap: one of them is enough.
                    end = glyph.end();
                }
                apart = false;
            }
            end = piece.end;
        }
        float size = (float) pieces.stream().mapToDouble(Piece::size).max().orElse(1);
        float whole = leftWord == 0 ? end - first.x : leftWord;
        return new Line(List.copyOf(cells), first.x, end, whole, end - word, first.y, size, page, column);
    }
}
