package org.minbar.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | المغرب                  | المغرب",
                "ar | المغرب,تونس             | المغرب وتونس",
                "ar | المغرب,تونس,لبنان       | المغرب وتونس ولبنان",
                "fr | Fès,Tanger,Rabat        | Fès, Tanger et Rabat",
                "en | Fez,Tangier,Rabat       | Fez, Tangier and Rabat",
            })
    void items_are_listed_as_a_sentence_lists_them(String tag, String items, String listed) {
        assertThat(Words.list(List.of(items.split(",")), Tongues.HOUSE.get(tag)))
                .isEqualTo(listed);
    }

    @Test
    void no_items_are_no_text() {
        assertThat(Words.list(List.of(), Tongues.AR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',0",
        "مُحَمَّد,4",
        "Été,3",
        "e\u0301te\u0301,3",
        "👩‍👩‍👧,1",
        "🇲🇦,1",
        "नि,1",
        "\u2068ESCWA\u2069,5"
    })
    void a_reader_counts_letters_not_code_points(String text, int seen) {
        assertThat(Words.graphemes(text)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | 40 | افتتاح مهرجان ورزازات للسينما       | افتتاح مهرجان ورزازات للسينما",
                "ar | 20 | افتتاح مهرجان ورزازات للسينما       | افتتاح مهرجان…",
                "ar | 22 | افتتاح مهرجان ورزازات للسينما       | افتتاح مهرجان ورزازات…",
                "ar | 14 | قال الوزير، «إن المغرب»             | قال الوزير…",
                "fr | 15 | Aujourd’hui, l’été commence         | Aujourd’hui…",
                "fr | 9  | Internationalisation                | Internat…",
                "en | 12 | Growth: 5% (or so) this year        | Growth: 5%…",
                "en | 1  | Growth                              | …",
            })
    void a_text_is_cut_after_a_word(String tag, int most, String text, String cut) {
        assertThat(Words.shorten(text, most, Tongues.HOUSE.get(tag))).isEqualTo(cut);
    }

    @Test
    void a_cut_closes_the_isolates_that_it_opens() {
        String text = "قالت \u2068Internet Governance Forum\u2069 إن الدورة تنعقد في بيروت";

        assertThat(Words.shorten(text, 16, Tongues.AR)).isEqualTo("قالت \u2068Internet\u2069…");
    }

    @Test
    void nothing_fits_into_no_characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.shorten("Fès", 0, Tongues.FR));
    }

    @Test
    void whatever_is_cut_fits_and_no_grapheme_is_split() {
        long seed = 20160202;
        Random random = new Random(seed);
        int[] letters = "المغرب بُّ e\u0301 L’été «ESCWA» ، 👩\u200D👧 🇲🇦 \u2068ab\u2069\u202Bcd\u202C नि…"
                .codePoints()
                .toArray();
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            int most = 1 + random.nextInt(40);
            String cut = Words.shorten(text.toString(), most, Tongues.AR);
            assertThat(Words.graphemes(cut))
                    .as("seed %s, round %s, %s: %s", seed, round, most, text)
                    .isLessThanOrEqualTo(most);
            assertThat(Isolation.balance(cut))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(cut);
            if (cut.endsWith("…") && Words.graphemes(text.toString()) > most) {
                String kept = Isolation.stripControls(cut.substring(0, cut.length() - 1));
                String bare = Isolation.stripControls(text.toString());
                assertThat(bare).startsWith(kept);
                BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
                characters.setText(text.toString());
                assertThat(characters.isBoundary(whereEnds(text.toString(), kept.length())))
                        .as("seed %s, round %s, %s: %s", seed, round, most, text)
                        .isTrue();
            }
        }
    }

    /** The place in the text after so many characters that are no bidirectional controls. */
    private static int whereEnds(String text, int bareLength) {
        int at = 0;
        for (int bare = 0; bare < bareLength; at++) {
            if (!Isolation.isControl(text.charAt(at))) {
                bare++;
            }
        }
        return at;
    }
}
