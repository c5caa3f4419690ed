package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HijriSightingsTest {

    @ParameterizedTest
    @CsvSource({
        // Umm al-Qura began Ramadan 1445 on 11 March 2024 and Shawwal on 10 April.
        "'',            2024-03-10, 1445-8-29",
        "'',            2024-03-11, 1445-9-1",
        "'',            2024-04-09, 1445-9-30",
        "1445-09=+1,    2024-03-11, 1445-8-30",
        "1445-09=+1,    2024-03-12, 1445-9-1",
        "1445-09=+1,    2024-04-09, 1445-9-29",
        "1445-09=+1,    2024-04-10, 1445-10-1",
        "1445-09=0,     2024-03-11, 1445-9-1",
        "1445-10=-1,    2024-04-09, 1445-10-1",
        "'',            2024-03-05, 1445-8-24",
        "'',            2024-07-07, 1446-1-1",
        "1446-01=+1,    2024-07-07, 1445-12-30",
    })
    void an_announced_month_moves_the_days(String table, LocalDate date, String hijri) {
        assertThat(sightings(table).on(date).map(d -> d.year() + "-" + d.month() + "-" + d.day()))
                .contains(hijri);
    }

    @Test
    void the_months_announced_in_morocco_are_on_file() {
        HijriSightings morocco = HijriSightings.read(Path.of("i18n"));

        assertThat(morocco.on(LocalDate.of(2024, 3, 12))).contains(new HijriSightings.Day(1445, 9, 1));
        assertThat(morocco.on(LocalDate.of(2025, 3, 31))).contains(new HijriSightings.Day(1446, 10, 1));
        assertThat(HijriSightings.read(name -> Optional.empty()).on(LocalDate.of(2024, 3, 12)))
                .contains(new HijriSightings.Day(1445, 9, 2));
    }

    @Test
    void whatever_is_announced_days_follow_each_other_and_months_have_29_or_30_days() {
        long seed = 1445;
        Random random = new Random(seed);
        int months = 0;
        for (int round = 0; round < 200; round++) {
            String row =
                    "14" + (40 + random.nextInt(10)) + "-0" + (1 + random.nextInt(9)) + "=" + (random.nextInt(3) - 1);
            HijriSightings sightings = sightings(row);
            HijriSightings.Day last = sightings.on(LocalDate.of(2018, 8, 1)).orElseThrow();
            for (LocalDate date = LocalDate.of(2018, 8, 2); date.getYear() < 2029; date = date.plusDays(1)) {
                HijriSightings.Day day = sightings.on(date).orElseThrow();
                if (day.day() == 1) {
                    months++;
                    assertThat(last.day())
                            .as("seed %s, %s, %s", seed, row, date)
                            .isBetween(29, 30);
                } else {
                    assertThat(day)
                            .as("seed %s, %s, %s", seed, row, date)
                            .isEqualTo(new HijriSightings.Day(last.year(), last.month(), last.day() + 1));
                }
                last = day;
            }
        }
        assertThat(months).isGreaterThan(200 * 120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1445-13=+1             | 1445-13 is no Hijri month such as 1445-09",
                "2024-03=+1             | 2024-03 is no Hijri month such as 1445-09",
                "1445-09=+2             | 1445-09 must be -1, 0 or +1, not +2",
                "1445-09=late           | 1445-09 must be -1, 0 or +1, not late",
                "1445-09=-1 & 1445-10=+1 | 1445-09 leaves 1445-09 with 32 days",
            })
    void a_table_that_cannot_be_is_refused_with_the_name_of_its_key(String table, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sightings(table))
                .withMessage("hijri.properties: " + complaint);
    }

    private static HijriSightings sightings(String table) {
        Properties rows = Tongues.properties(table.replace(" & ", "\n"));
        return HijriSightings.of(rows);
    }
}
