package org.minbar.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.language.Refusal;

class TypedTest {

    @Test
    void plain_words_become_paragraphs_and_come_back_as_they_were_typed() {
        String typed = "ارتفع العدد إلى 3 < 5 & أكثر\nسطر ثان\n\nفقرة «ثانية»";
        String html = Typed.html(typed);
        assertThat(html).isEqualTo("<p>ارتفع العدد إلى 3 &lt; 5 &amp; أكثر<br>سطر ثان</p>\n<p>فقرة «ثانية»</p>");
        assertThat(Typed.shown(html)).isEqualTo(typed);
    }

    @Test
    void lines_that_a_form_sends_end_as_anybodys_do() {
        assertThat(Typed.html("un\r\n \r\ndeux\r\n")).isEqualTo("<p>un</p>\n<p>deux</p>");
        assertThat(Typed.html(" \n ")).isEmpty();
        assertThat(Typed.shown("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Un <strong>mot</strong></p>",
                "<ul>\n<li>un</li>\n</ul>",
                "<figure class=\"file\" data-file=\"7\"></figure>",
                "<p lang=\"\" dir=\"ltr\">One</p>"
            })
    void what_is_more_than_paragraphs_is_shown_and_taken_as_html(String html) {
        assertThat(Typed.shown(html)).isEqualTo(html);
        assertThat(Typed.html(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource({
        "712, 712",
        "' ٧١٢ ', 712",
        "/ar/712/x, 712",
        "https://minbar.example/fr/712/le-titre-2026, 712",
        "https://minbar.example/fr/712?page=2#e-9, 712",
        "/api/v1/stories/712, 712"
    })
    void a_story_is_known_by_its_number_or_its_address(String typed, long number) {
        assertThat(Typed.story(Optional.of(typed))).hasValue(number);
    }

    @Test
    void nothing_leads_to_no_story_and_nonsense_is_refused() {
        assertThat(Typed.story(Optional.empty())).isEmpty();
        assertThat(Typed.story(Optional.of(" "))).isEmpty();
        for (String nonsense : new String[] {"le-titre", "https://minbar.example/fr/", "12x", "-3"}) {
            assertThatThrownBy(() -> Typed.story(Optional.of(nonsense)))
                    .as(nonsense)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("no-such-story"));
        }
    }
}
