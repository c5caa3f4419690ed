package org.minbar.syndication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Open;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.search.Hit;
import org.minbar.search.Index;
import org.minbar.search.Search;
import org.minbar.story.Byline;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.story.Span;
import org.minbar.text.PlainText;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.web.PageTags;

/** Every listing as a feed, in each format. A feed holds one language and only what readers may see. */
@Path("{lang: [a-z]{2,3}(?:-[A-Z]{2})?}")
@RequestScoped
@Open
@Transactional
public class FeedResource {

    private static final String FEED = "feed.{format: [a-z]+}";
    private static final int ITEMS = 30;
    private static final int IMAGE = 1280;

    @Inject
    private Editions editions;

    @Inject
    private FeedLines lines;

    @Inject
    private Mounting mounting;

    @Inject
    private Sections sections;

    @Inject
    private Topics topics;

    @Inject
    private Index index;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private SiteAddress site;

    @Inject
    private PageTags tags;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    @Inject
    private Clock clock;

    @PathParam("lang")
    private String lang;

    @PathParam("format")
    private String format;

    @GET
    @Path(FEED)
    public Response newest() throws IOException {
        return feed("", "", latest(Listing.news(language().tag(), ITEMS)));
    }

    @GET
    @Path("sections/{slug}/" + FEED)
    public Response section(@PathParam("slug") String slug) throws IOException {
        Section section = sections.get(slug);
        return feed(
                section.name(language()),
                "sections/" + slug,
                latest(Listing.news(lang, ITEMS).inSection(slug)));
    }

    @GET
    @Path("topics/{slug}/" + FEED)
    public Response topic(@PathParam("slug") String slug) throws IOException {
        Topic topic = topics.get(slug);
        if (topic.isPlace()) tags.add(SiteAddress.encoded("/" + lang + "/places/" + slug));
        return feed(
                topic.name(language()),
                "topics/" + slug,
                latest(Listing.news(lang, ITEMS).about(slug)));
    }

    /** A place is a topic that lies somewhere; both its addresses have the feed. */
    @GET
    @Path("places/{slug}/" + FEED)
    public Response place(@PathParam("slug") String slug) throws IOException {
        Topic place = topics.get(slug);
        if (!place.isPlace()) throw noSuchPage();
        return feed(
                place.name(language()),
                "places/" + slug,
                latest(Listing.news(lang, ITEMS).about(slug)));
    }

