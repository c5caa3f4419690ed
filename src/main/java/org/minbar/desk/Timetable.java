package org.minbar.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes what is due, once a second, on whichever node holds the lease. It reads the database and nothing else, so
 * whatever fell due while no node ran goes out at the next start.
 */
@ApplicationScoped
public class Timetable {

    private static final Logger LOG = Logger.getLogger(Timetable.class.getName());

    @Inject
    private DuePublishing publishing;

    @Resource
    private ManagedScheduledExecutorService executor;

    protected Timetable() {}

    public void start() {
        publishing.enrol();
        executor.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            boolean more = true;
            while (more) more = publishing.publishSome();
        } catch (RuntimeException e) {
            // A timer that throws is not called again; the next second may go better.
            LOG.log(Level.SEVERE, "The timetable stands still", e);
        }
    }
}
