package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x08, 0x0B, 0x0C, 0x1F, 0x7F, 0x9F, 0xD800, 0xDC00, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE,
                0x10FFFF
            })
    void what_no_document_may_carry_is_left_out(int forbidden) {
        String typed = "ورز" + Character.toString(forbidden) + "ازات";

        assertThat(Printable.text(typed)).isEqualTo("ورزازات");
        assertThat(Printable.line(typed)).isIn("ورزازات", "ورز ازات");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "الصويرة – 2024",
                "« été »",
                "👩‍👩‍👧 🇲🇦",
                "𞤀𞤣𞤤𞤢𞤥",
                "مـهـرجان",
                "a\u200Eb\u200Fc\u061C",
                "\uFFFD\uE000\u00A0"
            })
    void what_was_typed_on_purpose_stays(String typed) {
        assertThat(Printable.text(typed)).isEqualTo(typed);
        assertThat(Printable.line(typed)).isEqualTo(typed);
    }

    @Test
    void every_line_end_becomes_the_same_one() {
        assertThat(Printable.text("one\r\ntwo\rthree\u0085four\nfive\tsix"))
                .isEqualTo("one\ntwo\nthree\nfour\nfive\tsix");
    }

    @Test
    void a_title_is_one_line_with_nothing_around_it() {
        assertThat(Printable.line(" \n فاس\r\n\t\u2028مكناس \u2029 ")).isEqualTo("فاس مكناس");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\u202Eمنبر | منبر", "\u2067منبر | منبر", "\u202Aمنبر\u202C | منبر", "a \u2066b\u2069 c | a b c"})
    void a_title_turns_no_text_but_its_own(String typed, String line) {
        assertThat(Printable.line(typed)).isEqualTo(line);
    }
}
