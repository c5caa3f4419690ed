package org.minbar.console;

import java.util.List;
import org.minbar.console.ConsolePage.Choice;
import org.minbar.console.ConsolePage.Line;
import org.minbar.view.DeskFrame;

/**
 * One field and one button, for a telephone. Template {@code console-phone} of the theme {@code desk}.
 *
 * @param tickers that she may write to
 * @param languages that she may write in
 * @param airs the tags of those in which a line goes out at once, joined by spaces; in others it is sent in
 * @param person whose lines wait in this browser
 * @param lines her own that wait to be let out
 */
public record PhonePage(
        DeskFrame frame,
        String address,
        List<Choice> tickers,
        List<Choice> languages,
        String airs,
        boolean pictures,
        String person,
        String email,
        String text,
        List<Line> lines,
        String refusal) {}
