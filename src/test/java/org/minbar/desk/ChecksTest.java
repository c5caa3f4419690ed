package org.minbar.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.at;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.Cast;
import org.minbar.language.Refusal;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Story;
import org.minbar.text.Lexicon;

/** What stands in the way of publishing, and what does not. */
class ChecksTest {

    private static final String WHOLE = "<p>افتتح المهرجان مساء الخميس.</p>";

    private static Edition edition(Story story, String headline, String standfirst, String body, List<Byline> names) {
        Edition edition = new Edition(story, AR, at(MORNING));
        edition.write(Copy.of(headline, standfirst, body, null, names, AR), AR, LOTTE, at(MORNING));
        return edition;
    }

    private static Checks checks(Edition edition) {
        return Checks.of(edition, AR, Lexicon.EMPTY, Optional.empty(), NOON, List.of());
    }

    private static List<String> said(List<Checks.Check> checks) {
        return checks.stream()
                .map(check -> check.field() + " " + check.key().replace("desk.check.", ""))
                .toList();
    }

    @Test
    void a_whole_text_has_nothing_in_its_way() {
        Edition edition = edition(
                Cast.article(),
                "افتتاح المهرجان",
                "ثلاثة أيام.",
                WHOLE,
                List.of(new Byline("أمينة", Byline.Role.WRITER)));
        assertThat(checks(edition)).isEqualTo(new Checks(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''          | <p>نص.</p>            | headline no-headline
            عنوان       | ''                    | body no-body
            عنوان TK    | <p>نص.</p>            | headline placeholder
            عنوان       | <p>حضر TK شخصا.</p>   | body placeholder
            """)
    void what_is_missing_blocks(String headline, String body, String blocked) {
        Edition edition = edition(Cast.article(), headline, "ثلاثة أيام.", body, List.of());
        Checks checks = checks(edition);
        assertThat(said(checks.errors())).containsExactly(blocked);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, checks::mustHold)
                        .field())
                .contains(blocked.split(" ")[0]);
    }

    @Test
    void an_embargo_blocks_until_its_end_and_no_longer() {
        Story story = Cast.article().embargoedUntil(THREE_PM);
        Edition edition = edition(story, "عنوان", "ثلاثة أيام.", WHOLE, List.of());
        assertThat(said(checks(edition).errors())).containsExactly("embargo embargo");
        assertThat(Checks.of(edition, AR, Lexicon.EMPTY, Optional.empty(), THREE_PM, List.of())
                        .errors())
                .isEmpty();
    }

    @Test
    void what_only_wants_a_look_blocks_nothing() {
        Edition edition = edition(Cast.article(), "عنوان طويل ".repeat(12), "", "<p>المغرب٬ وتونس.</p>", List.of());
        Checks checks = Checks.of(edition, AR, Lexicon.EMPTY, Optional.of("تغيرت فقرتان."), NOON, List.of());
        assertThat(checks.errors()).isEmpty();
        assertThat(said(checks.warnings()))
                .containsExactly(
                        "body copy-desk",
                        "headline long-headline",
                        "standfirst no-standfirst",
                        "bylines no-byline",
                        "body stale");
        checks.mustHold();
        edition.publish(LOTTE, at(NOON));
        assertThat(edition.isPublished()).isTrue();
    }
}
