package org.minbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One piece of a body. No block is empty: a constructor that is given nothing to say throws an
 * {@link IllegalArgumentException}. A new kind of block is a record here, an opening in
 * {@link Compositor}, and a line in {@link BodyHtml} and {@link PlainText}.
 */
public sealed interface Block {

    /** Everything it says, in reading order. */
    Stream<Wording> wordings();

    /** The same block, saying something else. */
    Block reworded(UnaryOperator<Wording> change);

    /** How many quotations, list items and tables stand in one another here. */
    default int depth() {
        return 0;
    }

    /** A paragraph. */
    record Paragraph(Wording wording) implements Block {
        public Paragraph {
            mustSay(wording);
        }

        public static Paragraph of(String text) {
            return new Paragraph(Wording.of(text));
        }

        @Override
        public Stream<Wording> wordings() {
            return Stream.of(wording);
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new Paragraph(change.apply(wording));
        }
    }

    /**
     * A heading within the body. It is strong already, so nothing in it is marked strong.
     *
     * @param level from 2 to 4; the story's headline is 1
     */
    record Heading(int level, Wording wording) implements Block {
        public Heading {
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("A heading in a body has a level from 2 to 4, not " + level);
            }
            wording = wording.without(Mark.STRONG);
            mustSay(wording);
        }

