package org.minbar.ticker;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls {@link LiveUpkeep}: every second for what is due, every minute for what has fallen silent. */
@ApplicationScoped
public class LiveClock {

    private static final Logger LOG = Logger.getLogger(LiveClock.class.getName());

    @Inject
    private LiveUpkeep upkeep;

    @Resource
    private ManagedScheduledExecutorService executor;

    protected LiveClock() {}

    public void start() {
        upkeep.enrol();
        executor.scheduleWithFixedDelay(() -> tick(this::letOut), 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> tick(upkeep::endTheSilent), 1, 1, TimeUnit.MINUTES);
    }

    private void letOut() {
        boolean more = true;
        while (more) more = upkeep.letOutSome();
    }

    private static void tick(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // A timer that throws is not called again; the next second may go better.
            LOG.log(Level.SEVERE, "Live lines are not looked after", e);
        }
    }
}
