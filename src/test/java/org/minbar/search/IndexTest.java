package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {

    private static final Analysis ANALYSIS = new Analysis(Shelf.ALL);

    @TempDir
    Path data;

    @Test
    void what_was_put_is_found_after_a_refresh_and_before_any_commit() {
        try (Index index = opened(data)) {
            index.put(Shelf.edition(1, Shelf.AR, "أخبار تزنيت", "نص"));
            index.refresh();
            assertThat(count(index, "تزنيت")).isEqualTo(1);
            assertThat(index.cursor()).isZero();
        }
    }

    @Test
    void the_same_edition_twice_is_one_and_a_removed_one_is_none() {
        try (Index index = opened(data)) {
            index.put(Shelf.edition(1, Shelf.FR, "Tiznit", "texte"));
            index.put(Shelf.edition(1, Shelf.FR, "Agadir", "texte"));
            index.remove(99);
            index.refresh();
            assertThat(count(index, "Tiznit")).isZero();
            assertThat(count(index, "Agadir")).isEqualTo(1);
            index.remove(1);
            index.remove(1);
            index.refresh();
            assertThat(count(index, "Agadir")).isZero();
        }
    }

    @Test
    void an_index_that_broke_goes_on_from_its_last_commit() throws IOException {
        try (Index index = opened(data)) {
            index.put(Shelf.edition(1, Shelf.FR, "Tiznit", "texte"));
            index.commit(7);
            assertThat(index.reopenIfBroken()).isFalse();
            index.put(Shelf.edition(2, Shelf.FR, "Agadir", "texte"));
            index.serving().close();
            assertThatThrownBy(() -> index.put(Shelf.edition(3, Shelf.FR, "Safi", "texte")))
                    .isInstanceOf(AlreadyClosedException.class);
            assertThatThrownBy(index::editions).isInstanceOf(AlreadyClosedException.class);
            assertThat(index.reopenIfBroken()).isTrue();
            assertThat(index.cursor()).isEqualTo(7);
            index.put(Shelf.edition(2, Shelf.FR, "Agadir", "texte"));
            index.refresh();
            assertThat(index.editions()).isEqualTo(2);
            assertThat(count(index, "Tiznit")).isEqualTo(1);
        }
    }

    @Test
    void a_killed_process_starts_again_from_its_last_commit() throws IOException {
        Path killed = data.resolve("killed");
        try (Index index = opened(data.resolve("living"))) {
            index.put(Shelf.edition(1, Shelf.EN, "Tamegroute", "text"));
            index.commit(41);
            index.put(Shelf.edition(2, Shelf.EN, "Imilchil", "text"));
            index.refresh();
            copy(data.resolve("living"), killed);
        }
        assertThat(killed.resolve("write.lock")).exists();
        assertThat(locksIn(killed)).isNotEmpty();
        try (Index index = opened(killed)) {
            assertThat(index.cursor()).isEqualTo(41);
            assertThat(count(index, "Tamegroute")).isEqualTo(1);
            assertThat(count(index, "Imilchil")).isZero();
            index.put(Shelf.edition(2, Shelf.EN, "Imilchil", "text"));
            index.put(Shelf.edition(1, Shelf.EN, "Tamegroute", "text"));
            index.commit(42);
            index.refresh();
            assertThat(count(index, "text")).isEqualTo(2);
        }
    }

    private static List<Path> locksIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("g1"))) {
            return files.filter(f -> f.endsWith("write.lock")).toList();
        }
    }

    @Test
    void a_second_process_is_refused_and_told_why() {
        Index index = opened(data);
        assertThatThrownBy(() -> opened(data))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by another process");
        index.close();
        opened(data).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"truncated", "emptied", "missing", "junk", "flipped", "no segments", "no vocabulary", "a file"})
    void a_damaged_index_is_set_aside_and_begins_anew(String damage) throws IOException {
        filled();
        Path generation = data.resolve("g1");
        Path segment = files(generation, ".cfs");
        byte[] bytes = Files.readAllBytes(segment);
        switch (damage) {
            case "truncated" -> Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "emptied" -> Files.write(segment, new byte[0]);
            case "missing" -> Files.delete(segment);
            case "junk" ->
                Files.write(
                        files(generation, "segments_"),
                        "not an index at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "flipped" -> {
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(segment, bytes);
            }
            case "no segments" -> Files.delete(files(generation, "segments_"));
            case "no vocabulary" -> Files.delete(generation.resolve("vocabulary"));
            default -> {
                Files.move(generation, data.resolve("elsewhere"));
                Files.writeString(generation, "junk");
            }
        }
        anew();
        assertThat(data.resolve("set-aside")).exists();
    }

    @Test
    void an_index_of_another_analysis_begins_anew() {
        filled();
        try (Index index = new Index(data, new Analysis(List.of(Shelf.AR, Shelf.FR)), ZoneOffset.UTC)) {
            assertThat(index.cursor()).isZero();
            assertThat(index.editions()).isZero();
        }
        assertThat(data.resolve("set-aside")).exists();
    }

    @Test
    void an_index_of_another_zone_begins_anew() {
        filled();
        try (Index index = new Index(data, ANALYSIS, ZoneId.of("Africa/Casablanca"))) {
            assertThat(index.cursor()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc", "g1/../g2", "g99"})
    void a_pointer_that_names_no_generation_begins_anew(String pointer) throws IOException {
        filled();
        Files.writeString(data.resolve("current"), pointer);
        anew();
    }

    @Test
    void foreign_files_in_the_folder_harm_nobody() throws IOException {
        Files.writeString(data.resolve("README"), "notes");
        Files.createDirectories(data.resolve("g1"));
        Files.writeString(data.resolve("g1").resolve("segments_1"), "notes");
        anew();
        assertThat(data.resolve("README")).exists();
    }

    @Test
    void a_rebuild_loses_nothing_and_searches_go_on_meanwhile() throws Exception {
        ExecutorService reader = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        try (Index index = opened(data)) {
            for (int i = 0; i < 50; i++) {
                index.put(Shelf.edition(i, Shelf.AR, "خبر رقم " + i, "أخبار من إقليم شيشاوة"));
            }
            index.refresh();
            index.commit(50);
            Future<Integer> asked = reader.submit(() -> {
                int times = 0;
                do {
                    assertThat(count(index, "شيشاوة")).isBetween(50L, 51L);
                    times++;
                } while (!done.get());
                return times;
            });
            for (int round = 0; round < 3; round++) {
                try (Rebuild rebuild = index.rebuild()) {
                    for (int i = 0; i < 25; i++) {
                        rebuild.put(Shelf.edition(i, Shelf.AR, "خبر رقم " + i, "أخبار من إقليم شيشاوة"));
                    }
                    index.put(Shelf.edition(40, Shelf.AR, "خبر مصحح", "أخبار مصححة من إقليم شيشاوة"));
                    index.put(Shelf.edition(77, Shelf.AR, "خبر جديد", "أخبار من إقليم شيشاوة"));
                    index.remove(77);
                    index.put(Shelf.edition(78, Shelf.AR, "خبر عاجل", "أخبار من إقليم شيشاوة"));
                    for (int i = 25; i < 50; i++) {
                        rebuild.put(Shelf.edition(i, Shelf.AR, "خبر رقم " + i, "أخبار من إقليم شيشاوة"));
                    }
                    rebuild.put(Shelf.edition(77, Shelf.AR, "خبر جديد", "أخبار من إقليم شيشاوة"));
                    rebuild.finish(50);
                }
                assertThat(index.cursor()).isEqualTo(50);
                assertThat(count(index, "شيشاوة")).isEqualTo(51);
                assertThat(count(index, "مصحح")).isEqualTo(1);
            }
            done.set(true);
            assertThat(asked.get(30, TimeUnit.SECONDS)).isPositive();
        } finally {
            done.set(true);
            reader.shutdownNow();
        }
        assertThat(generations()).containsExactly("g4");
        try (Index index = opened(data)) {
            assertThat(index.cursor()).isEqualTo(50);
            assertThat(count(index, "شيشاوة")).isEqualTo(51);
        }
    }

    @Test
    void a_rebuild_learns_the_archive_s_own_vocabulary() {
        try (Index index = opened(data)) {
            List<Indexed> archive = Stream.of(
                            "إقليم أزيلال", "الإقليم كله", "إقليم طاطا", "إقليم بولمان", "زار بإقليم تازة")
                    .map(text -> Shelf.edition(text.hashCode(), Shelf.AR, "خبر", text))
                    .toList();
            archive.forEach(index::put);
            index.refresh();
            Query asked = Query.parse("إقليم تازة", Filters.NONE.in(Shelf.AR)).newestFirst();
            assertThat(index.find(asked, Shelf.NOON).total()).isNotEqualTo(1);
            try (Rebuild rebuild = index.rebuild()) {
                archive.forEach(rebuild::put);
                rebuild.finish(5);
            }
            assertThat(index.find(asked, Shelf.NOON).total()).isEqualTo(1);
        }
    }

    @Test
    void a_rebuild_given_up_leaves_no_trace() throws IOException {
        try (Index index = opened(data)) {
            index.put(Shelf.edition(1, Shelf.EN, "Staying", "text"));
            index.commit(7);
            try (Rebuild rebuild = index.rebuild()) {
                rebuild.put(Shelf.edition(2, Shelf.EN, "Going", "text"));
                assertThatThrownBy(index::rebuild).isInstanceOf(IllegalStateException.class);
            }
            index.refresh();
            assertThat(count(index, "Staying")).isEqualTo(1);
            assertThat(index.cursor()).isEqualTo(7);
            assertThat(generations()).containsExactly("g1");
            index.rebuild().close();
        }
    }

    @Test
    void a_killed_rebuild_is_swept_away_at_the_next_start() throws IOException {
        Path killed = data.resolve("killed");
        try (Index index = opened(data.resolve("living"))) {
            index.put(Shelf.edition(1, Shelf.EN, "Staying", "text"));
            index.commit(7);
            index.rebuild().put(Shelf.edition(2, Shelf.EN, "Going", "text"));
            copy(data.resolve("living"), killed);
        }
        try (Index index = opened(killed)) {
            assertThat(index.cursor()).isEqualTo(7);
        }
        assertThat(killed.resolve("g1")).exists();
        assertThat(killed.resolve("g2")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_aloud() throws IOException {
        Path file = Files.writeString(data.resolve("index"), "a file");
        assertThatThrownBy(() -> opened(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    private void filled() {
        try (Index index = opened(data)) {
            for (int i = 0; i < 20; i++) {
                index.put(Shelf.edition(i, Shelf.EN, "Before " + i, "What stood here before."));
            }
            index.commit(20);
        }
    }

    private void anew() {
        try (Index index = opened(data)) {
            assertThat(index.cursor()).isZero();
            assertThat(index.editions()).isZero();
            index.put(Shelf.edition(1, Shelf.EN, "Replayed", "text"));
            index.refresh();
            assertThat(count(index, "Replayed")).isEqualTo(1);
            index.commit(1);
        }
        try (Index index = opened(data)) {
            assertThat(index.cursor()).isEqualTo(1);
        }
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> there = Files.list(data)) {
            return there.map(p -> p.getFileName().toString())
                    .filter(n -> n.matches("g\\d+"))
                    .toList();
        }
    }

    private static Path files(Path folder, String part) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(p -> p.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static Index opened(Path folder) {
        return new Index(folder, ANALYSIS, ZoneOffset.UTC);
    }

    private static long count(Index index, String q) {
        return index.find(Query.parse(q, Filters.NONE), Shelf.NOON).total();
    }
}
