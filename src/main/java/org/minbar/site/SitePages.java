package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Open;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Hung;
import org.minbar.media.Mounting;
import org.minbar.release.Releases;
import org.minbar.story.Correction;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Given;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.View;

/** The newspaper's pages but the front page, which is {@link FrontPages}. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class SitePages {

    private static final int RELATED = 4;
    private static final int LISTED = 20;
    private static final int LINES = 100;
    private static final int LAST_PAGE = 5_000;

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
    private Sections sections;

    @Inject
    private Topics topics;

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
    private Clock clock;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

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
                language, edition, paths, structured.of(edition, others, language, hung.pictures(), box), hung.face());
        List<Correction> corrections = edition.corrections();
        List<StoryPage.CorrectionNote> notes = new ArrayList<>();
        for (int i = corrections.size() - 1; i >= 0; i--) {
            notes.add(new StoryPage.CorrectionNote(
                    corrections.get(i).at(), corrections.get(i).note()));
        }
        boolean live = edition.story().kind() == Kind.LIVE;
        return new StoryPage(
                frame,
                edition.story().kind().tag(),
                edition.headline(),
                edition.standfirst(),
                edition.story().kind() == Kind.PAGE ? Optional.empty() : teasers.section(edition),
                hung.lead().map(shown -> Figure.of(shown, Shape.WHOLE)),
                edition.bylines().stream()
                        .map(byline -> new StoryPage.Signature(byline.role().tag(), new Link(byline.name(), "", lang)))
                        .toList(),
                edition.published().orElse(edition.created()),
                notes.isEmpty() ? Optional.empty() : Optional.of(notes.get(0).at()),
                new Html(hung.html()),
                box,
                edition.story().topics().stream()
                        .map(topic -> new Link(topic.name(language), Urls.topic(language, topic.slug()), lang))
                        .toList(),
                notes,
                frame.languages(),
                live ? lines(flashes.publicLatest(String.valueOf(edition.story().id()), lang, LINES)) : List.of(),
                edition.story().kind() == Kind.PAGE ? List.of() : teasers.of(related(edition)),
                site.of("/s/" + edition.story().id()).toString());
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

    @GET
    @Path("sections/{slug}")
    public Response section(@PathParam("slug") String slug, @QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        Section section = sections.get(slug);
        return listing(
                language,
                "section",
                section.name(language),
                "/sections/" + section.slug(),
                Listing.news(lang, LISTED).inSection(slug),
                page);
    }

    @GET
    @Path("topics/{slug}")
    public Response topic(@PathParam("slug") String slug, @QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        Topic topic = topics.get(slug);
        return listing(
                language,
                "topic",
                topic.name(language),
                "/topics/" + topic.slug(),
                Listing.news(lang, LISTED).about(slug),
                page);
    }

    @GET
    @Path("releases")
    public Response releases(@QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        return listing(
                language,
                "releases",
                messages.say(language, "site.releases"),
                "/releases",
                Listing.news(lang, LISTED).ofKind(Kind.RELEASE),
                page);
    }

    private Response listing(
            Language language, String kind, String title, String path, Listing listing, String pageAsked) {
        int page = Given.number(pageAsked, "page", 1, LAST_PAGE);
        int pages = (int) Math.max(1, (editions.publicCount(listing) + LISTED - 1) / LISTED);
        if (page > pages) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        String self = Urls.front(language) + path.substring(1);
        ListingPage model = new ListingPage(
                frames.listing(language, kind, title, path),
                kind,
                title,
                "",
                List.of(),
                frames.teasers(language)
                        .of(editions.publicPage(listing.page(page)).editions()),
                paging(self, page, pages));
        return Response.ok(View.of("listing", model, language)).build();
    }

    private static Paging paging(String self, int page, int pages) {
        return new Paging(
                page > 1 ? Urls.page(self, page - 1) : "", page < pages ? Urls.page(self, page + 1) : "", page, pages);
    }

    @GET
    @Path("archive")
    public Response archive() {
        language();
        int year = clock.instant().atZone(zone).getYear();
        return Response.temporaryRedirect(URI.create("/" + lang + "/archive/" + year))
                .build();
    }

    @GET
    @Path("archive/{year: [0-9]{4}}")
    public Response year(@PathParam("year") int year, @QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        Dates dates = dates(language);
        List<Link> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth each = YearMonth.of(year, month);
            if (startOf(each.atDay(1)).isAfter(clock.instant())) break;
            months.add(new Link(dates.month(each), "/%s/archive/%d/%02d".formatted(lang, year, month), lang));
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        return period(language, String.valueOf(year), "/archive/" + year, months, first, first.plusYears(1), page);
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}")
    public Response month(
            @PathParam("year") int year,
            @PathParam("month") int month,
            @QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        LocalDate first = date(year, month, 1);
        List<Link> days = new ArrayList<>();
        for (LocalDate day = first; day.getMonthValue() == month; day = day.plusDays(1)) {
            if (startOf(day).isAfter(clock.instant())) break;
            days.add(new Link(
                    String.valueOf(day.getDayOfMonth()),
                    "/%s/archive/%d/%02d/%02d".formatted(lang, year, month, day.getDayOfMonth()),
                    lang));
        }
        return period(
                language,
                dates(language).month(YearMonth.from(first)),
                "/archive/%d/%02d".formatted(year, month),
                days,
                first,
                first.plusMonths(1),
                page);
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}/{day: [0-9]{2}}")
    public Response day(
            @PathParam("year") int year,
            @PathParam("month") int month,
            @PathParam("day") int day,
            @QueryParam("page") @DefaultValue("1") String page) {
        Language language = language();
        LocalDate date = date(year, month, day);
        return period(
                language,
                dates(language).date(date.atTime(12, 0).atZone(zone).toInstant()),
                "/archive/%d/%02d/%02d".formatted(year, month, day),
                List.of(),
                date,
                date.plusDays(1),
                page);
    }

    private Response period(
            Language language,
            String title,
            String path,
            List<Link> periods,
            LocalDate from,
            LocalDate to,
            String pageAsked) {
        int page = Given.number(pageAsked, "page", 1, LAST_PAGE);
        Listing listing = Listing.news(lang, LISTED).between(startOf(from), startOf(to));
        int pages = (int) Math.max(1, (editions.publicCount(listing) + LISTED - 1) / LISTED);
        if (page > pages) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        ListingPage model = new ListingPage(
                frames.everywhere(language, "archive", title, path),
                "archive",
                title,
                "",
                periods,
                frames.teasers(language)
                        .of(editions.publicPage(listing.page(page)).editions()),
                paging("/" + lang + path, page, pages));
        return Response.ok(View.of("listing", model, language)).build();
    }

    @GET
    @Path("corrections")
    public Response corrections(@QueryParam("page") @DefaultValue("1") String pageAsked) {
        Language language = language();
        int page = Given.number(pageAsked, "page", 1, LAST_PAGE);
        List<Edition> corrected = editions.publicCorrected(lang, (page - 1) * LISTED, LISTED + 1);
        Teasers teasers = frames.teasers(language);
        List<CorrectionsPage.Correction> shown = new ArrayList<>();
        for (Edition edition : corrected.subList(0, Math.min(LISTED, corrected.size()))) {
            List<Correction> all = edition.corrections();
            for (int i = all.size() - 1; i >= 0; i--) {
                shown.add(new CorrectionsPage.Correction(
                        teasers.of(edition), all.get(i).at(), all.get(i).note()));
            }
        }
        int pages = corrected.size() > LISTED ? page + 1 : page;
        CorrectionsPage model = new CorrectionsPage(
                frames.listing(language, "corrections", messages.say(language, "corrections.title"), "/corrections"),
                shown,
                paging("/" + lang + "/corrections", page, pages));
        return Response.ok(View.of("corrections", model, language)).build();
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

    private Dates dates(Language language) {
        return new Dates(language, zone, sightings);
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        }
    }

    private Language language() {
        return languages.get(lang);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
