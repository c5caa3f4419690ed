package org.minbar.media;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder, in which a key is a path. Files arrive in a folder of their own and are moved to their place when they are
 * whole and on disk, so that a process that is killed leaves nothing half under a key. Symbolic links within the folder
 * are nothing to it: it neither reads nor writes through them.
 */
public final class FolderStore implements PictureStore {

    private static final String ARRIVING = ".arriving";
    private static final Duration STRANDED = Duration.ofDays(1);
    /** Windows has no way to force a folder to disk, and no need of one. */
    private static final boolean FOLDERS_CAN_BE_FORCED = File.separatorChar == '/';

    private final Path root;

    private FolderStore(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder where there is none, and clears away what began to arrive more than a day ago and never did.
     *
     * @throws UncheckedIOException if it can't be made or written to
     */
    public static FolderStore in(Path folder, Clock clock) {
        try {
            FolderStore store = new FolderStore(Files.createDirectories(folder).toRealPath());
            store.clearArriving(clock.instant().minus(STRANDED));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String key, Path file, String sha256) {
        Path place = place(key);
        try {
            long length = Files.size(file);
            // The database may lie on the same disk, and would suffer from a file that fills it before it fails.
            if (room() < length) throw NotNow.full(length);
            try {
                arrive(file, sha256, place);
            } catch (IOException e) {
                // A system tells in words, and in the words of its own language; so its figures are asked too.
                if (saysFull(e) || room() < length) throw NotNow.full(length);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void arrive(Path file, String sha256, Path place) throws IOException {
        Path arriving = root.resolve(ARRIVING).resolve(UUID.randomUUID().toString());
        try {
            copy(file, arriving, sha256);
            Path folder = made(parent(place));
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private static void copy(Path file, Path arriving, String sha256) throws IOException {
        MessageDigest digest = Checksum.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                FileOutputStream out = new FileOutputStream(arriving.toFile())) {
            in.transferTo(out);
            out.getFD().sync();
        }
        String found = Checksum.hex(digest);
        if (!found.equals(sha256)) throw new DamagedFile(file.toString(), sha256, found);
    }

    /** One at a time: whoever finds a folder made may rely on its being on disk. */
    private synchronized Path made(Path folder) throws IOException {
        Path at = root;
        for (Path segment : root.relativize(folder)) {
            Path within = at.resolve(segment);
            if (!Files.isDirectory(within, NOFOLLOW_LINKS)) {
                make(within);
                force(at);
            }
            at = within;
        }
        return at;
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another node may have been quicker; a link or a file in the way stays in the way.
            if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) throw e;
        }
    }

    private static void force(Path folder) throws IOException {
        if (!FOLDERS_CAN_BE_FORCED) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private long room() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** No space, no quota, or no file of this length for this process: {@code ENOSPC}, {@code EDQUOT}, {@code EFBIG}. */
    static boolean saysFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return Stream.of("No space left", "quota exceeded", "File too large").anyMatch(message::contains);
    }

    @Override
    public Optional<Opened> open(String key, long from, long length) {
        if (from < 0 || length < 0) throw new IllegalArgumentException("no range: " + length + " from " + from);
        Optional<Path> file = file(key);
        if (file.isEmpty()) return Optional.empty();
        try {
            return Optional.of(
                    opened(FileChannel.open(file.get(), StandardOpenOption.READ, NOFOLLOW_LINKS), from, length));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opened opened(FileChannel channel, long from, long length) throws IOException {
        long total = channel.size();
        long begin = Math.min(from, total);
        long count = Math.min(length, total - begin);
        return new Opened(new Slice(Channels.newInputStream(channel.position(begin)), count), count, total);
    }

    @Override
    public Optional<Kept> find(String key) {
        return file(key).flatMap(file -> kept(key, file));
    }

    @Override
    public Optional<Path> file(String key) {
        Path place = place(key);
        return Files.isRegularFile(place, NOFOLLOW_LINKS) && isReal(parent(place))
                ? Optional.of(place)
                : Optional.empty();
    }

    @Override
    public void delete(String key) {
        try {
            Optional<Path> file = file(key);
            if (file.isPresent()) Files.deleteIfExists(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void each(String prefix, Consumer<Kept> what) {
        walk(root, "", Keys.checkedPrefix(prefix), what);
    }

    private static void walk(Path folder, String above, String prefix, Consumer<Kept> what) {
        inOrder(folder, above, prefix).forEach((key, path) -> {
            if (key.endsWith("/")) {
                walk(path, key, prefix, what);
            } else {
                kept(key, path).ifPresent(what);
            }
        });
    }

    /** Folders are sorted with their stroke: {@code a-b}, {@code a.b}, {@code a/b} is the order of keys, and of buckets. */
    private static Map<String, Path> inOrder(Path folder, String above, String prefix) {
        Map<String, Path> entries = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                String key = above + path.getFileName();
                if (!Keys.isKey(key)) continue;
                if (Files.isDirectory(path, NOFOLLOW_LINKS)) key += "/";
                if (key.startsWith(prefix) || (key.endsWith("/") && prefix.startsWith(key))) entries.put(key, path);
            }
        } catch (NoSuchFileException | NotDirectoryException deletedMeanwhile) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    @Override
    public String where() {
        return root.toString();
    }

    /** There is nothing to close. */
    @Override
    public void close() {}

    private Path place(String key) {
        return root.resolve(Keys.checked(key));
    }

    private Path parent(Path place) {
        Path parent = place.getParent();
        return parent == null ? root : parent;
    }

    private static boolean isReal(Path folder) {
        try {
            return folder.toRealPath().equals(folder);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Optional<Kept> kept(String key, Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            Instant modified = is.lastModifiedTime().toInstant();
            return is.isRegularFile() ? Optional.of(new Kept(key, is.size(), modified)) : Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clearArriving(Instant before) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(made(root.resolve(ARRIVING)))) {
            for (Path path : all) {
                if (Files.getLastModifiedTime(path, NOFOLLOW_LINKS).toInstant().isBefore(before)) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** The first bytes of a stream. */
    private static final class Slice extends FilterInputStream {
        private long left;

        Slice(InputStream all, long count) {
            super(all);
            left = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            if (left == 0) return most == 0 ? 0 : -1;
            int count = in.read(into, at, (int) Math.min(most, left));
            if (count > 0) left -= count;
            return count;
        }

        @Override
        public long skip(long most) throws IOException {
            long count = in.skip(Math.min(most, left));
            left -= count;
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
