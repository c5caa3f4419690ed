package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import org.minbar.view.DeskFrame;

/**
 * What goes out when, and what went out late. Template {@code timetable} of the theme {@code desk}.
 *
 * @param zone a sentence that says whose time it is
 * @param locale as on the board, for the countdown
 * @param days each with its lines, the next first
 * @param more where the timetable goes on; may be empty
 * @param late what went out more than a minute late in the last week, the latest first
 */
public record TimetablePage(DeskFrame frame, String zone, String locale, List<Day> days, String more, List<Late> late) {

    /** @param at some moment of the day */
    public record Day(Instant at, List<Line> lines) {}

    /**
     * @param kind {@code publication}, or {@code embargo} where a story's embargo ends
     * @param removal where the button that takes it off the timetable is sent; empty where this person may not
     */
    public record Line(
            String kind, Instant at, String headline, String lang, String languageName, String url, String removal) {}

    /** @param late how late, as a whole sentence */
    public record Late(Instant at, String headline, String lang, String url, String late) {}
}
