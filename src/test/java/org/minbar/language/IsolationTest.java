package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsolationTest {

    @Test
    void a_text_stands_between_isolates_and_an_empty_one_stays_empty() {
        assertThat(Isolation.isolate("ESCWA")).isEqualTo("\u2068ESCWA\u2069");
        assertThat(Isolation.isolate("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a\u2069b, \u2068ab\u2069",
        "\u2067a, \u2068\u2067a\u2069\u2069",
        "\u202Ea, \u2068\u202Ea\u202C\u2069",
        "a\u202Cb, \u2068ab\u2069",
        "\u2066\u202Ba\u2069b, \u2068\u2066\u202Ba\u2069b\u2069",
    })
    void what_a_writer_left_open_or_closed_too_often_cannot_leak(String text, String isolated) {
        assertThat(Isolation.isolate(text)).isEqualTo(isolated);
    }

    @Test
    void controls_are_stripped_and_joiners_stay() {
        assertThat(Isolation.stripControls("5\u200F/8\u200E/\u061C2024\u2068\u2069\u202A\u202C"))
                .isEqualTo("5/8/2024");
        assertThat(Isolation.stripControls("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "المغرب        | RTL",
                "ESCWA         | LTR",
                "(2) ESCWA     | LTR",
                "2024، المغرب  | RTL",
                "שלום          | RTL",
                "2024 !        | -",
                "''            | -",
                "\u2068ESCWA\u2069 المغرب | RTL",
                "\u2069ESCWA   | LTR",
                "ⴰⵎⴰⵣⵉⵖ        | LTR",
            })
    void the_first_strong_character_gives_the_direction(String text, Direction direction) {
        assertThat(Isolation.firstStrong(text).orElse(null)).isEqualTo(direction);
    }
}
