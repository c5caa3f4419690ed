package org.minbar.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.minbar.view.Html;

/** A long evening goes on after midnight: each line stands under its own day. */
class FlashLinesTest {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

    @Test
    void lines_before_and_after_midnight_stand_under_their_days_newest_first() {
        // One hour ahead of Greenwich: midnight is 23:00 there.
        List<LiveDay> days = byDay("2026-11-22T23:00:00Z", "2026-11-22T22:59:59.999Z", "2026-11-22T09:00:00Z");
        assertThat(days).extracting(LiveDay::date).containsExactly("2026-11-23", "2026-11-22");
        assertThat(numbers(days)).containsExactly(List.of(3), List.of(2, 1));
    }

    @Test
    void in_ramadan_the_clock_stands_an_hour_back_and_so_does_midnight() {
        List<LiveDay> days = byDay("2026-03-10T00:00:00Z", "2026-03-09T23:30:00Z");
        assertThat(days).extracting(LiveDay::date).containsExactly("2026-03-10", "2026-03-09");
    }

    @Test
    void the_night_in_which_the_clock_goes_on_again_has_one_heading_a_day() {
        List<LiveDay> days =
                byDay("2026-03-22T02:30:00Z", "2026-03-22T01:30:00Z", "2026-03-22T00:10:00Z", "2026-03-21T23:50:00Z");
        assertThat(days).extracting(LiveDay::date).containsExactly("2026-03-22", "2026-03-21");
        assertThat(numbers(days)).containsExactly(List.of(4, 3, 2), List.of(1));
    }

    @Test
    void a_clock_that_jumps_over_midnight_and_back_opens_no_day_twice() {
        List<LiveDay> days = byDay("2026-11-22T23:10:00Z", "2026-11-22T22:58:00Z", "2026-11-22T23:01:00Z");
        assertThat(days).extracting(LiveDay::date).containsExactly("2026-11-23", "2026-11-22");
        assertThat(numbers(days)).containsExactly(List.of(3, 1), List.of(2));
    }

    @Test
    void no_line_is_lost_under_the_headings() {
        Map<String, Integer> told = new TreeMap<>();
        List<String> instants = new ArrayList<>();
        for (int hour = 71; hour >= 0; hour--) {
            Instant at = Instant.parse("2026-11-20T00:30:00Z").plusSeconds(hour * 3_600L);
            instants.add(at.toString());
            told.merge(at.atZone(CASABLANCA).toLocalDate().toString(), 1, Integer::sum);
        }
        Map<String, Integer> shown = new TreeMap<>();
        byDay(instants.toArray(String[]::new))
                .forEach(day -> shown.put(day.date(), day.flashes().size()));
        assertThat(shown).isEqualTo(told).hasSize(4);
    }

    /** Lines that were told at these instants, the newest first: the first has the highest number. */
    private static List<LiveDay> byDay(String... instants) {
        List<FlashLine> lines = new ArrayList<>();
        for (int i = 0; i < instants.length; i++) lines.add(line(instants.length - i, Instant.parse(instants[i])));
        return FlashLines.byDay(lines, CASABLANCA);
    }

    private static FlashLine line(int number, Instant at) {
        return new FlashLine(
                number,
                "e-" + number,
                "/ar/live?e=" + number + "#e-" + number,
                number,
                at,
                "سطر",
                Html.NONE,
                "ar",
                "",
                "normal",
                Optional.empty(),
                false,
                false);
    }

    private static List<List<Integer>> numbers(List<LiveDay> days) {
        return days.stream()
                .map(day -> day.flashes().stream().map(FlashLine::number).toList())
                .toList();
    }
}
