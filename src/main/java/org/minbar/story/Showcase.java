package org.minbar.story;

import java.util.Map;
import org.minbar.language.Refusal;
import org.minbar.text.Markup;

/**
 * What an edition says of itself elsewhere: one line of plain text each, empty where the headline and the standfirst
 * will do.
 *
 * @param searchTitle the title that search engines show
 * @param searchText the two lines below it
 * @param socialText what stands above the card when somebody shares it
 */
public record Showcase(String searchTitle, String searchText, String socialText) {

    public static final Showcase NONE = new Showcase("", "", "");

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 500;
    static final int LONGEST_SOCIAL = 1_000;

    /** @throws Refusal with the field, where one is longer than the house takes */
    public static Showcase of(String searchTitle, String searchText, String socialText) {
        return new Showcase(
                line(searchTitle, "searchTitle", LONGEST_TITLE),
                line(searchText, "searchText", LONGEST_TEXT),
                line(socialText, "socialText", LONGEST_SOCIAL));
    }

    private static String line(String text, String field, int longest) {
        String line = Markup.cleanLine(text);
        if (line.length() > longest) {
            throw new Refusal(Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", longest), field);
        }
        return line;
    }
}
