package org.minbar.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minbar.text.Block.Embed;
import org.minbar.text.Block.Item;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Block.Quote;
import org.minbar.text.Block.TableBlock;

/** A body as text without markup: for the index, for feeds, and for counting words. */
public final class PlainText {

    /** An extended grapheme cluster of UAX 29: what a reader takes for one character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private PlainText() {}

    /** Blocks with an empty line between; a point of a list begins with a bullet; cells stand between tabs. */
    public static String of(Body body) {
        return joined(body.blocks(), "\n\n");
    }

    /**
     * How the text begins, on one line: whole words, and an ellipsis where something was left out.
     *
     * @param graphemes how many characters it may have at most, as a reader counts them, the ellipsis among them
     */
    public static String excerpt(Body body, int graphemes) {
        String line = Markup.cleanLine(of(body));
        Matcher next = GRAPHEME.matcher(line);
        int fits = 0;
        for (int i = 0; i < graphemes; i++) {
            int before = fits;
            if (!next.find()) {
                return line;
            }
            fits = next.end();
            if (i == graphemes - 1 && fits < line.length()) {
                fits = before;
            }
        }
        if (fits == line.length()) {
            return line;
        }
        int word = line.lastIndexOf(' ', fits);
        return line.substring(0, word > 0 ? word : fits).replaceFirst("[\\p{P}\\s]+$", "") + "…";
    }

    private static String joined(List<Block> blocks, String between) {
        return blocks.stream()
                .map(PlainText::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String of(Block block) {
        if (block instanceof ListBlock list) {
            return list.items().stream().map(PlainText::of).collect(Collectors.joining("\n"));
        }
        if (block instanceof TableBlock table) {
            return of(table);
        }
        if (block instanceof Quote quote && quote.blocks().size() > 1) {
            return joined(quote.blocks(), "\n\n")
                    + (quote.cite().isEmpty() ? "" : "\n\n" + quote.cite().text());
        }
        if (block instanceof Embed embed) {
            return embed.title().isEmpty() ? embed.href() : embed.title() + "\n" + embed.href();
        }
        return block.wordings().map(Wording::text).collect(Collectors.joining("\n"));
    }

    private static String of(Item item) {
        return "• " + joined(item.blocks(), "\n").replace("\n", "\n  ");
    }

    private static String of(TableBlock table) {
        String rows = table.rows().stream()
                .map(row -> row.stream().map(cell -> cell(cell.wording())).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        String head = table.head().stream().map(PlainText::cell).collect(Collectors.joining("\t"));
        return head.isEmpty() ? rows : head + "\n" + rows;
    }

    private static String cell(Wording wording) {
        return wording.text().replace('\n', ' ');
    }
}
