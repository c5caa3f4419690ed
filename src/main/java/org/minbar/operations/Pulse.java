package org.minbar.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.minbar.journal.Entry;
import org.minbar.journal.Follower;
import org.minbar.journal.Journal;

/**
 * Counts what happens in the newsroom, by kind, for {@code /metrics}: {@code minbar_happenings_total}. Counted on each
 * node since its start, whichever node the happening came from.
 */
@ApplicationScoped
public class Pulse implements Follower {

    @Inject
    private MetricRegistry metrics;

    @Inject
    private Journal journal;

    private volatile long counted = -1;

    protected Pulse() {}

    @Override
    public String name() {
        return "pulse";
    }

    @Override
    public OptionalLong cursor() {
        if (counted < 0) counted = journal.last();
        return OptionalLong.of(counted);
    }

    @Override
    public void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            metrics.counter(new MetricID("minbar_happenings", new Tag("kind", entry.kind())))
                    .inc();
        }
        counted = entries.get(entries.size() - 1).number();
    }
}
