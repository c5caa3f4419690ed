package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.HtmlChecker;

/** Every page as it leaves the house is HTML without an error, by the checker that the standard's authors use. */
class ValidHtmlIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final HtmlChecker CHECKER = new HtmlChecker();
    private static Desk lotte;

    @BeforeAll
    static void lotte_signs_in() {
        lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
    }

    static List<EveryPage.Seen> ofReaders() {
        return EveryPage.ofReaders();
    }

    static List<EveryPage.Seen> ofEditors() {
        return EveryPage.ofEditors();
    }

    @ParameterizedTest
    @MethodSource("ofReaders")
    void what_readers_get_is_html(EveryPage.Seen seen) {
        List<String> errors = new ArrayList<>();
        for (String lang : EveryPage.LANGUAGES) {
            Answer answer = MINBAR.get(seen.in(lang));
            if (answer.status() / 100 == 3) answer = MINBAR.get(answer.header("Location"));
            CHECKER.errors(answer.expect(seen.status()).text()).forEach(error -> errors.add(lang + " " + error));
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofEditors")
    void what_editors_get_is_html(EveryPage.Seen seen) {
        List<String> errors = new ArrayList<>();
        for (String lang : List.of("ar", "fr")) {
            Answer answer = lotte.get(seen.path() + (seen.path().contains("?") ? "&" : "?") + "lang=" + lang);
            CHECKER.errors(answer.expect(seen.status()).text()).forEach(error -> errors.add(lang + " " + error));
        }
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void so_is_the_way_in(String lang) {
        assertThat(CHECKER.errors(
                        MINBAR.get("/desk/sign-in?lang=" + lang).expect(200).text()))
                .isEmpty();
    }

    static List<String> languages() {
        return EveryPage.LANGUAGES;
    }
}
