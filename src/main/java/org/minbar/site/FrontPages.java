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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.minbar.discovery.Urls;
import org.minbar.front.Area;
import org.minbar.front.Arranging;
import org.minbar.front.Turnstile;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Editions.Filed;
import org.minbar.story.Kind;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Link;
import org.minbar.view.View;
import org.minbar.web.PageTags;

/**
 * The front page of each language. What stands where is decided from short rows; only what is shown is read whole, in one
 * question. It depends on its address, on what is in the database and, in its dateline and its rules, on the day.
 */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class FrontPages {

    private static final int LATEST = 6;
    private static final int SHELF = 4;
    private static final int MOST_READ = 5;

    /** Some that were read much may be withdrawn by now. */
    private static final int ASKED_FOR = 8;

    @Inject
    private Arranging arranging;

    @Inject
    private Turnstile turnstile;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Frames frames;

    @Inject
    private Languages languages;

    @Inject
    private PageTags tags;

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
        Language language = languages.get(lang);
        if (!address.getRequestUri().getRawPath().endsWith("/")) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(Urls.front(language)))
                    .build();
        }
        // What is read most is nobody's to tell; nor is it that a story has grown too old for its place.
        tags.keepAtMost(Duration.ofSeconds(20));
        return Response.ok(View.of("front", page(language), language)).build();
    }

    private FrontPage page(Language language) {
        Arranging.Arranged arranged = arranging.now(language);
        Plan plan = new Plan(arranged.newest());
        List<Long> lead = plan.stand(arranged.arrangement().in(Area.LEAD));
        List<Long> beside = plan.stand(arranged.arrangement().in(Area.BESIDE));
        List<Long> choice = plan.stand(arranged.arrangement().in(Area.CHOICE));
        List<Long> releases = plan.newest(story -> story.kind() == Kind.RELEASE, SHELF);
        List<Long> latest = plan.newest(story -> story.kind() != Kind.RELEASE, LATEST);
        Map<Section, List<Long>> shelves = new LinkedHashMap<>();
        for (Section section : sections.all()) {
            List<Long> shelf =
                    plan.newest(story -> story.section() == section.id() && story.kind() != Kind.RELEASE, SHELF);
            if (!shelf.isEmpty()) shelves.put(section, shelf);
        }
        List<Long> mostRead = turnstile.mostRead(lang).stream().limit(ASKED_FOR).toList();

        Announced announced = announced(plan.standing, mostRead, language);
        return new FrontPage(
                frames.listing(language, "front", "", "/"),
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant(),
                announced.of(lead).stream().findFirst(),
                announced.of(beside),
                announced.of(choice),
                announced.of(latest),
                announced.of(mostRead).stream().limit(MOST_READ).toList(),
                shelves.entrySet().stream()
                        .map(shelf -> new FrontPage.SectionShelf(
                                link(shelf.getKey(), language), announced.of(shelf.getValue())))
                        .toList(),
                announced.of(releases));
    }

    private static Link link(Section section, Language language) {
        return new Link(section.name(language), Urls.section(language, section.slug()), language.tag());
    }

    /** What stands on the page already, and what of the newest is left. */
    private record Plan(List<Filed> left, Set<Long> standing) {

        Plan(List<Filed> newest) {
            this(newest, new LinkedHashSet<>());
        }

        List<Long> stand(Collection<Long> stories) {
            return stories.stream().filter(standing::add).toList();
        }

        /** The newest that stand nowhere yet, and stand here from now on. */
        List<Long> newest(Predicate<Filed> fits, int atMost) {
            return stand(left.stream()
                    .filter(story -> !standing.contains(story.story()))
                    .filter(fits)
                    .limit(atMost)
                    .map(Filed::story)
                    .toList());
        }
    }

    /** Stories by their numbers, ready to be shown. */
    private record Announced(Map<Long, Teaser> teasers) {

        List<Teaser> of(Collection<Long> stories) {
            return stories.stream().map(teasers::get).filter(Objects::nonNull).toList();
        }
    }

    private Announced announced(Set<Long> standing, List<Long> mostRead, Language language) {
        Set<Long> stories = new HashSet<>(standing);
        stories.addAll(mostRead);
        List<Edition> shown = editions.publicOf(stories, lang).stream()
                .filter(edition -> edition.story().kind() != Kind.PAGE)
                .toList();
        List<Teaser> teasers = frames.teasers(language).of(shown);
        Map<Long, Teaser> byStory = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) byStory.put(shown.get(i).story().id(), teasers.get(i));
        return new Announced(byStory);
    }
}