    /** What somebody signed. */
    @GET
    @Path("authors/{slug}/" + FEED)
    public Response author(@PathParam("slug") String given) throws IOException {
        String slug = Slug.read(given).orElseThrow(FeedResource::noSuchPage).value();
        List<Edition> signed = latest(Listing.news(language().tag(), ITEMS).by(slug));
        String name = signed.stream()
                .flatMap(edition -> edition.bylines().stream())
                .filter(byline -> byline.slug().equals(slug))
                .map(Byline::name)
                .findFirst()
                .orElseThrow(FeedResource::noSuchPage);
        return feed(name, "authors/" + slug, signed);
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/" + FEED)
    public Response year(@PathParam("year") int year) throws IOException {
        return archive(Span.of(year, null, null), String.valueOf(year), "%04d".formatted(year));
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}/" + FEED)
    public Response month(@PathParam("year") int year, @PathParam("month") int month) throws IOException {
        Span span = Span.of(year, month, null);
        return archive(span, dates().month(YearMonth.from(span.from())), "%04d/%02d".formatted(year, month));
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}/{day: [0-9]{2}}/" + FEED)
    public Response day(@PathParam("year") int year, @PathParam("month") int month, @PathParam("day") int day)
            throws IOException {
        Span span = Span.of(year, month, day);
        return archive(
                span,
                dates().date(span.from().atTime(12, 0).atZone(zone).toInstant()),
                "%04d/%02d/%02d".formatted(year, month, day));
    }

    private Response archive(Span span, String title, String path) throws IOException {
        if (span.start(zone).isAfter(clock.instant())) throw noSuchPage();
        return feed(title, "archive/" + path, latest(span.of(Listing.news(lang, ITEMS), zone)));
    }

    @GET
    @Path("releases/" + FEED)
    public Response releases() throws IOException {
        return feed(
                messages.say(language(), "site.releases"),
                "releases",
                latest(Listing.news(lang, ITEMS).ofKind(Kind.RELEASE)));
    }

    @GET
    @Path("corrections/" + FEED)
    public Response corrections() throws IOException {
        return feed(
                messages.say(language(), "corrections.title"),
                "corrections",
                latest(Listing.corrections(language().tag(), ITEMS)));
    }

    /** What a search finds, newest first. */
    @GET
    @Path("search/" + FEED)
    public Response search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("section") @Nullable String section,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("topic") @Nullable String topic)
            throws IOException {
        Search search = new Search(q, section, kind, topic, null, null, "newest");
        List<Hit> hits = index.find(search.ofStories(Optional.of(language()), zone, 1, ITEMS), clock.instant())
                .hits();
        Map<Long, Edition> found = new HashMap<>();
        for (Edition edition : editions.publicOf(hits.stream().map(Hit::storyId).toList())) {
            if (edition.lang().equals(lang)) found.put(edition.story().id(), edition);
        }
        StringBuilder query = new StringBuilder("?q=").append(encoded(search.asked()));
        if (section != null) query.append("&section=").append(encoded(section));
        if (kind != null) query.append("&kind=").append(encoded(kind));
        if (topic != null) query.append("&topic=").append(encoded(topic));
        return feed(
                search.asked(),
                "search",
                query.toString(),
                hits.stream()
                        .filter(hit -> hit.editionId() > 0)
                        .map(hit -> found.get(hit.storyId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The news strip, line by line. */
    @GET
    @Path("live/" + FEED)
    public Response strip() {
        String home = "/" + language().tag() + "/live";
        tags.add(home);
        Map<String, String> paths =
                languages.all().stream().collect(Collectors.toMap(Language::tag, each -> "/" + each.tag() + "/live"));
        return feed(
                messages.say(language(), "live.title"),
                home,
                home + "/",
                "",
                lines.of(Flashes.STRIP, language(), paths));
    }

    /** The coverage of a live story, line by line. */
    @GET
    @Path("{id: [0-9]{1,18}}/" + FEED)
    public Response coverage(@PathParam("id") long id) {
        Edition edition = editions.publicGet(id, language().tag());
        if (edition.story().kind() != Kind.LIVE) throw noSuchPage();
        tags.add(PageTags.story(id));
        Map<String, String> paths =
                editions.publicOf(id).stream().collect(Collectors.toMap(Edition::lang, Edition::path));
        return feed(
                edition.headline(),
                edition.path(),
                "/" + lang + "/" + id + "/",
                "",
                lines.of(String.valueOf(id), language(), paths));
    }

    private List<Edition> latest(Listing listing) {
        return editions.publicPage(listing).editions();
    }

    private Response feed(String title, String listing, List<Edition> shown) throws IOException {
        return feed(title, listing, "", shown);
    }

    private Response feed(String title, String listing, String query, List<Edition> shown) throws IOException {
        Language language = language();
        String home = "/" + lang + "/" + listing;
        // Nobody could say when a search is old: it is made anew each time.
        if (query.isEmpty()) {
            tags.add(SiteAddress.encoded(home));
            for (Edition edition : shown)
                tags.add(PageTags.story(edition.story().id()));
        }
        return feed(title, home, listing.isEmpty() ? home : home + "/", query, items(language, shown));
    }

    /** @param folder where it lies, ending with a slash */
    private Response feed(String title, String home, String folder, String query, List<FeedItem> items) {
        Format wanted = Formats.byExtension(format).orElseThrow(FeedResource::noSuchPage);
        Language language = language();
        String newspaper = messages.say(language, "site.name");
        Map<Format, URI> siblings = new LinkedHashMap<>();
        for (Format each : Formats.all()) siblings.put(each, site.of(folder + "feed." + each.extension() + query));
        String name = title.isEmpty() ? newspaper : title + " — " + newspaper;
        Feed feed = new Feed(
                name,
                name,
                newspaper,
                language,
                site.of(folder + "feed." + wanted.extension() + query),
                site.of(home + query),
                siblings,
                items);
        return Response.ok(wanted.bytes(feed), wanted.mediaType() + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    private List<FeedItem> items(Language language, List<Edition> shown) {
        Map<Long, Map<String, URI>> others = new HashMap<>();
        for (Edition each : editions.publicOf(
                shown.stream().map(edition -> edition.story().id()).toList())) {
            others.computeIfAbsent(each.story().id(), id -> new LinkedHashMap<>())
                    .put(each.lang(), site.of(each.path()));
        }
        FeedTag feedTags = FeedTag.of(site.base());
        List<FeedItem> items = new ArrayList<>();
        List<Hung> hung =
                mounting.hang(shown.stream().map(Edition::wall).toList(), language, Mounting.Audience.PARTNERS);
        for (int i = 0; i < shown.size(); i++) {
            Edition edition = shown.get(i);
            items.add(item(
                    language,
                    edition,
                    hung.get(i),
                    feedTags,
                    others.getOrDefault(edition.story().id(), Map.of())));
        }
        return items;
    }

    private FeedItem item(Language language, Edition edition, Hung hung, FeedTag tags, Map<String, URI> translations) {
        return new FeedItem(
                tags.id(edition.story().id(), language),
                site.of(edition.path()),
                language,
                edition.headline(),
                edition.standfirst(),
                hung.html(),
                edition.published().orElse(edition.created()),
                edition.updated(),
                edition.bylines().stream().map(Byline::name).toList(),
                edition.story().section().name(language),
                edition.story().topics().stream()
                        .map(topic -> topic.name(language))
                        .toList(),
                edition.corrections().stream()
                        .map(correction -> new FeedItem.Correction(correction.note(), correction.at()))
                        .toList(),
                translations,
                hung.face().map(this::image));
    }

    private FeedItem.Image image(Shown shown) {
        Dimensions size = shown.size(Shape.WIDE, IMAGE);
        return new FeedItem.Image(
                site.of(shown.path(Shape.WIDE, IMAGE)),
                size.width(),
                size.height(),
                shown.alt(),
                PlainText.words(shown.caption()),
                shown.credit());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Dates dates() {
        return new Dates(language(), zone, sightings);
    }

    private Language language() {
        return languages.get(lang);
    }

    private static Refusal noSuchPage() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }
}
