package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | تعليقات (0)                       | تعليقات-0",
                "ar | - 16:06أكثر من                    | 16-06أكثر-من",
                "ar | كـــــتاب الله                    | كتاب-الله",
                "fr | Aujourd’hui, l'État d'urgence…    | aujourd-hui-l-état-d-urgence",
                "en | C++ & .NET 8.0                    | c-net-8-0",
                "en | Go to https://minbar.example/a?b  | go-to-https-minbar-example-a-b",
                "en | नमस्ते दुनिया                        | नमस्ते-दुनिया",
                "en | ../../etc/passwd                  | etc-passwd",
            })
    void a_headline_becomes_words_and_hyphens(String tag, String headline, String slug) {
        assertThat(Slug.of(headline, Tongues.HOUSE.get(tag))).hasToString(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "…!?", "😀", "\u200F\u2068\u2069", "ـــ", "َُ", "½", "1\u20E3\uFE0F😀"})
    void a_slug_is_never_empty(String headline) {
        assertThat(Slug.of(headline, Tongues.AR).value()).isNotEmpty().matches("n|1");
        assertThat(Slug.transliterated(headline, Tongues.AR).value())
                .isNotEmpty()
                .isASCII();
    }

    @Test
    void a_long_headline_is_cut_after_a_word() {
        String slug = Slug.of("المغرب ".repeat(30), Tongues.AR).value();

        assertThat(slug.codePointCount(0, slug.length())).isEqualTo(76);
        assertThat(slug).startsWith("المغرب-").endsWith("-المغرب");
        assertThat(Slug.of("a".repeat(300), Tongues.EN).value()).hasSize(80);
    }

    @Test
    void decomposed_and_composed_letters_make_one_address() {
        String decomposed = Normalizer.normalize("Été à Ifrane : أكادير", Normalizer.Form.NFD);

        assertThat(Slug.of(decomposed, Tongues.FR)).isEqualTo(Slug.of("Été à Ifrane : أكادير", Tongues.FR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a--b", "-a", "a-", "a b", "a/b", "a.b", "a?b", "\u200Fa"})
    void what_is_no_slug_is_refused(String value) {
        assertThatThrownBy(() -> new Slug(value)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED);
            assertThat(refusal.kind()).isEqualTo("malformed-slug");
            assertThat(refusal.field()).contains("slug");
        });
    }

    @Test
    void a_slug_of_enormous_length_is_refused_and_does_no_harm() {
        assertThatThrownBy(() -> new Slug("a-".repeat(100_000) + "a")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatever_the_headline_the_slug_is_one_and_stays_what_it_is() {
        long seed = 20240320;
        Random random = new Random(seed);
        String alphabet = "اأإآءؤئىةلمنهوي ـًَُِّْ٠٢۳،؛؟«»“”'’-–—_./\\abcEIİıÉéœßÇ0123 \t\n"
                + "\u200F\u200E\u2068\u2069\u200D😀½½²नि한ⴰⵎ";
        int[] letters = alphabet.codePoints().toArray();
        for (int round = 0; round < 500; round++) {
            StringBuilder headline = new StringBuilder();
            for (int i = random.nextInt(150); i > 0; i--) {
                headline.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            for (Language language : Tongues.HOUSE.all()) {
                Slug slug = Slug.of(headline.toString(), language);
                Slug ascii = Slug.transliterated(headline.toString(), language);
                assertThat(Slug.of(slug.value(), language))
                        .as("seed %s, round %s: %s", seed, round, headline)
                        .isEqualTo(slug);
                assertThat(ascii.value())
                        .as("seed %s, round %s: %s", seed, round, headline)
                        .matches("[a-z0-9]+(-[a-z0-9]+)*");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Amina El Ouazzani, amina-el-ouazzani",
        "AMINA el-ouazzani, amina-el-ouazzani",
        "أمينة الوزاني, أمينة-الوزاني",
        "أَمينَة الوَزّاني, أمينة-الوزاني",
        "Jean O’Connor, jean-o-connor",
        "***, n",
    })
    void a_name_has_one_slug_in_every_language(String name, String slug) {
        assertThat(Slug.named(name)).hasToString(slug);
        assertThat(Slug.read(slug)).contains(new Slug(slug));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "E\u0301lise-Dupre\u0301, élise-dupré",
        "أمينة-الوزاني, أمينة-الوزاني",
        "ا\u0654مينة-الوزاني, أمينة-الوزاني",
        "FESTIVAL, festival",
        "ـكتـاب, كتاب",
        "سنة-١٩٩٩, سنة-1999",
    })
    void an_address_is_read_however_its_letters_were_composed(String given, String slug) {
        assertThat(Slug.read(given.translateEscapes())).map(Slug::value).contains(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a--b", "-a", "a b", "a/b", "a\0", "<b>", "\uD800", "a.rss"})
    void what_cannot_be_a_slug_is_none(String given) {
        assertThat(Slug.read(given)).isEmpty();
    }

    @Test
    void nothing_longer_than_a_slug_is_read_as_one() {
        assertThat(Slug.read("ا".repeat(80))).isPresent();
        assertThat(Slug.read("ا".repeat(81))).isEmpty();
        assertThat(Slug.read("ا".repeat(100_000))).isEmpty();
    }
}