        @Override
        public Stream<Wording> wordings() {
            return Stream.of(wording);
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new Heading(level, change.apply(wording));
        }
    }

    /**
     * What somebody else said or wrote.
     *
     * @param cite who or where; may be empty
     */
    record Quote(List<Block> blocks, Wording cite) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
            mustHold(blocks);
        }

        @Override
        public Stream<Wording> wordings() {
            return Stream.concat(blocks.stream().flatMap(Block::wordings), said(cite));
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new Quote(all(blocks, change), optional(cite, change));
        }

        @Override
        public int depth() {
            return 1 + deepest(blocks);
        }
    }

    /** A sentence of the story itself, lifted out to catch the eye. */
    record PullQuote(Wording wording, Wording cite) implements Block {
        public PullQuote {
            mustSay(wording);
        }

        @Override
        public Stream<Wording> wordings() {
            return Stream.concat(Stream.of(wording), said(cite));
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new PullQuote(change.apply(wording), optional(cite, change));
        }
    }

    /** A list, numbered or not. */
    record ListBlock(boolean ordered, List<Item> items) implements Block {
        public ListBlock {
            items = List.copyOf(items);
            mustHold(items);
        }

        @Override
        public Stream<Wording> wordings() {
            return items.stream().flatMap(item -> item.blocks().stream()).flatMap(Block::wordings);
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new ListBlock(
                    ordered,
                    items.stream()
                            .map(item -> new Item(all(item.blocks(), change)))
                            .toList());
        }

        @Override
        public int depth() {
            return items.stream()
                    .mapToInt(item -> 1 + deepest(item.blocks()))
                    .max()
                    .orElse(0);
        }
    }

    /** One point of a list. */
    record Item(List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
            mustHold(blocks);
        }

        public static Item of(String text) {
            return new Item(List.of(Paragraph.of(text)));
        }
    }

    /**
     * A table with at least two columns, and at least two rows counting its head. Rows are as long as the longest; a row
     * that says nothing is left out; a first row of nothing but header cells is the head.
     *
     * @param head the words above the columns, or nothing
     */
    record TableBlock(List<Wording> head, List<List<Cell>> rows) implements Block {

        /** A table beyond this many cells is a data set, which belongs beside the story and not in it. */
        static final int MOST_CELLS = 2_000;

        /** @throws IllegalArgumentException for one column, one row, or more than two thousand cells */
        public TableBlock {
            List<List<Cell>> telling = new ArrayList<>(rows);
            telling.removeIf(row -> row.stream().allMatch(cell -> cell.wording().isEmpty()));
            List<Wording> above = head.stream().allMatch(Wording::isEmpty) ? List.of() : head;
            if (above.isEmpty() && !telling.isEmpty() && telling.get(0).stream().allMatch(Cell::header)) {
                above = telling.remove(0).stream().map(Cell::wording).toList();
            }
            int width = Math.max(above.size(), width(telling));
            int height = telling.size() + (above.isEmpty() ? 0 : 1);
            if (width < 2 || height < 2 || telling.isEmpty() || (long) width * height > MOST_CELLS) {
                throw new IllegalArgumentException("Not a table: " + width + " by " + height);
            }
            head = above.isEmpty() ? List.of() : padded(above, width, Wording.EMPTY);
            rows = telling.stream().map(row -> padded(row, width, Cell.EMPTY)).toList();
        }

        @Override
        public Stream<Wording> wordings() {
            Stream<Wording> cells = rows.stream().flatMap(List::stream).map(Cell::wording);
            return Stream.concat(head.stream(), cells).filter(wording -> !wording.isEmpty());
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new TableBlock(
                    head.stream().map(wording -> optional(wording, change)).toList(),
                    rows.stream()
                            .map(row -> row.stream()
                                    .map(cell -> new Cell(cell.header(), optional(cell.wording(), change)))
                                    .toList())
                            .toList());
        }

        @Override
        public int depth() {
            return 1;
        }

        private static int width(List<List<Cell>> rows) {
            return rows.stream().mapToInt(List::size).max().orElse(0);
        }

        private static <T> List<T> padded(List<T> row, int width, T filler) {
            List<T> padded = new ArrayList<>(row);
            while (padded.size() < width) {
                padded.add(filler);
            }
            return List.copyOf(padded);
        }
    }

    /**
     * A cell of a table.
     *
     * @param header whether it names its row
     * @param wording may be empty
     */
    record Cell(boolean header, Wording wording) {
        static final Cell EMPTY = new Cell(false, Wording.EMPTY);
    }

    /**
     * Something elsewhere on the web (a film, a map, a message) that the page shows as a card with a link: it asks nothing
     * of the other site before the reader follows the link.
     *
     * @param href an https address
     * @param title what it is; empty where only the address is known
     */
    record Embed(String href, String title) implements Block {

        /** @throws IllegalArgumentException for anything but an https address */
        public Embed {
            String asked = href;
            href = Link.clean(href)
                    .filter(address -> address.startsWith("https:"))
                    .orElseThrow(() -> new IllegalArgumentException("Not an https address: " + asked));
            title = Markup.cleanLine(title);
            title = title.equals(Markup.cleanLine(href)) ? "" : title;
        }

        static boolean fits(String href) {
            return Link.clean(href)
                    .filter(address -> address.startsWith("https:"))
                    .isPresent();
        }

        @Override
        public Stream<Wording> wordings() {
            return title.isEmpty() ? Stream.empty() : Stream.of(Wording.of(title));
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return title.isEmpty()
                    ? this
                    : new Embed(href, change.apply(Wording.of(title)).text());
        }
    }

    /**
     * A file of the library (a picture, a sound, a film, a document) and what is said of it here. What is empty here, the
     * file's own words in the edition's language say.
     *
     * @param file its number in the library
     * @param alt what it shows, for those who do not see it; may be empty
     * @param caption may be empty
     * @param credit who made it; may be empty
     * @param decorative whether it tells nothing that the text does not, so that it needs no words
     */
    record Figure(long file, String alt, Wording caption, String credit, boolean decorative) implements Block {

        static final int LONGEST_LINE = 2_000;

        /** @throws IllegalArgumentException for a file that can't be, or more than a caption's worth of words */
        public Figure {
            if (file < 1) throw new IllegalArgumentException("No file has the number " + file);
            alt = line(alt);
            credit = line(credit);
        }

        public static Figure of(long file) {
            return new Figure(file, "", Wording.EMPTY, "", false);
        }

        private static String line(String typed) {
            String line = Markup.cleanLine(typed);
            return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        }

        @Override
        public Stream<Wording> wordings() {
            return said(caption);
        }

        @Override
        public Figure reworded(UnaryOperator<Wording> change) {
            return new Figure(file, alt, optional(caption, change), credit, decorative);
        }
    }

    /**
     * Pictures that belong together.
     *
     * @param caption of them all; may be empty
     */
    record Gallery(List<Figure> figures, Wording caption) implements Block {
        public Gallery {
            figures = List.copyOf(figures);
            mustHold(figures);
        }

        @Override
        public Stream<Wording> wordings() {
            return Stream.concat(figures.stream().flatMap(Figure::wordings), said(caption));
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return new Gallery(
                    figures.stream().map(figure -> figure.reworded(change)).toList(), optional(caption, change));
        }
    }

    /** A line across: the story turns to something else. */
    record Rule() implements Block {
        @Override
        public Stream<Wording> wordings() {
            return Stream.empty();
        }

        @Override
        public Block reworded(UnaryOperator<Wording> change) {
            return this;
        }
    }

    private static void mustSay(Wording wording) {
        if (wording.isEmpty()) {
            throw new IllegalArgumentException("A block must say something");
        }
    }

    private static void mustHold(List<?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A block must hold something");
        }
    }

    private static Stream<Wording> said(Wording wording) {
        return wording.isEmpty() ? Stream.empty() : Stream.of(wording);
    }

    private static Wording optional(Wording wording, UnaryOperator<Wording> change) {
        return wording.isEmpty() ? wording : change.apply(wording);
    }

    private static List<Block> all(List<Block> blocks, UnaryOperator<Wording> change) {
        return blocks.stream().map(block -> block.reworded(change)).toList();
    }

    private static int deepest(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::depth).max().orElse(0);
    }
}
