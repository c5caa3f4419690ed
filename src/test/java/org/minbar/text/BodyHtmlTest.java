package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Embed;
import org.minbar.text.Block.Item;
import org.minbar.text.Block.ListBlock;
import org.minbar.text.Block.Paragraph;
import org.minbar.text.Block.Quote;

class BodyHtmlTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 20161, 20260321})
    void what_is_written_is_read_back_as_the_same_body(long seed) {
        Random random = new Random(seed);
        Bodies bodies = new Bodies(random);
        for (int i = 0; i < 800; i++) {
            Body body = bodies.next();
            boolean arabic = random.nextBoolean();
            String html = BodyHtml.of(body, arabic ? "ar" : "fr", arabic ? "rtl" : "ltr")
                    .html();
            assertThat(Markup.clean(html))
                    .as("seed %d, body %d: %s", seed, i, html)
                    .isEqualTo(body);
            assertThat(new Body(body.blocks().stream()
                            .map(block -> block.reworded(wording -> new Wording(wording.runs())))
                            .toList()))
                    .as("seed %d, body %d: a wording keeps its form", seed, i)
                    .isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ar | rtl | مهرجان ورزازات                         | <p>مهرجان ورزازات</p>
                    ar | rtl | Le festival de Ouarzazate              | <p lang="" dir="ltr">Le festival de Ouarzazate</p>
                    ar | rtl | IGMENA برنامج لحوكمة الإنترنت في المنطقة | <p>IGMENA برنامج لحوكمة الإنترنت في المنطقة</p>
                    ar | rtl | 2016                                   | <p>2016</p>
                    fr | ltr | Le festival                            | <p>Le festival</p>
                    fr | ltr | قال المدير: Bonjour                    | <p lang="" dir="rtl">قال المدير: Bonjour</p>
                    fr | ltr | كلمة dans une phrase tout à fait française | <p>كلمة dans une phrase tout à fait française</p>
                    en | ltr | Tom & Jerry <b>                        | <p>Tom &amp; Jerry &lt;b&gt;</p>
                    """)
    void a_paragraph_says_its_direction_only_where_it_runs_the_other_way(
            String lang, String dir, String text, String html) {
        assertThat(BodyHtml.of(new Body(List.of(Paragraph.of(text))), lang, dir).html())
                .isEqualTo(html);
    }

    @Test
    void a_link_with_a_strong_word_in_it_stays_one_link() {
        Style link = Style.PLAIN.linking("https://example.org/");
        Body body = new Body(List.of(new Paragraph(new Wording(List.of(
                new Run("Lire ", link), new Run("tout", link.with(Mark.STRONG)), new Run(" le texte", link))))));

        assertThat(BodyHtml.of(body, "fr", "ltr").html())
                .isEqualTo("<p><a href=\"https://example.org/\">Lire <strong>tout</strong> le texte</a></p>");
    }

    @Test
    void a_french_paragraph_in_an_arabic_story_carries_its_language() {
        Body body =
                new Body(List.of(new Paragraph(new Wording(List.of(new Run("Bonjour à tous", Style.PLAIN.in("fr")))))));

        assertThat(BodyHtml.of(body, "ar", "rtl").html()).isEqualTo("<p lang=\"fr\" dir=\"ltr\">Bonjour à tous</p>");
    }

    @Test
    void a_list_turns_round_as_a_whole() {
        Body body = new Body(List.of(new ListBlock(false, List.of(Item.of("Rabat"), Item.of("Fès")))));

        assertThat(BodyHtml.of(body, "ar", "rtl").html())
                .isEqualTo("<ul dir=\"ltr\">\n<li>Rabat</li>\n<li>Fès</li>\n</ul>");
    }

    @Test
    void a_quotation_with_a_source_is_a_figure_and_a_film_is_a_card_with_a_link() {
        Body body = new Body(List.of(
                new Quote(List.of(Paragraph.of("نعم للتعايش")), Wording.of("أمينة")),
                new Embed("https://www.youtube.com/watch?v=abc", "")));

        assertThat(BodyHtml.of(body, "ar", "rtl").html())
                .isEqualTo(
                        """
                        <figure class="quotation"><blockquote>
                        <p>نعم للتعايش</p>
                        </blockquote><figcaption>أمينة</figcaption></figure>
                        <figure class="embed"><p lang="" dir="ltr"><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p></figure>""");
    }

    @Test
    void a_paragraph_that_was_turned_by_hand_turns_as_a_whole() {
        Body turned = Markup.clean("<p><span dir=\"ltr\">ورزازات 2024</span></p>");
        String html = BodyHtml.of(turned, "ar", "rtl").html();
        assertThat(html).isEqualTo("<p dir=\"ltr\"><span dir=\"ltr\">ورزازات 2024</span></p>");
        assertThat(Markup.clean(html)).isEqualTo(turned);
    }
}
