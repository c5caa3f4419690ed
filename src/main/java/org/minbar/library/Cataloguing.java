package org.minbar.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.minbar.identity.Caller;
import org.minbar.media.FileWords;
import org.minbar.media.Inventory;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.PictureStore;
import org.minbar.media.Scrubbing;

/** Steps for doors that hold no transaction while bytes flow. */
@ApplicationScoped
public class Cataloguing {

    @Inject
    private MediaFiles files;

    @Inject
    private Describing describing;

    @Inject
    private Inventory inventory;

    @Inject
    private PictureStore store;

    @Inject
    private Clock clock;

    protected Cataloguing() {}

    /** Writes words in several languages and leaves the others. */
    @Transactional
    public MediaFile words(long id, Map<String, FileWords> words, Caller by) {
        MediaFile file = files.getToChange(id);
        words.forEach((lang, said) -> describing.words(file, lang, said, by));
        return file;
    }

    /**
     * What a scrubbing found.
     *
     * @param sound originals that are there and whole
     * @param orphans what nobody knows and is older than a day
     * @param stalePrints prints that nobody can ask for any more
     * @param deleted how many of the two last were deleted
     */
    public record Report(
            long sound,
            long missing,
            long damaged,
            long unreadable,
            long orphans,
            long stalePrints,
            long deleted,
            List<String> keys) {}

    Report scrub(boolean repair) {
        Scrubbing.Scrubbed found = new Scrubbing(store, clock, inventory.currentPrints())
                .scrub(
                        StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(new Expecting(), Spliterator.ORDERED), false),
                        repair);
        List<String> keys = new java.util.ArrayList<>(found.missing().first());
        keys.addAll(found.damaged().first());
        keys.addAll(found.unreadable().first());
        keys.addAll(found.orphans().first());
        return new Report(
                found.sound(),
                found.missing().count(),
                found.damaged().count(),
                found.unreadable().count(),
                found.orphans().count(),
                found.stalePrints().count(),
                found.deleted(),
                keys);
    }

    /** Everything that must be there, a thousand at a time. */
    private final class Expecting implements Iterator<Scrubbing.Expected> {

        private final Deque<Scrubbing.Expected> waiting = new ArrayDeque<>();
        private String last = "";
        private boolean over;

        @Override
        public boolean hasNext() {
            if (waiting.isEmpty() && !over) {
                waiting.addAll(inventory.after(last));
                over = waiting.isEmpty();
                if (!over) last = waiting.getLast().sha256();
            }
            return !waiting.isEmpty();
        }

        @Override
        public Scrubbing.Expected next() {
            if (!hasNext()) throw new NoSuchElementException();
            return waiting.remove();
        }
    }
}
