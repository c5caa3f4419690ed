package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Paragraph;

class ProofTest {

    private static final Lexicon LEXICON = Lexicon.of(List.of(
            "العصبة المغربية للتربية الأساسية",
            "مهرجان",
            "ورزازات",
            "في المغرب",
            "من",
            "عن",
            "حركة",
            "المهندسين",
            "منال"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | قالت السيدة حنفي٬ مديرة | thousands-mark[٬→،]",
                "ar | الصحافة و المنتدى | detached-waw[ →]",
                "ar | 16:06أكثر من 122 مليون | glued-time[→ ]",
                "ar | برنامج “إيميديا ماروك” بفاس | quotation-marks[“إيميديا ماروك”→«إيميديا ماروك»]",
                "ar | تقرير : المغرب صار \"حديقة الخضروات\" | space-before[ →] quotation-marks[\"حديقة الخضروات\"→«حديقة الخضروات»]",
                "ar | مشروع “ تقوية ”، بأن | quotation-marks[“ تقوية ”→« تقوية »] space-inside[ →] space-inside[ →]",
                "ar | رئيس العصبةالمغربية للتربية | glued-words[العصبةالمغربية→العصبة المغربية]",
                "ar | وزارة الصناعةالتقليدية | glued-words[الصناعةالتقليدية→الصناعة التقليدية]?",
                "ar | افتتح مهرجانورزازات أمس | glued-words[مهرجانورزازات→مهرجان ورزازات]?",
                "ar | السيدة منال في المغرب | ",
                "ar | نظمت حركةالمهندسين لقاء | glued-words[حركةالمهندسين→حركة المهندسين]",
                "ar | حول ” اعداد ” نظمتها ازيلال” المنجز | unpaired-quotation[”→”]?",
                "ar | قال «نعم | unpaired-quotation[«→«]?",
                "fr | Il dit \"oui\" ! | quotation-marks[\"oui\"→«\u00A0oui\u00A0»] no-break-space[ →\u00A0]",
                "fr | Vraiment? Oui | no-break-space[→\u00A0]",
                "en | It's \"late\" | apostrophe['→’] quotation-marks[\"late\"→“late”]",
                "en | a 5\" screen |"
            })
    void what_is_found_is_listed_in_order(String lang, String typed, String listed) {
        String shown = proof(typed).findings(lang, LEXICON).stream()
                .map(one -> one.rule() + "[" + one.found() + "→" + one.mended() + "]" + (one.certain() ? "" : "?"))
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(listed == null ? "" : listed);
    }

