package org.minbar.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minbar.language.Dates;

/**
 * A month as a sheet of the calendar.
 *
 * @param month the month's name and year
 * @param url the month's own page
 * @param hijri the Hijri months that it lies in
 * @param weekdays the head of the sheet, Monday first
 * @param weeks four to six rows of seven days
 */
public record MonthCalendar(
        String month, String url, List<String> hijri, List<Dates.Weekday> weekdays, List<List<Day>> weeks) {

    /**
     * @param number of the day in its month; 0 for a place of the sheet that is another month's
     * @param url the day's page; empty where nothing was published
     * @param current whether the reader is there
     */
    public record Day(int number, String url, boolean current) {

        private static final Day BLANK = new Day(0, "", false);
    }

    /** @param published the days on which something was published */
    static MonthCalendar of(
            YearMonth month, String folder, Set<LocalDate> published, Optional<LocalDate> current, Dates dates) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate monday = first; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            weeks.add(monday.datesUntil(monday.plusWeeks(1))
                    .map(day -> YearMonth.from(day).equals(month)
                            ? new Day(
                                    day.getDayOfMonth(),
                                    published.contains(day) ? Archived.day(folder, day) : "",
                                    current.filter(day::equals).isPresent())
                            : Day.BLANK)
                    .toList());
        }
        return new MonthCalendar(
                dates.month(month), Archived.month(folder, month), dates.hijriMonths(month), dates.weekdays(), weeks);
    }
}
