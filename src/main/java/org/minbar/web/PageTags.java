package org.minbar.web;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the page that is being made shows: {@code s12}, or the address of a listing,
 * {@code /fr/sections/culture}. Whoever puts something on the page notes it here. An answer with tags is kept
 * until one of them is evicted; an answer without is made anew each time.
 */
@RequestScoped
public class PageTags {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<String> tags = new TreeSet<>();
    private Duration keep = LONGEST;

    protected PageTags() {}

    /** @param tag printable, without space and comma */
    public void add(String tag) {
        tags.add(tag);
    }

    /** For pages that show what nobody evicts: what was read most. */
    public void keepAtMost(Duration most) {
        if (most.compareTo(keep) < 0) keep = most;
    }

    Collection<String> all() {
        return tags;
    }

    Duration keep() {
        return keep;
    }

    public static String story(long id) {
        return "s" + id;
    }
}