    @Test
    void a_finding_says_where_it_is_and_what_stands_around_it() {
        Proof proof = new Proof(
                Map.of("headline", "الصحافة و المنتدى"),
                new Body(List.of(Paragraph.of("فقرة سليمة"), Paragraph.of("لقاء حول الصحافة و المنتدى اليوم"))));

        List<Finding> findings = proof.findings("ar", LEXICON);

        assertThat(findings).extracting(Finding::field).containsExactly("headline", "body");
        assertThat(findings).extracting(Finding::block).containsExactly(-1, 1);
        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings.get(1).before()).isEqualTo("لقاء حول الصحافة و");
        assertThat(findings.get(1).after()).isEqualTo("المنتدى اليوم");
    }

    @Test
    void one_is_mended_and_the_others_stay_under_their_ids() {
        Proof proof = proof("قالت حنفي٬ مديرة “ماروك”٬ إن الصحافة و المنتدى");
        List<Finding> findings = proof.findings("ar", LEXICON);
        String quotation = findings.stream()
                .filter(one -> one.rule().equals("quotation-marks"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(proof.mended("ar", LEXICON, Set.of(quotation)))
                .isEqualTo(proof("قالت حنفي٬ مديرة «ماروك»٬ إن الصحافة و المنتدى"));
        assertThat(proof.mended("ar", LEXICON, Set.of(findings.get(0).id(), quotation)))
                .isEqualTo(proof("قالت حنفي، مديرة «ماروك»٬ إن الصحافة و المنتدى"));
        assertThat(proof.mended("ar", LEXICON, Set.of("body.7.1.spaces.0"))).isEqualTo(proof);
        assertThat(proof("نص آخر").mended("ar", LEXICON, Set.of(quotation))).isEqualTo(proof("نص آخر"));
    }

    @Test
    void a_proposal_waits_to_be_chosen() {
        Proof proof = proof("افتتح مهرجانورزازات أمس ، في فاس");
        assertThat(proof.mended("ar", LEXICON)).isEqualTo(proof("افتتح مهرجانورزازات أمس، في فاس"));
        Set<String> all =
                proof.findings("ar", LEXICON).stream().map(Finding::id).collect(Collectors.toSet());
        assertThat(proof.mended("ar", LEXICON, all)).isEqualTo(proof("افتتح مهرجان ورزازات أمس، في فاس"));
    }

    @Test
    void two_words_that_the_text_itself_knows_are_parted_for_certain() {
        Proof proof = new Proof(
                Map.of(),
                new Body(List.of(
                        Paragraph.of("رئيس العصبةالمغربية للتربية"), Paragraph.of("نظمتها العصبة المغربية للتربية"))));
        assertThat(proof.mended("ar", Lexicon.EMPTY).body().blocks().get(0))
                .isEqualTo(Paragraph.of("رئيس العصبة المغربية للتربية"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "حضر TK شخصا إلى المعرض | 1",
                "Le maire TKTK a dit TK | 2",
                "كلمةTKكلمة | 1",
                "Les ATK et TKO sont là | 0",
                "voir https://example.org/TK/1 | 0",
                "tk | 0"
            })
    void what_was_left_to_come_is_found_before_it_goes_out(String text, int count) {
        assertThat(proof(text).placeholders()).hasSize(count).allMatch(one -> one.rule()
                .equals("placeholder"));
        assertThat(new Proof(Map.of("headline", text), Body.EMPTY).placeholders())
                .hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 20260321, 99})
    void mending_all_is_what_the_copy_desk_does_and_any_choice_mends_only_itself(long seed) {
        Random random = new Random(seed);
        Bodies bodies = new Bodies(random);
        for (int i = 0; i < 300; i++) {
            String lang = List.of("ar", "fr", "en").get(i % 3);
            Body body = bodies.next();
            Proof proof = new Proof(new LinkedHashMap<>(Map.of("headline", bodies.text())), body);
            String as = "seed " + seed + ", body " + i + " (" + lang + "): " + PlainText.of(body);
            List<Finding> findings = proof.findings(lang, Lexicon.EMPTY);
            Set<String> certain =
                    findings.stream().filter(Finding::certain).map(Finding::id).collect(Collectors.toSet());

            assertThat(findings).as(as).extracting(Finding::id).doesNotHaveDuplicates();
            assertThat(proof.mended(lang, Lexicon.EMPTY, certain)).as(as).isEqualTo(proof.mended(lang, Lexicon.EMPTY));
            assertThat(proof.mended(lang, Lexicon.EMPTY, Set.of())).as(as).isEqualTo(proof);
            if (findings.stream().noneMatch(one -> one.certain() && one.rule().equals("glued-words"))) {
                assertThat(proof.mended(lang, Lexicon.EMPTY).body())
                        .as(as)
                        .isEqualTo(CopyDesk.mend(body, lang).body());
            }
            Set<String> some = new HashSet<>(certain);
            some.removeIf(id -> random.nextBoolean());
            assertThat(letters(proof.mended(lang, Lexicon.EMPTY, some))).as(as).isEqualTo(letters(proof));
        }
    }

    private static String letters(Proof proof) {
        String text = proof.lines() + PlainText.of(proof.body());
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{N}]|\u0640", "");
    }

    private static Proof proof(String paragraph) {
        return new Proof(Map.of(), new Body(List.of(Paragraph.of(paragraph))));
    }
}
