package org.minbar.whole;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes about by itself, and no longer than it takes. */
final class Until {

    private Until() {}

    /** @throws AssertionError when it has not come about within the time */
    static void within(Duration time, String what, BooleanSupplier cameAbout) {
        long end = System.nanoTime() + time.toNanos();
        while (!cameAbout.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Not within " + time + ": " + what);
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }
}
