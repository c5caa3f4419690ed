package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    @Test
    void a_name_is_isolated_in_its_sentence() {
        Sentence sentence = Sentence.parse("نظمت {who} ورشة في {place}", Tongues.AR);

        assertThat(sentence.say(Map.of("who", "ESCWA (2)", "place", "بيروت", "unused", 1)))
                .isEqualTo("نظمت \u2068ESCWA (2)\u2069 ورشة في \u2068بيروت\u2069");
        assertThat(sentence.placeholders()).containsExactlyInAnyOrder("who", "place");
    }

    @Test
    void a_choice_goes_by_the_bare_word_and_shows_it_isolated() {
        Sentence sentence = Sentence.parse("{role, select, editor {Éditrice} other {{role}}} : {role}", Tongues.FR);

        assertThat(sentence.say(Map.of("role", "editor"))).isEqualTo("Éditrice : \u2068editor\u2069");
        assertThat(sentence.say(Map.of("role", "كاتب"))).isEqualTo("\u2068كاتب\u2069 : \u2068كاتب\u2069");
    }

    @Test
    void a_year_has_no_thousands_as_text_or_without_grouping() {
        assertThat(Sentence.parse("دورة {year}", Tongues.AR).say(Map.of("year", "2024")))
                .isEqualTo("دورة \u20682024\u2069");
        assertThat(Sentence.parse("دورة {year, number, ::group-off}", Tongues.AR)
                        .say(Map.of("year", 2024)))
                .isEqualTo("دورة 2024");
        assertThat(Sentence.parse("{readers} قارئ", Tongues.AR).say(Map.of("readers", 2024)))
                .isEqualTo("2.024 قارئ");
    }

    @Test
    void a_missing_argument_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentence.parse("{who} in {place}", Tongues.EN).say(Map.of("who", "Amina")))
                .withMessage("the argument place is missing: {who} in {place}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{who",
                "{0} in {1}",
                "{n, plural, one {x}}",
                "{when, date}",
                "{when, time, short}",
                "l'{what}",
                "{n, spellout}"
            })
    void what_is_no_sentence_is_refused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sentence.parse(pattern, Tongues.FR));
    }

    @Test
    void french_apostrophes_stay() {
        assertThat(Sentence.parse("L'édition d’{who} n'est pas prête", Tongues.FR)
                        .say(Map.of("who", "Amina")))
                .isEqualTo("L'édition d’\u2068Amina\u2069 n'est pas prête");
    }

    @Test
    void forms_that_the_language_counts_with_and_the_sentence_lacks_are_told() {
        Sentence sentence =
                Sentence.parse("{n, plural, one {خبر} other {{k, plural, two {خبران} other {أخبار}}}}", Tongues.AR);

        assertThat(sentence.missingForms())
                .containsExactlyInAnyOrder("n zero", "n two", "n few", "n many", "k zero", "k one", "k few", "k many");
        assertThat(Sentence.parse("{n, plural, one {# story} other {# stories}}", Tongues.EN)
                        .missingForms())
                .isEmpty();
    }

    @Test
    void one_sentence_serves_many_threads() {
        Sentence sentence = Sentence.parse("{n, plural, one {# story} other {# stories}} by {who}", Tongues.EN);

        List<String> said = IntStream.range(0, 4000)
                .parallel()
                .mapToObj(n -> sentence.say(Map.of("n", n, "who", "Amina " + n)))
                .toList();

        assertThat(said).hasSize(4000);
        for (int n = 2; n < 1000; n++) {
            assertThat(said.get(n)).isEqualTo(n + " stories by \u2068Amina " + n + "\u2069");
        }
    }
}
