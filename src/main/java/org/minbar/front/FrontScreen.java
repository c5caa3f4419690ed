package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Editions;
import org.minbar.story.Editions.Filed;
import org.minbar.story.Kind;
import org.minbar.story.Standing;
import org.minbar.story.Status;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;
import org.minbar.web.TypedTime;

/** Draws the screen on which a front page is arranged: what each slot shows now, why, and what could stand there. */
@ApplicationScoped
public class FrontScreen {

    static final Set<String> DONE = Set.of("placements", "moves", "removals", "rules");

    private static final List<Integer> AGES = List.of(1, 2, 3, 7, 14, 30);
    private static final int FOUND = 20;
    private static final int SEARCHED = 300;

    @Inject
    private Arranging arranging;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Languages languages;

    @Inject
    private TypedTime typedTime;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private ZoneId zone;

    protected FrontScreen() {}

    View show(Language front, String words, String notice, String refusal, Optional<FrontDeskPage.Again> again) {
        Language screen = spoken.language();
        Arranging.Arranged arranged = arranging.now(front);
        List<Section> all = sections.all();
        Set<Long> inSlots = arranged.arrangement().stories().collect(Collectors.toCollection(HashSet::new));
        List<Standing> found = found(front, words, arranged.newest(), inSlots);
        Set<Long> named = new LinkedHashSet<>(inSlots);
        arranged.front().slots().forEach(slot -> slot.story().ifPresent(named::add));
        Map<Long, Standing> standings = standings(named, front);
        Set<Long> open = open(front, found, arranged.newest(), inSlots);
        Function<Standing, FrontDeskPage.Card> card = standing -> card(standing, open, arranged.arrangement(), screen);

        List<FrontDeskPage.AreaShown> areas = Arrays.stream(Area.values())
                .map(area -> new FrontDeskPage.AreaShown(
                        area.tag(),
                        arranged.arrangement().places().stream()
                                .filter(place -> place.area() == area)
                                .map(place -> slot(place, standings, card, all, screen))
                                .toList()))
                .toList();
        FrontDeskPage page = new FrontDeskPage(
                frames.of(screen, "desk-front.title", FrontDeskPages.PATH, notice),
                front.tag(),
                front.ownName(),
                tabs(front),
                "/" + front.tag() + "/",
                String.valueOf(arranged.front().version()),
                areas,
                words,
                found.stream().map(card).toList(),
                arranged.arrangement().places().stream()
                        .map(place ->
                                new FrontDeskPage.Choice(String.valueOf(place.number()), name(place, screen), false))
                        .toList(),
                zone.getId(),
                refusal,
                again);
        return View.atDesk("front", page, screen);
    }

    private List<Link> tabs(Language front) {
        Caller caller = doorkeeper.caller();
        List<Link> tabs = languages.all().stream()
                .filter(each -> caller.may(Permission.PUBLISH, each.tag()))
                .map(each -> new Link(
                        each.ownName(), FrontDeskPages.PATH + "?in=" + each.tag(), each.tag(), each.equals(front)))
                .toList();
        return tabs.size() < 2 ? List.of() : tabs;
    }

    private Map<Long, Standing> standings(Collection<Long> stories, Language front) {
        return editions.standings(stories, List.of(front.tag())).stream()
                .collect(Collectors.toMap(Standing::story, Function.identity(), (one, again) -> one));
    }

    /** What can be put into a slot: what the words find, or else what goes out next and what went out last. */
    private List<Standing> found(Language front, String words, List<Filed> newest, Set<Long> inSlots) {
        List<String> langs = List.of(front.tag());
        if (!words.isEmpty()) {
            Map<Long, Standing> said = standings(editions.storiesSaying(words, langs, SEARCHED), front);
            return said.values().stream()
                    .filter(FrontScreen::isPlaceable)
                    .sorted((one, other) -> Long.compare(other.edition(), one.edition()))
                    .limit(FOUND)
                    .toList();
        }
        List<Long> out = newest.stream()
                .map(Filed::story)
                .filter(story -> !inSlots.contains(story))
                .limit(FOUND)
                .toList();
        Map<Long, Standing> standings = standings(out, front);
        return Stream.concat(
                        editions.scheduled(langs, Optional.empty(), FOUND / 2).stream(),
                        out.stream().map(standings::get).filter(Objects::nonNull))
                .limit(FOUND)
                .toList();
    }

