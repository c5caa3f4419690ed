package org.minbar.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.minbar.text.Block.Cell;
import org.minbar.text.Block.Embed;
import org.minbar.text.Block.Figure;
import org.minbar.text.Block.Gallery;
import org.minbar.text.Block.Heading;
import org.minbar.text.Block.Item;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Block.Paragraph;
import org.minbar.text.Block.PullQuote;
import org.minbar.text.Block.Quote;
import org.minbar.text.Block.Rule;
import org.minbar.text.Block.TableBlock;

/**
 * Sets a body from a tree of HTML. It walks the tree without recursion, however deep it is, and keeps two stacks: the
 * styles of the elements it is in, and the frames (quotation, list, cell …) that wait for their content. Text gathers until
 * the edge of a block is reached, wherever that edge stands; so a block inside an inline element needs no mending first.
 */
final class Compositor implements NodeFilter {

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "iframe",
            "svg",
            "math",
            "object",
            "embed",
            "applet",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "frameset",
            "frame",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "select",
            "option",
            "datalist",
            "textarea",
            "input",
            "button",
            "audio",
            "video",
            "canvas",
            "map",
            "xml");

    /** Their edges end a paragraph. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "address",
            "details",
            "summary",
            "dl",
            "dt",
            "dd",
            "fieldset",
            "legend",
            "form",
            "center",
            "hgroup",
            "figure",
            "figcaption",
            "pre",
            "xmp",
            "listing",
            "plaintext",
            "ul",
            "ol",
            "menu",
            "dir",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "hr");

    /** In these, an empty line between two lines of text ends a paragraph, as writers of plain text mean it. */
    private static final Set<String> LOOSE =
            Set.of("body", "div", "section", "article", "main", "blockquote", "center", "form");

    private static final Map<String, Mark> MARKS = Map.ofEntries(
            Map.entry("b", Mark.STRONG),
            Map.entry("strong", Mark.STRONG),
            Map.entry("i", Mark.EMPHASIS),
            Map.entry("em", Mark.EMPHASIS),
            Map.entry("cite", Mark.EMPHASIS),
            Map.entry("dfn", Mark.EMPHASIS),
            Map.entry("var", Mark.EMPHASIS),
            Map.entry("code", Mark.CODE),
            Map.entry("kbd", Mark.CODE),
            Map.entry("samp", Mark.CODE),
            Map.entry("tt", Mark.CODE),
            Map.entry("sub", Mark.SUBSCRIPT),
            Map.entry("sup", Mark.SUPERSCRIPT));

    private static final Set<String> PULL_QUOTE = Set.of("pull-quote", "pullquote", "wp-block-pullquote");
    private static final Set<String> EMBED = Set.of("embed", "wp-block-embed");
    private static final Set<String> GALLERY = Set.of("gallery");
    private static final Pattern FILE_NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** Houses whose frames show a film, a sound, a map or a message; another frame is an advertisement or worse. */
    private static final Pattern SHOWN = Pattern.compile(
            "^https://(?:www\\.|player\\.|w\\.|platform\\.|geo\\.)?(?:youtube\\.com|youtube-nocookie\\.com|youtu\\.be|vimeo\\.com"
                    + "|dailymotion\\.com|soundcloud\\.com|openstreetmap\\.org|facebook\\.com|instagram\\.com"
                    + "|twitter\\.com|x\\.com|tiktok\\.com|arte\\.tv)/.+$");

    private static final Pattern YOUTUBE =
            Pattern.compile("^https://www\\.youtube(?:-nocookie)?\\.com/embed/([A-Za-z0-9_-]+).*$");

    private static final Pattern BOLD = Pattern.compile("(?<![a-z-])font-weight:(?:bold|bolder|[6-9]00)");
    private static final Pattern NOT_BOLD = Pattern.compile("(?<![a-z-])font-weight:(?:normal|lighter|[1-5]00)");
    private static final Pattern HIDDEN = Pattern.compile("display:none|visibility:hidden|mso-hide:all");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*\\(?[\\p{L}\\p{N}]{1,4}[.)\\-]");
    private static final Pattern LOOSELY_SET = Pattern.compile("(?<!\\s)\\s*([:;])\\s*");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\r]*+\\n\\s*+");
    private static final int WIDEST_SPAN = 40;

    private enum Kind {
        BODY,
        QUOTE,
        LIST,
        ITEM,
        WORD_ITEM,
        TABLE,
        CELL,
        FIGURE,
        PULL,
        EMBED,
        FILE,
        GALLERY,
        HEADING,
        CAPTION;

        /** Holds words only; a block inside it is a line of its own. */
        boolean wordsOnly() {
            return this == HEADING || this == CAPTION;
        }

        boolean deepens() {
            return this == QUOTE || this == ITEM || this == WORD_ITEM || this == TABLE;
        }
    }

    private static final Set<Kind> STANDING_ALONE =
            EnumSet.of(Kind.FIGURE, Kind.PULL, Kind.EMBED, Kind.FILE, Kind.GALLERY);

    /** A block that waits for its content. */
    private static final class Frame {
        final Kind kind;
        final @Nullable Element element;
        final List<Block> blocks;
        final List<List<Block>> items = new ArrayList<>();
        final List<Row> rows = new ArrayList<>();
        final List<Wording> captions = new ArrayList<>();
        private final List<Item> wordItems = new ArrayList<>();
        private boolean wordOrdered;
        boolean ordered;

        Frame(Kind kind, @Nullable Element element, List<Block> blocks) {
            this.kind = kind;
            this.element = element;
            this.blocks = blocks;
        }

        void add(Block block) {
            settle();
            blocks.add(block);
        }

        void addFromWord(Item item, boolean numbered) {
            if (numbered != wordOrdered) {
                settle();
            }
            wordOrdered = numbered;
            wordItems.add(item);
        }

        /** The points of a list that came one paragraph each are a list once something else follows. */
        void settle() {
            if (!wordItems.isEmpty()) {
                blocks.add(new ListBlock(wordOrdered, wordItems));
                wordItems.clear();
            }
        }
    }

    private record Row(boolean inHead, List<TableCell> cells) {}

    private record TableCell(boolean header, int across, int down, List<Block> blocks) {}

    private record Piece(String text, Style style) {
        boolean breaks() {
            return text.equals("\n");
        }
    }

    private record Step(Style from, String what, String value) {}

    private final Map<Step, Style> steps = new HashMap<>();
    private final Deque<Style> styles = new ArrayDeque<>(List.of(Style.PLAIN));
    private final Deque<Frame> frames = new ArrayDeque<>(List.of(new Frame(Kind.BODY, null, new ArrayList<>())));
    private final Deque<Element> blocks = new ArrayDeque<>();
    private final List<Piece> pending = new ArrayList<>();
    private int depth;
    private int preformatted;

    Body body() {
        flush();
        while (frames.size() > 1) {
            close();
        }
        top().settle();
        return new Body(top().blocks);
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (LEFT_OUT.contains(name) || name.startsWith("v:") || name.startsWith("w:")) {
                show(element, name);
                return FilterResult.SKIP_ENTIRELY;
            }
            String css = css(element);
            if (hidden(element, css)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            enter(element, name, css);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (node instanceof Element element) {
            leave(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void enter(Element element, String name, String css) {
        if (BLOCKS.contains(name)) {
            edge();
            blocks.push(element);
        }
        styles.push(style(element, name, css));
        switch (name) {
            case "br" -> pending.add(new Piece("\n", styles.element()));
            case "img" -> emoji(element);
            case "q" -> pending.add(new Piece("“", styles.element()));
            case "pre", "xmp", "listing", "plaintext" -> preformatted++;
            case "hr" -> {
                if (holder().isPresent()) {
                    top().add(new Rule());
                }
            }
            default -> frame(element, name, css);
        }
    }

    private void leave(Element element, String name) {
        if (name.equals("q")) {
            pending.add(new Piece("”", styles.element()));
        }
        if (BLOCKS.contains(name)) {
            edge();
            blocks.pop();
        }
        while (frames.size() > 1 && top().element == element) {
            edge();
            close();
        }
        if (Set.of("pre", "xmp", "listing", "plaintext").contains(name)) {
            preformatted--;
        }
        styles.pop();
    }

    /** Opens the frame that an element asks for, where one may stand here. */
    private void frame(Element element, String name, String css) {
        Frame top = top();
        if (top.kind.wordsOnly()) {
            return;
        }
        boolean room = depth < Body.DEEPEST;
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> open(Kind.HEADING, element);
            case "blockquote" -> {
                if (isA(element, PULL_QUOTE) && figureFits()) {
                    open(Kind.PULL, element);
                } else if (room) {
                    open(Kind.QUOTE, element);
                }
            }
            case "ul", "ol", "menu", "dir" -> list(element, name, room);
            case "li" -> {
                if (top.kind == Kind.LIST) {
                    open(Kind.ITEM, element);
                }
            }
            case "table" -> {
                if (room) {
                    open(Kind.TABLE, element);
                }
            }
            case "tr" -> {
                if (top.kind == Kind.TABLE) {
                    boolean inHead = element.parent() != null
                            && element.parent().normalName().equals("thead");
                    top.rows.add(new Row(inHead, new ArrayList<>()));
                }
            }
            case "td", "th" -> {
                if (top.kind == Kind.TABLE && !top.rows.isEmpty()) {
                    open(Kind.CELL, element);
                }
            }
            case "figure", "aside" -> {
                if (FILE_NUMBER.matcher(element.attr("data-file")).matches()
                        && (top.kind == Kind.GALLERY || figureFits())) {
                    open(Kind.FILE, element);
                } else if (isA(element, GALLERY) && figureFits()) {
                    open(Kind.GALLERY, element);
                } else if (isA(element, PULL_QUOTE) && figureFits()) {
                    open(Kind.PULL, element);
                } else if (isA(element, EMBED) && figureFits()) {
                    open(Kind.EMBED, element);
                } else if (name.equals("figure") && figureFits()) {
                    open(Kind.FIGURE, element);
                }
            }
            case "figcaption", "caption" -> {
                if (top.kind != Kind.BODY && top.kind != Kind.ITEM && top.kind != Kind.LIST) {
                    open(Kind.CAPTION, element);
                }
            }
            case "footer", "cite" -> {
                if (attributes(element)) {
                    edge();
                    open(Kind.CAPTION, element);
                }
            }
            case "p" -> {
                if (css.contains("mso-list:") && room && holder().isPresent() && top.kind != Kind.LIST) {
                    open(Kind.WORD_ITEM, element);
                    top().ordered = NUMBERED.matcher(bullet(element)).find();
                }
            }
            default -> {}
        }
    }

    private void list(Element element, String name, boolean room) {
        // A list that stands in a list, and not in one of its points, belongs to the point before it.
        if (room && top().kind == Kind.LIST && !top().items.isEmpty() && depth + 1 < Body.DEEPEST) {
            List<List<Block>> items = top().items;
            List<Block> last = items.remove(items.size() - 1);
            open(Kind.ITEM, element, last);
            open(Kind.LIST, element);
        } else if (room && top().kind != Kind.LIST) {
            open(Kind.LIST, element);
        }
        if (top().element == element) {
            top().ordered = name.equals("ol");
        }
    }

    /** A figure stands in a figure only where a quotation, a point or a table lies between. */
    private boolean figureFits() {
        for (Frame frame : frames) {
            if (frame.kind.deepens()) {
                return true;
            }
            if (STANDING_ALONE.contains(frame.kind)) {
                return false;
            }
        }
        return true;
    }

    private void open(Kind kind, Element element) {
        open(kind, element, new ArrayList<>());
    }

    private void open(Kind kind, Element element, List<Block> blocks) {
        frames.push(new Frame(kind, element, blocks));
        depth += kind.deepens() ? 1 : 0;
    }

    private void close() {
        Frame frame = frames.pop();
        depth -= frame.kind.deepens() ? 1 : 0;
        frame.settle();
        switch (frame.kind) {
            case HEADING -> closeHeading(frame);
            case CAPTION -> top().captions.addAll(wording().stream().toList());
            case QUOTE -> closeQuote(frame);
            case LIST -> closeList(frame);
            case ITEM -> {
                if (!frame.blocks.isEmpty()) {
                    top().items.add(frame.blocks);
                }
            }
            case WORD_ITEM -> {
                if (!frame.blocks.isEmpty()) {
                    top().addFromWord(new Item(frame.blocks), frame.ordered);
                }
            }
            case CELL -> closeCell(frame);
            case TABLE -> closeTable(frame);
            case FIGURE -> closeFigure(frame);
            case PULL -> closePull(frame);
            case EMBED -> closeEmbed(frame);
            case FILE -> closeFile(frame);
            case GALLERY -> closeGallery(frame);
            case BODY -> throw new IllegalStateException("The body is not a frame that closes");
        }
    }

    private void closeHeading(Frame frame) {
        Element element = frame.element;
        if (element == null) {
            return;
        }
        int level = Math.min(4, Math.max(2, element.normalName().charAt(1) - '0'));
        wording().map(wording -> wording.without(Mark.STRONG)).ifPresent(wording -> put(new Heading(level, wording)));
    }

    private void closeQuote(Frame frame) {
        if (frame.blocks.isEmpty()) {
            paragraphs(frame.captions);
        } else {
            put(new Quote(frame.blocks, Wording.stacked(frame.captions)));
        }
    }

    private void closeList(Frame frame) {
        if (!frame.items.isEmpty()) {
            put(new ListBlock(frame.ordered, frame.items.stream().map(Item::new).toList()));
        }
    }

    private void closeCell(Frame frame) {
        Element element = frame.element;
        List<Row> rows = top().rows;
        if (element != null && !rows.isEmpty()) {
            rows.get(rows.size() - 1)
                    .cells()
                    .add(new TableCell(
                            element.normalName().equals("th"),
                            span(element, "colspan"),
                            span(element, "rowspan"),
                            frame.blocks));
        }
    }

    private static int span(Element element, String attribute) {
        String written = element.attr(attribute).strip();
        return written.matches("[0-9]{1,4}") ? Math.max(1, Math.min(WIDEST_SPAN, Integer.parseInt(written))) : 1;
    }

    private void closeTable(Frame frame) {
        frame.blocks.forEach(this::put);
        paragraphs(frame.captions);
        Optional<TableBlock> table = table(frame.rows);
        if (table.isPresent()) {
            put(table.get());
        } else {
            // It only held things in place.
            for (Row row : frame.rows) {
                row.cells().forEach(cell -> cell.blocks().forEach(this::put));
            }
        }
    }

    private static Optional<TableBlock> table(List<Row> rows) {
        if ((long) rows.size()
                        * rows.stream()
                                .mapToInt(row -> row.cells().size())
                                .max()
                                .orElse(0)
                > TableBlock.MOST_CELLS) {
            return Optional.empty();
        }
        List<Wording> head = List.of();
        List<List<Cell>> grid = new ArrayList<>();
        int[] reaching = new int[TableBlock.MOST_CELLS + WIDEST_SPAN];
        for (Row row : rows) {
            List<Cell> cells = spread(row, reaching);
            if (row.inHead() && head.isEmpty() && grid.isEmpty()) {
                head = cells.stream().map(Cell::wording).toList();
            } else {
                grid.add(cells);
            }
        }
        try {
            return Optional.of(new TableBlock(head, grid));
        } catch (IllegalArgumentException notTabular) {
            return Optional.empty();
        }
    }

    /** The cells of a row, each in its column, after the algorithm of the HTML standard (4.9.12). */
    private static List<Cell> spread(Row row, int[] reaching) {
        List<Cell> cells = new ArrayList<>();
        for (TableCell cell : row.cells()) {
            fill(cells, reaching);
            if (cells.size() + cell.across() >= reaching.length) {
                break;
            }
            Arrays.fill(reaching, cells.size(), cells.size() + cell.across(), cell.down() - 1);
            List<Wording> lines =
                    cell.blocks().stream().flatMap(Block::wordings).toList();
            cells.add(new Cell(row.inHead() || cell.header(), Wording.stacked(lines)));
            for (int i = 1; i < cell.across(); i++) {
                cells.add(new Cell(row.inHead() || cell.header(), Wording.EMPTY));
            }
        }
        for (int i = cells.size(); i < reaching.length; i++) {
            reaching[i] = Math.max(0, reaching[i] - 1);
        }
        return cells;
    }

    private static void fill(List<Cell> cells, int[] reaching) {
        while (cells.size() < reaching.length && reaching[cells.size()] > 0) {
            reaching[cells.size()]--;
            cells.add(Cell.EMPTY);
        }
    }

    private void closeFigure(Frame frame) {
        if (frame.blocks.size() == 1
                && frame.blocks.get(0) instanceof Quote quote
                && quote.cite().isEmpty()) {
            put(new Quote(quote.blocks(), Wording.stacked(frame.captions)));
        } else {
            frame.blocks.forEach(this::put);
            paragraphs(frame.captions);
        }
    }

    private void closePull(Frame frame) {
        List<Wording> said = new ArrayList<>();
        List<Wording> cited = new ArrayList<>();
        for (Block block : frame.blocks) {
            if (block instanceof Quote quote && !quote.cite().isEmpty()) {
                quote.blocks().stream().flatMap(Block::wordings).forEach(said::add);
                cited.add(quote.cite());
            } else {
                block.wordings().forEach(said::add);
            }
        }
        cited.addAll(frame.captions);
        if (said.isEmpty()) {
            paragraphs(cited);
        } else {
            put(new PullQuote(Wording.stacked(said), Wording.stacked(cited)));
        }
    }

    private void closeEmbed(Frame frame) {
        String caption = Wording.stacked(frame.captions).text();
        Optional<Block> embedded =
                frame.blocks.stream().filter(Embed.class::isInstance).findFirst();
        List<Wording> said = frame.blocks.stream().flatMap(Block::wordings).toList();
        String text = Wording.stacked(said).text();
        Optional<String> linked = said.stream()
                .flatMap(wording -> wording.runs().stream())
                .map(run -> run.style().href())
                .filter(Embed::fits)
                .findFirst();
        if (embedded.isPresent() && embedded.get() instanceof Embed embed) {
            put(embed.title().isEmpty() ? new Embed(embed.href(), caption) : embed);
        } else if (linked.isPresent()) {
            put(new Embed(linked.get(), caption.isEmpty() ? text : caption));
        } else if (text.startsWith("https://") && text.indexOf(' ') < 0 && Embed.fits(text)) {
            put(new Embed(text, caption));
        } else {
            frame.blocks.forEach(this::put);
            paragraphs(frame.captions);
        }
    }

    private void closeFile(Frame frame) {
        Element element = frame.element;
        if (element == null) {
            return;
        }
        put(new Figure(
                Long.parseLong(element.attr("data-file")),
                element.attr("data-alt"),
                Wording.stacked(frame.captions),
                element.attr("data-credit"),
                element.hasAttr("data-decorative")));
        frame.blocks.forEach(this::put);
    }

    private void closeGallery(Frame frame) {
        List<Figure> figures = frame.blocks.stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
        if (figures.isEmpty()) {
            paragraphs(frame.captions);
        } else {
            put(new Gallery(figures, Wording.stacked(frame.captions)));
        }
        frame.blocks.stream().filter(block -> !(block instanceof Figure)).forEach(this::put);
    }

    private void paragraphs(List<Wording> wordings) {
        wordings.forEach(wording -> put(new Paragraph(wording)));
    }

    /** Puts a block where it belongs: what stands straight in a list is a point of it. */
    private void put(Block block) {
        Frame top = top();
        if (top.kind == Kind.LIST) {
            top.items.add(new ArrayList<>(List.of(block)));
        } else {
            top.add(block);
        }
    }

    private Frame top() {
        return frames.element();
    }

    /** The frame here, where it takes blocks. */
    private Optional<Frame> holder() {
        return top().kind.wordsOnly() || top().kind == Kind.LIST || top().kind == Kind.TABLE
                ? Optional.empty()
                : Optional.of(top());
    }

    /** Where a block begins or ends: what has gathered is a paragraph, or a line of a heading or caption. */
    private void edge() {
        if (!top().kind.wordsOnly()) {
            flush();
        } else if (!pending.isEmpty()) {
            pending.add(new Piece("\n", Style.PLAIN));
        }
    }

    private void flush() {
        if (top().kind.wordsOnly()) {
            return;
        }
        List<Run> paragraph = new ArrayList<>();
        int breaks = 0;
        for (Piece piece : pending) {
            if (piece.breaks()) {
                breaks++;
            } else if (!Letters.onlySpace(piece.text())) {
                if (breaks > 1) {
                    putParagraph(paragraph);
                }
                breaks = 0;
            }
            paragraph.add(new Run(piece.text(), piece.style()));
        }
        putParagraph(paragraph);
        pending.clear();
    }

    private void putParagraph(List<Run> runs) {
        Wording wording = new Wording(runs);
        runs.clear();
        if (!wording.isEmpty()) {
            put(new Paragraph(wording));
        }
    }

    private Optional<Wording> wording() {
        Wording wording = new Wording(pending.stream()
                .map(piece -> new Run(piece.text(), piece.style()))
                .toList());
        pending.clear();
        return wording.isEmpty() ? Optional.empty() : Optional.of(wording);
    }

    private void text(String text) {
        Style style = styles.element();
        if (preformatted > 0) {
            lines(text.replace("\r", ""), style);
        } else if (LOOSE.contains(blocks.isEmpty() ? "body" : blocks.element().normalName())) {
            Matcher empty = EMPTY_LINE.matcher(text);
            int from = 0;
            while (empty.find()) {
                piece(text.substring(from, empty.start()), style);
                pending.add(new Piece("\n", style));
                pending.add(new Piece("\n", style));
                from = empty.end();
            }
            piece(text.substring(from), style);
        } else {
            piece(text, style);
        }
    }

    private void lines(String text, Style style) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                pending.add(new Piece("\n", style));
            }
            piece(lines[i], style);
        }
    }

    private void piece(String text, Style style) {
        if (!text.isEmpty()) {
            pending.add(new Piece(
                    text.replace('\n', ' ')
                            .replace('\r', ' ')
                            .replace('\t', ' ')
                            .replace('\f', ' '),
                    style));
        }
    }

    /** Whether an element that stands straight in a quotation names whose it is. */
    private boolean attributes(Element element) {
        return (top().kind == Kind.QUOTE || top().kind == Kind.PULL) && top().element == element.parent();
    }

    private Style style(Element element, String name, String css) {
        Style style = styles.element();
        Mark mark = MARKS.get(name);
        if (mark != null
                && !(mark == Mark.STRONG && NOT_BOLD.matcher(css).find())
                && !(name.equals("cite") && (top().kind == Kind.CAPTION || attributes(element)))) {
            style = step(style, "mark", mark.name());
        }
        if (name.equals("span") && BOLD.matcher(css).find()) {
            style = step(style, "mark", Mark.STRONG.name());
        }
        if (name.equals("span") && css.contains("font-style:italic")) {
            style = step(style, "mark", Mark.EMPHASIS.name());
        }
        if (name.equals("a")) {
            style = step(style, "href", element.attr("href"));
        }
        // Word names a language and a direction on every other span; only those set by hand are worth keeping.
        boolean dressed = !css.isEmpty() || element.className().startsWith("Mso");
        if (element.hasAttr("lang") && !dressed) {
            style = step(style, "lang", element.attr("lang"));
        }
        if ((name.equals("span") || name.equals("bdi")) && element.hasAttr("dir") && !dressed) {
            style = step(style, "dir", element.attr("dir").toLowerCase(Locale.ROOT));
        }
        return style;
    }

    /** A step is taken once for each style it starts from, since to check an address again and again takes its time. */
    private Style step(Style from, String what, String value) {
        return steps.computeIfAbsent(new Step(from, what, value), step -> switch (what) {
            case "mark" -> from.with(Mark.valueOf(value));
            case "href" -> from.linking(value);
            case "lang" -> from.in(value);
            default -> from.running(value);
        });
    }

    private static String css(Element element) {
        return element.hasAttr("style")
                ? LOOSELY_SET
                        .matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .replaceAll("$1")
                : "";
    }

    private static boolean hidden(Element element, String css) {
        return element.hasAttr("hidden")
                || !css.isEmpty() && (HIDDEN.matcher(css).find() || css.contains("mso-list:ignore"));
    }

    private static boolean isA(Element element, Set<String> names) {
        return element.hasAttr("class")
                && Arrays.stream(element.attr("class").split("\\s+")).anyMatch(names::contains);
    }

    /** The bullet or number that Word writes out in front of a point. */
    private static String bullet(Element point) {
        for (Element child : point.children()) {
            if (css(child).contains("mso-list:ignore")) {
                String text = child.text();
                return text.substring(0, Math.min(text.length(), 20));
            }
        }
        return "";
    }

    /** Sites that draw emoji as pictures name the character in the picture's alternative text. */
    private void emoji(Element picture) {
        String alternative = picture.attr("alt");
        if (!alternative.isEmpty()
                && alternative.length() <= 16
                && alternative.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c < 0x80)) {
            pending.add(new Piece(alternative, styles.element()));
        }
    }

    /** A frame that shows a film or a map becomes a card with a link to it; any other is left out. */
    private void show(Element element, String name) {
        if (!name.equals("iframe") || element.hasAttr("srcdoc") || top().kind.wordsOnly()) {
            return;
        }
        Link.clean(element.attr("src"))
                .map(address -> YOUTUBE.matcher(address).replaceFirst("https://www.youtube.com/watch?v=$1"))
                .filter(address -> SHOWN.matcher(address).matches())
                .ifPresent(address -> {
                    edge();
                    put(new Embed(address, element.attr("title")));
                });
    }
}
