package org.minbar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * A new generation of the index, filled beside the one that serves.
 *
 * <pre>{@code
 * long cursor = journal.head();                  // 1. before anything is read
 * try (Rebuild rebuild = index.rebuild()) {      // 2. begins
 *     editions.eachPublic(rebuild::put);         // 3. the whole archive, as it is read; then the lines of tickers
 *     rebuild.finish(cursor);                    // 4. commits, swaps, deletes the old
 * }
 * // 5. the follower goes on from index.cursor()
 * }</pre>
 *
 * <p>Nothing is lost: what was recorded before step 1 is in the archive that step 3 reads, and everything after it is
 * replayed in step 5, harmlessly where it was there already. Nothing is missing for a moment either: what the follower
 * puts and removes between 2 and 4 goes into both generations, and an edition that it has touched is newer than what
 * the archive's reader brings, so {@link #put} passes it over. Closed without {@link #finish}, it leaves no trace.
 */
public final class Rebuild implements AutoCloseable {

    private final Index index;
    private final Generation fresh;
    private final Set<Long> followed = new HashSet<>();
    private final Set<String> followedFlashes = new HashSet<>();
    private boolean over;

    Rebuild(Index index, Generation fresh) {
        this.index = index;
        this.fresh = fresh;
    }

    /** Puts an edition of the archive into the new generation. */
    public void put(Indexed edition) {
        synchronized (index) {
            if (over) {
                throw new IllegalStateException("the rebuild is over");
            }
            if (followed.contains(edition.editionId())) {
                return;
            }
            try {
                fresh.put(edition);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts a line of the archive into the new generation. */
    public void put(IndexedFlash flash) {
        synchronized (index) {
            if (over) {
                throw new IllegalStateException("the rebuild is over");
            }
            if (followedFlashes.contains(flash.key())) {
                return;
            }
            try {
                fresh.put(flash);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Puts the new generation in the place of the old one.
     *
     * @param cursor the journal's head as it stood before the first edition was read
     */
    public void finish(long cursor) {
        synchronized (index) {
            if (over) {
                throw new IllegalStateException("the rebuild is over");
            }
            index.swap(fresh, cursor);
            over = true;
        }
    }

    /** Gives up what is not finished. */
    @Override
    public void close() {
        synchronized (index) {
            if (!over) {
                over = true;
                index.abandon(fresh);
            }
        }
    }

    void follow(Indexed edition) throws IOException {
        followed.add(edition.editionId());
        fresh.put(edition);
    }

    void follow(IndexedFlash flash) throws IOException {
        followedFlashes.add(flash.key());
        fresh.put(flash);
    }

    void forget(long editionId) throws IOException {
        followed.add(editionId);
        fresh.remove(editionId);
    }
}
