package org.minbar.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;
import org.minbar.view.Link;

/**
 * The live console of one ticker. Template {@code console} of the theme {@code desk}.
 *
 * @param address {@code /desk/live/strip}
 * @param strip whether it is the news strip, which has no end and no summary
 * @param title of the live story, in {@code titleLang}; may be empty
 * @param story the screen of the story's edition; empty for the strip
 * @param site where readers see it; empty where they don't yet
 * @param tickers that can be changed to, this one among them
 * @param airs whether what she writes goes out; else it is sent in, and she sees her own lines only
 * @param changes the number of the ticker's last change
 * @param ended when the coverage was over
 * @param silences hours after which it ends by itself
 * @param waiting the queue, the next to go out first
 * @param days what readers see, the newest day first
 * @param zone the newsroom's time zone, in which times are typed
 */
public record ConsolePage(
        DeskFrame frame,
        String address,
        boolean strip,
        String title,
        String titleLang,
        String story,
        String site,
        List<Link> tickers,
        boolean airs,
        long changes,
        Optional<Instant> ended,
        List<Choice> silences,
        Composer composer,
        List<Known> summaries,
        List<Line> waiting,
        List<Day> days,
        String zone,
        String email,
        String refusal) {

    /** What stands in the fields of a new line. */
    public record Composer(
            String text, String body, List<Choice> languages, List<Choice> urgencies, String story, String at) {}

    /** @param lang of the name */
    public record Choice(String value, String name, String lang, boolean chosen) {}

    /**
     * What is known so far, in a language.
     *
     * @param text as a field shows it; empty where nothing is said yet
     */
    public record Known(String lang, String dir, String name, String text, Optional<Instant> written) {}

    /** @param date {@code 2026-11-22}, in the newsroom's zone */
    public record Day(String date, Instant day, List<Line> lines) {}

    /**
     * A line.
     *
     * @param address of its own screen, and of what can be done with it
     * @param changed the number of its last change: the same number, the same line
     * @param urgency {@code normal}, {@code important} or {@code urgent}
     * @param waiting why it isn't out: {@code imported}, {@code submitted}, {@code scheduled}; empty where it is
     * @param writer who wrote it
     * @param corrected when its words were changed before readers' eyes
     * @param story that it leads to
     * @param missing the names of the languages that it has no words in
     */
    public record Line(
            String number,
            String address,
            long changed,
            Instant at,
            String urgency,
            String waiting,
            boolean pinned,
            boolean key,
            List<Words> words,
            String writer,
            Optional<Instant> corrected,
            Optional<Target> story,
            List<Link> missing) {}

    /** @param pictures addresses of small prints of the pictures below it */
    public record Words(String lang, String text, Html body, List<String> pictures) {}

    /** @param url its screen at the desk; empty where there is none */
    public record Target(String number, String headline, String lang, String url) {}
}
