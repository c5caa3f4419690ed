package org.minbar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The search index of this node: what the public may find. It is derived from the newsroom and disposable; the cursor
 * that is committed with it says up to which row of the journal it is complete.
 *
 * <p>Three acts are separate. {@link #put} and {@link #remove} change it; {@link #refresh} lets readers see the changes,
 * in milliseconds and without touching the disk; {@link #commit} makes them safe together with the cursor, which waits
 * for the disk. A killed process starts again from its last commit, and the follower replays the journal from
 * {@link #cursor()}: putting the same edition twice leaves one.
 *
 * <p>On the disk it is a folder with generations ({@code g1}, {@code g2} …) and the file {@code current}, which names
 * the one that serves. A generation that is damaged, or was written by another analysis, is set aside as
 * {@code set-aside} and an empty one begins at cursor 0.
 */
public final class Index implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Index.class.getName());

    private static final String CURRENT = "current";
    private static final String SET_ASIDE = "set-aside";
    private static final Pattern GENERATION = Pattern.compile("g[0-9]{1,9}");

    /** Below this an archive's vocabulary says too little to be worth a rebuild. */
    private static final int WORTH_A_VOCABULARY = 500;

    private final Path folder;
    private final Analysis analysis;
    private final ZoneId zone;
    private final FSDirectory root;
    private final Lock lock;
    private volatile Generation serving;
    private @Nullable Rebuild rebuild;

    /**
     * Opens the index in a folder, or begins one there.
     *
     * @param zone the newsroom's, for the years that matches are counted by
     * @throws IllegalStateException when another process has it open
     * @throws UncheckedIOException when the folder can't be written
     */
    public Index(Path folder, Analysis analysis, ZoneId zone) {
        this.folder = folder;
        this.analysis = analysis;
        this.zone = zone;
        try {
            Files.createDirectories(folder);
            this.root = FSDirectory.open(folder);
            this.lock = locked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            this.serving = opened();
            sweep();
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(lock, root);
            throw new UncheckedIOException(e);
        }
    }

    /** The operating system lets go of this lock when a process dies, so a left-over lock file blocks nobody. */
    private Lock locked() throws IOException {
        try {
            return NativeFSLockFactory.INSTANCE.obtainLock(root, "write.lock");
        } catch (LockObtainFailedException e) {
            root.close();
            throw new IllegalStateException(
                    "The search index in " + folder.toAbsolutePath() + " is in use by another process", e);
        }
    }

    private Generation opened() throws IOException {
        Optional<Path> current = current();
        if (current.isEmpty()) {
            LOG.log(System.Logger.Level.DEBUG, "A new search index begins in {0}", folder);
            return begun(Vocabulary.EMPTY);
        }
        try {
            return Generation.open(current.get(), analysis, zone);
        } catch (AccessDeniedException notOurs) {
            // Nothing is wrong with the index, and an empty one could not be written either.
            throw notOurs;
        } catch (IOException | RuntimeException unusable) {
            Path aside = setAside(current.get());
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search index is filled anew from the journal; the old one, set aside as {0}, can''t be used: {1}",
                    aside,
                    unusable);
            return begun(Vocabulary.EMPTY);
        }
    }

    private Generation begun(Vocabulary vocabulary) throws IOException {
        Generation begun = Generation.begin(nextFolder(), analysis, vocabulary, zone);
        begun.commit(0);
        pointTo(begun.folder());
        return begun;
    }

    /**
     * Puts an edition in, in the place of its earlier version. Seen after the next {@link #refresh}.
     *
     * @throws IllegalArgumentException when it is in a language that the analysis doesn't know
     */
    public synchronized void put(Indexed edition) {
        doing(() -> {
            serving.put(edition);
            if (rebuild != null) {
                rebuild.follow(edition);
            }
        });
    }

    /** Puts a line of a ticker in, in the place of what was there of it; one without words is taken out. */
    public synchronized void put(IndexedFlash flash) {
        doing(() -> {
            serving.put(flash);
            if (rebuild != null) {
                rebuild.follow(flash);
            }
        });
    }

    /** Takes an edition out; one that isn't there is no error. */
    public synchronized void remove(long editionId) {
        doing(() -> {
            serving.remove(editionId);
            if (rebuild != null) {
                rebuild.forget(editionId);
            }
        });
    }

    /** Says that many editions come one after the other ({@code true}), or that this is over: then it tidies up. */
    public synchronized void rush(boolean rushing) {
        doing(() -> serving.rush(rushing));
    }

    /** Lets searches that begin from now on see what was put and removed. */
    public void refresh() {
        doing(() -> {
            try {
                serving.refresh();
            } catch (AlreadyClosedException swapped) {
                serving.refresh();
            }
        });
    }

    /** Makes everything put and removed so far safe on the disk, as complete up to this row of the journal. */
    public synchronized void commit(long cursor) {
        doing(() -> serving.commit(cursor));
    }

    /** The row of the journal up to which the last commit is complete; 0 for an index that just began. */
    public long cursor() {
        return serving.cursor();
    }

    /** How many editions stand in it, embargoed ones too. */
    public int editions() {
        while (true) {
            Generation generation = serving;
            try {
                return generation.editions();
            } catch (AlreadyClosedException closed) {
                // As in find: unless it was swapped, it is broken.
                if (generation == serving) throw closed;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Opens it anew, as it was at its last commit, if it can't be written any more: what fails in the middle of writing (a
     * full disk, memory that is used up) closes it for ever. What was put since must be put again.
     *
     * @return whether it was so
     */
    public synchronized boolean reopenIfBroken() {
        if (serving.isWritable()) return false;
        doing(() -> {
            Generation broken = serving;
            IOUtils.closeWhileHandlingException(broken);
            serving = opened();
            LOG.log(System.Logger.Level.WARNING, "The search index had broken and was opened anew");
        });
        return true;
    }

    /** The one that answers now. */
    Generation serving() {
        return serving;
    }

    /** @param now decides which embargoes have ended */
    public Found find(Query query, Instant now) {
        while (true) {
            Generation generation = serving;
            try {
                IndexSearcher searcher = generation.acquire();
                try {
                    return new Answering(searcher, generation.analysis(), query, now).found();
                } finally {
                    generation.release(searcher);
                }
            } catch (AlreadyClosedException closed) {
                if (generation == serving) {
                    throw closed;
                }
                // A rebuild was put in its place between the two lines: ask the new one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Whether the archive has so outgrown the vocabulary its stems were made with that a rebuild would find more: it
     * has four times as many editions as then.
     */
    public boolean outgrown() {
        int then = Math.max(serving.vocabulary().size(), WORTH_A_VOCABULARY / 4);
        return serving.documents() >= 4L * then;
    }

    /**
     * Begins a new generation beside the one that serves, with the vocabulary of all that is indexed now. See
     * {@link Rebuild} for how it goes on.
     *
     * @throws IllegalStateException when one is under way
     */
    public synchronized Rebuild rebuild() {
        if (rebuild != null) {
            throw new IllegalStateException("a rebuild is under way");
        }
        try {
            Rebuild begun = new Rebuild(this, Generation.begin(nextFolder(), analysis, vocabulary(), zone));
            rebuild = begun;
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vocabulary vocabulary() throws IOException {
        serving.refresh();
        IndexSearcher searcher = serving.acquire();
        try {
            for (var language : analysis.languages()) {
                if (language.analysis().equals("arabic")) {
                    return Vocabulary.of(searcher.getIndexReader(), Part.EXACT.of(language));
                }
            }
            return Vocabulary.EMPTY;
        } finally {
            serving.release(searcher);
        }
    }

    /** Puts a finished rebuild in the place of the generation that serves. */
    synchronized void swap(Generation fresh, long cursor) {
        doing(() -> {
            fresh.commit(cursor);
            fresh.refresh();
            pointTo(fresh.folder());
            Generation old = serving;
            serving = fresh;
            rebuild = null;
            try {
                // Searches that run keep their reader, and with it the deleted files, until they are done.
                old.close();
                delete(old.folder());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "{0} goes at the next start: {1}", old.folder(), e);
            }
        });
    }

    synchronized void abandon(Generation unfinished) {
        rebuild = null;
        doing(() -> {
            unfinished.close();
            delete(unfinished.folder());
        });
    }

    /** What was not committed is forgotten; the journal still has it. */
    @Override
    public synchronized void close() {
        doing(() -> {
            if (rebuild != null) {
                rebuild.close();
            }
            IOUtils.close(serving, lock, root);
        });
    }

    private Optional<Path> current() throws IOException {
        try {
            String name = Files.readString(folder.resolve(CURRENT), StandardCharsets.US_ASCII)
                    .strip();
            return GENERATION.matcher(name).matches() ? Optional.of(folder.resolve(name)) : Optional.empty();
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The file {0} can''t be read: {1}",
                    folder.resolve(CURRENT),
                    unreadable);
            return Optional.empty();
        }
    }

    /** Written beside and moved over: whoever reads it finds the old name or the new one, whole. */
    private void pointTo(Path generation) throws IOException {
        Path beside = folder.resolve(CURRENT + ".new");
        Files.writeString(
                beside,
                generation.getFileName() + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
        try {
            Files.move(beside, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, folder.resolve(CURRENT), StandardCopyOption.REPLACE_EXISTING);
        }
        root.syncMetaData();
    }

    private Path nextFolder() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            int highest = there.map(path -> path.getFileName().toString())
                    .filter(name -> GENERATION.matcher(name).matches())
                    .mapToInt(name -> Integer.parseInt(name.substring(1)))
                    .max()
                    .orElse(0);
            return folder.resolve("g" + (highest + 1));
        }
    }

    /** Only the last one is kept, so that a disk with a fault doesn't fill up. */
    private Path setAside(Path generation) throws IOException {
        Path aside = folder.resolve(SET_ASIDE);
        delete(aside);
        if (Files.exists(generation)) {
            Files.move(generation, aside);
        }
        return aside;
    }

    /** Takes away what a killed rebuild or a swap left behind. */
    private void sweep() throws IOException {
        List<Path> left;
        try (Stream<Path> there = Files.list(folder)) {
            left = there.filter(path ->
                            GENERATION.matcher(path.getFileName().toString()).matches())
                    .filter(path -> !path.equals(serving.folder()))
                    .toList();
        }
        for (Path path : left) {
            delete(path);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void doing(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
