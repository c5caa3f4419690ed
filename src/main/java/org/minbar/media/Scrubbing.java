package org.minbar.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a store beside the database and tells what is missing, what is damaged, and what nobody expects. Both are
 * read in the order of keys and merged, so that it takes as little memory for 50,000 files as for five.
 */
public final class Scrubbing {

    /** Of an upload that is not yet in the database nothing is said for so long. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private final PictureStore store;
    private final Clock clock;
    private final Set<String> currentPrints;

    /** @param currentPrints the beginnings of the keys of prints that may still be asked for, as far as the slash */
    public Scrubbing(PictureStore store, Clock clock, Set<String> currentPrints) {
        this.store = store;
        this.clock = clock;
        this.currentPrints = Set.copyOf(currentPrints);
    }

    /**
     * What the database says must be there.
     *
     * @param sha256 in lower-case hex
     */
    public record Expected(String key, long length, String sha256) {}

    /** How many, and the first hundred keys of them. */
    public record Tally(long count, List<String> first) {
        public Tally {
            first = List.copyOf(first);
        }
    }

    /**
     * What was found.
     *
     * @param sound how many files are there and whole
     * @param damaged whose length or checksum is another one
     * @param unreadable what the store would not give; its answer says nothing of the bytes
     * @param orphans originals that nobody expects, older than a day
     * @param stalePrints the same of what is disposable
     * @param deleted how many of the two last were deleted
     */
    public record Scrubbed(
            long sound,
            Tally missing,
            Tally damaged,
            Tally unreadable,
            Tally orphans,
            Tally stalePrints,
            long deleted) {}

    /**
     * Reads every expected file to its end. A missing print is no fault.
     *
     * <p>An orphan is deleted only if it is still old then: whoever takes it up again puts it again, which makes it
     * young. Where nothing at all is expected nothing is deleted, since an empty database is a mistake sooner than a wish.
     *
     * @param expected in the order of keys; the same key may come several times
     * @param repair whether orphans are deleted; nothing else ever is
     * @throws IllegalArgumentException if what is expected is not in order
     */
    public Scrubbed scrub(Stream<Expected> expected, boolean repair) {
        Walk walk = new Walk(expected.iterator(), clock.instant().minus(YOUNG), repair);
        store.each("", walk::meet);
        return walk.end();
    }

    private final class Walk {
        private final Iterator<Expected> expected;
        private final Instant old;
        private final boolean repair;
        private final Counting missing = new Counting();
        private final Counting damaged = new Counting();
        private final Counting unreadable = new Counting();
        private final Counting orphans = new Counting();
        private final Counting stalePrints = new Counting();
        private @Nullable Expected next;
        private String last = "";
        private long sound;
        private long deleted;

        Walk(Iterator<Expected> expected, Instant old, boolean repair) {
            this.expected = expected;
            this.old = old;
            this.repair = repair && expected.hasNext();
            advance();
        }

        void meet(PictureStore.Kept kept) {
            // Merged out of order, half the house would be orphans.
            if (kept.key().compareTo(last) <= 0) throw new IllegalStateException(store.where() + " lists out of order");
            last = kept.key();
            missUntil(kept.key());
            if (next == null || !next.key().equals(kept.key())) {
                orphan(kept);
            } else {
                compare(kept, next);
                advance();
            }
        }

        Scrubbed end() {
            missUntil(null);
            return new Scrubbed(
                    sound,
                    missing.tally(),
                    damaged.tally(),
                    unreadable.tally(),
                    orphans.tally(),
                    stalePrints.tally(),
                    deleted);
        }

        private void missUntil(@Nullable String key) {
            while (next != null && (key == null || next.key().compareTo(key) < 0)) {
                if (!isPrint(next.key())) missing.add(next.key());
                advance();
            }
        }

        /** To the next other key: two pictures may share their bytes. */
        private void advance() {
            Expected before = next;
            do {
                next = expected.hasNext() ? expected.next() : null;
            } while (next != null && before != null && next.key().equals(before.key()));
            if (next != null && before != null && next.key().compareTo(before.key()) < 0) {
                throw new IllegalArgumentException(next.key() + " is expected after " + before.key());
            }
        }

        private void compare(PictureStore.Kept kept, Expected wanted) {
            if (kept.length() != wanted.length()) {
                damaged.add(kept.key());
                return;
            }
            try (PictureStore.Opened opened = store.open(kept.key()).orElseThrow(() -> new IOException("gone"))) {
                if (Checksum.sha256(opened.bytes()).equals(wanted.sha256())) {
                    sound++;
                } else {
                    damaged.add(kept.key());
                }
            } catch (DamagedFile e) {
                damaged.add(kept.key());
            } catch (IOException | UncheckedIOException e) {
                unreadable.add(kept.key());
            }
        }

        private void orphan(PictureStore.Kept kept) {
            if (!kept.modified().isBefore(old) || isCurrent(kept.key())) return;
            (isPrint(kept.key()) ? stalePrints : orphans).add(kept.key());
            // Asked again, because reading has taken its time since the list was made.
            Optional<PictureStore.Kept> now = repair ? store.find(kept.key()) : Optional.empty();
            if (now.isPresent() && now.get().modified().isBefore(old)) {
                store.delete(kept.key());
                deleted++;
            }
        }

        private boolean isCurrent(String key) {
            return isPrint(key) && currentPrints.contains(key.substring(0, key.lastIndexOf('/') + 1));
        }

        private static boolean isPrint(String key) {
            return key.startsWith(PictureStore.PRINTS);
        }
    }

    private static final class Counting {
        private static final int SHOWN = 100;

        private final List<String> first = new ArrayList<>();
        private long count;

        void add(String key) {
            count++;
            if (first.size() < SHOWN) first.add(key);
        }

        Tally tally() {
            return new Tally(count, first);
        }
    }
}
