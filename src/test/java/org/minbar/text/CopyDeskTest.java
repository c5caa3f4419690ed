package org.minbar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.text.Block.Heading;
import org.minbar.text.Block.Paragraph;

class CopyDeskTest {

    private static final String NB = "\u00A0";

    static Stream<Arguments> arabic() {
        return Stream.of(
                Arguments.of("قالت السيدة وداد حنفي٬ مديرة البرنامج٬ إن", "قالت السيدة وداد حنفي، مديرة البرنامج، إن"),
                Arguments.of("حضر ١٢٬٥٠٠ زائر و 12٬500 زائرة", "حضر ١٢٬٥٠٠ زائر و 12٬500 زائرة"),
                Arguments.of("الرباط, فاس; مكناس?", "الرباط، فاس؛ مكناس؟"),
                Arguments.of("سنة 2016, ومدينة, 3 أيام", "سنة 2016، ومدينة، 3 أيام"),
                Arguments.of("العدد 1,5 مليون", "العدد 1,5 مليون"),
                Arguments.of("شركة Orange, Maroc", "شركة Orange, Maroc"),
                Arguments.of("الأول من نوعه ، كما طالبوا", "الأول من نوعه، كما طالبوا"),
                Arguments.of("تقرير : المغرب ؟ نعم !", "تقرير: المغرب؟ نعم!"),
                Arguments.of("النتيجة 3 : 2 لصالح", "النتيجة 3 : 2 لصالح"),
                Arguments.of("المكلفة بالعلاقات مع البرلمان .", "المكلفة بالعلاقات مع البرلمان."),
                Arguments.of("الرباط،فاس؛مكناس", "الرباط، فاس؛ مكناس"),
                Arguments.of("انتهى اللقاء.وبدأ آخر", "انتهى اللقاء. وبدأ آخر"),
                Arguments.of("د.محمد ص.ب 12 ق.م", "د.محمد ص.ب 12 ق.م"),
                Arguments.of("برنامج “إيميديا ماروك” بفاس", "برنامج «إيميديا ماروك» بفاس"),
                Arguments.of("مشروع “ تقوية قدرات الجمعيات ”، بأن", "مشروع «تقوية قدرات الجمعيات»، بأن"),
                Arguments.of("حول موضوع ” إعداد شرائح ” نظمتها", "حول موضوع «إعداد شرائح» نظمتها"),
                Arguments.of("صار \"حديقة الخضروات\" وببرنامج\"كذا\"", "صار «حديقة الخضروات» وببرنامج«كذا»"),
                Arguments.of("جمعية ‘أمل’ بفاس", "جمعية «أمل» بفاس"),
                Arguments.of("هيئة ‘OGERO’ ومنظمة “IGMENA”", "هيئة ‘OGERO’ ومنظمة “IGMENA”"),
                Arguments.of("قال “نص بلا نهاية", "قال “نص بلا نهاية"),
                Arguments.of("شاشة 5\" وأخرى 6\" جديدة", "شاشة 5\" وأخرى 6\" جديدة"),
                Arguments.of("«قال “نعم” ثم سكت»", "«قال “نعم” ثم سكت»"),
                Arguments.of("( الكبسولات ) « نص »", "(الكبسولات) «نص»"),
                Arguments.of("الصحافة و المنتدى و هدى", "الصحافة والمنتدى وهدى"),
                Arguments.of("2016. و يسعى المهرجان", "2016. ويسعى المهرجان"),
                Arguments.of("و. الحسني، أيام 5 و 6 و 7 مارس", "و. الحسني، أيام 5 و 6 و 7 مارس"),
                Arguments.of("الفئات أ و ب", "الفئات أ و ب"),
                Arguments.of("نحو الأمام", "نحو الأمام"),
                Arguments.of("السبت و الأحد. 2 و 3 مارس 2024", "السبت والأحد 2 و 3 مارس 2024"),
                Arguments.of("انتهى يوم الأحد. 43 جمعية شاركت", "انتهى يوم الأحد. 43 جمعية شاركت"),
                Arguments.of("16:06أكثر من 122 مليون", "16:06 أكثر من 122 مليون"),
                Arguments.of("١٦:٠٦أكثر", "١٦:٠٦ أكثر"),
                Arguments.of("01:44\"فيفا\" يهدد", "01:44 «فيفا» يهدد"),
                Arguments.of("“الرأسمال اللامادي” و “ورش الجهوية”", "«الرأسمال اللامادي» و«ورش الجهوية»"),
                Arguments.of("منظمة و «IGMENA»", "منظمة و «IGMENA»"),
                Arguments.of("ﻣﻬﺮﺟﺎﻥ ﻭﺭﺯﺍﺯﺍﺕ", "مهرجان ورزازات"),
                Arguments.of("صلى الله عليه ﷺ", "صلى الله عليه ﷺ"),
                Arguments.of("لا للإرهاب... نعم", "لا للإرهاب… نعم"),
                Arguments.of("الذكية.. المهرجان", "الذكية.. المهرجان"),
                Arguments.of("محمـــــد هـ", "محمد هـ"),
                Arguments.of("نص\u200Bخفي\u202E \uFEFFهنا  مرتين", "نصخفي هنا مرتين"),
                Arguments.of("می\u200Cخواهم", "می\u200Cخواهم"),
                Arguments.of(
                        "راسل amina@example.org أو https://example.org/a,b?c=1;d ، والسلام",
                        "راسل amina@example.org أو https://example.org/a,b?c=1;d، والسلام"),
                Arguments.of("اكتب `و المنتدى, \"نعم\"` هنا", "اكتب `و المنتدى, \"نعم\"` هنا"));
    }

