package org.minbar.front;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.story.Kind;

/** A place on the front page: its rule and, where an editor put one there, its story. It never changes; a front page takes another. */
@Embeddable
public class Slot {

    @Column(name = "story_id")
    private @Nullable Long story;

    @Column(name = "story_until")
    private @Nullable Instant until;

    @Column(name = "section_id")
    private @Nullable Long section;

    private String kinds = "";

    private int days;

    protected Slot() {}

    Slot(Rule rule) {
        this(rule, null, null);
    }

    private Slot(Rule rule, @Nullable Long story, @Nullable Instant until) {
        this.section = rule.section() == Rule.ANY_SECTION ? null : rule.section();
        this.kinds = rule.kinds().stream().map(Kind::tag).sorted().collect(Collectors.joining(" "));
        this.days = rule.days();
        this.story = story;
        this.until = until;
    }

    /** Holds the story until then, or for good. */
    Slot holding(long newStory, Optional<Instant> end) {
        return new Slot(rule(), newStory, end.orElse(null));
    }

    /** Holds what the other one holds; its rule stays its own. */
    Slot holdingAs(Slot other) {
        return new Slot(rule(), other.story, other.until);
    }

    Slot free() {
        return new Slot(rule());
    }

    Slot ruled(Rule rule) {
        return new Slot(rule, story, until);
    }

    /** The story that an editor put there, whoever may see it. */
    public Optional<Long> story() {
        return Optional.ofNullable(story);
    }

    /** When the rule takes over again, where the editor said so. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    boolean holds(long someStory) {
        return story != null && story == someStory;
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    public Rule rule() {
        Set<Kind> asked = kinds.isEmpty()
                ? Set.of()
                : Arrays.stream(kinds.split(" "))
                        .map(Kind::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        return new Rule(section == null ? Rule.ANY_SECTION : section, asked, days);
    }
}
