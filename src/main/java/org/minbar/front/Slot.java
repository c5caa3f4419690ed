package org.minbar.front;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.story.Kind;

/**
 * A place on the front page.
 *
 * @param story the one that an editor put there, whoever may see it
 * @param until when the rule takes over again, where the editor said so
 * @param rule what fills it otherwise
 */
public record Slot(Optional<Long> story, Optional<Instant> until, Rule rule) {

    Slot(Rule rule) {
        this(Optional.empty(), Optional.empty(), rule);
    }

    /** Holds the story until then, or for good. */
    Slot holding(long newStory, Optional<Instant> end) {
        return new Slot(Optional.of(newStory), end, rule);
    }

    /** Holds what the other one holds; its rule stays its own. */
    Slot holdingAs(Slot other) {
        return new Slot(other.story, other.until, rule);
    }

    Slot free() {
        return new Slot(rule);
    }

    Slot ruled(Rule newRule) {
        return new Slot(story, until, newRule);
    }

    boolean holds(long someStory) {
        return story.filter(held -> held == someStory).isPresent();
    }

    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** A line of {@link Front}: {@code story until section kinds days}, a hyphen for nothing, kinds joined by commas. */
    String line() {
        String kinds = rule.kinds().stream().map(Kind::tag).sorted().collect(Collectors.joining(","));
        return String.join(
                " ",
                story.map(String::valueOf).orElse("-"),
                until.map(Instant::toString).orElse("-"),
                String.valueOf(rule.section()),
                kinds.isEmpty() ? "-" : kinds,
                String.valueOf(rule.days()));
    }

    static Slot read(String line) {
        String[] parts = line.split(" ");
        Set<Kind> kinds = given(parts[3])
                .map(tags -> Arrays.stream(tags.split(",")).map(Kind::of).collect(Collectors.toSet()))
                .orElse(Set.of());
        return new Slot(
                given(parts[0]).map(Long::valueOf),
                given(parts[1]).map(Instant::parse),
                new Rule(Long.parseLong(parts[2]), kinds, Integer.parseInt(parts[4])));
    }

    private static Optional<String> given(String part) {
        return part.equals("-") ? Optional.empty() : Optional.of(part);
    }
}
