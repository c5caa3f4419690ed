package org.minbar.console;

import java.util.List;
import org.minbar.console.ConsolePage.Choice;
import org.minbar.console.ConsolePage.Line;
import org.minbar.view.DeskFrame;

/**
 * All that can be done with one line. Template {@code console-line} of the theme {@code desk}; the console's script shows
 * its forms in place.
 *
 * @param console the address of the console that it belongs to
 * @param airs whether she may do more than write its words
 * @param wordings one for each language that she may write in
 * @param story the number of the story that it leads to; may be empty
 * @param kinds what it may become; none where she may not begin stories
 * @param languages those of its words that a story may begin with
 */
public record LinePage(
        DeskFrame frame,
        String console,
        boolean airs,
        Line line,
        List<Wording> wordings,
        List<Choice> urgencies,
        String story,
        List<Choice> kinds,
        List<Choice> languages,
        List<Choice> sections,
        String refusal) {

    /** @param written whether there are words already */
    public record Wording(String lang, String dir, String name, String text, String body, boolean written) {}
}
