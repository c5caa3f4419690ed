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
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.live.Covering;
import org.minbar.live.FlashLine;
import org.minbar.story.Editions;
import org.minbar.story.Listing;
import org.minbar.story.Span;
import org.minbar.view.Link;
import org.minbar.view.View;
import org.minbar.web.PageTags;

/** The archive by years, months and days of the newsroom's zone. It begins with the first story and ends today. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class ArchivePages {

    @Inject
    private Frames frames;

    @Inject
    private Leafing leafing;

    @Inject
    private ArchivedLines lines;

    @Inject
    private Editions editions;

    @Inject
    private PageTags tags;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    @Context
    private UriInfo address;

    @PathParam("lang")
    private String lang;

    @GET
    @Path("archive")
    public Response newest() {
        int year = clock.instant().atZone(zone).getYear();
        return Response.temporaryRedirect(URI.create(Archived.year(Archived.folder(language()), year)))
                .build();
    }

    @GET
    @Path("archive/{year: [0-9]{4}}")
    public Response year(@PathParam("year") int year) {
        Span span = Span.of(year, null, null);
        Dates dates = dates();
        String folder = Archived.folder(language());
        Set<YearMonth> published = monthsOf(span);
        List<ArchivePage.Month> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> new ArchivePage.Month(
                        new Link(
                                dates.month(month),
                                published.contains(month) ? Archived.month(folder, month) : "",
                                lang),
                        dates.hijriMonths(month)))
                .toList();
        return page(
                "year",
                Archived.year("/archive", year),
                span,
                String.valueOf(year),
                List.of(),
                List.of(),
                months,
                Optional.empty(),
                day -> new Link(String.valueOf(day.getYear()), Archived.year(folder, day.getYear()), lang));
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}")
    public Response month(@PathParam("year") int year, @PathParam("month") int month) {
        Span span = Span.of(year, month, null);
        YearMonth shown = YearMonth.of(year, month);
        Dates dates = dates();
        return page(
                "month",
                Archived.month("/archive", shown),
                span,
                dates.month(shown),
                dates.hijriMonths(shown),
                List.of(yearOf(span.from())),
                List.of(),
                Optional.of(calendar(shown, Optional.empty())),
                day -> monthOf(day, dates));
    }

    @GET
    @Path("archive/{year: [0-9]{4}}/{month: [0-9]{2}}/{day: [0-9]{2}}")
    public Response day(@PathParam("year") int year, @PathParam("month") int month, @PathParam("day") int day) {
        Span span = Span.of(year, month, day);
        Dates dates = dates();
        String folder = Archived.folder(language());
        return page(
                "day",
                Archived.day("/archive", span.from()),
                span,
                dates.weekdayDate(noon(span.from())),
                Stream.of(dates.hijri(noon(span.from())))
                        .filter(hijri -> !hijri.isEmpty())
                        .toList(),
                List.of(yearOf(span.from()), monthOf(span.from(), dates)),
                List.of(),
                Optional.of(calendar(YearMonth.of(year, month), Optional.of(span.from()))),
                other -> new Link(dates.date(noon(other)), Archived.day(folder, other), lang));
    }

    private Response page(
            String kind,
            String path,
            Span span,
            String title,
            List<String> hijri,
            List<Link> above,
            List<ArchivePage.Month> months,
            Optional<MonthCalendar> calendar,
            Function<LocalDate, Link> named) {
        Language language = language();
        Listing everything = Listing.news(lang, Leafing.LISTED);
        Optional<LocalDate> earlier = editions.publicNewest(everything.between(null, span.start(zone)))
                .map(this::day);
        mustHaveBegun(span, earlier);
        Optional<LocalDate> later =
                editions.publicOldest(everything.between(span.end(zone), null)).map(this::day);
        Leaf leaf = leafing.leaf(span.of(everything, zone), "/" + lang + path, address.getQueryParameters());
        List<FlashLine> told = kind.equals("day") ? lines.of(span, language) : List.of();
        ArchivePage model = new ArchivePage(
                frames.listing(language, "archive", title, path, languages.all(), leaf.query(), Optional.empty()),
                kind,
                title,
                hijri,
                above,
                months,
                calendar,
                earlier.map(named),
                later.map(named),
                frames.teasers(language).of(leaf.editions()),
                leaf.paging(),
                told.stream().limit(ArchivedLines.MOST).toList(),
                told.size() > ArchivedLines.MOST ? Covering.stripPath(language) : "");
        return Response.ok(View.of("archive", model, language)).build();
    }

    /** Before the first story and after today there is no archive, however far the numbers go. */
    private void mustHaveBegun(Span span, Optional<LocalDate> earlier) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (span.from().isAfter(today)) throw noSuchPage();
        boolean before = span.to().isBefore(today) || span.to().equals(today);
        if (before
                && earlier.isEmpty()
                && editions.publicNewest(span.of(Listing.news(lang, 1), zone)).isEmpty()) {
            throw noSuchPage();
        }
    }

    private MonthCalendar calendar(YearMonth month, Optional<LocalDate> current) {
        Span whole = Span.of(month.getYear(), month.getMonthValue(), null);
        tags.add(Archived.month(Archived.folder(language()), month));
        Set<LocalDate> published =
                partsOf(whole, instant -> day(instant).atStartOfDay(zone).toInstant());
        return MonthCalendar.of(month, Archived.folder(language()), published, current, dates());
    }

    private Set<YearMonth> monthsOf(Span year) {
        return partsOf(year, instant -> day(instant)
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant())
                .stream()
                .map(YearMonth::from)
                .collect(Collectors.toSet());
    }

    /** The first days of those parts of a span in which a story was published or a line told. */
    private Set<LocalDate> partsOf(Span span, UnaryOperator<Instant> beginning) {
        return Stream.concat(
                        editions.publicSpans(span.of(Listing.news(lang, 1), zone), beginning).stream(),
                        lines.told(span, language(), beginning).stream())
                .map(this::day)
                .collect(Collectors.toSet());
    }

    private Link yearOf(LocalDate day) {
        return new Link(String.valueOf(day.getYear()), Archived.year(Archived.folder(language()), day.getYear()), lang);
    }

    private Link monthOf(LocalDate day, Dates dates) {
        YearMonth month = YearMonth.from(day);
        return new Link(dates.month(month), Archived.month(Archived.folder(language()), month), lang);
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(zone).toInstant();
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
