package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Editions;
import org.minbar.story.Editions.Filed;
import org.minbar.story.Listing;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;

/** Arranges front pages, within the caller's transaction: what an editor changes, and what then stands where. */
@ApplicationScoped
public class Arranging {

    /** The newest that a front page is made of. What a rule asks for and does not find there is looked for by itself. */
    private static final int NEWEST = 200;

    @Inject
    private Fronts fronts;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Journal journal;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    protected Arranging() {}

    public Arranging(
            Fronts fronts,
            Editions editions,
            Sections sections,
            Journal journal,
            Languages languages,
            Clock clock,
            ZoneId zone) {
        this.fronts = fronts;
        this.editions = editions;
        this.sections = sections;
        this.journal = journal;
        this.languages = languages;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A front page as readers see it now.
     *
     * @param newest the newest public editions, those in the slots among them
     */
    public record Arranged(Front front, Arrangement arrangement, List<Filed> newest) {}

    public Arranged now(Language language) {
        Front front = fronts.of(language);
        String lang = language.tag();
        List<Filed> newest = editions.publicFiled(Listing.news(lang, NEWEST), Set.of());
        List<Filed> stories = new ArrayList<>(newest);
        List<Long> held =
                front.slots().stream().flatMap(slot -> slot.story().stream()).toList();
        stories.addAll(editions.publicFiled(lang, held));
        if (newest.size() == NEWEST) stories.addAll(older(front, newest, lang));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Arranged(front, Arrangement.of(front.slots(), stories, today, zone, now), newest);
    }

    /** What the rules ask for and the newest have too little of. */
    private List<Filed> older(Front front, List<Filed> newest, String lang) {
        Set<Rule> rules = new LinkedHashSet<>();
        front.slots().stream().map(Slot::rule).filter(Rule::chooses).forEach(rules::add);
        List<Filed> older = new ArrayList<>();
        int slots = front.slots().size();
        for (Rule rule : rules) {
            if (newest.stream().filter(rule::fitsIn).limit(slots).count() == slots) continue;
            Listing listing = Listing.news(lang, slots).inSection(slug(rule.section()));
            older.addAll(editions.publicFiled(listing, rule.kinds()));
        }
        return older;
    }

    private @Nullable String slug(long section) {
        return sections.all().stream()
                .filter(each -> each.id() == section)
                .map(Section::slug)
                .findFirst()
                .orElse(null);
    }

    /**
     * Changes a front page that the editor has seen at this version.
     *
     * @throws org.minbar.language.Refusal {@code front-changed} when somebody has arranged it since
     */
    void change(Language language, long seen, Caller by, Function<Front, FrontArranged> change) {
        Front front = fronts.getToChange(language);
        front.mustBeOpenTo(by);
        front.mustBeAt(seen);
        journal.record(change.apply(front));
    }

    /** Gives slots whose time is over back to their rules. */
    void tidy() {
        for (String lang : fronts.over(clock.instant())) {
            languages.find(lang).ifPresent(language -> {
                Front front = fronts.getToChange(language);
                front.tidy(clock.instant()).ifPresent(journal::record);
            });
        }
    }
}
