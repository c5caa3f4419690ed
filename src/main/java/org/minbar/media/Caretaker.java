package org.minbar.media;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Wakes the library's upkeep once a minute. */
@ApplicationScoped
public class Caretaker {

    private static final Logger LOG = Logger.getLogger(Caretaker.class.getName());

    @Inject
    private Upkeep upkeep;

    @Resource
    private ManagedScheduledExecutorService executor;

    protected Caretaker() {}

    public void start() {
        upkeep.enrol();
        executor.scheduleWithFixedDelay(this::tick, 10, 60, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            boolean more = true;
            while (more) more = upkeep.tellOfRights();
            more = true;
            while (more) more = upkeep.clearArrivals();
        } catch (RuntimeException e) {
            // A timer that throws is not called again; the next minute may go better.
            LOG.log(Level.SEVERE, "The library's upkeep stands still", e);
        }
    }
}
