package org.minbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** Makes up bodies with everything in them that a body may hold, awkward characters first. */
final class Bodies {

    private static final String[] WORDS = {
        "المغرب",
        "ورزازات،",
        "2016",
        "l’eau",
        "Rabat",
        "<script>",
        "a&b",
        "&amp;",
        "\"",
        "««",
        "ـــ",
        "ـ",
        "می‌خواهم",
        "ه‍",
        "e\u0301té",
        "\u0301",
        "\u200F",
        "\u2067نص\u2069",
        "\u2068",
        "\u202E",
        "😀",
        "👩‍💻",
        "\uD83D",
        "\u0007",
        "10\u00A0000",
        "mot\u202F!",
        "https://example.org/a?b=c&d=e",
        "javascript:",
        "\u200B",
        "\u00AD",
        "]]>",
        "<!--",
        "--",
        "و",
        "'",
        "x<y"
    };
    private static final String[] GAPS = {
        " ", " ", " ", "", "\n", "\n\n", "  ", "\u00A0", "\u00A0 ", "\t", "\u2028", "\u3000"
    };
    private static final String[] ADDRESSES = {
        "https://example.org/كلمة?x=1&y=\"2\"", "/ar/7/x", "mailto:amina@example.org", "tel:+212600000000",
        "javascript:alert(1)", "//example.org/a b", "http://example.org/#'", "https://example.org/ــــ\u200C/e\u0301"
    };
    private static final String[] TAGS = {"fr", "ar-MA", "en", "zgh-Tfng", "x", "iw", ""};

    private final Random random;

    Bodies(Random random) {
        this.random = random;
    }

    Body next() {
        return new Body(blocks(1 + random.nextInt(4), 0));
    }

    private List<Block> blocks(int count, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(block(depth));
        }
        return blocks;
    }

    private Block block(int depth) {
        int kind = random.nextInt(depth < 4 ? 14 : 9);
        return switch (kind) {
            case 0, 1, 2 -> new Paragraph(telling());
            case 3 -> new Heading(2 + random.nextInt(3), telling());
            case 4 -> new PullQuote(telling(), wording());
            case 5 -> new Embed("https://example.org/film/" + pick(WORDS), random.nextBoolean() ? "" : text());
            case 6 -> new Rule();
            case 7 -> figure();
            case 8 -> new Gallery(List.of(figure(), figure()), wording());
            case 9 -> new Quote(blocks(1 + random.nextInt(3), depth + 1), wording());
            case 10, 11 -> new ListBlock(random.nextBoolean(), items(depth));
            default -> table();
        };
    }

    private Figure figure() {
        return new Figure(
                1 + random.nextInt(99),
                random.nextBoolean() ? "" : text(),
                wording(),
                random.nextBoolean() ? "" : text(),
                random.nextInt(4) == 0);
    }

    private List<Item> items(int depth) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            items.add(new Item(blocks(1 + random.nextInt(2), depth + 1)));
        }
        return items;
    }

    private Block table() {
        List<Wording> head = random.nextBoolean() ? List.of() : List.of(telling(), wording(), wording());
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(new Cell(random.nextBoolean(), telling()), new Cell(random.nextBoolean(), wording())));
        rows.add(List.of(new Cell(true, telling()), new Cell(false, telling())));
        if (random.nextBoolean()) {
            rows.add(List.of(new Cell(false, wording())));
        }
        return new TableBlock(head, rows);
    }

    Wording telling() {
        Wording wording = wording();
        List<Run> runs = new ArrayList<>(wording.runs());
        runs.add(Run.plain("كلمة"));
        return new Wording(runs);
    }

    Wording wording() {
        List<Run> runs = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            runs.add(new Run(text(), style()));
        }
        return new Wording(runs);
    }

    private Style style() {
        Style style = Style.PLAIN;
        while (random.nextInt(3) == 0) {
            style = style.with(Mark.values()[random.nextInt(Mark.values().length)]);
        }
        if (random.nextInt(4) == 0) {
            style = style.linking(pick(ADDRESSES));
        }
        if (random.nextInt(4) == 0) {
            style = style.in(pick(TAGS));
        }
        return random.nextInt(6) == 0 ? style.running(random.nextBoolean() ? "rtl" : "ltr") : style;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append(pick(GAPS)).append(pick(WORDS)).append(pick(GAPS));
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
