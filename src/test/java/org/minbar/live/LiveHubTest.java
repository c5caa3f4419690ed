package org.minbar.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.minbar.live.LiveHub.Frame;

/** What is said on the air is heard by everybody once and in order, whenever they begin to listen. */
class LiveHubTest {

    private final LiveHub hub = new LiveHub();

    /** Somebody with a notebook, who may walk away. */
    private static final class Amal implements Predicate<byte[]> {
        private final ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();
        private volatile boolean there = true;

        @Override
        public boolean test(byte[] bytes) {
            if (!there) return false;
            heard.add(Long.parseLong(new String(bytes, StandardCharsets.US_ASCII)));
            return true;
        }

        List<Long> heard() {
            return List.copyOf(heard);
        }
    }

    private static Frame frame(long change, String lang) {
        return new Frame(change, lang, String.valueOf(change).getBytes(StandardCharsets.US_ASCII));
    }

    private void say(long change) {
        hub.say("strip", List.of(frame(change, "ar"), frame(change, "fr")), change);
    }

    @Test
    void who_listens_hears_what_is_said_in_her_language_from_now_on() {
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 7, () -> 7, amal)).isTrue();
        hub.say("strip", List.of(frame(8, "ar"), frame(9, "fr")), 9);
        hub.say("12", List.of(frame(1, "ar")), 1);
        assertThat(amal.heard()).containsExactly(8L);
        assertThat(hub.upTo("strip")).isEqualTo(9);
    }

    @Test
    void who_was_away_hears_what_was_said_meanwhile_and_nothing_twice() {
        assertThat(hub.join("strip", "ar", 0, () -> 0, new Amal())).isTrue();
        for (long change = 1; change <= 20; change++) say(change);
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 15, () -> 0, amal)).isTrue();
        assertThat(amal.heard()).containsExactly(16L, 17L, 18L, 19L, 20L);
        hub.say("strip", List.of(frame(20, "ar"), frame(21, "ar")), 21);
        assertThat(amal.heard()).endsWith(20L, 21L).doesNotHaveDuplicates();
    }

    @Test
    void who_was_away_too_long_or_comes_from_the_future_is_told_to_ask_elsewhere() {
        assertThat(hub.join("strip", "ar", 5, () -> 5, new Amal())).isTrue();
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 4, () -> 5, amal)).isFalse();
        assertThat(hub.join("strip", "ar", 6, () -> 5, amal)).isFalse();
        for (long change = 6; change <= 2_000; change++) {
            hub.say("strip", List.of(new Frame(change, "fr", new byte[1_000]), frame(change, "ar")), change);
        }
        assertThat(hub.join("strip", "ar", 6, () -> 5, amal)).isFalse();
        assertThat(amal.heard()).isEmpty();
        assertThat(hub.join("strip", "ar", 1_990, () -> 5, amal)).isTrue();
        assertThat(amal.heard()).hasSize(10);
    }

    @Test
    void who_knows_from_the_page_what_is_not_said_yet_does_not_hear_it_again() {
        assertThat(hub.join("strip", "ar", 5, () -> 5, new Amal())).isTrue();
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 7, () -> 7, amal)).isTrue();
        for (long change = 6; change <= 9; change++) say(change);
        assertThat(amal.heard()).containsExactly(8L, 9L);
    }

    @Test
    void what_came_about_before_anybody_listened_here_is_recalled_once_for_all() {
        assertThat(hub.join("strip", "ar", 5, () -> 5, new Amal())).isTrue();
        say(6);
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 2, () -> 6, amal)).isFalse();
        // Change 4 was corrected with change 6, and is no longer there.
        hub.recall("strip", 1, List.of(frame(2, "ar"), frame(3, "ar"), frame(5, "ar"), frame(6, "ar")), 6);
        assertThat(hub.join("strip", "ar", 2, () -> 6, amal)).isTrue();
        assertThat(amal.heard()).containsExactly(3L, 5L, 6L);
        Amal omar = new Amal();
        assertThat(hub.join("strip", "ar", 0, () -> 6, omar)).isFalse();
        hub.recall("strip", 0, List.of(frame(1, "ar")), 1);
        assertThat(hub.join("strip", "ar", 1, () -> 6, omar)).isTrue();
        assertThat(omar.heard()).containsExactly(2L, 3L, 5L, 6L);
    }

    @Test
    void what_was_recalled_too_early_is_not_remembered_as_if_it_were_whole() {
        assertThat(hub.join("strip", "ar", 5, () -> 5, new Amal())).isTrue();
        hub.recall("strip", 1, List.of(frame(2, "ar"), frame(3, "ar")), 3);
        assertThat(hub.join("strip", "ar", 2, () -> 5, new Amal())).isFalse();
    }

    @Test
    void after_a_leap_everybody_is_told_so_and_nobody_joins_before_it() {
        Amal amal = new Amal();
        assertThat(hub.join("strip", "ar", 5, () -> 5, amal)).isTrue();
        say(6);
        hub.skip("strip", 900, "900".getBytes(StandardCharsets.US_ASCII));
        assertThat(amal.heard()).containsExactly(6L, 900L);
        assertThat(hub.join("strip", "ar", 6, () -> 900, new Amal())).isFalse();
        assertThat(hub.join("strip", "ar", 900, () -> 900, new Amal())).isTrue();
    }

    @Test
    void who_has_gone_is_forgotten() {
        Amal amal = new Amal();
        Amal omar = new Amal();
        hub.join("strip", "ar", 0, () -> 0, amal);
        hub.join("strip", "ar", 0, () -> 0, omar);
        assertThat(hub.listening()).isEqualTo(2);
        amal.there = false;
        say(1);
        assertThat(hub.listening()).isEqualTo(1);
        hub.leave("strip", "ar", omar);
        assertThat(hub.listening()).isZero();
        say(2);
        assertThat(omar.heard()).containsExactly(1L);
    }

    /** While one speaks without pause, many come, go and come back with what they heard last. */
    @Test
    void whenever_they_come_and_go_they_hear_everything_once_and_in_order() throws Exception {
        long seed = Long.getLong("minbar.seed", new Random().nextLong());
        int most = 3_000;
        AtomicLong spoken = new AtomicLong();
        hub.join("strip", "ar", 0, () -> 0, new Amal());
        Thread speaker = new Thread(() -> {
            for (long change = 1; change <= most; change++) {
                spoken.set(change);
                say(change);
                if (change % 50 == 0) Thread.yield();
            }
        });
        List<String> wrong = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(4);
        for (int listener = 0; listener < 4; listener++) {
            Random random = new Random(seed + listener);
            new Thread(() -> {
                        List<Long> all = new ArrayList<>();
                        while (all.isEmpty() || all.get(all.size() - 1) < most) {
                            long last = all.isEmpty() ? 0 : all.get(all.size() - 1);
                            Amal amal = new Amal();
                            if (!hub.join("strip", "ar", last, () -> 0, amal)) {
                                // What the database would answer.
                                LongStream.rangeClosed(last + 1, Math.max(last + 1, spoken.get() - 1))
                                        .forEach(all::add);
                                continue;
                            }
                            long until = System.nanoTime() + random.nextInt(2_000_000);
                            while (System.nanoTime() < until) Thread.onSpinWait();
                            hub.leave("strip", "ar", amal);
                            amal.there = false;
                            all.addAll(amal.heard());
                        }
                        if (!all.equals(LongStream.rangeClosed(1, most).boxed().toList())) {
                            synchronized (wrong) {
                                wrong.add("seed " + seed + ": " + all.size() + " of " + most);
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        speaker.start();
        assertThat(done.await(60, TimeUnit.SECONDS)).as("seed %d", seed).isTrue();
        assertThat(wrong).isEmpty();
    }
}
