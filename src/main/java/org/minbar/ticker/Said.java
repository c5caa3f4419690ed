package org.minbar.ticker;

import java.util.Map;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;

/**
 * What somebody wants to say with a line, as it came in.
 *
 * @param text becomes one line of plain text; controls and marks of direction are cleaned away
 * @param body HTML of any kind; what has no place in a body is left behind
 */
public record Said(String text, String body) {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_BODY = 20_000;

    public static Said line(String text) {
        return new Said(text, "");
    }

    /** @throws Refusal {@code missing-field}, {@code too-long} */
    FlashText kept(Language language) {
        String line = Markup.cleanLine(text);
        if (line.isEmpty()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "text"), "text");
        }
        bounded(line, "text", LONGEST);
        return new FlashText(
                line,
                bounded(
                        BodyHtml.of(Markup.clean(body), language.tag(), language.dir())
                                .html(),
                        "body",
                        LONGEST_BODY));
    }

    private static String bounded(String said, String field, int longest) {
        if (said.length() > longest) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "too-long",
                    Map.of("field", field, "length", said.length(), "longest", longest),
                    field);
        }
        return said;
    }
}
