package org.minbar.operations;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.desk.Timetable;
import org.minbar.front.Kiosk;
import org.minbar.journal.Followers;
import org.minbar.live.Airing;
import org.minbar.media.Caretaker;
import org.minbar.media.PictureStore;
import org.minbar.ticker.LiveClock;

/** Opens the house, in this order: the tables, the first people and sections, the sample, then those who follow. */
@ApplicationScoped
public class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final int MOST_TRIES = 1_200;

    @Inject
    private Settings settings;

    @Inject
    private Database database;

    /** Here so that a bucket that can't be used is found out now, and not at the first picture. */
    @Inject
    private PictureStore pictures;

    @Inject
    private FirstStart firstStart;

    @Inject
    private Sample sample;

    @Inject
    private SamplePictures samplePictures;

    @Inject
    private Caretaker caretaker;

    @Inject
    private Followers followers;

    @Inject
    private Timetable timetable;

    @Inject
    private LiveClock liveClock;

    @Inject
    private Airing airing;

    @Inject
    private Kiosk kiosk;

    @Inject
    private Archives archives;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile boolean open;

    protected Opening() {}

    void open(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object server) {
        try {
            inOrder();
        } catch (RuntimeException broken) {
            throw notOpened(broken);
        }
    }

    private void inOrder() {
        database.open();
        firstStart.administrator();
        firstStart.sections();
        if (settings.sample()) sample.fillIfEmpty();
        followers.enrol();
        executor.execute(this::begin);
    }

    /**
     * Nobody works in the house before its door is open. Until then the server is not done with the archives that our classes
     * come from: at the end of a deployment it closes them all, also under somebody who is reading in one.
     */
    private void begin() {
        try {
            await(Port.ofThisProcess());
            archives.keepOpen();
            atWork();
        } catch (RuntimeException broken) {
            throw notOpened(broken);
        }
        LOG.info(() -> "Minbar is open at " + settings.site().base() + ", its data in " + settings.data()
                + ", its files in " + pictures.where());
    }

    private static void await(Port port) {
        for (int tries = 0; tries < MOST_TRIES && !port.isOpen(); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static IllegalStateException notOpened(RuntimeException broken) {
        LOG.log(Level.SEVERE, "Minbar could not be opened", broken);
        return Threshold.stop("something broke on the way, which the log above tells of: " + broken.getMessage());
    }

    private void atWork() {
        followers.start();
        timetable.start();
        liveClock.start();
        airing.start();
        caretaker.start();
        kiosk.start();
        open = true;
        if (settings.sample()) samplePictures.hangIfBare();
    }

    boolean isOpen() {
        return open;
    }
}
