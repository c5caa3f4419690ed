package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Given;
import org.minbar.story.Listing;

/**
 * Leafs through a list of any length: towards the older and the newer from a place in it, which costs the same on every
 * page and skips nothing when something is published meanwhile; or to a page by its number. Nothing is counted.
 */
@ApplicationScoped
public class Leafing {

    static final int LISTED = 20;
    private static final int LAST_PAGE = 5_000;

    @Inject
    private Editions editions;

    protected Leafing() {}

    /**
     * @param self the list's own address, percent-encoded
     * @param asked {@code page}, or {@code before} or {@code after} a place
     * @throws Refusal {@code no-such-page} beyond the end
     * @throws RedirectionException to the first page, where there is no full page of newer ones
     */
    Leaf leaf(Listing listing, String self, MultivaluedMap<String, String> asked) {
        @Nullable String before = asked.getFirst("before");
        if (before != null) return older(listing, self, before);
        @Nullable String after = asked.getFirst("after");
        if (after != null) return newer(listing, self, after);
        @Nullable String page = asked.getFirst("page");
        return numbered(listing, self, page == null ? 1 : Given.number(page, "page", 1, LAST_PAGE));
    }

    private Leaf older(Listing listing, String self, String before) {
        Listing.Place place = Listing.Place.of(before, "before");
        Editions.Page page = editions.publicPage(listing.after(Optional.of(place)));
        if (page.editions().isEmpty()) throw beyond();
        return new Leaf(
                page.editions(),
                Paging.between(newerThan(listing, self, page.editions()), olderThan(self, page.next())),
                "?before=" + place.cursor());
    }

    private Leaf newer(Listing listing, String self, String after) {
        Listing.Place place = Listing.Place.of(after, "after");
        Editions.Page page = editions.publicPage(listing.before(place));
        if (page.next().isEmpty()) {
            throw new RedirectionException(Response.Status.TEMPORARY_REDIRECT, URI.create(self));
        }
        Edition oldest = page.editions().get(page.editions().size() - 1);
        return new Leaf(
                page.editions(),
                Paging.between(
                        newerThan(listing, self, page.editions()),
                        olderThan(self, Optional.of(listing.placeOf(oldest)))),
                "?after=" + place.cursor());
    }

    private Leaf numbered(Listing listing, String self, int number) {
        Editions.Page page = editions.publicPage(listing.page(number));
        if (number > 1 && page.editions().isEmpty()) throw beyond();
        String newer = number == 1 ? "" : number == 2 ? self : newerThan(listing, self, page.editions());
        return new Leaf(
                page.editions(),
                Paging.between(newer, olderThan(self, page.next())),
                number == 1 ? "" : "?page=" + number);
    }

    private static String newerThan(Listing listing, String self, List<Edition> shown) {
        return self + "?after=" + listing.placeOf(shown.get(0)).cursor();
    }

    private static String olderThan(String self, Optional<Listing.Place> next) {
        return next.map(place -> self + "?before=" + place.cursor()).orElse("");
    }

    private static Refusal beyond() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }
}
