package org.minbar.front;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.minbar.story.Editions.Filed;
import org.minbar.story.Kind;

/**
 * What fills a slot that no editor has filled: the newest story that it fits, and that stands nowhere above.
 *
 * @param section the number of a section, or {@link #ANY_SECTION}
 * @param kinds none for any
 * @param days at most so many days old, or {@link #ANY_AGE}. Days are counted from the beginning of the newsroom's day, so
 *     that a page is the same from one midnight to the next as long as nothing happens.
 */
public record Rule(long section, Set<Kind> kinds, int days) {

    public static final long ANY_SECTION = 0;
    public static final int ANY_AGE = 0;

    public Rule {
        kinds = Set.copyOf(kinds);
    }

    /** Whether it leaves anything out, its age aside. */
    boolean chooses() {
        return section != ANY_SECTION || !kinds.isEmpty();
    }

    boolean fitsIn(Filed story) {
        return fitsSection(story) && fitsKind(story);
    }

    /**
     * What it asks for, less and less of it: first it may be older, then of another section, then of another kind. So
     * no slot is empty as long as there is a story that stands nowhere else.
     */
    List<Predicate<Filed>> lessAndLess(LocalDate today, ZoneId zone) {
        Predicate<Filed> young = story -> isYoung(story, today, zone);
        return List.of(young.and(this::fitsSection).and(this::fitsKind), this::fitsIn, this::fitsKind, story -> true);
    }

    private boolean fitsSection(Filed story) {
        return section == ANY_SECTION || story.section() == section;
    }

    private boolean fitsKind(Filed story) {
        return kinds.isEmpty() || kinds.contains(story.kind());
    }

    private boolean isYoung(Filed story, LocalDate today, ZoneId zone) {
        if (days == ANY_AGE) return true;
        return !story.published()
                .isBefore(today.minusDays(days).atStartOfDay(zone).toInstant());
    }
}
