package org.minbar.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.minbar.text.Block.TableBlock;

/**
 * A body as HTML, safe to stand in a page as it is. The same body always gives the same text, and reading that text again
 * ({@link Markup#clean}) gives the same body: exports and imports rely on it. Links carry no {@code rel} and no
 * {@code target}: an editor who links to a page vouches for it, and it opens where the reader is.
 *
 * @param html a fragment, for the inside of an {@code article} or a {@code div}
 */
public record BodyHtml(String html) {

    /**
     * @param lang the language of the edition, as a BCP 47 tag; a block that runs the other way and names no language of
     *     its own is marked as of unknown language ({@code lang=""}), so that it isn't read out in the edition's voice
     * @param dir the direction of the edition, {@code rtl} or {@code ltr}; only a block that runs the other way says so
     */
    public static BodyHtml of(Body body, String lang, String dir) {
        Press press = new Press(!lang.isEmpty());
        press.blocks(body.blocks(), dir);
        return new BodyHtml(press.html.toString().strip());
    }

    @Override
    public String toString() {
        return html;
    }

    private static final class Press {
        private final StringBuilder html = new StringBuilder();
        private final boolean languageKnown;

        Press(boolean languageKnown) {
            this.languageKnown = languageKnown;
        }

        void blocks(List<? extends Block> blocks, String dir) {
            for (Block block : blocks) {
                block(block, dir);
                html.append('\n');
            }
        }

        private void block(Block block, String dir) {
            if (block instanceof Paragraph paragraph) {
                worded("p", "", paragraph.wording(), dir);
            } else if (block instanceof Heading heading) {
                worded("h" + heading.level(), "", heading.wording(), dir);
            } else if (block instanceof ListBlock list) {
                list(list, dir);
            } else if (block instanceof Quote quote) {
                quote(quote, dir);
            } else if (block instanceof PullQuote pull) {
                html.append("<figure class=\"pull-quote\"><blockquote>");
                worded("p", "", pull.wording(), dir);
                html.append("</blockquote>");
                caption(pull.cite(), dir);
                html.append("</figure>");
            } else if (block instanceof TableBlock table) {
                table(table, dir);
            } else if (block instanceof Embed embed) {
                String shown = embed.title().isEmpty() ? Markup.cleanLine(embed.href()) : embed.title();
                html.append("<figure class=\"embed\">");
                worded("p", "", new Wording(List.of(new Run(shown, Style.PLAIN.linking(embed.href())))), dir);
                html.append("</figure>");
            } else if (block instanceof Figure figure) {
                figure(figure, dir);
            } else if (block instanceof Gallery gallery) {
                html.append("<figure class=\"gallery\">\n");
                blocks(gallery.figures(), dir);
                caption(gallery.caption(), dir);
                html.append("</figure>");
            } else {
                html.append("<hr>");
            }
        }

        private void figure(Figure figure, String dir) {
            html.append("<figure class=\"file\"");
            attribute("data-file", Long.toString(figure.file()));
            if (!figure.alt().isEmpty()) attribute("data-alt", figure.alt());
            if (!figure.credit().isEmpty()) attribute("data-credit", figure.credit());
            if (figure.decorative()) html.append(" data-decorative");
            html.append('>');
            caption(figure.caption(), dir);
            html.append("</figure>");
        }

        private void quote(Quote quote, String dir) {
            boolean attributed = !quote.cite().isEmpty();
            if (attributed) {
                html.append("<figure class=\"quotation\">");
            }
            String inside = open("blockquote", quote.blocks().stream().flatMap(Block::wordings), dir);
            html.append('\n');
            blocks(quote.blocks(), inside);
            html.append("</blockquote>");
            if (attributed) {
                caption(quote.cite(), dir);
                html.append("</figure>");
            }
        }

        private void caption(Wording cite, String dir) {
            if (!cite.isEmpty()) {
                worded("figcaption", "", cite, dir);
            }
        }

        private void list(ListBlock list, String dir) {
            String tag = list.ordered() ? "ol" : "ul";
            String inside = open(tag, list.wordings(), dir);
            html.append('\n');
            for (Item item : list.items()) {
                if (item.blocks().size() == 1 && item.blocks().get(0) instanceof Paragraph only) {
                    worded("li", "", only.wording(), inside);
                } else {
                    html.append("<li>");
                    blocks(item.blocks(), inside);
                    html.append("</li>");
                }
                html.append('\n');
            }
            html.append("</").append(tag).append('>');
        }

