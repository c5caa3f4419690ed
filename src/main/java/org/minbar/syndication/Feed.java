package org.minbar.syndication;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minbar.language.Language;
import org.minbar.view.Printable;

/**
 * A listing as partners pull it, in one language. Its items stand in the order given.
 *
 * @param publisher the newsroom's name in the language of the feed; it answers for items without a byline
 * @param self the address of this very document, query and all
 * @param home the listing's page for readers, without a page number: it identifies the listing in every format
 * @param siblings the same listing in each format, this one's too
 * @param updated the newest change to the listing; never earlier than the newest change to an item
 * @param next the following page of the same feed
 * @param hubs the WebSub hubs that announce changes; none means that partners pull
 */
public record Feed(
        String title,
        String description,
        String publisher,
        Language language,
        URI self,
        URI home,
        Map<Format, URI> siblings,
        Instant updated,
        List<FeedItem> items,
        Optional<URI> next,
        List<URI> hubs) {

    public Feed {
        title = Printable.line(title);
        description = Printable.line(description);
        publisher = Printable.line(publisher);
        items = List.copyOf(items);
        hubs = List.copyOf(hubs);
        siblings = sorted(siblings);
        updated = newest(updated, items);
    }

    /** One page, no hub, last changed when its newest item was. An empty one was last changed in 1970. */
    public Feed(
            String title,
            String description,
            String publisher,
            Language language,
            URI self,
            URI home,
            Map<Format, URI> siblings,
            List<FeedItem> items) {
        this(
                title,
                description,
                publisher,
                language,
                self,
                home,
                siblings,
                Instant.EPOCH,
                items,
                Optional.empty(),
                List.of());
    }

    private static Instant newest(Instant updated, List<FeedItem> items) {
        Instant newest = updated;
        for (FeedItem item : items) {
            newest = item.updated().isAfter(newest) ? item.updated() : newest;
        }
        return newest;
    }

    /** Sorted, because the order of an immutable map changes from one start of the machine to the next. */
    private static Map<Format, URI> sorted(Map<Format, URI> siblings) {
        SortedMap<Format, URI> sorted = new TreeMap<>(Comparator.comparing(Format::extension));
        sorted.putAll(siblings);
        return Collections.unmodifiableSortedMap(sorted);
    }
}
