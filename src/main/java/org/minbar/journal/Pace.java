package org.minbar.journal;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs one follower, never twice at once on this node. A bell that rings while it works makes it look once more, so
 * that no entry waits for the next bell.
 */
final class Pace {

    private static final Logger LOG = Logger.getLogger(Pace.class.getName());

    private final Follower follower;
    private final Predicate<Follower> pass;
    private final Executor executor;
    /** Bells since the last look; above 0 while a run is under way or queued. */
    private final AtomicInteger bells = new AtomicInteger();

    private volatile boolean stopped;
    private volatile boolean failing;

    /** @param pass reads one batch and answers whether there may be more */
    Pace(Follower follower, Predicate<Follower> pass, Executor executor) {
        this.follower = follower;
        this.pass = pass;
        this.executor = executor;
    }

    Follower follower() {
        return follower;
    }

    void wake() {
        if (stopped || bells.getAndIncrement() > 0) return;
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            // The server is going down; what was not followed now is read at the next start.
            bells.set(0);
        }
    }

    void stop() {
        stopped = true;
    }

    private void run() {
        boolean ended = false;
        try {
            int heard;
            do {
                heard = bells.get();
                catchUp();
            } while (!bells.compareAndSet(heard, 0));
            ended = true;
        } finally {
            // An error goes up to the executor, and the next bell must be heard all the same.
            if (!ended) bells.set(0);
        }
    }

    /** A follower that failed is tried again at the next bell, at the latest the timer's. */
    private void catchUp() {
        try {
            boolean more = true;
            while (more && !stopped) more = pass.test(follower);
            if (failing) LOG.log(Level.INFO, "The follower {0} works again", follower.name());
            failing = false;
        } catch (RuntimeException e) {
            // Said once, not twice a second; it is said again when it is over.
            if (!failing && !stopped) LOG.log(Level.SEVERE, "The follower " + follower.name() + " stands still", e);
            failing = true;
        }
    }
}
