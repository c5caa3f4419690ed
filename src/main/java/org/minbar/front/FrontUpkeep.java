package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.minbar.journal.Journal;

/** What must be done about front pages while no editor looks, each piece in a transaction of its own. */
@ApplicationScoped
public class FrontUpkeep {

    private static final String LEASE = "readings";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);

    /** More than a front page shows: some may be withdrawn by now. */
    private static final int RANKED = 20;

    @Inject
    private Arranging arranging;

    @Inject
    private Readings readings;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    protected FrontUpkeep() {}

    public FrontUpkeep(Arranging arranging, Readings readings, Journal journal, Clock clock) {
        this.arranging = arranging;
        this.readings = readings;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void enrol() {
        journal.enrol(LEASE);
    }

    /** Gives slots whose time is over back to their rules. */
    @Transactional
    public void tidy() {
        arranging.tidy();
    }

    /** Writes down what was counted, and forgets old hours; answers false while another node is doing so. */
    @Transactional
    public boolean write(Map<Passage, Long> counted) {
        if (!journal.holdsLease(LEASE)) return false;
        readings.add(counted);
        readings.thin(clock.instant().minus(KEPT));
        return true;
    }

    /** The stories read most on all nodes in the last day, by language. */
    @Transactional
    public Map<String, List<Long>> mostRead() {
        Instant now = clock.instant();
        return readings.most(now.minus(A_DAY), RANKED);
    }
}
