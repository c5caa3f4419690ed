package org.minbar.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.text.Block;
import org.minbar.text.Block.Paragraph;
import org.minbar.text.Body;
import org.minbar.text.Comparison.Change;
import org.minbar.text.Comparison.Row;

class FreshnessTest {

    private static final List<String> SOURCE = List.of(
            "افتتحت جمعية أصدقاء الكلمة بوابة المشاركة العامة بإقليم الصويرة",
            "سيترأس فعاليات اللقاء عامل الإقليم إلى جانب رؤساء الجماعات",
            "يعرف البرنامج ندوة وطنية حول التحول الرقمي في المدن",
            "تهدف البوابة إلى تعزيز انخراط المواطنين في الشأن المحلي",
            "تقدم الجمعية دورات مجانية عن بعد في حقوق الإنسان");

    /** A figure is a paragraph of the source, with an apostrophe when edited; x and y are new ones. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1 2 3 4     | 0 | 5 | -1",
                "0 1 2' 3 4    | 1 | 5 | 2",
                "0' 1 2 3' 4   | 2 | 5 | 0",
                "0 1 x 2 3 4   | 1 | 6 | 2",
                "0 1 2 3 4 x   | 1 | 6 | 5",
                "x 0 1 2 3 4   | 1 | 6 | 0",
                "0 1 3 4       | 1 | 5 | 2",
                "0 1 x 3 4     | 1 | 5 | 2",
                "0 1 x y 3 4   | 2 | 6 | 2",
                "0 1 3' 4      | 2 | 5 | 2",
                "0 x 1 2 3 4'  | 2 | 6 | 1",
                "1 2 3 4 0     | 1 | 5 | 0",
                "x             | 5 | 5 | 0"
            })
    void a_translation_is_behind_by_so_many_paragraphs_and_opens_at_the_first(
            String now, int changed, int of, int first) {
        Freshness freshness = Freshness.of(body("0 1 2 3 4"), body(now), "rtl");
        assertThat(freshness.changed()).isEqualTo(changed);
        assertThat(freshness.of()).isEqualTo(of);
        assertThat(freshness.fresh()).isEqualTo(changed == 0);
        assertThat(freshness.first(french(5))).isEqualTo(first < 0 ? OptionalInt.empty() : OptionalInt.of(first));
    }

    @Test
    void a_stale_paragraph_shows_which_words_changed() {
        List<Row> stale =
                Freshness.of(body("0 1 2 3 4"), body("0 1 2' x 3 4"), "rtl").stale();
        assertThat(stale).extracting(Row::change).containsExactly(Change.CHANGED, Change.ADDED);
        assertThat(stale).extracting(Row::right).containsExactly(2, 3);
        assertThat(stale.get(0).pieces()).extracting(piece -> piece.op().sign()).containsExactly("=", "+");
    }

    @Test
    void the_translation_stands_beside_the_paragraphs_it_was_made_from() {
        assertThat(Freshness.of(body("0 1 2 3 4"), body("0 x 2 3' 4"), "rtl").beside(french(5)))
                .containsExactly(
                        OptionalInt.of(0),
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        OptionalInt.of(2),
                        OptionalInt.of(3),
                        OptionalInt.of(4));
    }

    /** The French text has joined two paragraphs, or cut some in two, or is not there yet. */
    @ParameterizedTest
    @CsvSource({"4, 2", "10, 6", "0, 0"})
    void a_translation_of_another_length_opens_in_proportion(int paragraphs, int first) {
        assertThat(Freshness.of(body("0 1 2 3 4"), body("0 1 2 3' 4"), "rtl").first(french(paragraphs)))
                .hasValue(first);
    }

    private static Body french(int paragraphs) {
        return new Body(IntStream.range(0, paragraphs)
                .<Block>mapToObj(i -> Paragraph.of("Paragraphe numéro " + i))
                .toList());
    }

    private static Body body(String letters) {
        return new Body(Stream.of(letters.split(" "))
                .<Block>map(letter -> Paragraph.of(said(letter)))
                .collect(Collectors.toList()));
    }

    private static String said(String letter) {
        return switch (letter.charAt(0)) {
            case 'x' -> "Un concert gratuit clôturera cette semaine festive";
            case 'y' -> "Tickets for every evening were sold within half an hour";
            default -> SOURCE.get(letter.charAt(0) - '0') + (letter.endsWith("'") ? " يوم الأحد" : "");
        };
    }
}
