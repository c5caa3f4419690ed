package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the readers of this node in memory, and knows which stories are read most on all nodes together. A reading
 * costs no row: {@link FrontUpkeep} writes down every ten seconds what has come together.
 */
@ApplicationScoped
public class Turnstile {

    private final Map<Passage, Long> counted = new ConcurrentHashMap<>();

    private volatile Map<String, List<Long>> most = Map.of();

    @Inject
    private Clock clock;

    protected Turnstile() {}

    public Turnstile(Clock clock) {
        this.clock = clock;
    }

    /** Somebody reads the edition. The caller has made sure that it is one that the public may see. */
    public void count(long story, String lang) {
        counted.merge(Passage.at(clock.instant(), story, lang), 1L, Long::sum);
    }

    /** The stories that were read most in the last day, the most read first; whether they are public still is for others to say. */
    public List<Long> mostRead(String lang) {
        return most.getOrDefault(lang, List.of());
    }

    /** What has come together and is not written down. */
    Map<Passage, Long> counted() {
        return Map.copyOf(counted);
    }

    /** That much is written down now. */
    void written(Map<Passage, Long> down) {
        down.forEach((passage, times) ->
                counted.computeIfPresent(passage, (same, now) -> now.equals(times) ? null : now - times));
    }

    void rank(Map<String, List<Long>> ranking) {
        most = Map.copyOf(ranking);
    }
}
