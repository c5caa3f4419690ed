package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @Test
    void the_house_writes_arabic_french_and_english_in_that_order() {
        assertThat(Tongues.HOUSE.all()).containsExactly(Tongues.AR, Tongues.FR, Tongues.EN);
        assertThat(Tongues.HOUSE.first()).isEqualTo(Tongues.AR);
        assertThat(Tongues.AR.locale().toLanguageTag()).isEqualTo("ar-MA-u-nu-latn");
        assertThat(Tongues.AR.dir()).isEqualTo("rtl");
        assertThat(Tongues.FR.dir()).isEqualTo("ltr");
        assertThat(Tongues.AR.almanac().months()).hasSize(12).contains("غشت");
        assertThat(Tongues.AR).hasToString("ar");
    }

    @Test
    void a_language_that_we_do_not_have_is_not_found() {
        assertThat(Tongues.HOUSE.find("de")).isEmpty();
        assertThatThrownBy(() -> Tongues.HOUSE.get("de")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
            assertThat(refusal.kind()).isEqualTo("no-such-language");
            assertThat(refusal.details()).containsEntry("language", "de");
        });
    }

    @Test
    void a_missing_sentence_is_lent_along_the_row_of_fallbacks() {
        assertThat(Tongues.HOUSE.fallbacks(Tongues.AR)).containsExactly(Tongues.FR, Tongues.EN);
        assertThat(Tongues.HOUSE.fallbacks(Tongues.EN)).isEmpty();
    }

    @Test
    void a_fourth_language_is_four_lines_of_data_more() {
        Languages languages = Languages.of(
                Tongues.recordsWith(
                        """
                languages=ar,fr,en,fa
                fa.own-name=فارسی
                fa.direction=rtl
                fa.locale=fa-IR
                fa.digits=latn
                fa.calendars=gregorian
                fa.fallback=ar
                fa.analysis=arabic
                """));

        Language persian = languages.get("fa");
        assertThat(persian.rightToLeft()).isTrue();
        assertThat(persian.hijri()).isFalse();
        assertThat(persian.locale().toLanguageTag()).isEqualTo("fa-IR-u-nu-latn");
        assertThat(languages.fallbacks(persian)).extracting(Language::tag).containsExactly("ar", "fr", "en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar.own-name=                | ar.own-name is missing",
                "ar.direction=sideways       | ar.direction must be one of ltr, rtl, not sideways",
                "ar.digits=roman             | ar.digits must be one of arab, latn, not roman",
                "ar.locale=ar                | ar.locale names no region: ar",
                "ar.locale=fr-MA             | ar.locale is of another language: fr-MA",
                "ar.locale=not a locale      | ar.locale is no language tag: not a locale",
                "ar.digits=arab              | ar.locale asks for latn digits, ar.digits for arab",
                "ar.months=يناير,فبراير      | ar.months has 2 names and must have 12",
                "ar.hijri.months=محرم,,صفر   | ar.hijri.months has an empty place",
                "fr.calendars=maya           | fr.calendars must be gregorian, or gregorian,hijri",
                "fr.fallback=de              | fr.fallback must be one of ar, en, fr, not de",
                "en.fallback=ar              | ar.fallback leads round in a circle",
                "en.analysis=klingon         | en.analysis must be one of arabic, english, french, not klingon",
                "en.mounths=January          | en.mounths is no part of a record",
                "languages=                  | languages is missing",
                "languages=ar,fr,en,ar       | languages names ar twice",
                "languages=ar,fr,en,DE       | languages holds DE, which is no language tag",
                "languages=ar,fr,en,de       | de.digits is missing",
            })
    void a_broken_record_is_refused_with_the_name_of_its_key(String line, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Languages.of(Tongues.recordsWith(line)))
                .withMessage("languages.properties: " + complaint);
    }

    @Test
    void without_the_file_there_is_no_house() {
        assertThatIllegalArgumentException().isThrownBy(() -> Languages.read(name -> Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                          | ar",
                "''                                         | ar",
                "fr                                         | fr",
                "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5 | fr",
                "en-US,en;q=0.9,ar;q=0.8                    | en",
                "AR-eg                                      | ar",
                "de, en;q=0.3, fr;q=0.7                     | fr",
                "en;q=0.5, fr;q=0.5                         | en",
                "fr-Latn-MA-x-fes                           | fr",
                "de-DE, es                                  | ar",
                "*                                          | ar",
                "ar;q=0.1, *                                | fr",
                "ar;q=0, *                                  | fr",
                "ar;q=0                                     | fr",
                "ar-DZ;q=0, ar                              | ar",
                "ar;q=0, fr;q=0, en;q=0                     | ar",
                "en;q=2, fr;q=0.1                           | fr",
                "en;q=abc;;,,;, fr ; q=0.2                  | fr",
                "french                                     | ar",
            })
    void the_reader_gets_the_language_that_the_browser_asks_for(String header, String tag) {
        assertThat(Tongues.HOUSE.best(header).tag()).isEqualTo(tag);
    }

    @Test
    void a_header_of_unreasonable_length_is_not_read() {
        assertThat(Tongues.HOUSE.best("en,".repeat(1000))).isEqualTo(Tongues.AR);
    }

    @Test
    void equal_records_are_equal_languages() {
        assertThat(Languages.of(Tongues.records()).all()).isEqualTo(List.copyOf(Tongues.HOUSE.all()));
    }
}
