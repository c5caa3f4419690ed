package org.minbar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.minbar.journal.Entry;
import org.minbar.journal.Follower;
import org.minbar.story.Edition;
import org.minbar.story.EditionHappening;
import org.minbar.story.Editions;
import org.minbar.story.StoryChanged;

/**
 * Keeps this node's index at the journal's end. What readers see is refreshed after every batch, in the stream of an
 * import about every second; the disk is waited for at most once a second, in such a stream every ten, since whatever a crash takes back is read from the journal again.
 */
@ApplicationScoped
public class Indexing implements Follower {

    /** As {@code /health} and the journal know it. */
    public static final String NAME = "search";

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMMITS_OF_A_STREAM = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(1_200);
    private static final int CALM = 50;
    private static final int LINES = 1_000;
    private static final int STREAM = 100;
    private static final Duration UNTIL_CALM = Duration.ofSeconds(3);

    @Inject
    private Index index;

    @Inject
    private Editions editions;

    @Inject
    private IndexedEditions indexed;

    @Inject
    private IndexedFlashes flashes;

    @Inject
    private Rebuilding rebuilding;

    @Inject
    private Clock clock;

    private volatile long done = -1;
    private volatile Instant committed = Instant.EPOCH;
    private volatile Instant refreshed = Instant.EPOCH;
    private volatile Instant streamed = Instant.EPOCH;
    private volatile boolean unseen;

    protected Indexing() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalLong cursor() {
        if (index.reopenIfBroken()) {
            done = -1;
            unseen = true;
        }
        // What is in the index and not yet on the disk is done too, as long as this process lives.
        return OptionalLong.of(Math.max(done, index.cursor()));
    }

    @Override
    @Transactional
    public void follow(List<Entry> entries) {
        boolean changed = editions(entries) | lines(entries);
        long last = entries.get(entries.size() - 1).number();
        Instant now = clock.instant();
        unseen |= changed;
        // In the stream of an import each batch would make a small segment, to be merged again and again.
        boolean more = entries.size() >= STREAM;
        if (more) {
            index.rush(true);
            streamed = now;
        }
        if (!more || refreshed.plus(BETWEEN_REFRESHES).isBefore(now)) show(now);
        if (committed.plus(more ? BETWEEN_COMMITS_OF_A_STREAM : BETWEEN_COMMITS).isBefore(now)) {
            index.commit(last);
            committed = now;
            // Not in the middle of an import, which has use for the time and would outgrow it again.
            if (entries.size() < CALM) rebuilding.beginIfOutgrown();
        }
        done = last;
    }

    private boolean editions(List<Entry> entries) {
        Set<Long> touched = new LinkedHashSet<>();
        for (Entry entry : entries) {
            EditionHappening.of(entry).map(EditionHappening::edition).ifPresent(touched::add);
            entry.as(StoryChanged.class)
                    .ifPresent(changed -> editions.of(changed.story()).forEach(edition -> touched.add(edition.id())));
        }
        Map<Long, Edition> published = new HashMap<>();
        for (Edition edition : editions.published(touched)) published.put(edition.id(), edition);
        for (long id : touched) {
            Optional.ofNullable(published.get(id))
                    .ifPresentOrElse(edition -> index.put(indexed.of(edition)), () -> index.remove(id));
        }
        return !touched.isEmpty();
    }

    /** Lines change one by one, and all of a live story when its editions come before readers, move or go. */
    private boolean lines(List<Entry> entries) {
        Map<String, Set<Integer>> told = new LinkedHashMap<>();
        Set<String> whole = new LinkedHashSet<>();
        for (Entry entry : entries) {
            entry.text("ticker").ifPresent(ticker -> entry.number("number")
                    .ifPresent(number -> told.computeIfAbsent(ticker, each -> new LinkedHashSet<>())
                            .add((int) number)));
            entry.as(StoryChanged.class).ifPresent(changed -> whole.add(String.valueOf(changed.story())));
            EditionHappening.of(entry)
                    .filter(Indexing::movesLines)
                    .ifPresent(happening -> whole.add(String.valueOf(happening.story())));
        }
        told.forEach((ticker, numbers) -> flashes.of(ticker, numbers).forEach(index::put));
        boolean changed = !told.isEmpty();
        for (String ticker : flashes.written(whole)) changed |= anew(ticker);
        return changed;
    }

    /** The others leave status, embargo and address as they are, and a coverage of a thousand lines alone. */
    private static boolean movesLines(EditionHappening happening) {
        return happening instanceof EditionHappening.EditionPublished
                || happening instanceof EditionHappening.EditionCorrected
                || happening instanceof EditionHappening.EditionWithdrawn
                || happening instanceof EditionHappening.EditionArchived;
    }

    private boolean anew(String ticker) {
        IndexedFlashes.Stretch stretch = flashes.after(Optional.of(ticker), 0, LINES);
        boolean any = !stretch.flashes().isEmpty();
        while (!stretch.flashes().isEmpty()) {
            stretch.flashes().forEach(index::put);
            stretch = flashes.after(Optional.of(ticker), stretch.last(), LINES);
        }
        return any;
    }

    @Override
    public void caughtUp() {
        Instant now = clock.instant();
        show(now);
        if (streamed.plus(UNTIL_CALM).isBefore(now)) index.rush(false);
        if (done > index.cursor() && committed.plus(BETWEEN_COMMITS).isBefore(now)) {
            index.commit(done);
            committed = now;
            rebuilding.beginIfOutgrown();
        }
    }

    private void show(Instant now) {
        if (!unseen) return;
        index.refresh();
        refreshed = now;
        unseen = false;
    }
}
