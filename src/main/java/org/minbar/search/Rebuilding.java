package org.minbar.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.journal.Journal;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;

/** Writes the index of this node anew from the newsroom while the old one serves. */
@ApplicationScoped
public class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class.getName());
    private static final int BATCH = 200;
    private static final int LINES = 1_000;

    @Inject
    private Index index;

    @Inject
    private Journal journal;

    @Inject
    private ArchiveReading archive;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean running = new AtomicBoolean();

    protected Rebuilding() {}

    /** Begins, and comes back at once. @throws Refusal while one is under way */
    public void begin() {
        if (!running.compareAndSet(false, true)) {
            throw new Refusal(Refusal.Reason.CONFLICT, "rebuild-running");
        }
        executor.execute(this::run);
    }

    /** Begins when the archive has outgrown the vocabulary that its index was made with. */
    void beginIfOutgrown() {
        if (index.outgrown() && running.compareAndSet(false, true)) executor.execute(this::run);
    }

    public boolean isRunning() {
        return running.get();
    }

    private void run() {
        long cursor = journal.last();
        try (Rebuild rebuild = index.rebuild()) {
            long last = 0;
            List<Indexed> batch = archive.after(last, BATCH);
            while (!batch.isEmpty()) {
                batch.forEach(rebuild::put);
                last = batch.get(batch.size() - 1).editionId();
                batch = archive.after(last, BATCH);
            }
            IndexedFlashes.Stretch lines = archive.linesAfter(0, LINES);
            while (!lines.flashes().isEmpty()) {
                lines.flashes().forEach(rebuild::put);
                lines = archive.linesAfter(lines.last(), LINES);
            }
            rebuild.finish(cursor);
            LOG.log(Level.INFO, "The search index is rebuilt: {0} editions", index.editions());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The search index could not be rebuilt; the old one serves on", e);
        } finally {
            running.set(false);
        }
    }

    /** Reads the archive, a batch in each transaction. */
    @ApplicationScoped
    static class ArchiveReading {

        @Inject
        private Editions editions;

        @Inject
        private IndexedEditions indexed;

        @Inject
        private IndexedFlashes flashes;

        protected ArchiveReading() {}

        @Transactional
        List<Indexed> after(long edition, int limit) {
            List<Edition> batch = editions.publishedAfter(edition, limit);
            return batch.stream().map(indexed::of).toList();
        }

        @Transactional
        IndexedFlashes.Stretch linesAfter(long last, int limit) {
            return flashes.after(Optional.empty(), last, limit);
        }
    }
}
