package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

    @ParameterizedTest
    @CsvSource({
        "مهرجان ورزازات, mahrajan warzazat",
        "المغرب, al-maghrab",
        "مدرسة الجزائر, madrasa al-jazair",
        "الرئيس مسؤول, al-rais masoul",
        "شفشاون, chafchawan",
        "نُور مُحَمَّد, nour mouhammad",
        "والإعلام للإعلام, wal-ilam lil-ilam",
        "ڭلميم, galmim",
        "عين السبع، يوم ٢٠٢٤؟, 'ayn al-saba, youm 2024?'",
        "‘ESCWA’ في بيروت, ‘ESCWA’ fi birout",
        "Été à Fès, Été à Fès",
        "ⴰⵎⴰⵣⵉⵖ ⵓⵛⵏ, amazigh ouchn",
        "Москва, Moskva",
    })
    void arabic_is_written_so_that_a_reader_in_morocco_can_say_it(String text, String latin) {
        assertThat(Transliteration.latin(text, Tongues.AR)).isEqualTo(latin);
    }

    @Test
    void outside_the_maghreb_sh_and_u_are_written() {
        Language beirut =
                Languages.of(Tongues.recordsWith("ar.locale=ar-LB-u-nu-latn")).get("ar");

        assertThat(Transliteration.latin("شفشاون، نُور", beirut)).isEqualTo("shafshawan, nur");
    }
}
