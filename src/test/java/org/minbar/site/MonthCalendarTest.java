package org.minbar.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Languages;

class MonthCalendarTest {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));

    private static Dates dates(String lang) {
        return new Dates(LANGUAGES.get(lang), ZoneId.of("Africa/Casablanca"), HijriSightings.none());
    }

    private static MonthCalendar sheet(String month, Set<LocalDate> published, Optional<LocalDate> current) {
        return MonthCalendar.of(YearMonth.parse(month), "/fr/archive", published, current, dates("fr"));
    }

    /** The first and the last row of the sheet, a dot for a place of another month, and how many rows there are. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2021-02 | 1 2 3 4 5 6 7 | 22 23 24 25 26 27 28 | 4
            2024-02 | . . . 1 2 3 4 | 26 27 28 29 . . .    | 5
            2026-11 | . . . . . . 1 | 30 . . . . . .       | 6
            2023-10 | . . . . . . 1 | 30 31 . . . . .      | 6
            2026-06 | 1 2 3 4 5 6 7 | 29 30 . . . . .      | 5
            2025-03 | . . . . . 1 2 | 31 . . . . . .       | 6
            """)
    void weeks_begin_on_monday(String month, String first, String last, int weeks) {
        List<List<MonthCalendar.Day>> rows =
                sheet(month, Set.of(), Optional.empty()).weeks();
        assertThat(rows).hasSize(weeks).allSatisfy(row -> assertThat(row).hasSize(7));
        assertThat(numbers(rows.get(0))).isEqualTo(first);
        assertThat(numbers(rows.get(weeks - 1))).isEqualTo(last);
        assertThat(rows.stream().flatMap(List::stream).filter(day -> day.number() > 0))
                .hasSize(YearMonth.parse(month).lengthOfMonth());
    }

    private static String numbers(List<MonthCalendar.Day> row) {
        return row.stream()
                .map(day -> day.number() == 0 ? "." : String.valueOf(day.number()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void only_days_with_stories_lead_somewhere_and_the_readers_own_is_marked() {
        LocalDate fifth = LocalDate.of(2024, 3, 5);
        LocalDate sixth = LocalDate.of(2024, 3, 6);
        // The fifth of another month is another day.
        MonthCalendar sheet = sheet("2024-03", Set.of(fifth, LocalDate.of(2024, 4, 7)), Optional.of(sixth));
        assertThat(sheet.url()).isEqualTo("/fr/archive/2024/03");
        assertThat(linked(sheet)).containsExactly("/fr/archive/2024/03/05");
        assertThat(sheet.weeks().stream().flatMap(List::stream).filter(MonthCalendar.Day::current))
                .extracting(MonthCalendar.Day::number)
                .containsExactly(6);
    }

    private static Stream<String> linked(MonthCalendar sheet) {
        return sheet.weeks().stream()
                .flatMap(List::stream)
                .map(MonthCalendar.Day::url)
                .filter(url -> !url.isEmpty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ar | 2024-03 | شعبان 1445 هـ; رمضان 1445 هـ            | مارس 2024
            fr | 2024-03 | chaabane 1445 H; ramadan 1445 H         | mars 2024
            en | 2024-07 | Dhu al-Hijjah 1445 AH; Muharram 1446 AH | July 2024
            en | 1800-01 |                                         | January 1800
            """)
    void the_hijri_months_stand_beside_the_civil_one(String lang, String month, String hijri, String name) {
        MonthCalendar sheet = MonthCalendar.of(
                YearMonth.parse(month), "/" + lang + "/archive", Set.of(), Optional.empty(), dates(lang));
        assertThat(sheet.month()).isEqualTo(name);
        assertThat(sheet.hijri())
                .isEqualTo(
                        hijri == null
                                ? List.of()
                                : Arrays.stream(hijri.split("; ")).toList());
    }

    @ParameterizedTest
    @CsvSource({"ar, الاثنين, ن, الأحد", "fr, lundi, lun., dimanche", "en, Monday, Mon, Sunday"})
    void the_head_of_the_sheet_names_the_days(String lang, String monday, String small, String sunday) {
        List<Dates.Weekday> head = dates(lang).weekdays();
        assertThat(head).hasSize(7);
        assertThat(head.get(0)).isEqualTo(new Dates.Weekday(monday, small));
        assertThat(head.get(6).name()).isEqualTo(sunday);
    }
}
