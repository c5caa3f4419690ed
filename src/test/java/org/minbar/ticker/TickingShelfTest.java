package org.minbar.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.CELINE;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MARIAM;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
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
class TickingShelfTest {

    private static final String STRIP = Flashes.STRIP;

    private static Newsroom newsroom;
    private static Ticking ticking;

    TickingShelfTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
        ticking = newsroom.ticking();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    @BeforeEach
    void at_noon() {
        newsroom.clock.set(NOON);
    }

    // Number, place, change

    @Test
    void each_ticker_counts_its_own_lines_and_never_gives_a_number_again() {
        tell("101", Map.of("ar", "انطلاق المهرجان"));
        tell("101", Map.of("ar", "وصول الوفود"));
        tell("102", Map.of("ar", "أمطار"));
        change("101", 2, flash -> ticking.remove(flash, LOTTE));
        assertThat(tell("101", Map.of("ar", "الختام"))).isEqualTo(3);
        assertThat(tell("102", Map.of("ar", "صحو"))).isEqualTo(2);
        newsroom.inTransaction(() -> assertThatThrownBy(() -> newsroom.flashes.get("101", 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND)));
    }

    @Test
    void what_is_changed_in_one_language_is_no_change_for_readers_of_another() {
        tell("153", Map.of("ar", "انطلاق السباق"));
        long told = changedIn("153", "ar");
        newsroom.inTransaction(
                () -> ticking.write(newsroom.flashes.get("153", 1), FR, Said.line("Départ de la course"), LOTTE));
        assertThat(changedIn("153", "ar")).isEqualTo(told);
        assertThat(changedIn("153", "fr")).isEqualTo(told + 1);
        newsroom.clock.set(THREE_PM);
        newsroom.inTransaction(
                () -> ticking.write(newsroom.flashes.get("153", 1), FR, Said.line("Départ du marathon"), LOTTE));
        newsroom.inTransaction(() -> {
            Flash flash = newsroom.flashes.get("153", 1);
            assertThat(flash.edited("fr")).contains(THREE_PM);
            assertThat(flash.edited("ar")).isEmpty();
            assertThat(flash.changedIn("ar")).isEqualTo(told);
            assertThat(flash.firstChangeAfter(told - 1)).isEqualTo(told);
            assertThat(flash.firstChangeAfter(told)).isEqualTo(told + 2).isEqualTo(flash.changed());
        });
        newsroom.clock.advance(Duration.ofHours(1));
        newsroom.inTransaction(
                () -> ticking.write(newsroom.flashes.get("153", 1), FR, Said.line("Départ du marathon"), LOTTE));
        change("153", 1, flash -> ticking.mark(flash, flash.marks().urgency(Urgency.URGENT), LOTTE));
        newsroom.inTransaction(() -> {
            Flash flash = newsroom.flashes.get("153", 1);
            assertThat(flash.edited("fr")).as("said again as it was").contains(THREE_PM);
            assertThat(flash.changedIn("ar")).isEqualTo(flash.changed());
        });
    }

    private static long changedIn(String ticker, String lang) {
        return newsroom.inTransaction(() -> newsroom.flashes.get(ticker, 1).changedIn(lang));
    }

