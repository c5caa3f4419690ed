package org.minbar.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.minbar.Cast.ADMINISTRATOR;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.CELINE;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.at;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.identity.Caller;
import org.minbar.language.Refusal;

/** The lines of tickers, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class FlashesShelfTest {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");

    private static Newsroom newsroom;

    FlashesShelfTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    @Test
    void each_ticker_counts_its_own_lines_and_never_gives_a_number_again() {
        newsroom.inTransaction(() -> {
            flash("count", NOON, Map.of("ar", "انطلاق المهرجان"));
            flash("count", NOON, Map.of("ar", "وصول الوفود"));
            flash("other", NOON, Map.of("ar", "أمطار"));
        });
        newsroom.inTransaction(() -> {
            newsroom.flashes.get("count", 2).remove(LOTTE, at(THREE_PM));
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.flashes.nextNumber("count")).isEqualTo(3);
            assertThat(newsroom.flashes.nextNumber("other")).isEqualTo(2);
            assertThat(newsroom.flashes.nextNumber("empty")).isEqualTo(1);
            assertThatThrownBy(() -> newsroom.flashes.get("count", 2))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(Refusal.Reason.NOT_FOUND));
        });
    }

    @Test
    void the_newest_line_stands_first_and_a_language_shows_its_own_lines() {
        newsroom.inTransaction(() -> {
            flash("strip", NOON, Map.of("ar", "عاجل: زلزال خفيف بأكادير", "fr", "Léger séisme à Agadir"));
            flash("strip", THREE_PM, Map.of("ar", "لا خسائر"));
            flash("strip", THREE_PM, Map.of("fr", "Pas de dégâts"));
            // Told later, of an earlier hour.
            flash("strip", MORNING, Map.of("fr", "Réunion au ministère"));
            newsroom.flashes.get("strip", 2).remove(LOTTE, at(THREE_PM));
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.flashes.publicLatest("strip", 10))
                    .extracting(Flash::number)
                    .containsExactly(3, 1, 4);
            assertThat(newsroom.flashes.publicLatest("strip", "fr", 10))
                    .extracting(Flash::number)
                    .containsExactly(3, 1, 4);
            assertThat(newsroom.flashes.publicLatest("strip", "ar", 10))
                    .extracting(Flash::number)
                    .containsExactly(1);
            assertThat(newsroom.flashes.publicLatest("strip", "fr", 2)).hasSize(2);
            assertThat(newsroom.flashes.publicLatest("strip", "en", 10)).isEmpty();
            Flash first = newsroom.flashes.get("strip", 1);
            assertThat(first.text("fr")).contains("Léger séisme à Agadir");
            assertThat(first.text("en")).isEmpty();
            assertThat(first.zone()).isEqualTo(CASABLANCA);
            assertThat(first.at()).isEqualTo(NOON);
        });
    }

    @Test
    void words_that_change_are_marked_and_a_language_that_is_added_is_not() {
        newsroom.inTransaction(() -> flash("edited", NOON, Map.of("ar", "انطلاق المهرجان")));
        newsroom.inTransaction(() -> {
            Flash flash = newsroom.flashes.get("edited", 1);
            assertThat(flash.write("fr", "Le festival commence", LOTTE, at(THREE_PM)))
                    .isEqualTo(new FlashWritten(LOTTE.id(), "edited", 1, "fr"));
            flash.write("ar", "انطلاق المهرجان", LOTTE, at(THREE_PM));
            assertThat(flash.edited()).as("nothing that was public has changed").isEmpty();
        });
        newsroom.inTransaction(() -> {
            newsroom.flashes.get("edited", 1).write("ar", "انطلاق مهرجان كناوة", LOTTE, at(THREE_PM));
        });
        newsroom.inTransaction(() -> {
            Flash flash = newsroom.flashes.get("edited", 1);
            assertThat(flash.edited()).contains(THREE_PM);
            assertThat(flash.texts()).isEqualTo(Map.of("ar", "انطلاق مهرجان كناوة", "fr", "Le festival commence"));
            assertThat(flash.at()).as("its time never changes").isEqualTo(NOON);
        });
    }

    @Test
    void of_two_who_write_a_line_at_once_the_table_lets_in_one() {
        Throwable refused = catchThrowable(() -> newsroom.inTransaction(() -> {
            int number = newsroom.flashes.nextNumber("race");
            CompletableFuture.runAsync(() -> newsroom.inTransaction(() -> flash("race", NOON, Map.of("ar", "الأول"))))
                    .get(10, TimeUnit.SECONDS);
            newsroom.flashes.add(line("race", number, NOON, Map.of("ar", "الثاني")));
        }));
        assertThat(refused).isNotNull();
        newsroom.inTransaction(() -> assertThat(newsroom.flashes.publicLatest("race", 10))
                .extracting(flash -> flash.texts().get("ar"))
                .containsExactly("الأول"));
    }

    @Test
    void a_line_is_written_and_removed_by_those_who_may_in_its_languages() {
        Flash flash = line("nobody", 1, NOON, Map.of("ar", "خبر", "fr", "Nouvelle"));
        for (Caller caller : new Caller[] {AMINA, CELINE}) {
            assertThatThrownBy(() -> flash.write("ar", "خبر آخر", caller, at(NOON)))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> flash.remove(caller, at(NOON))).isInstanceOf(Refusal.class);
        }
        flash.write("fr", "Autre nouvelle", CELINE, at(NOON));
        assertThat(flash.remove(ADMINISTRATOR, at(NOON))).isEqualTo(new FlashRemoved(ADMINISTRATOR.id(), "nobody", 1));
    }

    @Test
    void a_line_has_words_and_not_too_many() {
        Flash flash = line("nobody", 1, NOON, Map.of());
        assertThatThrownBy(() -> flash.write("ar", " \n ", LOTTE, at(NOON)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("missing-field"));
        assertThatThrownBy(() -> flash.write("ar", "خبر ".repeat(300), LOTTE, at(NOON)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("too-long"));
        assertThat(flash.texts()).isEmpty();
    }

    private static Flash flash(String ticker, Instant when, Map<String, String> texts) {
        return newsroom.flashes.add(line(ticker, newsroom.flashes.nextNumber(ticker), when, texts));
    }

    private static Flash line(String ticker, int number, Instant when, Map<String, String> texts) {
        Flash flash = new Flash(ticker, number, when, CASABLANCA, Urgency.NORMAL, null, LOTTE);
        texts.forEach((lang, words) -> flash.write(lang, words, LOTTE, at(when)));
        return flash;
    }
}
