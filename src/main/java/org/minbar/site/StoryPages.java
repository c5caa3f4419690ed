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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.minbar.darkroom.Shape;
import org.minbar.discovery.Chronicles;
import org.minbar.discovery.StructuredData;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.live.Coverage;
import org.minbar.live.Covering;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.release.Releases;
import org.minbar.story.Correction;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
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

    @Inject
    private Frames frames;

    @Inject
    private StructuredData structured;

    @Inject
    private Chronicles chronicles;

    @Inject
    private Mounting mounting;

    @Inject
    private Releases releases;

    @Inject
    private IssuedFacts issued;

    @Inject
    private Editions editions;

    @Inject
    private Newest newest;

    @Inject
    private Covering covering;

    @Inject
    private Stretches stretches;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private SiteAddress site;

    @Inject
    private PageTags tags;

    @Context
    private UriInfo address;

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
        int page = edition.story().kind() == Kind.LIVE
                ? stretches.asked(String.valueOf(id), language, address.getQueryParameters())
                : 1;
        return Response.ok(View.of("story", storyPage(language, edition, page), language))
                .build();
    }

    /** Whoever comes so far may not listen: the stream of a story that is live and public is answered at the threshold. */
    @GET
    @Path("{id: [0-9]{1,18}}/stream")
    public Response stream(@PathParam("id") long id) {
        editions.publicGet(id, language().tag());
        throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }

    /** The newest lines alone, for pages that ask again and again because they can't listen. */
    @GET
    @Path("{id: [0-9]{1,18}}/latest")
    public View latest(@PathParam("id") long id) {
        Language language = language();
        Edition edition = editions.publicGet(id, lang);
        if (edition.story().kind() != Kind.LIVE) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        tags.add(PageTags.story(id));
        return View.of("live-latest", covering.page(String.valueOf(id), language, Urls.of(edition), 1), language);
    }

    private StoryPage storyPage(Language language, Edition edition, int page) {
        Teasers teasers = frames.teasers(language);
        List<Edition> others = editions.publicOf(edition.story().id());
        Map<Language, String> paths = paths(others);
        Hung hung = mounting.hang(edition.wall(), language, Mounting.Audience.READERS);
        Optional<StoryPage.Issued> box = edition.story().kind() == Kind.RELEASE
                ? releases.find(edition.story().id()).map(release -> issued.of(release, language))
                : Optional.empty();
        Frame frame = frames.story(
                language,
                edition,
                paths,
                structured.of(
                        edition,
                        others,
                        language,
                        hung.pictures(),
                        box.map(StoryPage.Issued::origin),
                        chronicles.of(edition, language, page, Covering.LINES)),
                hung.face());
        List<Correction> corrections = edition.corrections();
        List<StoryPage.CorrectionNote> notes = new ArrayList<>();
        for (int i = corrections.size() - 1; i >= 0; i--) {
            notes.add(new StoryPage.CorrectionNote(
                    corrections.get(i).at(), corrections.get(i).note()));
        }
        Optional<Coverage> coverage = edition.story().kind() == Kind.LIVE
                ? Optional.of(covering.page(String.valueOf(edition.story().id()), language, Urls.of(edition), page))
                : Optional.empty();
        boolean outside = edition.story().kind() == Kind.PAGE;
        String shortUrl = site.of("/s/" + edition.story().id()).toString();
        Around around = outside ? Around.NOTHING : around(edition);
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
                coverage,
                coverage.map(each -> Stretches.paging(each, Urls.of(edition))).orElse(Paging.SINGLE),
                teasers.of(around.related),
                around.earlier.map(this::link),
                around.later.map(this::link),
                shortUrl,
                outside ? List.of() : Share.all(edition.headline(), shortUrl));
    }

    private List<Link> about(Edition edition, Language language, Predicate<Topic> which) {
        return edition.story().topics().stream()
                .filter(which)
                .map(topic -> new Link(topic.name(language), Urls.of(topic, language), lang))
                .toList();
    }

    /**
     * What stands around a story.
     *
     * @param related the latest about the same topics or, where there are too few, from the same section
     * @param earlier published before it in its section
     * @param later published after it in its section
     */
    private record Around(List<Edition> related, Optional<Edition> earlier, Optional<Edition> later) {
        static final Around NOTHING = new Around(List.of(), Optional.empty(), Optional.empty());
    }

    /** Numbers first; then all that is shown is read at once. */
    private Around around(Edition edition) {
        Listing section =
                Listing.news(lang, 1).inSection(edition.story().section().slug());
        Listing.Place here = section.placeOf(edition);
        List<Long> earlier = editions.publicStories(section.after(Optional.of(here)));
        List<Long> later = editions.publicStories(section.before(here));
        Set<Long> wanted = new LinkedHashSet<>(related(edition));
        List<Long> related = List.copyOf(wanted);
        wanted.addAll(earlier);
        wanted.addAll(later);
        Map<Long, Edition> read = new HashMap<>();
        for (Edition each : editions.publicOf(wanted, lang))
            read.put(each.story().id(), each);
        return new Around(
                related.stream().map(read::get).filter(Objects::nonNull).toList(),
                earlier.stream().map(read::get).filter(Objects::nonNull).findFirst(),
                later.stream().map(read::get).filter(Objects::nonNull).findFirst());
    }

    private List<Long> related(Edition edition) {
        Listing newest = Listing.news(lang, RELATED + 1);
        Set<Long> related = new LinkedHashSet<>();
        for (Topic topic : edition.story().topics()) {
            if (related.size() > RELATED) break;
            related.addAll(this.newest.of(Urls.of(topic, language()), newest.about(topic.slug())));
        }
        if (related.size() <= RELATED) {
            String slug = edition.story().section().slug();
            related.addAll(this.newest.of(Urls.section(language(), slug), newest.inSection(slug)));
        }
        related.remove(edition.story().id());
        return related.stream().limit(RELATED).toList();
    }

    private Link link(Edition edition) {
        tags.add(PageTags.story(edition.story().id()));
        return new Link(edition.headline(), Urls.of(edition), lang);
    }

    private Response gone(Language language, long id) {
        Edition edition = editions.get(id, lang);
        Map<Language, String> paths = paths(editions.publicOf(id));
        paths.put(language, edition.path());
        GonePage page = new GonePage(
                frames.gone(language, messages.say(language, "gone.title"), paths),
                edition.withdrawnWhy().orElse(""),
                edition.withdrawn().orElse(edition.updated()));
        return Response.status(Response.Status.GONE)
                .entity(View.of("gone", page, language))
                .build();
    }

    /** The address of each of these editions of a story. */
    private Map<Language, String> paths(List<Edition> shown) {
        Map<Language, String> paths = new LinkedHashMap<>();
        for (Edition edition : shown) {
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
