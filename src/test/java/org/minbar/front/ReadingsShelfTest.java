package org.minbar.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.SetClock;
import org.minbar.Store;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.topic.Section;

/** Readers are counted in memory, written down by the hour, and added up over the nodes. */
class ReadingsShelfTest {

    private static long story(Newsroom newsroom) {
        return newsroom.inTransaction(() -> {
            Section section = newsroom.sections.findOrMake("culture", "ar", "ثقافة");
            Story story = newsroom.editing.open(Kind.ARTICLE, section, List.of(), Optional.empty(), LOTTE);
            newsroom.editing.begin(story, AR, copy("ar"), Revision.Cause.SAVE, LOTTE);
            return story.id();
        });
    }

    private static Map<Passage, Long> counted(long story, String lang, Instant at, long times) {
        return Map.of(Passage.at(at, story, lang), times);
    }

    private static void add(Newsroom newsroom, Map<Passage, Long> counted) {
        newsroom.inTransaction(() -> new Readings(newsroom.em).add(counted));
    }

    private static Map<String, List<Long>> most(Newsroom newsroom, Instant since) {
        return newsroom.inTransaction(() -> new Readings(newsroom.em).most(since, 2));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_read_most_comes_first_in_each_language_by_itself(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            long one = story(newsroom);
            long two = story(newsroom);
            long three = story(newsroom);
            add(newsroom, counted(one, "ar", NOON, 3));
            add(newsroom, counted(two, "ar", NOON, 2));
            add(newsroom, counted(two, "ar", NOON.minusSeconds(3_600), 2));
            add(newsroom, counted(three, "ar", NOON, 1));
            add(newsroom, counted(three, "fr", NOON, 1));
            add(newsroom, counted(one, "ar", NOON.minus(Duration.ofDays(2)), 50));
            Instant dayAgo = NOON.minus(Duration.ofDays(1));
            assertThat(most(newsroom, dayAgo)).isEqualTo(Map.of("ar", List.of(two, one), "fr", List.of(three)));

            newsroom.inTransaction(() -> new Readings(newsroom.em).thin(dayAgo));
            assertThat(most(newsroom, Instant.EPOCH).get("ar")).containsExactly(two, one);
        }
    }

    /** On PostgreSQL, where there can be two. */
    @Test
    void two_nodes_add_up_and_neither_loses_a_reader() throws Exception {
        try (Newsroom newsroom = Newsroom.on(Store.POSTGRESQL)) {
            Newsroom there = newsroom.anotherNode();
            long story = story(newsroom);
            newsroom.inTransaction(() -> newsroom.journal.enrol("readings"));
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            List<Future<?>> done = new ArrayList<>();
            for (Newsroom node : List.of(newsroom, there)) {
                FrontUpkeep upkeep = upkeep(node);
                done.add(nodes.submit(() -> {
                    int written = 0;
                    while (written < 20) {
                        if (node.inTransaction(() -> upkeep.write(counted(story, "ar", NOON, 1)))) written++;
                    }
                }));
            }
            for (Future<?> each : done) each.get();
            nodes.shutdown();
            long times = newsroom.inTransaction(() -> newsroom.em
                    .createQuery("select r from Reading r", Reading.class)
                    .getSingleResult()
                    .times());
            assertThat(times).isEqualTo(40);
        }
    }

    private static FrontUpkeep upkeep(Newsroom node) {
        return new FrontUpkeep(new Arranging(), new Readings(node.em), node.journal, node.clock);
    }

    @Test
    void a_turnstile_counts_by_the_hour_and_forgets_what_is_written_down() {
        SetClock clock = new SetClock(NOON);
        Turnstile turnstile = new Turnstile(clock);
        turnstile.count(7, "ar");
        turnstile.count(7, "ar");
        turnstile.count(7, "fr");
        Map<Passage, Long> first = turnstile.counted();
        assertThat(first).isEqualTo(Map.of(new Passage(7, "ar", NOON), 2L, new Passage(7, "fr", NOON), 1L));
        turnstile.count(7, "ar");
        clock.advance(Duration.ofMinutes(61));
        turnstile.count(7, "ar");
        turnstile.written(first);
        assertThat(turnstile.counted())
                .isEqualTo(Map.of(
                        new Passage(7, "ar", NOON), 1L, new Passage(7, "ar", NOON.plus(Duration.ofHours(1))), 1L));
        assertThat(turnstile.mostRead("ar")).isEmpty();
        turnstile.rank(Map.of("ar", List.of(7L)));
        assertThat(turnstile.mostRead("ar")).containsExactly(7L);
    }
}
