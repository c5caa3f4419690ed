package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
