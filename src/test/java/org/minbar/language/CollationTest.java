package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {

    @ParameterizedTest
    @CsvSource({
        "المغرب, موريتانيا",
        "مصر, المغرب",
        "مغرب, موسى",
        "أحمد, ادريس",
        "احمد, أمين",
        "احمد, أحمد",
        "محمد, مُحمد",
        "مُحمد, محمود",
        "مؤمن, موناليزا",
        "بيضاء, البيضاء",
        "كـتاب, كتابة",
        "ألم, باب",
    })
    void the_article_the_hamza_and_the_marks_do_not_part_neighbours(String first, String second) {
        for (Language language : Tongues.HOUSE.all()) {
            Comparator<String> order = Collation.of(language);
            assertThat(order.compare(first, second)).as("%s", language).isNegative();
            assertThat(order.compare(second, first)).as("%s", language).isPositive();
            assertThat(order.compare(first, first)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"cote,coté", "coté,côté", "Eve,Évian", "Évian,Fès", "agadir,Agadir"})
    void latin_accents_and_capitals_decide_last(String first, String second) {
        assertThat(Collation.of(Tongues.FR).compare(first, second)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"ar,ياسين,Agadir", "fr,Zagora,أحمد", "en,Zagora,أحمد"})
    void its_own_script_comes_first(String tag, String first, String second) {
        assertThat(Collation.of(Tongues.HOUSE.get(tag)).compare(first, second)).isNegative();
    }
}
