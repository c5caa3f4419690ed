package org.minbar.front;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.journal.Happening;
import org.minbar.language.Language;
import org.minbar.language.Refusal;

/** The front page in one language, as the editors arranged it: its slots, numbered through all areas from 0. */
@Entity
@Table(name = "front")
public class Front {

    @Id
    private String lang;

    @ElementCollection
    @CollectionTable(name = "front_slot", joinColumns = @JoinColumn(name = "lang"))
    @OrderColumn(name = "position")
    private List<Slot> slots = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Front() {}

    /** As it is before anybody touches it: every slot is filled by its rule. */
    Front(Language language) {
        this.lang = language.tag();
        this.slots.addAll(Area.untouched());
    }

    /**
     * Puts a story into a slot, until then or for good. A story stands once: where it was before, the rule takes over.
     *
     * @param until after now
     */
    FrontArranged place(int slot, long story, Optional<Instant> until, Caller by, Clock clock) {
        mustBeOpenTo(by);
        mustExist(slot);
        until.filter(end -> !end.isAfter(clock.instant())).ifPresent(end -> {
            throw new Refusal(Refusal.Reason.MALFORMED, "in-the-past", Map.of("value", end.toString()), "until");
        });
        free(story);
        slots.set(slot, slots.get(slot).holding(story, until));
        return arrangedBy(by);
    }

    /**
     * Moves what a slot shows to another one, and what an editor had put there the other way.
     *
     * @param shown what the slot shows, which may be there by its rule
     */
    FrontArranged move(int from, int to, long shown, Caller by) {
        mustBeOpenTo(by);
        mustExist(from);
        mustExist(to);
        if (!slots.get(from).holds(shown)) {
            free(shown);
            slots.set(from, slots.get(from).holding(shown, Optional.empty()));
        }
        Slot here = slots.get(from);
        Slot there = slots.get(to);
        slots.set(to, there.holdingAs(here));
        slots.set(from, here.holdingAs(there));
        return arrangedBy(by);
    }

    /** Gives a slot back to its rule. */
    FrontArranged clear(int slot, Caller by) {
        mustBeOpenTo(by);
        mustExist(slot);
        slots.set(slot, slots.get(slot).free());
        return arrangedBy(by);
    }

    FrontArranged rule(int slot, Rule rule, Caller by) {
        mustBeOpenTo(by);
        mustExist(slot);
        slots.set(slot, slots.get(slot).ruled(rule));
        return arrangedBy(by);
    }

    /** Gives the slots whose time is over back to their rules; says nothing where there are none. */
    Optional<FrontArranged> tidy(Instant now) {
        if (slots.stream().noneMatch(slot -> slot.isOver(now))) return Optional.empty();
        slots.replaceAll(slot -> slot.isOver(now) ? slot.free() : slot);
        return Optional.of(new FrontArranged(Happening.THE_HOUSE, lang));
    }

    /** @throws Refusal {@code not-allowed} for whoever does not publish in its language */
    void mustBeOpenTo(Caller caller) {
        caller.needs(Permission.PUBLISH, lang);
    }

    /** @throws Refusal {@code front-changed} when somebody has arranged it since */
    void mustBeAt(long seen) {
        if (version != seen) throw new Refusal(Refusal.Reason.CONFLICT, "front-changed");
    }

    /** Whether an editor put the story into one of its slots. */
    boolean holds(long story) {
        return slots.stream().anyMatch(slot -> slot.holds(story));
    }

    private void free(long story) {
        slots.replaceAll(slot -> slot.holds(story) ? slot.free() : slot);
    }

    private void mustExist(int slot) {
        if (slot < 0 || slot >= slots.size()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-slot");
    }

    private FrontArranged arrangedBy(Caller by) {
        return new FrontArranged(by.id(), lang);
    }

    public String lang() {
        return lang;
    }

    public List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** Counts the changes; the one that a caller must have seen to make the next. 0 before the first. */
    public long version() {
        return version;
    }
}
