package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Direction;
import org.minbar.language.Language;

class AnalysisTest {

    private static final Analysis ANALYSIS = new Analysis(Shelf.ALL);

    @ParameterizedTest(name = "{0} is normalised to {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            الإِعْلَامُ       | الاعلام
            الاعـــــلام      | الاعلام
            مسئولون           | مسوولون
            مسؤولون           | مسوولون
            القضاء            | القضا
            مستشفى            | مستشفي
            رئیس              | رييس
            مدرسة             | مدرسه
            ڭلميم             | كلميم
            ڤيلا              | فيلا
            ﻣﺪﻳﻨﺔ             | مدينه
            ٢٠٢٦              | 2026
            ۲۰۲۶              | 2026
            UNESCO            | unesco
            Fès               | fes
            """)
    void arabic_words_are_normalised(String written, String normal) {
        assertThat(terms(Part.EXACT, Shelf.AR, written)).containsExactly(normal);
    }

    @ParameterizedTest(name = "{1} finds {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ar | الإعلام        | إعلام
            ar | للإعلام        | الإعلام
            ar | والإعلام       | إعلام
            ar | بالمدرسة       | مدرسة
            ar | مهرجانات       | المهرجان
            ar | المشاركين      | مشاركة
            ar | وجمعيات        | الجمعية
            ar | مغر‍بية      | مغربية
            ar | دورتان         | دورات
            fr | écoles         | ecole
            fr | l’école        | école
            fr | qu'Essaouira   | essaouira
            fr | cœurs          | coeur
            fr | O.N.U.         | ONU
            fr | l’O.N.U.       | ONU
            fr | régionales     | regional
            fr | Essa\u200Bouira | Essaouira
            en | minister's     | ministers
            en | U.N.           | UN
            en | 2,500,000      | 2500000
            en | naïve          | naive
            en | Mar\u00ADrakesh | marrakesh
            en | cities         | city
            """)
    void these_forms_meet_in_one_stem(String tag, String written, String asked) {
        Language language =
                Shelf.ALL.stream().filter(l -> l.tag().equals(tag)).findFirst().orElseThrow();
        String unescaped = written.replace("\\u200B", "\u200B").replace("\\u00AD", "\u00AD");
        assertThat(terms(Part.TEXT, language, unescaped)).hasSize(1).isEqualTo(terms(Part.TEXT, language, asked));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ar | وجدة      | جدة
            ar | وداد      | داد
            ar | بيروت     | روت
            ar | ألمانيا   | مانيا
            ar | جامعة     | جمعية
            fr | ville     | village
            en | general   | generic
            """)
    void these_words_stay_apart(String tag, String one, String other) {
        Language language =
                Shelf.ALL.stream().filter(l -> l.tag().equals(tag)).findFirst().orElseThrow();
        assertThat(terms(Part.TEXT, language, one)).isNotEqualTo(terms(Part.TEXT, language, other));
    }

    @Test
    void a_particle_is_cut_where_the_archive_knows_the_rest_better_than_the_whole() {
        Vocabulary archive = Vocabulary.of(Map.of("اقليم", 40, "الاقليم", 30, "باقليم", 9, "بنك", 50, "نك", 1));
        ArabicStems stems = new ArabicStems(archive);
        assertThat(stems.withoutFront("باقليم")).isEqualTo("اقليم");
        assertThat(stems.withoutFront("بنك")).isEqualTo("بنك");
        assertThat(new ArabicStems(Vocabulary.EMPTY).withoutFront("باقليم")).isEqualTo("باقليم");
    }

    @Test
    void an_article_that_belongs_to_the_word_is_told_by_how_the_archive_writes_it_after_lam() {
        Vocabulary archive = Vocabulary.of(Map.of("لالباني", 6, "البانيا", 20, "لالبانيا", 8, "للمغرب", 30));
        ArabicStems stems = new ArabicStems(archive);
        assertThat(stems.withoutFront("البانيا")).isEqualTo("البانيا");
        assertThat(stems.withoutFront("المغرب")).isEqualTo("مغرب");
    }

    @Test
    void runs_of_letters_mark_the_ends_of_a_word() {
        assertThat(terms(Part.GRAMS, Shelf.FR, "musées d'art"))
                .containsExactly("_mus", "muse", "usee", "sees", "ees_", "_art", "art_");
    }

    @Test
    void words_glued_by_a_missing_space_come_apart() {
        assertThat(terms(Part.EXACT, Shelf.AR, "انتهى.وقال الوزير:نعم الجمعيات٬والهيئات"))
                .containsExactly("انتهي", "وقال", "الوزير", "نعم", "الجمعيات", "والهييات");
    }

    @Test
    void offsets_point_into_the_original() throws IOException {
        String written = "في المغــ\u200Fـرِب اليوم";
        try (TokenStream tokens = ANALYSIS.of(Part.TEXT, Shelf.AR).tokenStream("text.ar", written)) {
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            assertThat(tokens.incrementToken()).isTrue();
            assertThat(term).hasToString("مغرب");
            assertThat(written.substring(offsets.startOffset(), offsets.endOffset()))
                    .isEqualTo("المغــ\u200Fـرِب");
        }
    }

    @Test
    void a_language_nobody_described_is_folded_and_not_stemmed() {
        Language spanish = new Language(
                "es",
                "español",
                Direction.LTR,
                Locale.forLanguageTag("es-ES"),
                "latn",
                List.of("gregorian"),
                "es",
                "spanish");
        Analysis analysis = new Analysis(List.of(spanish));
        assertThat(terms(analysis, Part.TEXT, spanish, "Niños españoles")).containsExactly("ninos", "espanoles");
    }

    private static List<String> terms(Part part, Language language, String text) {
        return terms(ANALYSIS, part, language, text);
    }

    private static List<String> terms(Analysis analysis, Part part, Language language, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analysis.of(part, language).tokenStream(part.of(language), text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return terms;
    }

    /** Indexing cuts a text once for all its fields; a question is cut by each field's own chain. Both must agree. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ar | قال الوزير: «والإعلام (ESCWA) في مدينة فاس، 16:06 و1.250 مشارك»
            fr | L’école d'O.N.U. a reçu 2 500 élèves à Fès : qu'en dira-t-on ?
            en | The minister's U.N. speech, 2,500,000 words; naïve cities.
            """)
    void told_words_are_those_of_each_chain(String tag, String text) {
        Language language =
                Shelf.ALL.stream().filter(l -> l.tag().equals(tag)).findFirst().orElseThrow();
        ANALYSIS.every(language, text).forEach((part, told) -> assertThat(drained(told))
                .as("%s", part)
                .isEqualTo(drained(ANALYSIS.of(part, language).tokenStream(part.of(language), text))));
    }

    private static List<String> drained(TokenStream stream) {
        List<String> words = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term + " " + place.startOffset() + "-" + place.endOffset() + " +"
                        + step.getPositionIncrement());
            }
            stream.end();
            words.add("end " + place.endOffset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
