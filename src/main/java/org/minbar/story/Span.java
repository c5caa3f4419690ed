package org.minbar.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/**
 * A year, a month or a day of the archive.
 *
 * @param from its first day
 * @param to the first day after it
 */
public record Span(LocalDate from, LocalDate to) {

    /**
     * @param month 1 to 12; null for the whole year
     * @param day null for the whole month
     * @throws Refusal {@code no-such-page}: the calendar has no such day
     */
    public static Span of(int year, @Nullable Integer month, @Nullable Integer day) {
        try {
            LocalDate from = LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
            LocalDate to = month == null ? from.plusYears(1) : day == null ? from.plusMonths(1) : from.plusDays(1);
            return new Span(from, to);
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        }
    }

    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant end(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }

    /** What of a list was published in it. */
    public Listing of(Listing listing, ZoneId zone) {
        return listing.between(start(zone), end(zone));
    }
}
