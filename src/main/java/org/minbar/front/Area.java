package org.minbar.front;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.minbar.story.Kind;

/** A part of the front page, with so many slots. A new one stands last, so that the slots before it keep their numbers. */
public enum Area {
    LEAD(1, new Rule(Rule.ANY_SECTION, EnumSet.of(Kind.ARTICLE, Kind.REVIEW, Kind.LIVE), Rule.ANY_AGE)),
    BESIDE(3, new Rule(Rule.ANY_SECTION, EnumSet.complementOf(EnumSet.of(Kind.RELEASE, Kind.PAGE)), Rule.ANY_AGE)),
    /** What the editors recommend. */
    CHOICE(4, new Rule(Rule.ANY_SECTION, EnumSet.of(Kind.ARTICLE, Kind.REVIEW), 7));

    private final int slots;
    private final Rule rule;

    Area(int slots, Rule rule) {
        this.slots = slots;
        this.rule = rule;
    }

    /** As messages and styles write it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int slots() {
        return slots;
    }

    /** The area that the slot with this number belongs to, counted through all areas from 0. */
    static Area of(int slot) {
        int first = 0;
        for (Area area : values()) {
            first += area.slots;
            if (slot < first) return area;
        }
        throw new IndexOutOfBoundsException(slot);
    }

    /** The number of its first slot. */
    int first() {
        int first = 0;
        for (Area area : values()) {
            if (area == this) break;
            first += area.slots;
        }
        return first;
    }

    /** The slots of a front page that nobody has arranged yet. */
    static List<Slot> untouched() {
        List<Slot> slots = new ArrayList<>();
        for (Area area : values()) {
            for (int i = 0; i < area.slots; i++) slots.add(new Slot(area.rule));
        }
        return slots;
    }

    /** What a rule may ask for: everything but the pages that stand outside the news. */
    static Set<Kind> news() {
        return EnumSet.complementOf(EnumSet.of(Kind.PAGE));
    }
}
