package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;

/** Lets lines out whose time has come, and ends coverage that has fallen silent; on one node at a time. */
@ApplicationScoped
public class LiveUpkeep {

    private static final String LEASE = "live";
    private static final int AT_ONCE = 20;
    private static final int MOST_GOING = 500;

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private Ticking ticking;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    protected LiveUpkeep() {}

    public LiveUpkeep(Tickers tickers, Flashes flashes, Ticking ticking, Journal journal, Clock clock) {
        this.tickers = tickers;
        this.flashes = flashes;
        this.ticking = ticking;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public void enrol() {
        journal.enrol(LEASE);
    }

    /** Answers whether there may be more. */
    @Transactional
    public boolean letOutSome() {
        if (flashes.due(clock.instant(), 1).isEmpty() || !journal.holdsLease(LEASE)) return false;
        List<Flash> due = flashes.due(clock.instant(), AT_ONCE);
        for (Flash flash : due) ticking.publish(flash, Caller.theHouse());
        return due.size() == AT_ONCE;
    }

    @Transactional
    public void endTheSilent() {
        if (!journal.holdsLease(LEASE)) return;
        Instant now = clock.instant();
        for (Ticker ticker : tickers.going(MOST_GOING)) {
            Duration quiet = ticker.quiet().orElseThrow();
            boolean silent = flashes.lastTold(ticker.name())
                    .filter(last -> last.plus(quiet).isBefore(now))
                    .isPresent();
            if (silent) ticking.end(ticker.name(), Caller.theHouse());
        }
    }
}
