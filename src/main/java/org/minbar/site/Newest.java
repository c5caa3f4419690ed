package org.minbar.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.minbar.story.Editions;
import org.minbar.story.Listing;

/**
 * Which stories are the newest about a topic or in a section, remembered for a minute: every story's page asks for those
 * that are related to it, and thousands of stories share a topic. Only numbers are remembered; whoever shows them asks
 * {@link Editions} whether readers may see them now.
 */
@ApplicationScoped
public class Newest {

    private static final int MOST_LISTS = 20_000;

    @Inject
    private Editions editions;

    private final Cache<String, List<Long>> lists = Caffeine.newBuilder()
            .maximumSize(MOST_LISTS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    protected Newest() {}

    /** @param address of the listing: by it {@link Pressing} says that something in it has changed */
    List<Long> of(String address, Listing listing) {
        return lists.get(address, each -> editions.publicStories(listing));
    }

    void forget(Set<String> addresses) {
        lists.invalidateAll(addresses);
    }

    void forgetAll() {
        lists.invalidateAll();
    }
}