        private void table(TableBlock table, String dir) {
            String inside = open("table", table.wordings(), dir);
            if (!table.head().isEmpty()) {
                html.append("\n<thead><tr>");
                table.head().forEach(cell -> worded("th", " scope=\"col\"", cell, inside));
                html.append("</tr></thead>");
            }
            html.append("\n<tbody>\n");
            for (List<Cell> row : table.rows()) {
                html.append("<tr>");
                row.forEach(cell -> worded(
                        cell.header() ? "th" : "td", cell.header() ? " scope=\"row\"" : "", cell.wording(), inside));
                html.append("</tr>\n");
            }
            html.append("</tbody></table>");
        }

        /** Opens a block of blocks; it turns round when everything in it runs the other way. Answers its direction. */
        private String open(String tag, Stream<Wording> wordings, String dir) {
            Set<String> directions = wordings.map(wording -> Letters.direction(wording.text(), dir))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            String inside = directions.size() == 1 ? directions.iterator().next() : dir;
            html.append('<').append(tag);
            if (!inside.equals(dir)) {
                attribute("dir", inside);
            }
            html.append('>');
            return inside;
        }

        private void worded(String tag, String attributes, Wording wording, String dir) {
            String own = Letters.direction(wording.text(), dir).orElse(dir);
            String direction = turned(wording).orElse(own);
            List<String> languages = wording.runs().stream()
                    .map(run -> run.style().lang())
                    .distinct()
                    .toList();
            String common = languages.size() == 1 ? languages.get(0) : "";
            html.append('<').append(tag).append(attributes);
            if (!common.isEmpty() || !own.equals(dir) && languageKnown) {
                attribute("lang", common);
            }
            if (!direction.equals(dir) || !direction.equals(own)) {
                attribute("dir", direction);
            }
            html.append('>');
            runs(wording.runs(), common);
            html.append("</").append(tag).append('>');
        }

        /** The direction that somebody gave all of it by hand: then the whole block turns, not only its words. */
        private static Optional<String> turned(Wording wording) {
            List<String> directions = wording.runs().stream()
                    .map(run -> run.style().dir())
                    .distinct()
                    .toList();
            return directions.size() == 1 && !directions.get(0).isEmpty()
                    ? Optional.of(directions.get(0))
                    : Optional.empty();
        }

        /** One line of tags: what opens it, what closes it. */
        private record Tag(String name, String opening) {}

        /** Neighbours share the tags that they have in common, so a link stays one link when a word in it is strong. */
        private void runs(List<Run> runs, String commonLanguage) {
            List<Tag> open = new ArrayList<>();
            for (Run run : runs) {
                List<Tag> tags = tags(run.style(), commonLanguage);
                int shared = 0;
                while (shared < Math.min(open.size(), tags.size())
                        && open.get(shared).equals(tags.get(shared))) {
                    shared++;
                }
                close(open, shared);
                for (Tag tag : tags.subList(shared, tags.size())) {
                    html.append(tag.opening());
                    open.add(tag);
                }
                html.append(escaped(run.text()).replace("\n", "<br>"));
            }
            close(open, 0);
        }

        private void close(List<Tag> open, int keep) {
            while (open.size() > keep) {
                html.append("</").append(open.remove(open.size() - 1).name()).append('>');
            }
        }

        private static List<Tag> tags(Style style, String commonLanguage) {
            List<Tag> tags = new ArrayList<>();
            if (!style.href().isEmpty()) {
                tags.add(new Tag("a", "<a href=\"" + escaped(style.href()) + "\">"));
            }
            String lang = style.lang().equals(commonLanguage) ? "" : style.lang();
            if (!lang.isEmpty() || !style.dir().isEmpty()) {
                tags.add(new Tag(
                        "span",
                        "<span" + (lang.isEmpty() ? "" : " lang=\"" + lang + "\"")
                                + (style.dir().isEmpty() ? "" : " dir=\"" + style.dir() + "\"") + ">"));
            }
            tags.addAll(marks(style.marks()));
            return tags;
        }

        private static List<Tag> marks(Collection<Mark> marks) {
            return Stream.of(Mark.values())
                    .filter(marks::contains)
                    .map(mark -> new Tag(mark.tag(), "<" + mark.tag() + ">"))
                    .toList();
        }

        private void attribute(String name, String value) {
            html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}
