package org.minbar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do. */
abstract class PictureStoreContract {

    static final String KEY = "files/ab/cd/abcdef";

    @TempDir
    Path desk;

    /** The one under test; empty when a test begins. */
    abstract PictureStore store();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8192, 300_001, 3_000_000})
    void what_is_put_comes_back_byte_for_byte(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        put(KEY, bytes);
        try (PictureStore.Opened opened = store().open(KEY).orElseThrow()) {
            assertThat(opened.length()).isEqualTo(length);
            assertThat(opened.total()).isEqualTo(length);
            assertThat(opened.bytes().readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store().length(KEY)).hasValue(length);
        assertThat(store().find(KEY).orElseThrow().modified())
                .isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, oliv",
        "0, 9223372036854775807, olives",
        "2, 3, ive",
        "2, 9223372036854775807, ives",
        "2, 9223372036854775805, ives",
        "5, 100, s",
        "3, 0, ''",
        "6, 1, ''",
        "99, 9223372036854775807, ''"
    })
    void a_part_is_read_and_ends_where_the_file_ends(long from, long length, String part) throws IOException {
        put(KEY, "olives");
        try (PictureStore.Opened opened = store().open(KEY, from, length).orElseThrow()) {
            assertThat(opened.total()).isEqualTo(6);
            assertThat(opened.length()).isEqualTo(part.length());
            assertThat(new String(opened.bytes().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(part);
        }
    }

    @Test
    void a_part_of_an_empty_file_is_empty() throws IOException {
        put(KEY, "");
        try (PictureStore.Opened opened = store().open(KEY, 0, 10).orElseThrow()) {
            assertThat(opened.bytes().read()).isEqualTo(-1);
            assertThat(opened.total()).isZero();
        }
    }

    @Test
    void who_reads_slowly_and_in_jumps_gets_the_same_bytes() throws IOException {
        put(KEY, "olives");
        try (PictureStore.Opened opened = store().open(KEY, 1, 4).orElseThrow()) {
            assertThat(opened.bytes().read()).isEqualTo('l');
            opened.bytes().skipNBytes(2);
            assertThat(opened.bytes().read()).isEqualTo('e');
            assertThat(opened.bytes().read()).isEqualTo(-1);
            assertThat(opened.bytes().skip(5)).isZero();
        }
    }

    @Test
    void what_is_not_there_is_said_to_be_absent() {
        assertThat(store().open(KEY)).isEmpty();
        assertThat(store().open(KEY, 3, 4)).isEmpty();
        assertThat(store().open(KEY, 3, 0)).isEmpty();
        assertThat(store().find(KEY)).isEmpty();
        assertThat(store().length(KEY)).isEmpty();
        assertThat(store().file(KEY)).isEmpty();
        store().delete(KEY);
    }

    @Test
    void what_is_deleted_is_gone_and_its_neighbours_stay() throws IOException {
        put("files/ab/cd/abcd01", "one");
        put("files/ab/cd/abcd02", "two");
        store().delete("files/ab/cd/abcd01");
        assertThat(keys("")).containsExactly("files/ab/cd/abcd02");
    }

    @Test
    void the_same_again_is_harmless_and_other_bytes_take_its_place() throws IOException {
        put(KEY, "first");
        put(KEY, "first");
        assertThat(read(KEY)).isEqualTo("first");
        put(KEY, "second one");
        assertThat(read(KEY)).isEqualTo("second one");
        assertThat(keys("")).containsExactly(KEY);
    }

    @Test
    void who_has_opened_a_file_reads_it_to_its_end_though_it_is_replaced() throws IOException {
        put(KEY, "first");
        try (PictureStore.Opened opened = store().open(KEY).orElseThrow()) {
            put(KEY, "second one");
            assertThat(opened.bytes().readAllBytes()).asString().isEqualTo("first");
        }
    }

    @Test
    void a_file_that_is_not_what_it_is_said_to_be_is_not_kept() throws IOException {
        Path file = Files.writeString(desk.resolve("upload"), "olives");
        assertThatThrownBy(() -> store().put(KEY, file, sha256("figs")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(DamagedFile.class);
        assertThat(store().find(KEY)).isEmpty();
        assertThat(keys("")).isEmpty();
    }

    @Test
    void keys_come_in_the_order_of_their_characters() throws IOException {
        List<String> keys = List.of(
                "files/ab-c",
                "files/ab.c",
                "files/ab/01",
                "files/ab/cd/02",
                "files/ab0",
                "files/ab_",
                "files/b",
                "prints/ab");
        for (int i = keys.size() - 1; i >= 0; i--) put(keys.get(i), "x".repeat(i));
        List<PictureStore.Kept> kept = new ArrayList<>();
        store().each("", kept::add);
        assertThat(kept).extracting(PictureStore.Kept::key).isEqualTo(keys).isSorted();
        assertThat(kept).extracting(PictureStore.Kept::length).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4",
        "files/, 3",
        "files/ab/, 2",
        "files/ab/c, 2",
        "files/ab/cd/, 1",
        "files/a, 2",
        "prints/, 1",
        "film, 0",
        "files/ab/cd/02, 1",
        "files/ab/cd/02/, 0"
    })
    void a_prefix_narrows(String prefix, int count) throws IOException {
        for (String key : List.of("files/ab/cd/02", "files/ab/ce/03", "files/cd/04", "prints/05")) put(key, key);
        assertThat(keys(prefix)).hasSize(count).allMatch(key -> key.startsWith(prefix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "files//a",
                "files/",
                "../a",
                "files/../../a",
                "files/..",
                "a..b",
                ".",
                "./a",
                "files/.a",
                ".arriving/a",
                "Files/a",
                "files/ا",
                "a b",
                "a\\b",
                "a\nb",
                "a\0",
                "C:/a",
                "a?b",
                "a%2fb"
            })
    void what_is_no_key_is_a_mistake(String key) throws IOException {
        Path file = Files.writeString(desk.resolve("upload"), "olives");
        assertThatThrownBy(() -> store().put(key, file, sha256("olives"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().find(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_may_have_two_hundred_characters_and_no_more() throws IOException {
        String longest = "files/" + "a".repeat(194);
        put(longest, "olives");
        assertThat(read(longest)).isEqualTo("olives");
        assertThatThrownBy(() -> put(longest + "a", "olives")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().each("../", kept -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    void put(String key, String text) throws IOException {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String key, byte[] bytes) throws IOException {
        Path file = Files.write(desk.resolve("upload"), bytes);
        store().put(key, file, Checksum.sha256(new ByteArrayInputStream(bytes)));
    }

    String read(String key) throws IOException {
        try (PictureStore.Opened opened = store().open(key).orElseThrow()) {
            return new String(opened.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        store().each(prefix, kept -> keys.add(kept.key()));
        return keys;
    }

    static String sha256(String text) throws IOException {
        return Checksum.sha256(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
