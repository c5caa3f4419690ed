package org.minbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTest {

    private static final List<String> ARABIC = List.of(
            "مهرجان",
            "الصويرة",
            "وزارة",
            "«أصوات",
            "الأطلسي»",
            "(الدورة",
            "السابعة)",
            "كلمة،",
            "انتهى.",
            "لماذا؟",
            "مدينة:");
    private static final List<String> LATIN = List.of(
            "UNESCO",
            "(UNESCO)",
            "Atlantic Voices Network",
            "L'Économiste",
            "presse@marafi.example",
            "https://www.marafi.example/aswat2026",
            "Organisation (OMS)",
            "iPhone 15",
            "«Le Monde»",
            "COVID-19");
    private static final List<String> NUMBERS = List.of(
            "15",
            "18:30",
            "1.250.000",
            "21/06/2026",
            "23%",
            "0524-78-43-21",
            "+212",
            "2024-2026",
            "(2026)",
            "٢٣٪",
            "٢٠٢٦",
            "3,5",
            "1 250 000");

    /** As UAX 9 lays these out after Arabic letters, and as they must come back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "تنعقد الندوة على الساعة 18:30 بدار الصويري",
                "بلاغ صحفي رقم 15 من الصويرة",
                "ارتفعت النسبة إلى 23% هذه السنة",
                "الهاتف 0524-78-43-21، والبريد presse@marafi.example.",
                "منظمة اليونسكو (UNESCO) وشبكة Atlantic Voices Network.",
                "بين 2024-2026 وبعد ذلك",
                "ميزانية 1.250.000 درهم",
                "بلغت و٢٣٪ من الفرق",
                "https://www.marafi.example/aswat2026 قبل متم شهر ماي",
            })
    void a_line_comes_back_as_it_was_written(String written) {
        assertThat(read(seen(written, true), true)).isEqualTo(written);
    }

    @Test
    void lines_of_every_mixture_come_back_as_they_were_written() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            boolean rightToLeft = random.nextInt(4) > 0;
            String written = rightToLeft ? arabicLine(random) : latinLine(random);
            assertThat(read(seen(written, rightToLeft), rightToLeft))
                    .as("seed %s, round %s, seen as <%s>", seed, round, seen(written, rightToLeft))
                    .isEqualTo(written);
        }
    }

    /** Two that are not Arabic never meet: what is seen of them has two readings. */
    private static String arabicLine(Random random) {
        List<String> words = new ArrayList<>(List.of(pick(ARABIC, random)));
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (random.nextBoolean()) {
                words.add(pick(random.nextBoolean() ? LATIN : NUMBERS, random));
            }
            words.add(pick(ARABIC, random));
        }
        return balanced(words);
    }

    private static String latinLine(Random random) {
        List<String> words = new ArrayList<>(List.of("Le"));
        for (int i = random.nextInt(8); i >= 0; i--) {
            words.add(pick(
                    List.of(
                            "festival",
                            "(Essaouira)",
                            "2026",
                            "18 h 30",
                            "«Gnaoua»",
                            "مهرجان الصويرة",
                            "«أصوات»",
                            "et",
                            "23 %"),
                    random));
            words.add("du");
        }
        return String.join(" ", words);
    }

    /** Brackets come in pairs in a line here; one that is alone can't be told from its mirror. */
    private static String balanced(List<String> words) {
        String line = String.join(" ", words);
        return ReadingOrder.unbalanced(line) == 0 ? line : line.replaceAll("[()«»]", "");
    }

    @Test
    void a_telephone_number_that_the_author_isolated_is_left_as_it_is_seen() {
        assertThat(read("0524-78-43-21 " + seen("الهاتف", true), true)).isEqualTo("الهاتف 0524-78-43-21");
    }

    @Test
    void a_number_before_a_latin_word_was_isolated_and_is_left_so() {
        assertThat(read("12 MB " + seen("حجمه", true), true)).isEqualTo("حجمه 12 MB");
    }

    @Test
    void thousands_that_could_stand_either_way_are_said_to_be_unsure() {
        List<String> cells = cells("500 120 " + seen("ثمنه", true));
        assertThat(ReadingOrder.of(cells, true, false).unsure()).isTrue();
        assertThat(ReadingOrder.of(cells("15 " + seen("ثمنه", true)), true, false)
                        .unsure())
                .isFalse();
    }

    @Test
    void brackets_that_came_by_their_meaning_stay_as_they_are() {
        ReadingOrder.Read read = ReadingOrder.of(cells(")UNESCO( " + seen("منظمة", true)), true, false);
        assertThat(read.byMeaning()).isEqualTo("منظمة (UNESCO)");
        assertThat(ReadingOrder.unbalanced(read.byLook())).isPositive();
    }

    @Test
    void hyphened_numbers_in_a_first_line_hold_together_and_behind_arabic_they_do_not() {
        List<String> cells = cells("12-21 " + seen("يوم", true));
        List<String> alone = cells("12-21");
        assertThat(ReadingOrder.of(cells, true, false).byLook()).isEqualTo("يوم 21-12");
        assertThat(ReadingOrder.of(alone, true, false).byLook()).isEqualTo("12-21");
        assertThat(ReadingOrder.of(alone, true, true).byLook()).isEqualTo("21-12");
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    static String seen(String written, boolean rightToLeft) {
        return new Bidi(written, rightToLeft ? Bidi.RTL : Bidi.LTR).writeReordered(Bidi.DO_MIRRORING);
    }

    private static String read(String seen, boolean rightToLeft) {
        return ReadingOrder.of(cells(seen), rightToLeft, false).byLook();
    }

    private static List<String> cells(String seen) {
        return seen.codePoints().mapToObj(Character::toString).toList();
    }
}
