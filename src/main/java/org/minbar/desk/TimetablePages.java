package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.journal.Happening;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.EditionHappening.EditionPublished;
import org.minbar.story.Editions;
import org.minbar.story.Listing;
import org.minbar.story.Standing;
import org.minbar.story.Status;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The timetable as editors see it. */
@Path("desk/timetable")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class TimetablePages {

    private static final String PATH = "/desk/timetable";
    private static final int LINES = 100;
    private static final int MOST_READ = 1_000;
    private static final long LATE_SECONDS = 60;
    private static final Duration A_WEEK = Duration.ofDays(7);

    @Inject
    private Editions editions;

    @Inject
    private Stories stories;

    @Inject
    private Editing editing;

    @Inject
    private Journal journal;

    @Inject
    private Overview overview;

    @Inject
    private Languages languages;

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

    @Inject
    private Clock clock;

    @Context
    private UriInfo address;

    @GET
    @Needs(Permission.READ)
    public View timetable() {
        Narrowing narrowing = Narrowing.of(PATH, List.of("after", "off"), address.getQueryParameters());
        Language language = spoken.language();
        List<String> readable = overview.readable(doorkeeper.caller());
        Optional<Listing.Place> after =
                Optional.ofNullable(narrowing.orNull("after")).map(Listing.Place::of);
        List<Standing> scheduled = editions.scheduled(readable, after, LINES + 1);
        boolean more = scheduled.size() > LINES;
        List<Standing> shown = scheduled.subList(0, Math.min(LINES, scheduled.size()));

        List<TimetablePage.Line> lines = new ArrayList<>();
        shown.forEach(each -> lines.add(publication(each)));
        Instant until = more ? at(shown.get(LINES - 1)) : Instant.MAX;
        lines.addAll(embargoes(after.map(Listing.Place::published).orElse(clock.instant()), until, readable, language));
        lines.sort(Comparator.comparing(TimetablePage.Line::at));

        TimetablePage page = new TimetablePage(
                frames.of(
                        language,
                        "timetable.title",
                        PATH,
                        narrowing.has("off") ? messages.say(language, "timetable.taken-off") : ""),
                messages.say(
                        language,
                        "timetable.zone",
                        Map.of(
                                "zone",
                                zone.getId(),
                                "offset",
                                "UTC"
                                        + zone.getRules()
                                                .getOffset(clock.instant())
                                                .getId()
                                                .replace("Z", ""))),
                language.locale().toLanguageTag(),
                days(lines),
                more
                        ? new Narrowing(PATH, Map.of())
                                .with(
                                        "after",
                                        new Listing.Place(
                                                        at(shown.get(LINES - 1)),
                                                        shown.get(LINES - 1).edition())
                                                .cursor())
                                .url()
                        : "",
                late(readable, language));
        return View.atDesk("timetable", page, language);
    }

    /** Back to draft. What is not on the timetable any more is left as it is. */
    @POST
    @Path("{edition: [0-9]{1,18}}/removal")
    @Needs(Permission.PUBLISH)
    public Response takeOff(@PathParam("edition") long number) {
        Edition edition = editions.getToChange(number);
        if (edition.status() != Status.SCHEDULED) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "wrong-status",
                    Map.of("status", edition.status().tag()));
        }
        editing.sendBack(edition, "", doorkeeper.caller());
        return Response.seeOther(URI.create(PATH + "?off=1")).build();
    }

    private TimetablePage.Line publication(Standing standing) {
        Caller caller = doorkeeper.caller();
        return new TimetablePage.Line(
                "publication",
                at(standing),
                standing.headline(),
                standing.lang(),
                languages.get(standing.lang()).ownName(),
                Overview.address(standing.edition()),
                caller.may(Permission.PUBLISH, standing.lang()) ? PATH + "/" + standing.edition() + "/removal" : "");
    }

    private List<TimetablePage.Line> embargoes(Instant from, Instant until, List<String> readable, Language language) {
        List<Story> embargoed = stories.embargoedAfter(from, LINES).stream()
                .filter(story -> story.embargo().filter(until::isAfter).isPresent())
                .toList();
        Map<Long, List<Standing>> standings =
                editions.standings(embargoed.stream().map(Story::id).toList(), readable).stream()
                        .collect(Collectors.groupingBy(Standing::story));
        return embargoed.stream()
                .filter(story -> standings.containsKey(story.id()))
                .map(story -> {
                    Standing headed = Overview.headline(standings.getOrDefault(story.id(), List.of()), language)
                            .orElseThrow();
                    return new TimetablePage.Line(
                            "embargo",
                            story.embargo().orElseThrow(),
                            headed.headline(),
                            headed.lang(),
                            "",
                            Overview.address(headed.edition()),
                            "");
                })
                .toList();
    }

    private List<TimetablePage.Day> days(List<TimetablePage.Line> lines) {
        Map<LocalDate, List<TimetablePage.Line>> days = new LinkedHashMap<>();
        for (TimetablePage.Line line : lines) {
            days.computeIfAbsent(LocalDate.ofInstant(line.at(), zone), day -> new ArrayList<>())
                    .add(line);
        }
        return days.values().stream()
                .map(of -> new TimetablePage.Day(of.get(0).at(), of))
                .toList();
    }

    /** The house publishes what is scheduled; what a person publishes is never late. */
    private List<TimetablePage.Late> late(List<String> readable, Language language) {
        Journal.Wanted wanted = new Journal.Wanted(
                OptionalLong.of(Happening.THE_HOUSE),
                EditionPublished.class.getSimpleName(),
                OptionalLong.empty(),
                Optional.of(clock.instant().minus(A_WEEK)),
                Optional.empty(),
                List.of());
        List<EditionPublished> late = journal.before(0, wanted, MOST_READ).entries().stream()
                .flatMap(entry -> entry.as(EditionPublished.class).stream())
                .filter(published -> published.late() > LATE_SECONDS)
                .toList();
        Map<Long, Standing> standings =
                editions
                        .standingsOf(
                                late.stream().map(EditionPublished::edition).toList(), readable)
                        .stream()
                        .collect(Collectors.toMap(Standing::edition, each -> each, (one, again) -> one));
        List<TimetablePage.Late> lines = new ArrayList<>();
        for (EditionPublished each : late) {
            Standing standing = standings.get(each.edition());
            if (standing == null) continue;
            lines.add(new TimetablePage.Late(
                    each.publishedAt(),
                    standing.headline(),
                    each.lang(),
                    Overview.address(each.edition()),
                    messages.say(language, "timetable.late", Map.of("count", each.late() / 60))));
        }
        return lines;
    }

    private static Instant at(Standing standing) {
        return standing.scheduled().orElseThrow();
    }
}
