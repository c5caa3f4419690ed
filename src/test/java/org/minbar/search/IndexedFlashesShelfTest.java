package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Cast;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.language.Language;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Said;
import org.minbar.ticker.Ticking;
import org.minbar.ticker.Urgency;
import org.minbar.topic.Section;

/** Which lines the index gets, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class IndexedFlashesShelfTest {

    private static final Map<String, String> BOTH = Map.of("ar", "انطلاق المهرجان", "fr", "Le festival commence");

    private static Newsroom newsroom;
    private static Ticking ticking;
    private static IndexedFlashes indexed;
    private static Section section;

    IndexedFlashesShelfTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
        ticking = newsroom.ticking();
        indexed = new IndexedFlashes(newsroom.editions, newsroom.tickers, newsroom.flashes);
        section = newsroom.inTransaction(() -> newsroom.sections.add(Cast.culture()));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    @Test
    void a_line_of_the_strip_is_found_at_once_in_each_of_its_languages() {
        int number = tell(Flashes.STRIP, BOTH);
        IndexedFlash found = one(Flashes.STRIP, number);
        assertThat(found.lines()).extracting(IndexedFlash.Line::lang).containsExactlyInAnyOrder("ar", "fr");
        IndexedFlash.Line french = in("fr", found);
        assertThat(french.line()).isEqualTo("Le festival commence");
        assertThat(french.url()).isEqualTo("/fr/live?e=%d#e-%d".formatted(number, number));
        assertThat(french.story()).isZero();
        assertThat(french.visibleFrom()).isEqualTo(Instant.EPOCH);
        assertThat(french.at()).isEqualTo(newsroom.clock.instant());
    }

    @Test
    void a_line_that_waits_or_was_taken_out_is_not() {
        int waiting = newsroom.inTransaction(() -> ticking.submit(Flashes.STRIP, "fr", Said.line("Pas encore"), LOTTE)
                .number());
        int removed = tell(Flashes.STRIP, BOTH);
        newsroom.inTransaction(() -> ticking.remove(newsroom.flashes.get(Flashes.STRIP, removed), LOTTE));
        assertThat(one(Flashes.STRIP, waiting).lines()).isEmpty();
        assertThat(one(Flashes.STRIP, removed).lines()).isEmpty();
        assertThat(one(Flashes.STRIP, 99_999).lines()).isEmpty();
    }

    @Test
    void a_line_of_a_live_story_stands_and_falls_with_the_edition_of_its_language() {
        Story story = live(Optional.empty());
        String ticker = String.valueOf(story.id());
        int number = tell(ticker, BOTH);
        assertThat(one(ticker, number).lines()).as("nothing is published").isEmpty();
        begin(story, AR);
        publish(begin(story, FR));
        IndexedFlash.Line french = in("fr", one(ticker, number));
        assertThat(one(ticker, number).lines())
                .as("the Arabic edition is a draft")
                .hasSize(1);
        assertThat(french.story()).isEqualTo(story.id());
        assertThat(french.section()).isEqualTo("culture");
        assertThat(french.url()).startsWith("/fr/" + story.id() + "/").endsWith("?e=%d#e-%d".formatted(number, number));
        newsroom.inTransaction(
                () -> newsroom.editing.withdraw(newsroom.editions.getToChange(story.id(), "fr"), "Une erreur.", LOTTE));
        assertThat(one(ticker, number).lines()).as("withdrawn").isEmpty();
    }

    @Test
    void a_line_of_a_story_under_embargo_is_there_from_its_end() {
        Story story = live(Optional.empty());
        String ticker = String.valueOf(story.id());
        publish(begin(story, FR));
        int number = tell(ticker, BOTH);
        newsroom.inTransaction(
                () -> newsroom.editing.embargo(newsroom.stories.get(story.id()), Optional.of(THREE_PM), LOTTE));
        assertThat(in("fr", one(ticker, number)).visibleFrom()).isEqualTo(THREE_PM);
    }

    @Test
    void a_story_that_is_no_longer_told_line_by_line_has_no_lines() {
        Story story = live(Optional.empty());
        publish(begin(story, FR));
        int number = tell(String.valueOf(story.id()), BOTH);
        newsroom.inTransaction(
                () -> newsroom.editing.file(newsroom.stories.get(story.id()), Kind.ARTICLE, section, List.of(), LOTTE));
        assertThat(one(String.valueOf(story.id()), number).lines()).isEmpty();
    }

    @Test
    void everything_is_walked_through_in_stretches_each_line_once_and_whole() {
        Story story = live(Optional.empty());
        publish(begin(story, FR));
        String ticker = String.valueOf(story.id());
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < 7; i++) told.add(tell(ticker, BOTH));
        List<Integer> walked = new ArrayList<>();
        IndexedFlashes.Stretch stretch = after(Optional.of(ticker), 0);
        while (!stretch.flashes().isEmpty()) {
            assertThat(stretch.flashes())
                    .hasSizeLessThanOrEqualTo(3)
                    .allMatch(each -> each.lines().size() == 1);
            stretch.flashes().forEach(each -> walked.add(each.number()));
            stretch = after(Optional.of(ticker), stretch.last());
        }
        assertThat(walked).isEqualTo(told);
        Map<String, Integer> all = new HashMap<>();
        stretch = after(Optional.empty(), 0);
        while (!stretch.flashes().isEmpty()) {
            stretch.flashes().forEach(each -> all.merge(each.key(), 1, Integer::sum));
            stretch = after(Optional.empty(), stretch.last());
        }
        assertThat(all.values()).containsOnly(1);
        assertThat(all.keySet())
                .containsAll(told.stream().map(n -> ticker + "/" + n).toList());
        assertThat(newsroom.<List<String>>inTransaction(() -> indexed.written(List.of(ticker, "987654321"))))
                .containsExactly(ticker);
    }

    @Test
    void a_day_knows_its_tickers_and_their_lines() {
        Story story = live(Optional.empty());
        String ticker = String.valueOf(story.id());
        newsroom.clock.set(Instant.parse("2025-01-07T09:00:00Z"));
        int first = tell(ticker, BOTH);
        newsroom.clock.set(Instant.parse("2025-01-07T23:30:00Z"));
        int second = tell(ticker, Map.of("fr", "Il est tard"));
        newsroom.clock.set(NOON);
        Instant from = Instant.parse("2025-01-07T00:00:00Z");
        Instant to = from.plusSeconds(86_400);
        newsroom.inTransaction(() -> {
            Flashes flashes = newsroom.flashes;
            assertThat(flashes.publicTickers(from, to, "fr")).containsExactly(ticker);
            assertThat(flashes.publicTickers(from, to, "en")).isEmpty();
            assertThat(flashes.publicBetween(from, to, "fr", List.of(ticker), 10))
                    .extracting(Flash::number)
                    .containsExactly(second, first);
            assertThat(flashes.publicBetween(from, to, "ar", List.of(ticker), 10))
                    .extracting(Flash::number)
                    .containsExactly(first);
            assertThat(flashes.publicBetween(from, to, "fr", List.of("strip"), 10))
                    .isEmpty();
            assertThat(flashes.publicBegan(ticker, "fr")).contains(from.plusSeconds(9 * 3600));
            assertThat(flashes.publicEnds(ticker))
                    .containsExactly(from.plusSeconds(9 * 3600), from.plusSeconds(84_600));
            flashes.get(ticker, second);
            ticking.remove(flashes.get(ticker, second), LOTTE);
            assertThat(flashes.told(ticker, List.of(second))).containsExactly(from.plusSeconds(84_600));
            assertThat(flashes.publicEnds(ticker)).containsOnly(from.plusSeconds(9 * 3600));
        });
    }

    private static Story live(Optional<Instant> embargo) {
        newsroom.clock.set(NOON);
        return newsroom.inTransaction(
                (Callable<Story>) () -> newsroom.editing.open(Kind.LIVE, section, List.of(), embargo, LOTTE));
    }

    private static long begin(Story story, Language language) {
        return newsroom.inTransaction(() -> newsroom.editing
                .begin(newsroom.stories.get(story.id()), language, copy(language.tag()), Revision.Cause.SAVE, LOTTE)
                .id());
    }

    private static void publish(long edition) {
        newsroom.inTransaction(() -> {
            Edition found = newsroom.editions.getToChange(edition);
            newsroom.editing.publish(found, LOTTE);
        });
    }

    private static int tell(String ticker, Map<String, String> words) {
        Map<String, Said> said = new HashMap<>();
        words.forEach((lang, text) -> said.put(lang, Said.line(text)));
        return newsroom.inTransaction(
                () -> ticking.now(ticker, said, Urgency.NORMAL, null, LOTTE).number());
    }

    private static IndexedFlash one(String ticker, int number) {
        List<IndexedFlash> found = newsroom.inTransaction(() -> indexed.of(ticker, List.of(number)));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static IndexedFlash.Line in(String lang, IndexedFlash flash) {
        return flash.lines().stream()
                .filter(line -> line.lang().equals(lang))
                .findFirst()
                .orElseThrow();
    }

    private static IndexedFlashes.Stretch after(Optional<String> ticker, long last) {
        return newsroom.inTransaction(() -> indexed.after(ticker, last, 3));
    }
}
