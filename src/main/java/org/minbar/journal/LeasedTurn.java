package org.minbar.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;

/** One turn of a follower that works once per cluster: lease, work and the cursor's move in a single transaction. */
@ApplicationScoped
public class LeasedTurn {

    @Inject
    private Journal journal;

    protected LeasedTurn() {}

    LeasedTurn(Journal journal) {
        this.journal = journal;
    }

    /** Answers whether there may be more to do. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean take(Follower follower) {
        OptionalLong cursor = journal.lease(follower.name());
        if (cursor.isEmpty()) return false;
        List<Entry> entries = journal.after(cursor.getAsLong(), Follower.MOST_ENTRIES);
        if (entries.isEmpty()) return false;
        follower.follow(entries);
        journal.moveTo(follower.name(), entries.get(entries.size() - 1).number());
        return entries.size() == Follower.MOST_ENTRIES;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void enrol(Follower follower) {
        journal.enrol(follower.name());
    }
}
