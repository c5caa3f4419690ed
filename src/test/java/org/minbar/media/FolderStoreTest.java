package org.minbar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minbar.SetClock;
import org.minbar.language.Refusal;

class FolderStoreTest extends PictureStoreContract {

    @TempDir
    Path house;

    private PictureStore store;

    @BeforeEach
    void open() {
        store = FolderStore.in(house.resolve("media"), Clock.systemUTC());
    }

    @Override
    PictureStore store() {
        return store;
    }

    @Test
    void a_file_can_be_sent_with_the_systems_own_means() throws IOException {
        put(KEY, "olives");
        Path file = store.file(KEY).orElseThrow();
        assertThat(file)
                .hasContent("olives")
                .isEqualTo(house.toRealPath().resolve("media").resolve(KEY));
    }

    @Test
    void nothing_is_read_written_or_deleted_through_a_link() throws IOException {
        Path outside = Files.createDirectories(house.resolve("outside/cd"));
        Files.writeString(outside.resolve("secret"), "outside");
        Path files = Files.createDirectories(house.resolve("media/files"));
        Files.createSymbolicLink(files.resolve("ab"), house.resolve("outside"));
        Files.createSymbolicLink(files.resolve("direct"), outside.resolve("secret"));
        Files.createSymbolicLink(files.resolve("nowhere"), outside.resolve("new"));

        for (String key : List.of("files/ab/cd/secret", "files/direct")) {
            assertThat(store.open(key)).isEmpty();
            assertThat(store.find(key)).isEmpty();
            assertThat(store.file(key)).isEmpty();
            store.delete(key);
        }
        assertThat(keys("")).isEmpty();
        assertThatThrownBy(() -> put("files/ab/cd/secret", "x")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> put("files/ab/new/secret", "x")).isInstanceOf(UncheckedIOException.class);
        put("files/direct", "inside");
        put("files/nowhere", "inside");

        assertThat(outside.resolve("secret")).hasContent("outside");
        assertThat(everythingIn(house.resolve("outside"))).containsExactly("cd", "cd/secret");
        assertThat(read("files/direct")).isEqualTo("inside");
        assertThat(read("files/nowhere")).isEqualTo("inside");
    }

    @Test
    void arriving_files_do_not_arrive_outside_either() throws IOException {
        Files.createDirectories(house.resolve("linked"));
        Files.createSymbolicLink(house.resolve("linked/.arriving"), Files.createDirectories(house.resolve("outside")));
        assertThatThrownBy(() -> FolderStore.in(house.resolve("linked"), Clock.systemUTC()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void the_folder_itself_may_be_a_link_to_another_disk() throws IOException {
        Files.createSymbolicLink(house.resolve("link"), Files.createDirectories(house.resolve("disk")));
        store = FolderStore.in(house.resolve("link"), Clock.systemUTC());
        put(KEY, "olives");
        assertThat(house.resolve("disk").resolve(KEY)).hasContent("olives");
    }

    @Test
    void what_never_arrived_is_cleared_away_after_a_day() throws IOException {
        Instant now = Instant.parse("2026-03-20T12:00:00Z");
        Path arriving = house.resolve("media/.arriving");
        Files.setLastModifiedTime(
                Files.writeString(arriving.resolve("old"), "half"), FileTime.from(now.minusSeconds(86_401)));
        Files.setLastModifiedTime(
                Files.writeString(arriving.resolve("young"), "half"), FileTime.from(now.minusSeconds(86_399)));
        FolderStore.in(house.resolve("media"), new SetClock(now));
        assertThat(everythingIn(arriving)).containsExactly("young");
        assertThat(keys("")).isEmpty();
    }

    @Test
    void strangers_in_the_folder_are_passed_over() throws IOException {
        put(KEY, "olives");
        Files.writeString(house.resolve("media/files/.DS_Store"), "x");
        Files.writeString(house.resolve("media/files/Thumbs.db"), "x");
        Files.createDirectories(house.resolve("media/lost+found"));
        assertThat(keys("")).containsExactly(KEY);
    }

    @Test
    void a_file_that_can_not_be_written_to_its_end_is_refused_and_leaves_nothing() throws Exception {
        Path large = desk.resolve("large");
        try (FileOutputStream out = new FileOutputStream(large.toFile())) {
            out.write(new byte[4_000_000]);
        }
        String sum = Checksum.sha256(Files.newInputStream(large));
        // A process may be forbidden long files: writing fails in the middle, as it does on a full disk.
        Process child = child("ulimit -f 1000; exec \"$0\" \"$@\"", large, sum);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEqualTo("NOT_NOW store-full {length=4}");
        assertThat(store.find(KEY)).isEmpty();
        assertThat(everythingIn(house.resolve("media/.arriving"))).isEmpty();
    }

    @Test
    void a_disk_that_is_really_full_is_understood() {
        IOException full = catchThrowableOfType(IOException.class, () -> {
            try (OutputStream out = Files.newOutputStream(Path.of("/dev/full"))) {
                out.write(new byte[100]);
            }
        });
        assertThat(FolderStore.saysFull(full)).isTrue();
        assertThat(FolderStore.saysFull(new IOException("Input/output error"))).isFalse();
        assertThat(FolderStore.saysFull(new IOException())).isFalse();
    }

    @Test
    void a_process_that_is_killed_in_the_middle_leaves_nothing_under_the_key() throws Exception {
        Path pipe = desk.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process child = child("exec \"$0\" \"$@\"", pipe, sha256("never"));
        // The pipe has no end before the kill, so the child is in the middle for certain.
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write(new byte[100_000]);
            while (arrived() < 50_000) Thread.onSpinWait();
            child.destroyForcibly().waitFor();
        }
        assertThat(everythingIn(house.resolve("media/.arriving"))).hasSize(1);
        PictureStore again = FolderStore.in(house.resolve("media"), Clock.systemUTC());
        assertThat(again.find(KEY)).isEmpty();
        assertThat(keys("")).isEmpty();
        put(KEY, "olives");
        assertThat(read(KEY)).isEqualTo("olives");
    }

    private long arrived() throws IOException {
        try (Stream<Path> all = Files.list(house.resolve("media/.arriving"))) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private Process child(String shell, Path file, String sum) throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        shell,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes(FolderStore.class) + ":" + classes(Putting.class),
                        Putting.class.getName(),
                        house.resolve("media").toString(),
                        file.toString(),
                        sum)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path classes(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Another process that puts a file. */
    static final class Putting {
        private Putting() {}

        public static void main(String[] with) {
            try {
                FolderStore.in(Path.of(with[0]), Clock.systemUTC()).put(KEY, Path.of(with[1]), with[2]);
            } catch (Refusal refusal) {
                System.out.print(refusal.reason() + " " + refusal.getMessage());
            }
        }
    }

    private static List<String> everythingIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