    static Stream<Arguments> french() {
        return Stream.of(
                Arguments.of("Attention : l'eau monte !", "Attention" + NB + ": l’eau monte" + NB + "!"),
                Arguments.of(
                        "Vraiment? Oui; non: peut-être!",
                        "Vraiment" + NB + "? Oui" + NB + "; non" + NB + ": peut-être" + NB + "!"),
                Arguments.of("Quoi?! Encore...", "Quoi" + NB + "?! Encore…"),
                Arguments.of(
                        "Il dit \"bonjour\" et “au revoir”",
                        "Il dit «" + NB + "bonjour" + NB + "» et «" + NB + "au revoir" + NB + "»"),
                Arguments.of(
                        "« texte » et «texte»\u202F!",
                        "«" + NB + "texte" + NB + "» et «" + NB + "texte" + NB + "»" + NB + "!"),
                Arguments.of("Il dit \"bonjour", "Il dit \"bonjour"),
                Arguments.of("l'\"Opinion\"", "l’«" + NB + "Opinion" + NB + "»"),
                Arguments.of("« dit “oui” »", "«" + NB + "dit “oui”" + NB + "»"),
                Arguments.of("à 16:06, Rabat , Fès .", "à 16:06, Rabat, Fès."),
                Arguments.of("( entre parenthèses )", "(entre parenthèses)"),
                Arguments.of("sourire :) et ;)", "sourire :) et ;)"),
                Arguments.of(
                        "voir https://example.org/?a=l'eau!x, puis écrire à d'amina@example.org !",
                        "voir https://example.org/?a=l'eau!x, puis écrire à d’amina@example.org" + NB + "!"),
                Arguments.of("le code `l'eau : \"x\"` reste", "le code `l'eau : \"x\"` reste"));
    }

    static Stream<Arguments> english() {
        return Stream.of(
                Arguments.of("She said \"hello\" and 'goodbye'.", "She said “hello” and ‘goodbye’."),
                Arguments.of("It's the dogs' bowl", "It’s the dogs’ bowl"),
                Arguments.of("the '90s weren't quiet", "the ’90s weren’t quiet"),
                Arguments.of("\"He said 'no' twice\"", "“He said ‘no’ twice”"),
                Arguments.of("a 5\" screen", "a 5\" screen"),
                Arguments.of("Wait ... no , really !", "Wait … no, really!"),
                Arguments.of("( inside )", "(inside)"),
                Arguments.of("v1.2 isn't at example.org/'x'", "v1.2 isn’t at example.org/'x'"));
    }

    @ParameterizedTest
    @MethodSource
    void arabic(String typed, String printed) {
        mustBecome(typed, printed, "ar");
    }

    @ParameterizedTest
    @MethodSource
    void french(String typed, String printed) {
        mustBecome(typed, printed, "fr");
    }

    @ParameterizedTest
    @MethodSource
    void english(String typed, String printed) {
        mustBecome(typed, printed, "en");
    }

