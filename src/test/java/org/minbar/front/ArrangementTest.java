package org.minbar.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.minbar.front.Arrangement.Place;
import org.minbar.story.Editions.Filed;
import org.minbar.story.Kind;

/** What stands in which slot, worked out without a database. */
class ArrangementTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZONE);
    private static final long CULTURE = 4;
    private static final long SPORTS = 5;

    private static Filed story(long number, Kind kind, long section, int daysOld) {
        return new Filed(
                number, kind, section, NOON.minus(Duration.ofDays(daysOld)).minusSeconds(number));
    }

    private static Filed article(long number) {
        return story(number, Kind.ARTICLE, CULTURE, 0);
    }

    private static Arrangement arranged(List<Slot> slots, List<Filed> stories) {
        return Arrangement.of(slots, stories, TODAY, ZONE, NOON);
    }

    private static List<Slot> untouched() {
        return new ArrayList<>(Area.untouched());
    }

    private static Slot ruled(long section, Set<Kind> kinds, int days) {
        return new Slot(new Rule(section, kinds, days));
    }

    @Test
    void untouched_the_newest_weighty_story_leads_and_briefs_and_releases_do_not() {
        Arrangement arrangement = arranged(
                untouched(),
                List.of(
                        story(1, Kind.BRIEF, SPORTS, 0),
                        story(2, Kind.RELEASE, SPORTS, 0),
                        story(3, Kind.LIVE, SPORTS, 0),
                        article(4),
                        article(5),
                        article(6)));
        assertThat(arrangement.in(Area.LEAD)).containsExactly(3L);
        assertThat(arrangement.in(Area.BESIDE)).containsExactly(1L, 4L, 5L);
        assertThat(arrangement.in(Area.CHOICE))
                .as("the release comes last of all")
                .containsExactly(6L, 2L);
    }

    @Test
    void what_an_editor_put_there_stands_there_and_nowhere_else() {
        List<Slot> slots = untouched();
        slots.set(2, slots.get(2).holding(1, Optional.empty()));
        Arrangement arrangement = arranged(slots, List.of(article(1), article(2), article(3)));
        assertThat(arrangement.places().get(2).byHand()).isTrue();
        assertThat(arrangement.stories()).containsExactly(2L, 3L, 1L);
    }

    @Test
    void what_readers_may_not_see_is_passed_over_and_comes_back() {
        List<Slot> slots = untouched();
        slots.set(0, slots.get(0).holding(9, Optional.empty()));
        Arrangement without = arranged(slots, List.of(article(1), article(2)));
        assertThat(without.in(Area.LEAD)).containsExactly(1L);
        assertThat(without.places().get(0).passedOver()).contains(9L);
        Arrangement with = arranged(slots, List.of(article(1), article(2), article(9)));
        assertThat(with.in(Area.LEAD)).containsExactly(9L);
        assertThat(with.places().get(0).passedOver()).isEmpty();
    }

    @Test
    void a_slot_goes_back_to_its_rule_at_the_very_instant() {
        List<Slot> slots = untouched();
        slots.set(0, slots.get(0).holding(2, Optional.of(NOON)));
        List<Filed> stories = List.of(article(1), article(2), article(3));
        assertThat(Arrangement.of(slots, stories, TODAY, ZONE, NOON.minusMillis(1))
                        .in(Area.LEAD))
                .containsExactly(2L);
        assertThat(arranged(slots, stories).in(Area.LEAD)).containsExactly(1L);
    }

    @Test
    void a_rule_lets_go_of_the_age_first_then_of_the_section_then_of_the_kind() {
        Slot sportsReview = ruled(SPORTS, EnumSet.of(Kind.REVIEW), 2);
        Filed fits = story(1, Kind.REVIEW, SPORTS, 1);
        Filed older = story(2, Kind.REVIEW, SPORTS, 30);
        Filed elsewhere = story(3, Kind.REVIEW, CULTURE, 0);
        Filed otherKind = story(4, Kind.ARTICLE, SPORTS, 0);
        List<Filed> stories = new ArrayList<>(List.of(otherKind, elsewhere, older, fits));
        for (long expected : List.of(1L, 2L, 3L, 4L)) {
            assertThat(arranged(List.of(sportsReview), stories).stories()).containsExactly(expected);
            stories.remove(stories.size() - 1);
        }
        assertThat(arranged(List.of(sportsReview), stories).stories()).isEmpty();
    }

    @Test
    void an_age_is_counted_from_the_beginning_of_the_day() {
        Slot twoDays = ruled(Rule.ANY_SECTION, EnumSet.of(Kind.ARTICLE), 2);
        Instant start = TODAY.minusDays(2).atStartOfDay(ZONE).toInstant();
        Filed young = new Filed(1, Kind.ARTICLE, CULTURE, start);
        Filed old = new Filed(2, Kind.ARTICLE, CULTURE, start.minusMillis(1));
        Rule rule = twoDays.rule();
        assertThat(rule.lessAndLess(TODAY, ZONE).get(0)).accepts(young).rejects(old);
    }

    @Test
    void a_slot_remembers_its_rule() {
        Rule rule = new Rule(SPORTS, EnumSet.of(Kind.REVIEW, Kind.LIVE), 14);
        assertThat(new Slot(rule).holding(7, Optional.empty()).rule()).isEqualTo(rule);
        Rule anything = new Rule(Rule.ANY_SECTION, Set.of(), Rule.ANY_AGE);
        assertThat(new Slot(anything).rule()).isEqualTo(anything);
    }

    /** Slots, rules, stories and what is in the slots, thrown together; the promises hold whatever comes. */
    @RepeatedTest(40)
    void no_slot_is_empty_while_a_story_is_left_and_none_stands_twice() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            List<Filed> stories = stories(random);
            List<Slot> slots = slots(random);
            List<Filed> shuffled = new ArrayList<>(stories);
            java.util.Collections.shuffle(shuffled, random);
            shuffled.addAll(stories.subList(0, stories.size() / 2));
            Arrangement arrangement = arranged(slots, shuffled);
            List<Long> standing = arrangement.stories().toList();
            Set<Long> known = stories.stream().map(Filed::story).collect(Collectors.toSet());

            assertThat(standing)
                    .as("seed %d, round %d", seed, round)
                    .doesNotHaveDuplicates()
                    .hasSize(Math.min(slots.size(), known.size()))
                    .allMatch(known::contains);
            for (Place place : arrangement.places()) held(place, slots, known, seed);
        }
    }

    /** Each story that an editor put there and readers may see stands in the first slot that holds it. */
    private static void held(Place place, List<Slot> slots, Set<Long> known, long seed) {
        Slot slot = slots.get(place.number());
        boolean wanted =
                !slot.isOver(NOON) && slot.story().filter(known::contains).isPresent();
        boolean first = slots.subList(0, place.number()).stream()
                .noneMatch(before -> !before.isOver(NOON) && before.story().equals(slot.story()));
        assertThat(place.byHand()).as("seed %d, slot %d", seed, place.number()).isEqualTo(wanted && first);
        if (place.byHand()) assertThat(place.story()).isEqualTo(slot.story());
    }

    private static List<Filed> stories(Random random) {
        List<Filed> stories = new ArrayList<>();
        int count = random.nextInt(30);
        Set<Long> numbers = new HashSet<>();
        while (numbers.size() < count) numbers.add((long) random.nextInt(60));
        Kind[] kinds = Area.news().toArray(Kind[]::new);
        for (long number : numbers) {
            stories.add(story(number, kinds[random.nextInt(kinds.length)], 1 + random.nextInt(6), random.nextInt(40)));
        }
        stories.sort(Comparator.comparing(Filed::published));
        return stories;
    }

    private static List<Slot> slots(Random random) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < Area.untouched().size(); i++) {
            Set<Kind> kinds =
                    Area.news().stream().filter(kind -> random.nextInt(3) == 0).collect(Collectors.toSet());
            Slot slot = ruled(random.nextInt(7), kinds, random.nextInt(4) * 5);
            Optional<Instant> until =
                    random.nextBoolean() ? Optional.empty() : Optional.of(NOON.plusSeconds(random.nextInt(9) - 4L));
            slots.add(random.nextInt(3) == 0 ? slot : slot.holding(random.nextInt(60), until));
        }
        return slots;
    }
}
