package org.minbar.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.minbar.language.Refusal;

/**
 * Where the bytes of files lie: keys to bytes. What the bytes mean is known to the database alone.
 *
 * <p>A key is made by the house, never by a person: 1 to 200 of {@code a-z 0-9 / . _ -}, in segments of which none is
 * empty or begins with a dot, and without {@code ..}; anything else is an {@link IllegalArgumentException}. A key is
 * never a folder of another. Originals lie under {@code files/ab/cd/} and their own SHA-256, what can be made again from
 * them under {@value #PRINTS}.
 *
 * <p>A store that is full refuses with {@code store-full}, a bucket that does not answer with {@code store-silent}, both
 * {@link Refusal.Reason#NOT_NOW}. Any other failure is an {@link java.io.UncheckedIOException}.
 */
public interface PictureStore extends AutoCloseable {

    /** The prefix of what is disposable. */
    String PRINTS = "prints/";

    /** What lies under a key; {@code modified} is when it was last put. */
    record Kept(String key, long length, Instant modified) {}

    /**
     * Bytes to read, and to close.
     *
     * @param length how many bytes follow
     * @param total how many the whole file has
     */
    record Opened(InputStream bytes, long length, long total) implements Closeable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /**
     * Keeps a copy of the file, whole or not at all: after this returns it outlives a power cut, or the bucket has
     * acknowledged it. What lay under the key before is replaced in one move. Putting the same again is harmless, and
     * not idle: it makes the file young, so that no scrubbing takes it for an orphan.
     *
     * @param sha256 of the file, in lower-case hex; where it is another one, nothing is kept
     */
    void put(String key, Path file, String sha256);

    /**
     * At most {@code length} bytes beginning with byte {@code from}, fewer where the file ends; none if it ends before.
     * Empty if there is nothing under the key. Reading from a bucket to the end of a whole file compares its checksum
     * and throws {@link DamagedFile} from the last read.
     */
    Optional<Opened> open(String key, long from, long length);

    /** The whole file. */
    default Optional<Opened> open(String key) {
        return open(key, 0, Long.MAX_VALUE);
    }

    Optional<Kept> find(String key);

    default OptionalLong length(String key) {
        return find(key).map(kept -> OptionalLong.of(kept.length())).orElse(OptionalLong.empty());
    }

    /** The file itself, for whoever sends it with the system's own means; empty for a bucket. Not to be written to. */
    default Optional<Path> file(String key) {
        return Optional.empty();
    }

    /** Nothing happens where there is nothing. */
    void delete(String key);

    /**
     * Shows what is kept, in the order of the keys' characters, without holding more of it than one folder of the store
     * or one page of the bucket's list. What is put or deleted meanwhile may be shown or not.
     *
     * @param prefix of the keys: {@code files/ab/}, or empty for all
     */
    void each(String prefix, Consumer<Kept> what);

    /** The folder or bucket, for the log. */
    String where();

    @Override
    void close();
}
