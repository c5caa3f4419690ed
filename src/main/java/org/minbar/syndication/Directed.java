package org.minbar.syndication;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.minbar.language.Direction;
import org.minbar.language.Isolation;
import org.minbar.language.Language;
import org.minbar.view.Printable;

/**
 * Text that keeps its direction in a stranger's program. Feed readers drop {@code xml:lang} and know no base
 * direction: HTML therefore says it in its own first tag, and a line of plain text begins with a mark where its first
 * strong character (UAX #9, rule P2) would turn it round.
 */
final class Directed {

    private static final String LRM = "\u200E";
    private static final String RLM = "\u200F";

    private Directed() {}

    /** A title or summary on one line, behind a mark only where a program that looks at the first letter would err. */
    static String line(String line, Language language) {
        Optional<Direction> first = Isolation.firstStrong(line);
        if (language.rightToLeft() && first.equals(Optional.of(Direction.LTR))) {
            return RLM + line;
        }
        if (!language.rightToLeft() && first.equals(Optional.of(Direction.RTL))) {
            return LRM + line;
        }
        return line;
    }

    /** Plain text as HTML. */
    static String summary(FeedItem item) {
        Element box = box(item, "");
        box.text(item.standfirst());
        return html(box);
    }

    /** The body, with links that lead somewhere from any site, and the notes of its corrections at the end. */
    static String body(FeedItem item) {
        Element box = box(item, Printable.text(item.bodyHtml()));
        absolute(box, "href", item.url());
        absolute(box, "src", item.url());
        absolute(box, "poster", item.url());
        // A reader that fetches one of several widths would resolve it against its own address; src is enough.
        box.select("source[srcset]").remove();
        box.select("[srcset]").removeAttr("srcset").removeAttr("sizes");
        for (FeedItem.Correction correction : item.corrections()) {
            box.appendElement("p")
                    .appendElement("ins")
                    .attr("datetime", Times.machine(correction.at()))
                    .text(correction.note());
        }
        return html(box);
    }

    private static Element box(FeedItem item, String bodyHtml) {
        Document document = Jsoup.parseBodyFragment(bodyHtml, item.url().toASCIIString());
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        Element box = new Element("div")
                .attr("dir", item.language().dir())
                .attr("lang", item.language().tag());
        box.appendChildren(body.childNodesCopy());
        // A reference such as &#31; has become a character by now, and jsoup would write the reference again.
        box.nodeStream(TextNode.class).forEach(text -> text.text(Printable.text(text.getWholeText())));
        body.empty();
        body.appendChild(box);
        return box;
    }

    private static void absolute(Element box, String attribute, URI base) {
        for (Element element : box.select("[" + attribute + "]")) {
            element.setBaseUri(base.toASCIIString());
            String resolved = element.absUrl(attribute);
            if (!resolved.isEmpty()) {
                element.attr(attribute, resolved);
            }
        }
    }

    /** Cleaned once more: a character reference in the HTML may have named a character that XML forbids. */
    private static String html(Element box) {
        return Printable.text(box.outerHtml());
    }
}
