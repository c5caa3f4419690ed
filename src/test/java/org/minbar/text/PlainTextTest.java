package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Paragraph;

class PlainTextTest {

    @Test
    void blocks_points_and_cells_are_told_apart() {
        Body body = Markup.clean(
                """
                <h2>البرنامج</h2><p>اليوم <b>الأول</b><br>صباحا</p>
                <ul><li>تقديم البوابة<ul><li>ندوة</li></ul></li><li>ورشتان</li></ul>
                <table><tr><th>المدينة<th>العدد<tr><td>فاس<td>15</table><hr>
                <blockquote><p>نعم</p><cite>أمينة</cite></blockquote>
                <figure class="embed"><a href="https://example.org/film">فيلم</a></figure>
                """);

        assertThat(PlainText.of(body))
                .isEqualTo(
                        """
                        البرنامج

                        اليوم الأول
                        صباحا

                        • تقديم البوابة
                          • ندوة
                        • ورشتان

                        المدينة\tالعدد
                        فاس\t15

                        نعم
                        أمينة

                        فيلم
                        https://example.org/film""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ينظم نادي ورزازات مهرجانا | 100 | ينظم نادي ورزازات مهرجانا
                    ينظم نادي ورزازات مهرجانا | 25  | ينظم نادي ورزازات مهرجانا
                    ينظم نادي ورزازات مهرجانا | 24  | ينظم نادي ورزازات…
                    ينظم نادي، ورزازات        | 12  | ينظم نادي…
                    👩‍💻👩‍💻👩‍💻 | 2 | 👩‍💻…
                    """)
    void an_excerpt_ends_with_a_whole_word(String text, int graphemes, String excerpt) {
        assertThat(PlainText.excerpt(new Body(List.of(Paragraph.of(text))), graphemes))
                .isEqualTo(excerpt);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void the_words_of_kept_html_are_those_of_its_body(long seed) {
        Bodies bodies = new Bodies(new Random(seed));
        for (int i = 0; i < 200; i++) {
            Body body = bodies.next();
            String html = BodyHtml.of(body, "ar", "rtl").html();
            assertThat(lettersOf(PlainText.words(html)))
                    .as("seed %d, body %d: %s", seed, i, html)
                    .isEqualTo(lettersOf(PlainText.of(body)));
        }
    }

    @Test
    void words_of_kept_html_stand_apart_where_blocks_and_lines_do() {
        assertThat(PlainText.words(
                        "<p>حفل <strong>الا</strong>فتتاح<br>مساء</p>\n<ul>\n<li>AT&amp;T &lt;b&gt;</li>\n</ul>"))
                .isEqualTo("حفل الافتتاح\nمساء\nAT&T <b>");
    }

    /** An embed's title is shown, its address only linked. */
    private static String lettersOf(String text) {
        return text.replaceAll("https://example.org/film/\\S*", "")
                .replaceAll("[\\s\\u00A0\\u202F•]+", " ")
                .strip();
    }
}
