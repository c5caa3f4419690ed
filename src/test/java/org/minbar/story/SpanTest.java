package org.minbar.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Refusal;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "2024, , , 2024-01-01, 2025-01-01",
        "2024, 2, , 2024-02-01, 2024-03-01",
        "2024, 12, , 2024-12-01, 2025-01-01",
        "2024, 2, 29, 2024-02-29, 2024-03-01",
        "2024, 12, 31, 2024-12-31, 2025-01-01",
    })
    void a_span_ends_where_the_next_begins(int year, Integer month, Integer day, LocalDate from, LocalDate to) {
        assertThat(Span.of(year, month, day)).isEqualTo(new Span(from, to));
    }

    @ParameterizedTest
    @CsvSource({"2023, 2, 29", "2024, 13, ", "2024, 0, ", "2024, 4, 31", "2024, 1, 0"})
    void there_is_no_page_for_a_day_that_never_was(int year, Integer month, Integer day) {
        assertThat(catchThrowableOfType(Refusal.class, () -> Span.of(year, month, day))
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_FOUND);
    }

    @Test
    void a_day_begins_when_the_newsrooms_clock_says_so() {
        Span day = Span.of(2026, 11, 22);
        assertThat(day.start(ZoneId.of("Africa/Casablanca"))).hasToString("2026-11-21T23:00:00Z");
        assertThat(day.end(ZoneId.of("Africa/Casablanca"))).hasToString("2026-11-22T23:00:00Z");
    }
}
