package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.language.Refusal;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Stories;

/** Publishes the editions whose time has come, and tells that embargoes have ended, a few in each transaction, under the timetable's lease. */
@ApplicationScoped
public class DuePublishing {

    private static final Logger LOG = Logger.getLogger(DuePublishing.class.getName());
    private static final String LEASE = "timetable";
    private static final int AT_ONCE = 20;

    @Inject
    private Journal journal;

    @Inject
    private Editions editions;

    @Inject
    private Stories stories;

    @Inject
    private Editing editing;

    @Inject
    private Clock clock;

    protected DuePublishing() {}

    @Transactional
    public void enrol() {
        journal.enrol(LEASE);
    }

    /** Answers whether there may be more. */
    @Transactional
    public boolean publishSome() {
        boolean nothing = editions.due(1).isEmpty()
                && stories.embargoOver(clock.instant(), 1).isEmpty();
        if (nothing || !journal.holdsLease(LEASE)) return false;
        // First the embargoes, so that the journal tells that a story was free before it tells that it went out.
        int ended = editing.tellEndedEmbargoes(AT_ONCE);
        List<Edition> due = editions.due(AT_ONCE);
        for (Edition edition : due) publish(edition);
        return due.size() == AT_ONCE || ended == AT_ONCE;
    }

    private void publish(Edition edition) {
        try {
            editing.publish(edition, Caller.theHouse());
        } catch (Refusal refused) {
            // Not ready after all: back to the desk, which sees why, rather than tried again every second.
            LOG.log(Level.WARNING, "Edition {0} was due and not ready: {1}", new Object[] {
                edition.id(), refused.getMessage()
            });
            editing.sendBack(edition, refused.kind(), Caller.theHouse());
        }
    }
}
