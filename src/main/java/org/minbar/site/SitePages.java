package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.View;

/** The front page, and the news strip. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class SitePages {

    private static final int FRONT_EDITIONS = 120;
    private static final int BESIDE_THE_LEAD = 3;
    private static final int SHELF = 4;
    private static final int STRIP = 8;
    private static final int LINES = 100;

    @Inject
    private Frames frames;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    @Context
    private UriInfo address;

    @PathParam("lang")
    private String lang;

    @GET
    public Response front() {
        Language language = language();
        if (!address.getRequestUri().getRawPath().endsWith("/")) return movedTo(Urls.front(language));
        Teasers teasers = frames.teasers(language);
        List<Edition> latest =
                editions.publicPage(Listing.news(lang, FRONT_EDITIONS)).editions();
        List<Edition> news = latest.stream()
                .filter(edition -> edition.story().kind() != Kind.RELEASE)
                .toList();
        Optional<Edition> lead = news.stream()
                .filter(edition -> edition.story().kind() != Kind.BRIEF)
                .findFirst()
                .or(() -> news.stream().findFirst());
        List<Edition> beside = news.stream()
                .filter(edition -> lead.filter(edition::equals).isEmpty())
                .limit(BESIDE_THE_LEAD)
                .toList();
        List<FrontPage.SectionShelf> shelves = new ArrayList<>();
        for (Section section : sections.all()) {
            List<Edition> shown = news.stream()
                    .filter(edition -> edition.story().section().slug().equals(section.slug()))
                    .limit(SHELF)
                    .toList();
            if (!shown.isEmpty()) {
                shelves.add(new FrontPage.SectionShelf(
                        new Link(section.name(language), Urls.section(language, section.slug()), lang),
                        teasers.of(shown)));
            }
        }
        FrontPage page = new FrontPage(
                frames.listing(language, "front", "", "/"),
                LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant(),
                lead.map(teasers::of),
                teasers.of(beside),
                lines(flashes.publicLatest(Flashes.STRIP, lang, STRIP)),
                teasers.of(latest.stream()
                        .filter(edition -> edition.story().kind() == Kind.RELEASE)
                        .limit(SHELF)
                        .toList()),
                shelves);
        return Response.ok(View.of("front", page, language)).build();
    }

    @GET
    @Path("live")
    public Response live() {
        Language language = language();
        Map<LocalDate, List<Flash>> byDay = new LinkedHashMap<>();
        for (Flash flash : flashes.publicLatest(Flashes.STRIP, lang, LINES)) {
            byDay.computeIfAbsent(flash.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(flash);
        }
        List<LivePage.Day> days = byDay.values().stream()
                .map(lines -> new LivePage.Day(lines.get(0).at(), lines(lines)))
                .toList();
        LivePage page = new LivePage(
                frames.everywhere(language, "live", messages.say(language, "live.title"), "/live"),
                days,
                Paging.SINGLE,
                "");
        return Response.ok(View.of("live", page, language)).build();
    }

    private List<FlashLine> lines(List<Flash> shown) {
        return lines.of(shown, lang);
    }

    private Response movedTo(String path) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(path))
                .build();
    }

    private Language language() {
        return languages.get(lang);
    }
}
