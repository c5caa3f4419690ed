package org.minbar.journal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Keeps every follower going: wakes it after a commit here and, for what other nodes wrote, twice a second. */
@ApplicationScoped
public class Followers {

    private static final int POLL_MILLIS = 500;

    @Inject
    private Journal journal;

    @Inject
    private LeasedTurn turn;

    @Inject
    @Any
    private Instance<Follower> all;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final List<Pace> paces = new CopyOnWriteArrayList<>();

    protected Followers() {}

    /** Finds out how far each has read; called once, when the tables stand. */
    public void enrol() {
        for (Follower follower : all) {
            if (follower.cursor().isEmpty()) turn.enrol(follower);
            paces.add(new Pace(follower, this::onePass, executor));
        }
    }

    /** Begins to follow. */
    public void start() {
        journal.wake(number -> wake());
        executor.scheduleWithFixedDelay(this::wake, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void wake() {
        paces.forEach(Pace::wake);
    }

    /** How many entries the named node follower has yet to read; empty when no such follower runs here. */
    public OptionalLong behind(String name) {
        return paces.stream()
                .map(Pace::follower)
                .filter(follower -> follower.name().equals(name))
                .flatMapToLong(follower -> follower.cursor().stream())
                .map(cursor -> Math.max(0, journal.last() - cursor))
                .findFirst();
    }

    /** Reads one batch. Answers whether there may be more. */
    private boolean onePass(Follower follower) {
        OptionalLong cursor = follower.cursor();
        if (cursor.isEmpty()) return turn.take(follower);
        List<Entry> entries = journal.after(cursor.getAsLong(), Follower.MOST_ENTRIES);
        if (entries.isEmpty()) {
            follower.caughtUp();
            return false;
        }
        follower.follow(entries);
        return entries.size() == Follower.MOST_ENTRIES;
    }

    @PreDestroy
    void stop() {
        paces.forEach(Pace::stop);
    }
}
