package org.minbar.site;

import java.time.LocalDate;
import java.time.YearMonth;
import org.minbar.language.Language;

/** The addresses of the archive's pages. */
final class Archived {

    private Archived() {}

    static String folder(Language language) {
        return "/" + language.tag() + "/archive";
    }

    static String year(String folder, int year) {
        return "%s/%04d".formatted(folder, year);
    }

    static String month(String folder, YearMonth month) {
        return "%s/%02d".formatted(year(folder, month.getYear()), month.getMonthValue());
    }

    static String day(String folder, LocalDate day) {
        return "%s/%02d".formatted(month(folder, YearMonth.from(day)), day.getDayOfMonth());
    }
}
