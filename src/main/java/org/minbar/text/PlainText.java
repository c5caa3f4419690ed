package org.minbar.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Tags within a line; every other one begins or ends a block, a cell or a line. */
    private static final Set<String> INLINE = inline();

    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");

    private PlainText() {}

    private static Set<String> inline() {
        Set<String> tags = new HashSet<>(Set.of("a", "span"));
        for (Mark mark : Mark.values()) {
            tags.add(mark.tag());
        }
        return Set.copyOf(tags);
    }

    /** Blocks with an empty line between; a point of a list begins with a bullet; cells stand between tabs. */
    public static String of(Body body) {
        return joined(body.blocks(), "\n\n");
    }

    /**
     * The words of a body in the HTML that {@link BodyHtml} wrote, each block on a line of its own: what the index reads,
     * of every edition of an archive. It reads no other HTML than the house's own, and that some twenty times as fast as
     * a browser would; other HTML goes through {@link Markup#clean}.
     */
    public static String words(String kept) {
        StringBuilder words = new StringBuilder(kept.length());
        int at = 0;
        while (at < kept.length()) {
            int tag = kept.indexOf('<', at);
            if (tag < 0) {
                tag = kept.length();
            }
            unescape(kept, at, tag, words);
            int end = kept.indexOf('>', tag);
            if (end < 0) {
                break;
            }
            if (!INLINE.contains(name(kept, tag, end))
                    && !words.isEmpty()
                    && words.charAt(words.length() - 1) != '\n') {
                words.append('\n');
            }
            at = end + 1;
        }
        return words.toString().strip();
    }

    private static String name(String html, int tag, int end) {
        int from = html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int to = from;
        while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to);
    }

    private static void unescape(String html, int from, int to, StringBuilder text) {
        int at = from;
        while (at < to) {
            char c = html.charAt(at);
            int end = c == '&' ? html.indexOf(';', at) : -1;
            String sign = end < 0 || end >= to ? "" : ENTITIES.getOrDefault(html.substring(at + 1, end), "");
            if (!sign.isEmpty()) {
                text.append(sign);
                at = end + 1;
            } else {
                // A line end between two tags is the printer's, and one between words is a space already.
                if (c != '\n') {
                    text.append(c);
                }
                at++;
            }
        }
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
