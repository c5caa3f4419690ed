package org.minbar.front;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.story.Editions.Filed;

/**
 * What stands in each slot of a front page. It is worked out from what it is given and from nothing else: the public
 * editions of one language, so that no story of another can come in, each in one slot at most.
 */
public record Arrangement(List<Place> places) {

    /**
     * @param story what it shows; empty when there are fewer stories than slots
     * @param byHand whether an editor put it there
     */
    public record Place(int number, Area area, Slot slot, Optional<Long> story, boolean byHand) {

        /** The story that an editor put there and that readers may not see now. */
        public Optional<Long> passedOver() {
            return byHand ? Optional.empty() : slot.story();
        }
    }

    private static final Comparator<Filed> NEWEST =
            Comparator.comparing(Filed::published).thenComparing(Filed::story).reversed();

    /**
     * @param stories whatever is public and may be shown: the newest, and those of the stories in the slots that are
     *     public; in any order, the same one twice does no harm
     * @param today the newsroom's day
     */
    static Arrangement of(List<Slot> slots, Collection<Filed> stories, LocalDate today, ZoneId zone, Instant now) {
        List<Filed> newest = stories.stream()
                .collect(Collectors.toMap(Filed::story, Function.identity(), (one, again) -> one))
                .values()
                .stream()
                .sorted(NEWEST)
                .toList();
        Set<Long> free = newest.stream().map(Filed::story).collect(Collectors.toCollection(HashSet::new));
        List<Optional<Long>> byHand = new ArrayList<>();
        for (Slot slot : slots) {
            byHand.add(slot.isOver(now) ? Optional.empty() : slot.story().filter(free::remove));
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Optional<Long> story = byHand.get(i);
            boolean held = story.isPresent();
            if (!held) story = byRule(slot.rule(), newest, free, today, zone);
            story.ifPresent(free::remove);
            places.add(new Place(i, Area.of(i), slot.isOver(now) ? slot.free() : slot, story, held));
        }
        return new Arrangement(places);
    }

    private static Optional<Long> byRule(Rule rule, List<Filed> newest, Set<Long> free, LocalDate today, ZoneId zone) {
        for (Predicate<Filed> fits : rule.lessAndLess(today, zone)) {
            Optional<Long> found = newest.stream()
                    .filter(story -> free.contains(story.story()))
                    .filter(fits)
                    .map(Filed::story)
                    .findFirst();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** The stories in an area, in the order of its slots. */
    public List<Long> in(Area area) {
        return places.stream()
                .filter(place -> place.area() == area)
                .flatMap(place -> place.story().stream())
                .toList();
    }

    /** The stories in all areas. */
    public Stream<Long> stories() {
        return places.stream().flatMap(place -> place.story().stream());
    }
}
