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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minbar.discovery.StructuredData;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.story.Byline;
import org.minbar.story.Correction;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.View;

/** Lists of stories: of a section, a topic, a place, an author, the press releases, the corrections. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class ListingPages {

    @Inject
    private Frames frames;

    @Inject
    private StructuredData structured;

    @Inject
    private Leafing leafing;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Topics topics;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private SiteAddress site;

    @Context
    private UriInfo address;

    @PathParam("lang")
    private String lang;

    /**
     * A list of stories.
     *
     * @param kind as {@link ListingPage} has it
     * @param type schema.org's for what it is a list of
     * @param path what follows the language in its address
     * @param there the languages that have it
     */
    private record Shelf(String kind, String type, String path, List<Language> there, Listing listing) {}

    @GET
    @Path("sections/{slug}")
    public Response section(@PathParam("slug") String slug) {
        Language language = language();
        Section section = found(slug, sections::find);
        Shelf shelf = new Shelf(
                "section", "", "/sections/" + section.slug(), languages.all(), news().inSection(section.slug()));
        return listing(shelf, editions -> section.name(language));
    }

    @GET
    @Path("topics/{slug}")
    public Response topic(@PathParam("slug") String slug) {
        return about(found(slug, topics::find));
    }

    @GET
    @Path("places/{slug}")
    public Response place(@PathParam("slug") String slug) {
        return about(found(slug, topics::find));
    }

    private Response about(Topic topic) {
        Language language = language();
        Shelf shelf = new Shelf(
                topic.isPlace() ? "place" : "topic",
                topic.isPlace() ? "Place" : "Thing",
                Urls.path(topic),
                languages.all(),
                news().about(topic.slug()));
        return listing(shelf, editions -> topic.name(language));
    }

    /** What somebody signed. An author is whoever has signed something that readers may see in the language. */
    @GET
    @Path("authors/{slug}")
    public Response author(@PathParam("slug") String given) {
        language();
        String slug = Slug.read(given).orElseThrow(ListingPages::noSuchPage).value();
        List<String> there = editions.publicLangsBy(slug);
        if (!there.contains(lang)) throw noSuchPage();
        List<Language> languagesThere = languages.all().stream()
                .filter(language -> there.contains(language.tag()))
                .toList();
        Shelf shelf = new Shelf("author", "Person", "/authors/" + slug, languagesThere, news().by(slug));
        return listing(shelf, shown -> signed(shown, slug));
    }

    /** The name as it was signed last. */
    private static String signed(List<Edition> shown, String slug) {
        return shown.stream()
                .flatMap(edition -> edition.bylines().stream())
                .filter(byline -> byline.slug().equals(slug))
                .map(Byline::name)
                .findFirst()
                .orElse(slug);
    }

    @GET
    @Path("releases")
    public Response releases() {
        Shelf shelf = new Shelf("releases", "", "/releases", languages.all(), news().ofKind(Kind.RELEASE));
        return listing(shelf, editions -> messages.say(language(), "site.releases"));
    }

    private Response listing(Shelf shelf, Function<List<Edition>, String> titled) {
        Language language = language();
        String self = SiteAddress.encoded("/" + lang + shelf.path());
        if (isElsewhere(shelf.path())) return movedTo(self);
        Leaf leaf = leafing.leaf(shelf.listing(), self, address.getQueryParameters());
        String title = titled.apply(leaf.editions());
        ListingPage model = new ListingPage(
                frames.listing(
                        language,
                        shelf.kind(),
                        title,
                        shelf.path(),
                        shelf.there(),
                        leaf.query(),
                        Optional.of(
                                structured.list(shelf.type(), title, site.base() + self, language, leaf.editions()))),
                shelf.kind(),
                title,
                "",
                frames.teasers(language).of(leaf.editions()),
                leaf.paging());
        return Response.ok(View.of("listing", model, language)).build();
    }

    @GET
    @Path("corrections")
    public Response corrections() {
        Language language = language();
        String self = "/" + lang + "/corrections";
        if (isElsewhere("/corrections")) return movedTo(self);
        Leaf leaf = leafing.leaf(Listing.corrections(lang, Leafing.LISTED), self, address.getQueryParameters());
        List<Teaser> stories = frames.teasers(language).of(leaf.editions());
        List<CorrectionsPage.Correction> shown = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            List<Correction> all = leaf.editions().get(i).corrections();
            for (int last = all.size() - 1; last >= 0; last--) {
                Correction each = all.get(last);
                shown.add(new CorrectionsPage.Correction(stories.get(i), each.at(), each.note()));
            }
        }
        CorrectionsPage model = new CorrectionsPage(
                frames.listing(
                        language,
                        "corrections",
                        messages.say(language, "corrections.title"),
                        "/corrections",
                        languages.all(),
                        leaf.query(),
                        Optional.empty()),
                shown,
                leaf.paging());
        return Response.ok(View.of("corrections", model, language)).build();
    }

    /** By the slug as it stands, or as somebody else would have written it. */
    private static <T> T found(String slug, Function<String, Optional<T>> shelf) {
        return shelf.apply(slug)
                .or(() -> Slug.read(slug)
                        .map(Slug::value)
                        .filter(read -> !read.equals(slug))
                        .flatMap(shelf))
                .orElseThrow(ListingPages::noSuchPage);
    }

    /** Whether the reader came by another spelling of the address; how its letters are encoded makes no difference. */
    private boolean isElsewhere(String path) {
        String asked = address.getPath();
        return !(asked.startsWith("/") ? asked : "/" + asked).equals("/" + lang + path);
    }

    private Response movedTo(String self) {
        String query = address.getRequestUri().getRawQuery();
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(self + (query == null ? "" : "?" + query)))
                .build();
    }

    private Listing news() {
        return Listing.news(lang, Leafing.LISTED);
    }

    private Language language() {
        return languages.get(lang);
    }

    private static Refusal noSuchPage() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }
}
