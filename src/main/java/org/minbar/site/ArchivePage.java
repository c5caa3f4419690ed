package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.live.FlashLine;
import org.minbar.view.Link;

/**
 * What was published in a year, a month or on a day, the newest first: template {@code archive}.
 *
 * @param span {@code year}, {@code month} or {@code day}
 * @param title the year, the month with its year, the day with its weekday
 * @param hijri the same in the Hijri calendar: months, or the one date
 * @param above the year, and the month, that it is part of
 * @param months of a year; one without stories leads nowhere
 * @param calendar the month's sheet
 * @param earlier the next year, month or day before it that has stories
 * @param later the next one after it
 * @param lines what the news strip and live stories told on the day, the newest first
 * @param moreLines where the day's other lines are read; empty where these are all
 */
public record ArchivePage(
        Frame frame,
        String span,
        String title,
        List<String> hijri,
        List<Link> above,
        List<Month> months,
        Optional<MonthCalendar> calendar,
        Optional<Link> earlier,
        Optional<Link> later,
        List<Teaser> teasers,
        Paging paging,
        List<FlashLine> lines,
        String moreLines) {

    /** A month of the year, its Hijri months beside it. */
    public record Month(Link month, List<String> hijri) {}
}
