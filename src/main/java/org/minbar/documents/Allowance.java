package org.minbar.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How long a document may take, and how much may be unpacked for it: what a hostile one would spend without end. Time is
 * the thread's own, so that a busy server does not cut the text of an honest document; only after a minute it is over.
 */
final class Allowance {

    private static final long WORK = TimeUnit.SECONDS.toNanos(12);
    private static final long WAIT = TimeUnit.SECONDS.toNanos(60);
    private static final long STREAM = 8L << 20;
    private static final int CHECKS = 64;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Thrown through the library, which swallows exceptions of its own kinds. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("", null, false, false);
        }
    }

    private final long workUntil = THREADS.getCurrentThreadCpuTime() + WORK;
    private final long waitUntil = System.nanoTime() + WAIT;
    private long unpacked = 40 * STREAM;
    private int checks;

    void check() {
        if (++checks % CHECKS == 0) {
            checkNow();
        }
    }

    private void checkNow() {
        if (THREADS.getCurrentThreadCpuTime() > workUntil
                || System.nanoTime() > waitUntil
                || Thread.currentThread().isInterrupted()) {
            throw new Spent();
        }
    }

    /** The most that a single stream may hold, of what is left. */
    long forStream() {
        checkNow();
        return Math.min(STREAM, unpacked);
    }

    void spend(long bytes) {
        unpacked -= bytes;
        checkNow();
    }
}
