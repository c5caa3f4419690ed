package org.minbar.front;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** A line a slot. They are read and written together, so they are one value and not rows. */
    private String slots;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Front() {}

    /** As it is before anybody touches it: every slot is filled by its rule. */
    Front(Language language) {
        this.lang = language.tag();
        this.slots = written(Area.untouched());
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
        List<Slot> next = without(story);
        next.set(slot, next.get(slot).holding(story, until));
        return arranged(next, by);
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
        List<Slot> next = slots();
        if (!next.get(from).holds(shown)) {
            next = without(shown);
            next.set(from, next.get(from).holding(shown, Optional.empty()));
        }
        Slot here = next.get(from);
        Slot there = next.get(to);
        next.set(to, there.holdingAs(here));
        next.set(from, here.holdingAs(there));
        return arranged(next, by);
    }

    /** Gives a slot back to its rule. */
    FrontArranged clear(int slot, Caller by) {
        mustBeOpenTo(by);
        mustExist(slot);
        List<Slot> next = slots();
        next.set(slot, next.get(slot).free());
        return arranged(next, by);
    }

    FrontArranged rule(int slot, Rule rule, Caller by) {
        mustBeOpenTo(by);
        mustExist(slot);
        List<Slot> next = slots();
        next.set(slot, next.get(slot).ruled(rule));
        return arranged(next, by);
    }

    /** Gives the slots whose time is over back to their rules; says nothing where there are none. */
    Optional<FrontArranged> tidy(Instant now) {
        if (!isOver(now)) return Optional.empty();
        slots = written(slots().stream()
                .map(slot -> slot.isOver(now) ? slot.free() : slot)
                .toList());
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
        return slots().stream().anyMatch(slot -> slot.holds(story));
    }

    /** Whether the time of one of its slots is over. */
    boolean isOver(Instant now) {
        return slots().stream().anyMatch(slot -> slot.isOver(now));
    }

    private List<Slot> without(long story) {
        List<Slot> next = slots();
        next.replaceAll(slot -> slot.holds(story) ? slot.free() : slot);
        return next;
    }

    private void mustExist(int slot) {
        if (slot < 0 || slot >= slots().size()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-slot");
    }

    private FrontArranged arranged(List<Slot> next, Caller by) {
        slots = written(next);
        return new FrontArranged(by.id(), lang);
    }

    public String lang() {
        return lang;
    }

    /** As many as there are, in a list of the caller's own; areas that came later are untouched. */
    public List<Slot> slots() {
        List<Slot> read = Area.untouched();
        List<Slot> kept = slots.lines().map(Slot::read).toList();
        for (int i = 0; i < Math.min(read.size(), kept.size()); i++) read.set(i, kept.get(i));
        return read;
    }

    private static String written(List<Slot> slots) {
        return slots.stream().map(Slot::line).collect(Collectors.joining("\n"));
    }

    /** Counts the changes; the one that a caller must have seen to make the next. 0 before the first. */
    public long version() {
        return version;
    }
}
