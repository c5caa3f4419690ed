package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1,يناير",
        "2,فبراير",
        "3,مارس",
        "4,أبريل",
        "5,ماي",
        "6,يونيو",
        "7,يوليوز",
        "8,غشت",
        "9,شتنبر",
        "10,أكتوبر",
        "11,نونبر",
        "12,دجنبر"
    })
    void arabic_months_are_those_of_morocco(int month, String name) {
        assertThat(dates(Tongues.AR).month(YearMonth.of(2024, month))).isEqualTo(name + " 2024");
    }

    @Test
    void the_month_table_is_data() {
        Language mashriq = Languages.of(
                        Tongues.recordsWith("ar.months=كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,"
                                + "أيلول,تشرين الأول,تشرين الثاني,كانون الأول"))
                .get("ar");

        assertThat(dates(mashriq).date(NOON)).isEqualTo("5 آذار 2024");
    }

    @Test
    void digits_are_arabic_where_the_record_says_so() {
        Language cairo = Languages.of(Tongues.recordsWith("ar.digits=arab\nar.locale=ar-EG\nar.months="))
                .get("ar");
        Dates dates = dates(cairo);

        assertThat(dates.dateTime(NOON)).isEqualTo("٥ مارس ٢٠٢٤ في ١٣:٠٠");
        assertThat(dates.hijri(NOON)).isEqualTo("٢٤ شعبان ١٤٤٥ هـ");
        assertThat(dates.ago(NOON, NOON.plusSeconds(660))).contains("قبل ١١ دقيقة");
        assertThat(new Numbers(cairo).of(1234)).isEqualTo("١٬٢٣٤");
    }

    @Test
    void morocco_is_an_hour_ahead_except_in_ramadan() {
        Dates dates = dates(Tongues.FR);

        assertThat(dates.time(Instant.parse("2024-03-20T12:00:00Z"))).isEqualTo("12:00");
        assertThat(dates.time(Instant.parse("2024-05-20T12:00:00Z"))).isEqualTo("13:00");
        assertThat(Dates.machine(Instant.parse("2024-03-20T12:00:00Z"), CASABLANCA))
                .isEqualTo("2024-03-20T12:00:00Z");
        assertThat(Dates.machine(Instant.parse("2024-05-20T12:00:00.123456Z"), CASABLANCA))
                .isEqualTo("2024-05-20T13:00:00+01:00");
    }

    @Test
    void a_flash_after_midnight_belongs_to_the_next_day() {
        assertThat(dates(Tongues.EN).date(Instant.parse("2024-05-31T23:44:00Z")))
                .isEqualTo("1 June 2024");
    }

    @Test
    void nothing_invisible_stands_in_a_date() {
        for (Language language : Tongues.HOUSE.all()) {
            Dates dates = dates(language);
            for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
                Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
                String all = dates.date(noon)
                        + dates.dateTime(noon)
                        + dates.weekdayDate(noon)
                        + dates.hijri(noon)
                        + dates.month(YearMonth.from(day));
                assertThat(all).as("%s, %s", language, day).doesNotContainPattern("\\p{Cf}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0     | الآن",
                "59    | الآن",
                "60    | قبل دقيقة واحدة",
                "120   | قبل دقيقتين",
                "180   | قبل 3 دقائق",
                "660   | قبل 11 دقيقة",
                "3599  | قبل 59 دقيقة",
                "3600  | قبل ساعة واحدة",
                "35999 | قبل 9 ساعات",
                "36000 | -",
                "-1    | -",
            })
    void how_long_ago_is_said_for_ten_hours(long seconds, String said) {
        assertThat(dates(Tongues.AR).ago(NOON, NOON.plusSeconds(seconds)).orElse(null))
                .isEqualTo(said);
    }

    @Test
    void a_year_before_the_hijri_table_has_no_hijri_date() {
        assertThat(dates(Tongues.AR).hijri(Instant.parse("1850-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(dates(Tongues.AR).hijri(Instant.parse("2300-01-01T00:00:00Z")))
                .isEmpty();
    }

    private static Dates dates(Language language) {
        return new Dates(language, CASABLANCA, HijriSightings.none());
    }
}
