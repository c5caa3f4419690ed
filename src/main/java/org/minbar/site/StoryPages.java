package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.minbar.darkroom.Shape;
import org.minbar.discovery.StructuredData;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.release.Releases;
import org.minbar.story.Correction;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Topic;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.View;
import org.minbar.web.PageTags;

/** A story's page, of whatever kind, and what stands in its place when it was withdrawn. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class StoryPages {

    private static final int RELATED = 4;
    private static final int LINES = 100;

    @Inject
    private Frames frames;

    @Inject
    private StructuredData structured;

    @Inject
    private Mounting mounting;

    @Inject
    private Releases releases;

    @Inject
    private IssuedFacts issued;

    @Inject
    private Editions editions;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private SiteAddress site;

    @Inject
    private PageTags tags;

    @PathParam("lang")
    private String lang;

    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response storyWithoutSlug(@PathParam("id") long id) {
        return movedTo(Urls.of(editions.publicGet(id, language().tag())));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/{slug}")
    public Response story(@PathParam("id") long id, @PathParam("slug") String slug) {
        Language language = language();
        Edition edition;
        try {
            edition = editions.publicGet(id, lang);
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.GONE) return gone(language, id);
            throw refusal;
        }
        if (!edition.slug().equals(slug)) return movedTo(Urls.of(edition));
        return Response.ok(View.of("story", storyPage(language, edition), language))
                .build();
    }

    private StoryPage storyPage(Language language, Edition edition) {
        Teasers teasers = frames.teasers(language);
        Map<Language, String> paths = paths(edition.story().id());
        List<Edition> others = editions.publicOf(edition.story().id());
        Hung hung = mounting.hang(edition.wall(), language, Mounting.Audience.READERS);
        Optional<StoryPage.Issued> box = edition.story().kind() == Kind.RELEASE
                ? releases.find(edition.story().id()).map(release -> issued.of(release, language))
                : Optional.empty();
        Frame frame = frames.story(
                language,
                edition,
                paths,
                structured.of(edition, others, language, hung.pictures(), box.map(StoryPage.Issued::origin)),
                hung.face());
        List<Correction> corrections = edition.corrections();
        List<StoryPage.CorrectionNote> notes = new ArrayList<>();
        for (int i = corrections.size() - 1; i >= 0; i--) {
            notes.add(new StoryPage.CorrectionNote(
                    corrections.get(i).at(), corrections.get(i).note()));
        }
        boolean live = edition.story().kind() == Kind.LIVE;
        boolean outside = edition.story().kind() == Kind.PAGE;
        String shortUrl = site.of("/s/" + edition.story().id()).toString();
        Listing besides =
                Listing.news(lang, 1).inSection(edition.story().section().slug());
        Listing.Place here = besides.placeOf(edition);
        return new StoryPage(
                frame,
                edition.story().kind().tag(),
                edition.headline(),
                edition.standfirst(),
                outside ? Optional.empty() : teasers.section(edition),
                hung.lead().map(shown -> Figure.of(shown, Shape.WHOLE)),
                edition.bylines().stream()
                        .map(byline -> new StoryPage.Signature(
                                byline.role().tag(), new Link(byline.name(), Urls.author(language, byline), lang)))
                        .toList(),
                edition.published().orElse(edition.created()),
                notes.isEmpty() ? Optional.empty() : Optional.of(notes.get(0).at()),
                new Html(hung.html()),
                box,
                about(edition, language, topic -> !topic.isPlace()),
                about(edition, language, Topic::isPlace),
                notes,
                frame.languages(),
                live
                        ? lines.of(
                                flashes.publicLatest(
                                        String.valueOf(edition.story().id()), lang, LINES),
                                lang)
                        : List.of(),
                outside ? List.of() : teasers.of(related(edition)),
                outside ? Optional.empty() : beside(besides.after(Optional.of(here))),
                outside ? Optional.empty() : beside(besides.before(here)),
                shortUrl,
                outside ? List.of() : Share.all(edition.headline(), shortUrl));
    }

    private List<Link> about(Edition edition, Language language, Predicate<Topic> which) {
        return edition.story().topics().stream()
                .filter(which)
                .map(topic -> new Link(topic.name(language), Urls.of(topic, language), lang))
                .toList();
    }

    /** The story that stands next to this one in its section. */
    private Optional<Link> beside(Listing listing) {
        return editions.publicPage(listing).editions().stream().findFirst().map(edition -> {
            tags.add(PageTags.story(edition.story().id()));
            return new Link(edition.headline(), Urls.of(edition), lang);
        });
    }

    /** The latest about the same topic or, where there are too few, from the same section. */
    private List<Edition> related(Edition edition) {
        Listing newest = Listing.news(lang, RELATED + 1);
        List<Edition> related = new ArrayList<>();
        for (Topic topic : edition.story().topics()) {
            if (related.size() > RELATED) break;
            editions.publicPage(newest.about(topic.slug())).editions().stream()
                    .filter(other -> !related.contains(other))
                    .forEach(related::add);
        }
        if (related.size() <= RELATED) {
            editions.publicPage(newest.inSection(edition.story().section().slug())).editions().stream()
                    .filter(other -> !related.contains(other))
                    .forEach(related::add);
        }
        return related.stream()
                .filter(other -> !other.equals(edition))
                .limit(RELATED)
                .toList();
    }

    private Response gone(Language language, long id) {
        Edition edition = editions.get(id, lang);
        Map<Language, String> paths = paths(id);
        paths.put(language, edition.path());
        GonePage page = new GonePage(
                frames.gone(language, messages.say(language, "gone.title"), paths),
                edition.withdrawnWhy().orElse(""),
                edition.withdrawn().orElse(edition.updated()));
        return Response.status(Response.Status.GONE)
                .entity(View.of("gone", page, language))
                .build();
    }

    /** The address of each edition of the story that readers may see. */
    private Map<Language, String> paths(long story) {
        Map<Language, String> paths = new LinkedHashMap<>();
        for (Edition edition : editions.publicOf(story)) {
            languages.find(edition.lang()).ifPresent(language -> paths.put(language, edition.path()));
        }
        return paths;
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
