package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void every_set_of_digits_becomes_latin_and_the_rest_stays() {
        assertThat(Digits.latin("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 12٬3 é")).isEqualTo("0123456789 0123456789 12٬3 é");
    }

    @Test
    void digits_are_written_in_the_set_of_the_language() {
        Language cairo = Languages.of(Tongues.recordsWith("ar.digits=arab\nar.locale=ar-EG"))
                .get("ar");

        assertThat(Digits.localised("14:05 و ۳", cairo)).isEqualTo("١٤:٠٥ و ٣");
        assertThat(Digits.localised("١٤:٠٥", Tongues.AR)).isEqualTo("14:05");
    }

    @Test
    void nothing_invisible_stands_in_a_number() {
        for (Language language : Tongues.HOUSE.all()) {
            Numbers numbers = new Numbers(language);
            for (String written : List.of(numbers.of(-1234), numbers.percent(-0.5), numbers.percent(1))) {
                assertThat(written).doesNotContainPattern("\\p{Cf}");
            }
        }
    }

    @Test
    void a_percentage_has_no_more_than_one_decimal() {
        assertThat(new Numbers(Tongues.EN).percent(1 / 3.0)).isEqualTo("33.3%");
        assertThat(new Numbers(Tongues.EN).percent(1)).isEqualTo("100%");
    }
}