    private static void mustBecome(String typed, String printed, String lang) {
        Mended mended = CopyDesk.mend(typed, lang);
        assertThat(mended.text()).isEqualTo(printed);
        assertThat(mended.mends().isEmpty()).isEqualTo(typed.equals(printed));
        assertThat(CopyDesk.mend(printed, lang)).as("once more").isEqualTo(new Mended(printed, List.of()));
    }

    @Test
    void a_mend_says_what_it_did_and_where() {
        assertThat(CopyDesk.mend("الصحافة و المنتدى٬ اليوم", "ar").mends())
                .containsExactly(new Mend("thousands-mark", "٬", "،", 17), new Mend("detached-waw", " ", "", 9));
        assertThat(CopyDesk.rules()).contains("thousands-mark", "detached-waw");
    }

    @Test
    void a_body_keeps_its_marks_and_links() {
        Style link = Style.PLAIN.linking("https://example.org/");
        Body typed = new Body(List.of(
                new Heading(2, Wording.of("تقرير : المغرب")),
                new Paragraph(new Wording(List.of(
                        Run.plain("قال \""),
                        new Run("محمـــــد", Style.of(Mark.STRONG)),
                        Run.plain("\" و "),
                        new Run("المنتدى", link),
                        Run.plain(" ثم "),
                        new Run("x , \"y\"", Style.of(Mark.CODE)))))));

        MendedBody mended = CopyDesk.mend(typed, "ar");

        assertThat(mended.body())
                .isEqualTo(new Body(List.of(
                        new Heading(2, Wording.of("تقرير: المغرب")),
                        new Paragraph(new Wording(List.of(
                                Run.plain("قال «"),
                                new Run("محمد", Style.of(Mark.STRONG)),
                                Run.plain("» و"),
                                new Run("المنتدى", link),
                                Run.plain(" ثم "),
                                new Run("x , \"y\"", Style.of(Mark.CODE))))))));
        assertThat(mended.wordings()).hasSize(2);
        assertThat(mended.count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_french_paragraph_in_an_arabic_story_gets_french_spaces() {
        Body typed = new Body(List.of(new Paragraph(new Wording(List.of(new Run("Oui !", Style.PLAIN.in("fr")))))));

        assertThat(PlainText.of(CopyDesk.mend(typed, "ar").body())).isEqualTo("Oui" + NB + "!");
    }

    private static final String[] PIECES = {
        "و",
        "المغرب",
        "كلمة",
        "ﻣﻬﺮﺟﺎﻥ",
        "د",
        "Rabat",
        "l",
        "l'eau",
        "s'",
        "12",
        "٣",
        "16:06",
        " ",
        " ",
        " ",
        "  ",
        NB,
        "\n",
        ",",
        "،",
        "٬",
        ";",
        "؛",
        "?",
        "؟",
        "!",
        ":",
        ".",
        "..",
        "...",
        "…",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        "ــــ",
        "\u200B",
        "\u200C",
        "\u200D",
        "\u202E",
        "https://example.org/x,y",
        "amina@example.org",
        "`",
        "الأحد. 2 مارس",
        "%",
        "-",
        "ً",
        "'90s"
    };

    @ParameterizedTest
    @ValueSource(longs = {3, 1444, 20260321})
    void what_is_mended_once_needs_no_second_mending_and_no_letter_changes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                typed.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String lang = List.of("ar", "fr", "en", "tr").get(random.nextInt(4));
            Mended once = CopyDesk.mend(typed.toString(), lang);
            assertThat(CopyDesk.mend(once.text(), lang).mends())
                    .as("seed %d, text %d (%s): %s → %s", seed, i, lang, typed, once.text())
                    .isEmpty();
            assertThat(letters(once.text()))
                    .as("seed %d, text %d (%s): %s", seed, i, lang, typed)
                    .isEqualTo(letters(typed.toString()));
        }
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{M}\\p{N}]|\u0640", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20260321})
    void a_mended_body_can_be_written_and_read_back(long seed) {
        Bodies bodies = new Bodies(new Random(seed));
        for (int i = 0; i < 200; i++) {
            Body mended = CopyDesk.mend(bodies.next(), i % 2 == 0 ? "ar" : "fr").body();
            assertThat(Markup.clean(BodyHtml.of(mended, "ar", "rtl").html()))
                    .as("seed %d, body %d", seed, i)
                    .isEqualTo(mended);
            assertThat(CopyDesk.mend(mended, i % 2 == 0 ? "ar" : "fr").body())
                    .as("seed %d, body %d, mended again", seed, i)
                    .isEqualTo(mended);
        }
    }
}
