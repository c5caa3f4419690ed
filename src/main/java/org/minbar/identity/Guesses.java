package org.minbar.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.minbar.language.Refusal;

/**
 * Throttles the guessing of passwords: after five wrong ones for an e-mail address, or twenty from one network
 * address, the next try must wait, each time twice as long, up to a quarter of an hour. A right password clears the
 * count of its e-mail address. Counted on each node, in memory, and forgotten after an hour.
 */
@ApplicationScoped
public class Guesses {

    private static final int FREE_PER_EMAIL = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    @Inject
    private Clock clock;

    // Bounded: a flood of invented addresses must not fill the memory.
    private final Cache<String, Wrong> wrong = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Wrong(int times, Instant until) {}

    protected Guesses() {}

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refusal with the seconds to wait, while one of the two must wait */
    void mayTry(String email, String address) {
        Instant now = clock.instant();
        for (String key : List.of(email, "@" + address)) {
            Wrong so = wrong.getIfPresent(key);
            if (so != null && now.isBefore(so.until())) {
                long seconds = Math.max(1, Duration.between(now, so.until()).toSeconds());
                throw new Refusal(Refusal.Reason.TOO_OFTEN, "too-often", Map.of("seconds", seconds));
            }
        }
    }

    void wasWrong(String email, String address) {
        count(email, FREE_PER_EMAIL);
        count("@" + address, FREE_PER_ADDRESS);
    }

    void wasRight(String email) {
        wrong.invalidate(email);
    }

    private void count(String key, int free) {
        wrong.asMap().compute(key, (same, before) -> {
            int times = before == null ? 1 : before.times() + 1;
            return new Wrong(times, clock.instant().plus(waitAfter(times - free)));
        });
    }

    private static Duration waitAfter(int tooMany) {
        if (tooMany < 0) return Duration.ZERO;
        Duration wait = Duration.ofSeconds(1L << Math.min(tooMany, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