    @Test
    void the_days_on_which_something_was_told_are_known_by_language_and_ticker() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        Instant lastWeek = NOON.minus(Duration.ofDays(7));
        for (Instant at : List.of(lastWeek, yesterday, yesterday.plusSeconds(60), NOON)) {
            newsroom.inTransaction(
                    () -> ticking.at(at, "151", said(Map.of("fr", "Ligne de " + at)), Urgency.NORMAL, null, LOTTE));
        }
        newsroom.inTransaction(
                () -> ticking.at(yesterday, "152", said(Map.of("ar", "سطر الأمس")), Urgency.NORMAL, null, LOTTE));
        change("151", 4, flash -> ticking.remove(flash, LOTTE));
        Instant from = NOON.minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.DAYS);
        Instant to = NOON.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.DAYS);
        newsroom.inTransaction(() -> {
            assertThat(days(from, to, "fr", "151", "152"))
                    .containsExactlyInAnyOrder(
                            lastWeek.truncatedTo(ChronoUnit.DAYS), yesterday.truncatedTo(ChronoUnit.DAYS));
            assertThat(days(from, to, "ar", "152")).containsExactly(yesterday.truncatedTo(ChronoUnit.DAYS));
            assertThat(days(from, to, "ar", "151")).isEmpty();
            assertThat(days(from, to, "fr")).isEmpty();
            assertThat(toldMore(yesterday, 2)).isTrue();
            assertThat(toldMore(yesterday, 2, 3)).isFalse();
            assertThat(toldMore(NOON, 1)).as("the only one was removed").isFalse();
        });
    }

    private static Set<Instant> days(Instant from, Instant to, String lang, String... tickers) {
        return newsroom.flashes.publicSpans(
                from, to, lang, List.of(tickers), instant -> instant.truncatedTo(ChronoUnit.DAYS));
    }

    private static boolean toldMore(Instant when, Integer... numbers) {
        Instant day = when.truncatedTo(ChronoUnit.DAYS);
        return newsroom.flashes.toldMore("151", List.of(numbers), day, day.plus(Duration.ofDays(1)), "fr");
    }

    @Test
    void the_newest_line_stands_first_and_a_language_shows_its_own_lines() {
        tell("103", Map.of("ar", "عاجل: زلزال خفيف بأكادير", "fr", "Léger séisme à Agadir"));
        newsroom.clock.set(THREE_PM);
        tell("103", Map.of("ar", "لا خسائر"));
        tell("103", Map.of("fr", "Pas de dégâts"));
        newsroom.inTransaction(() ->
                ticking.at(MORNING, "103", said(Map.of("fr", "Réunion au ministère")), Urgency.NORMAL, null, LOTTE));
        change("103", 2, flash -> ticking.remove(flash, LOTTE));
        newsroom.inTransaction(() -> {
            assertThat(newsroom.flashes.publicLatest("103", 10))
                    .extracting(Flash::number)
                    .as("told later, of an earlier hour")
                    .containsExactly(3, 1, 4);
            assertThat(numbers("103", "fr")).containsExactly(3, 1, 4);
            assertThat(numbers("103", "ar")).containsExactly(1);
            assertThat(numbers("103", "en")).isEmpty();
            assertThat(newsroom.flashes.publicCount("103", "fr")).isEqualTo(3);
            assertThat(newsroom.flashes.publicAbove(newsroom.flashes.get("103", 4), "fr"))
                    .isEqualTo(2);
            assertThat(newsroom.flashes.publicFrom("103", "fr", 1, 1))
                    .extracting(Flash::number)
                    .containsExactly(1);
            Flash first = newsroom.flashes.get("103", 1);
            assertThat(first.zone()).isEqualTo(ZoneId.of("Africa/Casablanca"));
            assertThat(first.at()).isEqualTo(NOON);
        });
    }

    @Test
    void a_clock_that_jumps_tells_its_own_time_and_turns_nothing_round() {
        tell("104", Map.of("fr", "Un"));
        newsroom.clock.advance(Duration.ofHours(2));
        tell("104", Map.of("fr", "Deux, deux heures trop tôt"));
        newsroom.clock.set(NOON.plusSeconds(30));
        tell("104", Map.of("fr", "Trois"));
        newsroom.clock.set(NOON.minusSeconds(86_400));
        tell("104", Map.of("fr", "Quatre, un jour trop tard"));
        newsroom.inTransaction(() -> {
            assertThat(numbers("104", "fr")).containsExactly(4, 3, 2, 1);
            assertThat(newsroom.flashes.get("104", 3).at()).isEqualTo(NOON.plusSeconds(30));
        });
    }

    @Test
    void many_who_write_at_once_all_get_in_one_after_the_other() throws Exception {
        int writers = 8;
        int each = 6;
        ExecutorService crowd = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "Plume " + writer;
                written.add(crowd.submit(() -> {
                    for (int i = 0; i < each; i++) tell("105", Map.of("fr", name + ", ligne " + i));
                }));
            }
            for (Future<?> done : written) done.get(60, TimeUnit.SECONDS);
        } finally {
            crowd.shutdownNow();
        }
        newsroom.inTransaction(() -> {
            List<Flash> lines = newsroom.flashes.changedAfter("105", 0, 100);
            assertThat(lines).hasSize(writers * each);
            assertThat(lines)
                    .extracting(Flash::changed)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, writers * each)
                            .asLongStream()
                            .boxed()
                            .toList());
            assertThat(newsroom.tickers.find("105").orElseThrow().changes()).isEqualTo(writers * each);
        });
    }

    /** Whoever asks now and then for what has changed, and believes nothing else, knows at the end what there is. */
    @Test
    void who_asks_for_what_has_changed_misses_nothing() {
        long seed = Long.getLong("minbar.seed", new Random().nextLong());
        Random random = new Random(seed);
        String ticker = "106";
        Map<Integer, String> known = new HashMap<>();
        long[] seen = {0};
        for (int i = 0; i < 120; i++) {
            anything(ticker, random);
            if (random.nextInt(4) == 0) catchUp(ticker, known, seen);
        }
        catchUp(ticker, known, seen);
        Map<Integer, String> there = new HashMap<>();
        newsroom.inTransaction(() -> newsroom.flashes
                .publicLatest(ticker, "fr", 500)
                .forEach(flash -> there.put(flash.number(), flash.text("fr").orElseThrow())));
        assertThat(known).as("again with -Dminbar.seed=%d", seed).isEqualTo(there);
    }

    private static void anything(String ticker, Random random) {
        newsroom.clock.advance(Duration.ofSeconds(random.nextInt(200) - 50));
        int[] last = new int[1];
        newsroom.inTransaction(
                () -> last[0] = newsroom.flashes.changedAfter(ticker, 0, 500).size());
        int number = last[0] == 0 ? 0 : 1 + random.nextInt(last[0]);
        boolean there = number > 0
                && newsroom.inTransaction(
                        () -> newsroom.flashes.find(ticker, number).isPresent());
        switch (there ? random.nextInt(6) : 0) {
            case 1 ->
                change(
                        ticker,
                        number,
                        flash -> ticking.write(flash, FR, Said.line("Mieux " + random.nextInt()), LOTTE));
            case 2 -> change(ticker, number, flash -> ticking.remove(flash, LOTTE));
            case 3 ->
                change(
                        ticker,
                        number,
                        flash -> ticking.mark(flash, flash.marks().pinned(random.nextBoolean()), LOTTE));
            case 4 -> newsroom.inTransaction(() -> ticking.submit(ticker, "ar", Said.line("سطر"), MARIAM));
            default -> tell(ticker, Map.of("fr", "Ligne " + random.nextInt()));
        }
    }

    private static void catchUp(String ticker, Map<Integer, String> known, long[] seen) {
        newsroom.inTransaction(() -> {
            for (Flash flash : newsroom.flashes.changedAfter(ticker, seen[0], 500)) {
                assertThat(flash.changed()).isGreaterThan(seen[0]);
                seen[0] = flash.changed();
                if (flash.isOut()) flash.text("fr").ifPresent(text -> known.put(flash.number(), text));
                else known.remove(flash.number());
            }
        });
    }

    // Words

    @Test
    void words_that_change_are_marked_and_a_language_that_is_added_is_not() {
        int number = tell("107", Map.of("ar", "انطلاق المهرجان"));
        newsroom.clock.set(THREE_PM);
        change("107", number, flash -> {
            ticking.write(flash, FR, Said.line("Le festival commence"), LOTTE);
            ticking.write(flash, AR, Said.line("انطلاق المهرجان"), LOTTE);
        });
        newsroom.inTransaction(
                () -> assertThat(newsroom.flashes.get("107", number).edited())
                        .as("nothing that was public has changed")
                        .isEmpty());
        change("107", number, flash -> ticking.write(flash, AR, Said.line("انطلاق مهرجان كناوة"), LOTTE));
        newsroom.inTransaction(() -> {
            Flash flash = newsroom.flashes.get("107", number);
            assertThat(flash.edited()).contains(THREE_PM);
            assertThat(flash.texts()).isEqualTo(Map.of("ar", "انطلاق مهرجان كناوة", "fr", "Le festival commence"));
            assertThat(flash.at()).as("its time never changes").isEqualTo(NOON);
        });
    }

    @Test
    void what_comes_in_is_cleaned_or_refused_and_says_why() {
        String ticker = "108";
        int number = tell(ticker, Map.of("fr", "<b>Pluie</b>\u0007 sur\u202E Agadir\ndemain\u0000"));
        newsroom.inTransaction(
                () -> assertThat(newsroom.flashes.get(ticker, number).text("fr").orElseThrow())
                        .isEqualTo("<b>Pluie</b> sur Agadir demain"));
        for (String nothing : List.of("", " \n ", "\u202E\u0007")) {
            assertThat(refusedBy(() -> tell(ticker, Map.of("fr", nothing)))).isEqualTo("missing-field");
        }
        assertThat(refusedBy(() -> tell(ticker, Map.of("ar", "خ".repeat(5_000)))))
                .isEqualTo("too-long");
        newsroom.inTransaction(() -> {
            Flash flash = ticking.now(
                    ticker,
                    Map.of("fr", new Said("Avec une suite", "<p onclick=x()>Suite <script>alert(1)</script></p>")),
                    Urgency.NORMAL,
                    null,
                    LOTTE);
            assertThat(flash.body("fr")).isEqualTo("<p>Suite</p>");
        });
        newsroom.inTransaction(() -> assertThat(numbers(ticker, "fr"))
                .as("what was refused left no number behind")
                .containsExactly(2, 1));
    }

    // Who may

    @Test
    void a_line_is_written_and_removed_by_those_who_may_in_its_languages() {
        int number = tell("109", Map.of("ar", "خبر", "fr", "Nouvelle"));
        for (Caller caller : List.of(AMINA, CELINE, MARIAM)) {
            assertThat(refusedBy(() ->
                            change("109", number, flash -> ticking.write(flash, AR, Said.line("خبر آخر"), caller))))
                    .isEqualTo("not-allowed");
            assertThat(refusedBy(() -> change("109", number, flash -> ticking.remove(flash, caller))))
                    .isEqualTo("not-allowed");
        }
        change("109", number, flash -> ticking.write(flash, FR, Said.line("Autre nouvelle"), CELINE));
    }

    // Waiting

    @Test
    void a_correspondents_line_waits_and_goes_out_with_the_time_it_is_let_out() {
        String ticker = "110";
        int number = newsroom.inTransaction(() ->
                ticking.submit(ticker, "ar", Said.line("الوفود تصل"), MARIAM).number());
        newsroom.clock.advance(Duration.ofMinutes(4));
        tell(ticker, Map.of("ar", "سطر في الأثناء"));
        newsroom.inTransaction(() -> {
            assertThat(numbers(ticker, "ar")).containsExactly(2);
            assertThat(newsroom.flashes.waiting(ticker, 10))
                    .extracting(Flash::number)
                    .containsExactly(number);
        });
        assertThat(refusedBy(() -> change(ticker, number, flash -> ticking.publish(flash, MARIAM))))
                .isEqualTo("not-allowed");
        newsroom.clock.advance(Duration.ofMinutes(1));
        change(ticker, number, flash -> ticking.publish(flash, LOTTE));
        newsroom.inTransaction(() -> {
            assertThat(numbers(ticker, "ar")).containsExactly(number, 2);
            assertThat(newsroom.flashes.get(ticker, number).at()).isEqualTo(NOON.plusSeconds(300));
            assertThat(newsroom.flashes.get(ticker, number).edited()).isEmpty();
        });
        assertThat(refusedBy(() -> change(ticker, number, flash -> ticking.publish(flash, LOTTE))))
                .isEqualTo("already-out");
    }

    @Test
    void a_line_that_was_read_in_keeps_the_time_it_was_told_with() {
        String ticker = "111";
        tell(ticker, Map.of("ar", "سطر اليوم"));
        newsroom.inTransaction(() -> ticking.imported(MORNING, ticker, "ar", "سطر الصباح", LOTTE));
        change(ticker, 2, flash -> ticking.publish(flash, LOTTE));
        newsroom.inTransaction(() -> {
            assertThat(numbers(ticker, "ar")).containsExactly(1, 2);
            assertThat(newsroom.flashes.get(ticker, 2).at()).isEqualTo(MORNING);
        });
    }

    @Test
    void a_scheduled_line_goes_out_at_its_time_by_itself() {
        String ticker = "112";
        LiveUpkeep upkeep = upkeep();
        newsroom.inTransaction(upkeep::enrol);
        Instant due = NOON.plusSeconds(600);
        newsroom.inTransaction(() -> ticking.schedule(
                due, ticker, said(Map.of("fr", "La conférence commence")), Urgency.IMPORTANT, null, LOTTE));
        assertThat(refusedBy(() -> newsroom.inTransaction(() ->
                        ticking.schedule(NOON, ticker, said(Map.of("fr", "Trop tard")), Urgency.NORMAL, null, LOTTE))))
                .isEqualTo("time-is-past");
        newsroom.clock.set(due.minusSeconds(1));
        newsroom.inTransaction(() -> {
            upkeep.letOutSome();
        });
        newsroom.inTransaction(() -> assertThat(numbers(ticker, "fr")).isEmpty());
        newsroom.clock.set(due.plusMillis(400));
        tell(ticker, Map.of("fr", "Juste avant"));
        newsroom.clock.set(due.plusMillis(900));
        newsroom.inTransaction(() -> {
            upkeep.letOutSome();
        });
        newsroom.inTransaction(() -> {
            assertThat(numbers(ticker, "fr")).containsExactly(1, 2);
            assertThat(newsroom.flashes.get(ticker, 1).at())
                    .as("the time for which it was meant")
                    .isEqualTo(due);
        });
    }

    // What stands over the stream

    @Test
    void one_line_is_pinned_at_a_time_and_what_stands_over_the_stream_has_its_own_number() {
        String ticker = "113";
        tell(ticker, Map.of("fr", "Un"));
        tell(ticker, Map.of("fr", "Deux"));
        long before = head(ticker);
        change(ticker, 1, flash -> ticking.mark(flash, flash.marks().pinned(true), LOTTE));
        long pinned = head(ticker);
        assertThat(pinned).isGreaterThan(before);
        change(
                ticker,
                2,
                flash -> ticking.mark(flash, flash.marks().pinned(true).keyMoment(true), LOTTE));
        newsroom.inTransaction(() -> {
            assertThat(newsroom.flashes.publicHead(ticker, "fr"))
                    .extracting(Flash::number)
                    .containsExactly(2);
            assertThat(newsroom.flashes.get(ticker, 1).marks().pinned()).isFalse();
        });
        long second = head(ticker);
        change(ticker, 1, flash -> ticking.write(flash, FR, Said.line("Un, corrigé"), LOTTE));
        assertThat(head(ticker)).as("a line that does not stand there").isEqualTo(second);
        change(ticker, 2, flash -> ticking.remove(flash, LOTTE));
        assertThat(head(ticker)).isGreaterThan(second);
        newsroom.inTransaction(
                () -> assertThat(newsroom.flashes.publicHead(ticker, "fr")).isEmpty());
    }

    @Test
    void what_is_known_is_told_per_language_and_dated() {
        String ticker = "114";
        newsroom.inTransaction(() -> ticking.summarise(ticker, FR, "<p>Trois films <b>primés</b></p>", CELINE));
        assertThat(refusedBy(() -> newsroom.inTransaction(() -> ticking.summarise(ticker, AR, "نعرف", CELINE))))
                .isEqualTo("not-allowed");
        newsroom.inTransaction(() -> {
            Ticker told = newsroom.tickers.find(ticker).orElseThrow();
            assertThat(told.summary("fr").orElseThrow().html()).isEqualTo("<p>Trois films <strong>primés</strong></p>");
            assertThat(told.summary("fr").orElseThrow().written()).isEqualTo(NOON);
            assertThat(told.summary("ar")).isEmpty();
        });
        newsroom.inTransaction(() -> ticking.summarise(ticker, FR, " ", CELINE));
        newsroom.inTransaction(
                () -> assertThat(newsroom.tickers.find(ticker).orElseThrow().summary("fr"))
                        .isEmpty());
    }

    @Test
    void coverage_ends_by_hand_or_by_silence_and_may_go_on() {
        String ticker = "115";
        LiveUpkeep upkeep = upkeep();
        newsroom.inTransaction(upkeep::enrol);
        tell(ticker, Map.of("fr", "Le jury délibère"));
        newsroom.inTransaction(() -> ticking.end(ticker, LOTTE));
        assertThat(refusedBy(() -> tell(ticker, Map.of("fr", "Encore")))).isEqualTo("coverage-over");
        assertThat(refusedBy(() -> newsroom.inTransaction(() -> ticking.end(ticker, LOTTE))))
                .isEqualTo("already-ended");
        newsroom.inTransaction(() -> ticking.resume(ticker, LOTTE));
        newsroom.clock.advance(Duration.ofHours(11));
        newsroom.inTransaction(upkeep::endTheSilent);
        newsroom.inTransaction(() ->
                assertThat(newsroom.tickers.find(ticker).orElseThrow().ended()).isEmpty());
        newsroom.clock.advance(Duration.ofHours(2));
        newsroom.inTransaction(upkeep::endTheSilent);
        newsroom.inTransaction(() ->
                assertThat(newsroom.tickers.find(ticker).orElseThrow().ended()).isPresent());
        newsroom.inTransaction(() -> ticking.resume(ticker, LOTTE));
        newsroom.inTransaction(() -> ticking.endAfter(ticker, Duration.ZERO, LOTTE));
        newsroom.clock.advance(Duration.ofDays(30));
        newsroom.inTransaction(upkeep::endTheSilent);
        newsroom.inTransaction(() ->
                assertThat(newsroom.tickers.find(ticker).orElseThrow().ended()).isEmpty());
        assertThat(refusedBy(() -> newsroom.inTransaction(() -> ticking.end(STRIP, LOTTE))))
                .isEqualTo("strip-goes-on");
    }

    // The cast's hands

    private static LiveUpkeep upkeep() {
        return new LiveUpkeep(newsroom.tickers, newsroom.flashes, ticking, newsroom.journal, newsroom.clock);
    }

    private static int tell(String ticker, Map<String, String> words) {
        return newsroom.inTransaction(() ->
                ticking.now(ticker, said(words), Urgency.NORMAL, null, LOTTE).number());
    }

    private static Map<String, Said> said(Map<String, String> words) {
        Map<String, Said> said = new HashMap<>();
        words.forEach((lang, text) -> said.put(lang, Said.line(text)));
        return said;
    }

    @FunctionalInterface
    private interface Change {
        void to(Flash flash);
    }

    private static void change(String ticker, int number, Change change) {
        newsroom.inTransaction(() -> change.to(newsroom.flashes.get(ticker, number)));
    }

    private static long head(String ticker) {
        return newsroom.inTransaction(
                () -> newsroom.tickers.find(ticker).orElseThrow().head());
    }

    private static List<Integer> numbers(String ticker, String lang) {
        return newsroom.flashes.publicLatest(ticker, lang, 100).stream()
                .map(Flash::number)
                .toList();
    }

    private static String refusedBy(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            return refusal.kind();
        }
        return "nothing";
    }
}
