package org.minbar.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.minbar.journal.Journal;
import org.minbar.web.Parcel;

/**
 * Prints that readers were shown a moment ago, to be shown again without asking anybody. Whatever is committed on this node
 * empties it before the commit is answered; what another node commits is seen after a second at most.
 */
@ApplicationScoped
public class ShownPrints {

    private static final long BYTES_IN_ALL = 24L << 20;
    private static final long LARGEST = 512L << 10;

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
        journal.wake(number -> commits.incrementAndGet());
    }

    /** To be asked before the gate is; goes back with what is kept. */
    long now() {
        return commits.get();
    }

    /** Whether somebody asks for the whole of a print that is small enough. */
    boolean takes(HttpServletRequest asked, Parcel print) {
        return isWhole(asked) && asked.getHeader("If-None-Match") == null && print.length() <= LARGEST;
    }

    /** Keeps it; answers the same, read already. */
    Parcel keep(HttpServletRequest asked, Parcel print, long at) {
        byte[] bytes = print.whole();
        shown.put(asked.getRequestURI(), new Kept(bytes, print.tag(), print.type(), at));
        return print.of(bytes);
    }

    Optional<Kept> find(HttpServletRequest asked) {
        return isWhole(asked)
                ? Optional.ofNullable(shown.getIfPresent(asked.getRequestURI()))
                        .filter(print -> print.at() == commits.get())
                : Optional.empty();
    }

    private static boolean isWhole(HttpServletRequest asked) {
        return asked.getMethod().equals("GET") && asked.getHeader("Range") == null;
    }
}