    private static boolean isPlaceable(Standing standing) {
        return standing.isPublic() || standing.status() == Status.SCHEDULED;
    }

    /** Those of the stories on the screen that readers may see now. */
    private Set<Long> open(Language front, List<Standing> found, List<Filed> newest, Set<Long> inSlots) {
        Set<Long> open = newest.stream().map(Filed::story).collect(Collectors.toCollection(HashSet::new));
        open.addAll(inSlots);
        List<Long> others = found.stream()
                .map(Standing::story)
                .filter(story -> !open.contains(story))
                .toList();
        editions.publicFiled(front.tag(), others).forEach(filed -> open.add(filed.story()));
        return open;
    }

    private FrontDeskPage.SlotShown slot(
            Arrangement.Place place,
            Map<Long, Standing> standings,
            Function<Standing, FrontDeskPage.Card> card,
            List<Section> all,
            Language screen) {
        int last = Arrays.stream(Area.values()).mapToInt(Area::slots).sum() - 1;
        int number = place.number();
        return new FrontDeskPage.SlotShown(
                String.valueOf(number),
                name(place, screen),
                place.story().map(standings::get).map(card),
                place.byHand(),
                place.slot().until(),
                place.slot().until().map(typedTime::field).orElse(""),
                place.passedOver().map(standings::get).map(card),
                number == 0 ? "" : String.valueOf(number - 1),
                number == last ? "" : String.valueOf(number + 1),
                rule(place.slot().rule(), all, screen));
    }

    private String name(Arrangement.Place place, Language screen) {
        return messages.say(
                screen,
                "desk-front.slot." + place.area().tag(),
                Map.of("number", place.number() - place.area().first() + 1));
    }

    private FrontDeskPage.Card card(Standing standing, Set<Long> open, Arrangement arrangement, Language screen) {
        String state = open.contains(standing.story())
                ? "public"
                : standing.isPublic() ? "embargoed" : standing.status().tag();
        return new FrontDeskPage.Card(
                String.valueOf(standing.story()),
                standing.headline(),
                standing.lang(),
                "/desk/editions/" + standing.edition(),
                state,
                standing.scheduled().or(standing::published),
                arrangement.places().stream()
                        .filter(place -> place.story()
                                .filter(story -> story == standing.story())
                                .isPresent())
                        .map(place -> name(place, screen))
                        .findFirst()
                        .orElse(""));
    }

    private FrontDeskPage.RuleShown rule(Rule rule, List<Section> all, Language screen) {
        List<FrontDeskPage.Choice> named = all.stream()
                .map(section ->
                        new FrontDeskPage.Choice(section.slug(), section.name(screen), section.id() == rule.section()))
                .toList();
        List<FrontDeskPage.Choice> kinds = Arrays.stream(Kind.values())
                .filter(Area.news()::contains)
                .map(kind -> new FrontDeskPage.Choice(
                        kind.tag(),
                        messages.say(screen, "kind." + kind.tag()),
                        rule.kinds().contains(kind)))
                .toList();
        Set<Integer> days = new LinkedHashSet<>(AGES);
        if (rule.days() != Rule.ANY_AGE) days.add(rule.days());
        List<FrontDeskPage.Choice> ages = days.stream()
                .map(each -> new FrontDeskPage.Choice(
                        String.valueOf(each),
                        messages.say(screen, "desk-front.age", Map.of("count", each)),
                        each == rule.days()))
                .toList();
        return new FrontDeskPage.RuleShown(rule.chooses() || rule.days() != Rule.ANY_AGE, named, kinds, ages);
    }
}
