package org.minbar.text;

import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.select.NodeTraversor;
import org.minbar.language.Refusal;

/**
 * What comes in from a browser, an import or a partner. HTML is never passed on: it is read, as a browser would read it
 * (the HTML standard, 13.2), into the blocks of a {@link Body}, and what has no place there is left behind. Pages are then
 * written from the body alone, so nothing that came in can do anything.
 */
public final class Markup {

    /** Characters; ten times the longest book chapter. */
    private static final int LONGEST = 4_000_000;

    /**
     * Beyond this many tags, tables are read as plain paragraphs: the standard lets stray content of a table move in front
     * of it, which takes time by the square of what is there.
     */
    private static final int MOST_TAGS_AROUND_TABLES = 20_000;

    private static final Pattern TABLE_TAG = Pattern.compile(
            "<(/?)(?:table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_END = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

    private Markup() {}

    /**
     * The body that some HTML stands for. Scripts, styles, frames, forms' fields, drawings, handlers and dressing are left
     * out; what a reader would have read stays. Any text is taken; none is refused for being malformed.
     *
     * @throws Refusal {@code too-long} beyond four million characters
     */
    public static Body clean(String html) {
        if (html.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.TOO_LARGE, "too-long", Map.of("field", "html", "longest", LONGEST), "html");
        }
        Compositor compositor = new Compositor();
        NodeTraversor.filter(
                compositor,
                Jsoup.parseBodyFragment(bounded(html.replace("\0", ""))).body());
        return compositor.body();
    }

    /**
     * A headline, a standfirst, a name: one line of plain text. Nothing in it is markup, so a {@code <} stays what it is.
     * Line breaks become spaces.
     */
    public static String cleanLine(String text) {
        return Wording.of(LINE_END.matcher(text).replaceAll(" ")).text();
    }

    private static String bounded(String html) {
        return html.chars().filter(c -> c == '<').count() > MOST_TAGS_AROUND_TABLES
                ? TABLE_TAG.matcher(html).replaceAll("<$1div")
                : html;
    }
}
