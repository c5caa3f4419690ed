package org.minbar.front;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks after the front pages of this node by the clock: slots whose time is over, and the readers that were counted. */
@ApplicationScoped
public class Kiosk {

    private static final Logger LOG = Logger.getLogger(Kiosk.class.getName());
    private static final int TIDY_SECONDS = 5;
    private static final int TALLY_SECONDS = 10;
    private static final int LAST_TRIES = 20;
    private static final long A_MOMENT = 50_000_000;

    @Inject
    private FrontUpkeep upkeep;

    @Inject
    private Turnstile turnstile;

    @Resource
    private ManagedScheduledExecutorService executor;

    protected Kiosk() {}

    public void start() {
        upkeep.enrol();
        executor.scheduleWithFixedDelay(() -> tick(upkeep::tidy), TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> tick(this::tally), 1, TALLY_SECONDS, TimeUnit.SECONDS);
    }

    /** A timer that throws is not called again; the next time may go better. */
    private static void tick(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The front pages are not looked after", e);
        }
    }

    private void tally() {
        writeDown();
        turnstile.rank(upkeep.mostRead());
    }

    private synchronized boolean writeDown() {
        Map<Passage, Long> counted = turnstile.counted();
        if (counted.isEmpty()) return true;
        boolean written = upkeep.write(counted);
        if (written) turnstile.written(counted);
        return written;
    }

    /** The last seconds are not lost when the application is taken down while its server lives on. */
    @PreDestroy
    void close() {
        tick(() -> {
            for (int i = 0; i < LAST_TRIES && !writeDown(); i++) LockSupport.parkNanos(A_MOMENT);
        });
    }
}
