package org.minbar.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many may listen on this node: in all, by the memory there is, and from one address, behind which may stand one
 * person's script or, with a telephone company, a whole town.
 */
@ApplicationScoped
public class Audience {

    /** Measured: what an open reader takes, its connection included, with some room. */
    private static final long BYTES_EACH = 48L << 10;

    private final int most;
    private final int mostFromOne;
    private final AtomicInteger there = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    protected Audience() {
        this(1);
    }

    @Inject
    public Audience(@ConfigProperty(name = "minbar.live.per.address", defaultValue = "500") int mostFromOne) {
        this((int) Math.min(100_000, Runtime.getRuntime().maxMemory() * 6 / 10 / BYTES_EACH), mostFromOne);
    }

    Audience(int most, int mostFromOne) {
        this.most = most;
        this.mostFromOne = mostFromOne;
    }

    /** Answers false when there is no place; who gets true must {@link #leave}. */
    boolean enter(String address) {
        if (there.incrementAndGet() > most) {
            there.decrementAndGet();
            return false;
        }
        int now = byAddress.merge(address, 1, Integer::sum);
        if (now <= mostFromOne) return true;
        leave(address);
        return false;
    }

    void leave(String address) {
        byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        there.decrementAndGet();
    }

    boolean isFull() {
        return there.get() >= most;
    }
}
