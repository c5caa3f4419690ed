package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.language.Refusal;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;

/** Publishes the editions whose time has come, a few in each transaction, under the timetable's lease. */
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
    private Editing editing;

    protected DuePublishing() {}

    @Transactional
    public void enrol() {
        journal.enrol(LEASE);
    }

    /** Answers whether there may be more. */
    @Transactional
    public boolean publishSome() {
        if (editions.due(1).isEmpty() || !journal.holdsLease(LEASE)) return false;
        List<Edition> due = editions.due(AT_ONCE);
        for (Edition edition : due) publish(edition);
        return due.size() == AT_ONCE;
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
