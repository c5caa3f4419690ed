package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * The desk's first screen: the stories in work, each once, in the column of its least advanced edition among those that
 * the filters leave. Template {@code board} of the theme {@code desk}.
 *
 * @param locale the screen's regional locale as a BCP 47 tag with its digits, for the countdown
 * @param newStory where a story is begun; empty where this person may not
 * @param filters the fields of the search, as they were sent
 * @param views the whole board and each column alone; the one in use is {@code current}
 * @param next what goes out next
 * @param columns one, where a column was asked for alone
 * @param first where the newest of a column alone stand; empty on that very page
 * @param steps what this person may do with the ticked cards: {@code review}, {@code approval}, {@code schedule-off},
 *     {@code archive}
 * @param query the narrowing, to be sent back with the ticks
 * @param refused what could not be done, each with the reason as a whole sentence
 * @param cut whether the search found more than the board looks at
 */
public record BoardPage(
        DeskFrame frame,
        String locale,
        String newStory,
        Filters filters,
        List<Link> views,
        List<Next> next,
        List<Column> columns,
        String first,
        List<String> steps,
        String query,
        List<Refused> refused,
        boolean cut) {

    /**
     * @param address where the form is sent
     * @param status the column that is shown alone; may be empty
     */
    public record Filters(
            String address,
            String status,
            String words,
            boolean mine,
            String topic,
            List<Choice> sections,
            List<Choice> languages,
            List<Choice> kinds) {}

    /**
     * One of the things that a filter offers.
     *
     * @param lang the tag of the name's language
     */
    public record Choice(String value, String name, String lang, boolean chosen) {}

    /**
     * An edition on the timetable.
     *
     * @param left how many seconds from now
     * @param countdown {@code 1:05:09}, digits as the screen writes them; empty where it is more than a day
     */
    public record Next(String headline, String lang, String url, Instant at, long left, String countdown) {}

    /**
     * @param status {@code draft}, {@code review}, {@code ready}, {@code scheduled}, {@code published},
     *     {@code withdrawn} or {@code archived}
     * @param more where the column goes on; empty where it is whole
     */
    public record Column(String status, List<Card> cards, String more) {}

    /**
     * A story.
     *
     * @param ticked the numbers of the editions that stand in this column, a space between
     * @param headline in {@code lang}; may be empty
     * @param url where its first chip leads
     * @param section its section's name in the page's language
     * @param chips one for each language that the person may read
     */
    public record Card(
            String id,
            String ticked,
            String headline,
            String lang,
            String url,
            String kind,
            String section,
            Instant touched,
            Optional<Instant> embargo,
            List<Chip> chips) {}

    /**
     * A story in one language.
     *
     * @param status as of a column, or {@code corrected} or {@code missing}
     * @param url where it is written; empty where it is missing
     * @param source for a missing one that this person may begin: the number of the edition to make it from, or
     *     {@code 0}; else empty
     */
    public record Chip(String lang, String name, String status, boolean stale, String url, String source) {}

    /** An edition with which something could not be done. */
    public record Refused(String headline, String lang, String url, String why) {}
}
