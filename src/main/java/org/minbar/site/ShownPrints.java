package org.minbar.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.minbar.journal.Journal;

/**
 * Prints that readers were shown a moment ago, to be shown again without asking anybody. Whatever is committed on this node
 * empties it before the commit is answered; what another node commits is seen after a second at most.
 */
@ApplicationScoped
public class ShownPrints {

    private static final long BYTES_IN_ALL = 24L << 20;
    static final long LARGEST = 512L << 10;

    @Inject
    private Journal journal;

    private final AtomicLong commits = new AtomicLong();

    private final Cache<String, Kept> shown = Caffeine.newBuilder()
            .maximumWeight(BYTES_IN_ALL)
            .weigher((String path, Kept print) -> print.bytes().length)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    protected ShownPrints() {}

    /** @param at how much was committed when somebody looked whether the public may see it */
    record Kept(byte[] bytes, String tag, String type, long at) {}

    @PostConstruct
    void listen() {
        journal.wake(commits::incrementAndGet);
    }

    /** To be asked before the gate is; goes back with what is kept. */
    long now() {
        return commits.get();
    }

    void keep(String path, Kept print) {
        shown.put(path, print);
    }

    Optional<Kept> find(String path) {
        return Optional.ofNullable(shown.getIfPresent(path)).filter(print -> print.at() == commits.get());
    }
}
