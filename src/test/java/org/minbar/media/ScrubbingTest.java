package org.minbar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minbar.SetClock;
import org.minbar.media.Scrubbing.Expected;
import org.minbar.media.Scrubbing.Scrubbed;

class ScrubbingTest {

    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final Duration OLD = Duration.ofDays(2);

    @TempDir
    Path folder;

    private PictureStore store;
    private final Clock clock = new SetClock(NOW);

    @BeforeEach
    void open() {
        store = FolderStore.in(folder.resolve("media"), clock);
    }

    @Test
    void a_house_in_order_has_nothing_to_tell() throws IOException {
        put("files/aa", "olives", OLD);
        put("files/bb", "figs", OLD);
        Scrubbed scrubbed = scrub(true, expected("files/aa", "olives"), expected("files/bb", "figs"));
        assertThat(scrubbed.sound()).isEqualTo(2);
        assertThat(List.of(scrubbed.missing(), scrubbed.damaged(), scrubbed.unreadable(), scrubbed.orphans()))
                .allMatch(tally -> tally.count() == 0 && tally.first().isEmpty());
    }

    @Test
    void what_is_missing_damaged_or_expected_by_nobody_is_named() throws IOException {
        put("files/bb", "0lives", OLD);
        put("files/cc", "figs and more", OLD);
        put("files/dd", "dates", OLD);
        put("prints/dd", "small dates", OLD);
        Scrubbed scrubbed = scrub(
                false,
                expected("files/aa", "oil"),
                expected("files/bb", "olives"),
                expected("files/cc", "figs"),
                expected("files/zz", "grapes"),
                expected("prints/aa", "small oil"));
        assertThat(scrubbed.missing().first()).containsExactly("files/aa", "files/zz");
        assertThat(scrubbed.damaged().first()).containsExactly("files/bb", "files/cc");
        assertThat(scrubbed.orphans().first()).containsExactly("files/dd");
        assertThat(scrubbed.stalePrints().first()).containsExactly("prints/dd");
        assertThat(scrubbed.sound()).isZero();
        assertThat(scrubbed.deleted()).isZero();
        assertThat(keys()).hasSize(4);
    }

    @Test
    void a_repair_deletes_orphans_and_nothing_else() throws IOException {
        put("files/bb", "0lives", OLD);
        put("files/dd", "dates", OLD);
        put("files/young", "new", Duration.ofHours(23));
        put("prints/dd", "small dates", OLD);
        Scrubbed scrubbed = scrub(true, expected("files/bb", "olives"));
        assertThat(scrubbed.deleted()).isEqualTo(2);
        assertThat(keys()).containsExactly("files/bb", "files/young");
    }

    @Test
    void where_the_database_is_empty_nothing_is_deleted() throws IOException {
        put("files/dd", "dates", OLD);
        Scrubbed scrubbed = scrub(true);
        assertThat(scrubbed.orphans().count()).isEqualTo(1);
        assertThat(keys()).containsExactly("files/dd");
    }

    @Test
    void an_orphan_that_is_taken_up_again_meanwhile_stays() throws IOException {
        put("files/aa", "olives", OLD);
        put("files/dd", "dates", OLD);
        Stream<Expected> whileItIsPutAgain = Stream.of(expected("files/aa", "olives"), expected("files/ee", "x"))
                .peek(each -> {
                    if (each.key().equals("files/ee")) put("files/dd", "dates", Duration.ZERO);
                });
        Scrubbed scrubbed = new Scrubbing(store, clock, Set.of("prints/7/abc/")).scrub(whileItIsPutAgain, true);
        assertThat(scrubbed.deleted()).isZero();
        assertThat(keys()).contains("files/dd");
    }

    @Test
    void two_pictures_may_share_their_bytes() throws IOException {
        put("files/aa", "olives", OLD);
        Scrubbed scrubbed = scrub(true, expected("files/aa", "olives"), expected("files/aa", "olives"));
        assertThat(scrubbed.sound()).isEqualTo(1);
        assertThat(scrubbed.missing().count()).isZero();
    }

    @Test
    void what_comes_out_of_order_is_not_merged() {
        assertThatThrownBy(() -> scrub(true, expected("files/bb", "olives"), expected("files/aa", "figs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("files/aa is expected after files/bb");
    }

    @Test
    void of_very_many_a_hundred_are_named() {
        List<Expected> all = new ArrayList<>();
        for (int i = 1000; i < 1250; i++) all.add(expected("files/" + i, "x"));
        Scrubbed scrubbed = new Scrubbing(store, clock, Set.of("prints/7/abc/")).scrub(all.stream(), false);
        assertThat(scrubbed.missing().count()).isEqualTo(250);
        assertThat(scrubbed.missing().first()).hasSize(100).startsWith("files/1000");
    }

    @RepeatedTest(20)
    void whatever_lies_where_it_is_sorted_as_by_hand(RepetitionInfo repetition) throws IOException {
        long seed = 4_711L * repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Set<String> there = keysBy(random);
        Set<String> wanted = keysBy(random);
        for (String key : there) put(key, key, OLD);
        Scrubbed scrubbed = new Scrubbing(store, clock, Set.of("prints/7/abc/"))
                .scrub(wanted.stream().map(key -> expected(key, key)), true);
        Set<String> both = new TreeSet<>(there);
        both.retainAll(wanted);
        assertThat(scrubbed.missing().first())
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        wanted.stream().filter(key -> !there.contains(key)).toList());
        assertThat(scrubbed.orphans().first())
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        there.stream().filter(key -> !wanted.contains(key)).toList());
        assertThat(scrubbed.sound()).as("seed %d", seed).isEqualTo(both.size());
        assertThat(keys()).as("seed %d", seed).containsExactlyElementsOf(both);
    }

    private static Set<String> keysBy(Random random) {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            String name = Integer.toHexString(random.nextInt(60) + 16);
            keys.add("files/" + name.charAt(0) + (random.nextBoolean() ? "/" : "-") + name);
        }
        return keys;
    }

    private Scrubbed scrub(boolean repair, Expected... expected) {
        return new Scrubbing(store, clock, Set.of("prints/7/abc/")).scrub(Stream.of(expected), repair);
    }

    private static Expected expected(String key, String text) {
        return new Expected(key, text.length(), sum(text));
    }

    private static String sum(String text) {
        try {
            return PictureStoreContract.sha256(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void put(String key, String text, Duration age) {
        try {
            store.put(key, Files.writeString(folder.resolve("upload"), text), sum(text));
            Files.setLastModifiedTime(store.file(key).orElseThrow(), FileTime.from(NOW.minus(age)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        store.each("", kept -> keys.add(kept.key()));
        return keys;
    }
}
