package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minbar.text.Block.Figure;
import org.minbar.text.Block.Gallery;
import org.minbar.text.Block.Paragraph;

class FigureTest {

    private static final Figure GULLS =
            new Figure(12, "نوارس فوق \"السقالة\" <البحرية>", Wording.of("الصويرة ذات مساء"), "تصوير: سلمى", false);

    @Test
    void a_picture_is_kept_by_its_number_with_the_words_of_this_use() {
        String html = written(GULLS);
        assertThat(html)
                .isEqualTo(
                        "<figure class=\"file\" data-file=\"12\" data-alt=\"نوارس فوق &quot;السقالة&quot; &lt;البحرية&gt;\""
                                + " data-credit=\"تصوير: سلمى\"><figcaption>الصويرة ذات مساء</figcaption></figure>");
        assertThat(Markup.clean(html)).isEqualTo(new Body(List.of(GULLS)));
    }

    @Test
    void a_gallery_keeps_its_pictures_in_their_order() {
        Gallery gallery = new Gallery(List.of(GULLS, Figure.of(7), Figure.of(12)), Wording.of("ثلاث صور"));
        assertThat(Markup.clean(written(gallery))).isEqualTo(new Body(List.of(gallery)));
        assertThat(new Body(List.of(gallery)).figures())
                .extracting(Figure::file)
                .containsExactly(12L, 7L, 12L);
    }

    @Test
    void what_only_looks_like_a_picture_leaves_its_words_behind() {
        assertThat(Markup.clean("<figure class=file data-file='0'><figcaption>كلام</figcaption></figure>"))
                .isEqualTo(new Body(List.of(Paragraph.of("كلام"))));
        assertThat(Markup.clean("<figure class=gallery><p>كلام</p></figure>"))
                .isEqualTo(new Body(List.of(Paragraph.of("كلام"))));
        assertThat(Markup.clean("<figure data-file=../../etc><img src=x onerror=alert(1)></figure>"))
                .isEqualTo(Body.EMPTY);
    }

    @Test
    void what_stands_beside_the_caption_follows_the_picture() {
        assertThat(Markup.clean(
                        "<figure data-file=3><img src='https://elsewhere.example/a.jpg'><p>Et puis</p></figure>"))
                .isEqualTo(new Body(List.of(Figure.of(3), Paragraph.of("Et puis"))));
    }

    @Test
    void a_caption_is_found_and_an_alternative_text_is_not_read_as_text() {
        assertThat(PlainText.words(written(GULLS))).isEqualTo("الصويرة ذات مساء");
        assertThat(PlainText.of(new Body(List.of(GULLS, Figure.of(3), Paragraph.of("نص")))))
                .isEqualTo("الصويرة ذات مساء\n\nنص");
    }

    @Test
    void another_picture_with_the_same_words_is_another_picture() {
        Figure other = new Figure(13, GULLS.alt(), GULLS.caption(), GULLS.credit(), false);
        assertThat(Comparison.of(new Body(List.of(GULLS)), new Body(List.of(other)), "rtl")
                        .rows())
                .noneMatch(row -> row.change() == Comparison.Change.SAME);
    }

    @Test
    void figures_that_are_not_wanted_go_and_what_they_alone_held_together() {
        Body body = new Body(List.of(
                Paragraph.of("نص"),
                Figure.of(3),
                new Gallery(List.of(Figure.of(3), GULLS), Wording.EMPTY),
                new Gallery(List.of(Figure.of(3)), Wording.of("صور")),
                new Block.Quote(List.of(Figure.of(3)), Wording.EMPTY)));
        assertThat(body.showing(figure -> figure.file() == 12))
                .isEqualTo(new Body(List.of(Paragraph.of("نص"), new Gallery(List.of(GULLS), Wording.EMPTY))));
    }

    @Test
    void no_file_has_the_number_nought() {
        assertThatThrownBy(() -> Figure.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(Block block) {
        return BodyHtml.of(new Body(List.of(block)), "ar", "rtl").html();
    }
}
