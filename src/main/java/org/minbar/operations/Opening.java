package org.minbar.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
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

    private volatile boolean open;

    protected Opening() {}

    void open(
            @Observes @Priority(Interceptor.Priority.APPLICATION) @Initialized(ApplicationScoped.class) Object server) {
        try {
            inOrder();
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "Minbar could not be opened", broken);
            throw Threshold.stop("something broke on the way, which the log above tells of: " + broken.getMessage());
        }
        LOG.info(() -> "Minbar is open at " + settings.site().base() + ", its data in " + settings.data()
                + ", its files in " + pictures.where());
    }

    private void inOrder() {
        database.open();
        firstStart.administrator();
        firstStart.sections();
        if (settings.sample()) sample.fillIfEmpty();
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
