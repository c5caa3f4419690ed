package org.minbar.documents;

import java.util.List;

/**
 * A line of print within its column.
 *
 * @param cells what stands side by side, from the left; a tab where a gap divides cells of a table
 * @param leftWord how wide the outermost words are, {@code rightWord} likewise
 * @param column which column of its page it is in, counted over the document
 */
record Line(
        List<String> cells,
        float x,
        float end,
        float leftWord,
        float rightWord,
        float y,
        float size,
        int page,
        int column) {

    String seen() {
        return String.join("", cells);
    }

    boolean divided() {
        return cells.contains("\t");
    }

    Line undivided() {
        List<String> joined =
                cells.stream().map(cell -> cell.equals("\t") ? " " : cell).toList();
        return new Line(joined, x, end, leftWord, rightWord, y, size, page, column);
    }
}
