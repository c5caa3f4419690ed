package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.minbar.journal.Journal;

/** What the library does by itself, on whichever node holds the lease: it tells of rights that end, and clears away. */
@ApplicationScoped
public class Upkeep {

    private static final String LEASE = "library";
    private static final int AT_ONCE = 50;

    @Inject
    private MediaFiles files;

    @Inject
    private Receiving receiving;

    @Inject
    private Journal journal;

    protected Upkeep() {}

    @Transactional
    public void enrol() {
        journal.enrol(LEASE);
    }

    /** Tells, once each, whose rights end within a week and whose have ended; answers whether there may be more. */
    @Transactional
    public boolean tellOfRights() {
        if (files.ending(1).isEmpty() || !journal.holdsLease(LEASE)) return false;
        int told = 0;
        for (MediaFile file : files.ending(AT_ONCE)) {
            file.tellExpiry(files.today()).ifPresent(journal::record);
            told++;
        }
        return told == AT_ONCE;
    }

    /** Gives up arrivals that nobody came back to; answers whether there may be more. */
    @Transactional
    public boolean clearArrivals() {
        return journal.holdsLease(LEASE) && receiving.forgetOld(AT_ONCE) == AT_ONCE;
    }
}
