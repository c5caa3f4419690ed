package org.minbar.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Pages as they were sent, to be sent again until something that they show changes. Each is kept with the tags of what it
 * shows ({@link PageTags}); whoever follows the journal evicts by tag. Bounded by bytes. Many who miss a page at once have
 * it made once.
 *
 * <p>After a commit on this node no page is given out until its happenings were followed, so that whoever has been told
 * “published” finds it published. What another node commits is seen when the journal is read, twice a second at least.
 */
@ApplicationScoped
public class PageCache {

    private static final long MOST_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final long PATIENCE_MILLIS = 250;
    private static final long LONGEST_MAKING_SECONDS = 10;
    private static final int EVICTIONS_REMEMBERED = 1_000;

    private final Cache<String, WholePage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String address, WholePage page) -> page.weight())
            .expireAfter(Expiry.<String, WholePage>creating((address, page) -> page.keep()))
            .build();

    private final Map<String, Making> making = new ConcurrentHashMap<>();

    /** The latest evictions; the last has the number {@link #evictions}. Guarded by this. */
    private final Deque<Set<String>> evicted = new ArrayDeque<>();

    private long evictions;
    private volatile long committed = -1;
    private volatile long followed = -1;

    protected PageCache() {}

    /** Nothing is kept before this: there must be somebody who evicts. @param number of the last happening */
    public synchronized void open(long number) {
        committed = number;
        followed = number;
    }

    /** Something was committed here. @param number of its last happening */
    public synchronized void committed(long number) {
        if (followed >= 0) committed = Math.max(committed, number);
    }

    /**
     * Takes out whatever shows one of these.
     *
     * @param number of the last happening that is seen to thereby
     */
    public synchronized void evict(Set<String> tags, long number) {
        if (!tags.isEmpty()) {
            remember(tags);
            pages.asMap().values().removeIf(page -> !Collections.disjoint(page.shows(), tags));
        }
        followed(number);
    }

    /** Takes out everything. */
    public synchronized void evictAll(long number) {
        // Pages that are being made now are not kept either.
        evictions += EVICTIONS_REMEMBERED;
        evicted.clear();
        pages.invalidateAll();
        followed(number);
    }

    private void followed(long number) {
        followed = Math.max(followed, number);
        notifyAll();
    }

    private void remember(Set<String> tags) {
        evictions++;
        evicted.addLast(Set.copyOf(tags));
        if (evicted.size() > EVICTIONS_REMEMBERED) evicted.removeFirst();
    }

    /** The page, if it is here and as new as the last commit. */
    Optional<WholePage> find(String address) {
        // Asked before the page is taken: one that was taken first may be evicted before the question, and would pass.
        if (followed < committed) {
            // Only who would be answered needs to wait.
            if (pages.getIfPresent(address) == null || !awaitFollowed()) return Optional.empty();
        }
        return Optional.ofNullable(pages.getIfPresent(address));
    }

    /** Whether what was committed here is seen to; waits a moment for it. */
    public boolean isCurrent() {
        return followed >= committed || awaitFollowed();
    }

    private synchronized boolean awaitFollowed() {
        long wanted = committed;
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            while (followed < wanted) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) return false;
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The making of a page that is missing: one makes it, the others wait. */
    final class Making {
        private final String address;
        private final long begun;
        private final long asOf;
        private final boolean mine;
        private final CompletableFuture<Optional<WholePage>> page;

        private Making(String address) {
            synchronized (PageCache.this) {
                this.begun = evictions;
                this.asOf = committed;
            }
            this.address = address;
            this.mine = true;
            this.page = new CompletableFuture<>();
        }

        private Making(Making other) {
            this.address = other.address;
            this.begun = other.begun;
            this.asOf = other.asOf;
            this.mine = false;
            this.page = other.page;
        }

        /** Whether it is for the caller to make it, and to call {@link #end} then; else to {@link #await}. */
        boolean isMine() {
            return mine;
        }

        /** To be called by whoever makes it, whatever comes of it. */
        void end(Optional<WholePage> made) {
            boolean current = made.isPresent() && keep(address, made.get(), begun);
            making.remove(address, this);
            page.complete(current ? made : Optional.empty());
        }

        /** What the other made; empty when it is nobody's to keep, and must be made for everybody who asks. */
        Optional<WholePage> await() {
            try {
                return page.get(LONGEST_MAKING_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Begins to make a page, or joins who makes it already; but not who began before the last commit. */
    Making making(String address) {
        Making mine = new Making(address);
        @Nullable Making other = making.putIfAbsent(address, mine);
        return other == null || other.asOf < mine.asOf ? mine : new Making(other);
    }

    /** Keeps it, unless something that it shows was evicted since its making began: it may show what was before. */
    private synchronized boolean keep(String address, WholePage page, long begun) {
        Collection<String> shows = page.shows();
        if (followed < 0 || shows.isEmpty() || page.keep().isZero()) return false;
        long since = evictions - begun;
        if (since > evicted.size()) return false;
        boolean touched =
                evicted.stream().skip(evicted.size() - since).anyMatch(tags -> !Collections.disjoint(shows, tags));
        if (touched) return false;
        pages.put(address, page);
        return true;
    }
}
