package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.discovery.Urls;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.live.Covering;
import org.minbar.live.FlashLine;
import org.minbar.live.FlashLines;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Span;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;

/** What the tickers told on a day, and which days of the archive show it. */
@ApplicationScoped
class ArchivedLines {

    /** Lines on a page; the strip has the others. */
    static final int MOST = 100;

    /** The pages of earlier days go by their time when such a story comes or goes. */
    private static final int MOST_DAYS = 31;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Editions editions;

    @Inject
    private Languages languages;

    @Inject
    private ZoneId zone;

    protected ArchivedLines() {}

    /** The newest lines of a day, and one more than {@link #MOST} where there are more. */
    List<FlashLine> of(Span day, Language language) {
        Instant from = day.start(zone);
        Instant to = day.end(zone);
        Map<String, String> paths = paths(flashes.publicTickers(from, to, language.tag()), language);
        Map<String, List<Flash>> told =
                flashes.publicBetween(from, to, language.tag(), paths.keySet(), MOST + 1).stream()
                        .collect(Collectors.groupingBy(Flash::ticker));
        List<FlashLine> shown = new ArrayList<>();
        told.forEach((ticker, some) -> shown.addAll(lines.of(some, language, paths.getOrDefault(ticker, ""))));
        shown.sort(Comparator.comparing(FlashLine::at)
                .thenComparing(FlashLine::place)
                .reversed());
        return shown;
    }

    /**
     * The beginnings of those parts of a span in which something was told.
     *
     * @param beginning of the part that an instant lies in: its day, its month
     */
    Set<Instant> told(Span span, Language language, UnaryOperator<Instant> beginning) {
        Instant from = span.start(zone);
        Instant to = span.end(zone);
        Map<String, String> paths = paths(flashes.publicTickers(from, to, language.tag()), language);
        return flashes.publicSpans(from, to, language.tag(), paths.keySet(), beginning);
    }

    /** The pages of those tickers that readers may read. */
    private Map<String, String> paths(List<String> tickers, Language language) {
        Map<String, String> paths = new LinkedHashMap<>();
        if (tickers.contains(Flashes.STRIP)) paths.put(Flashes.STRIP, Covering.stripPath(language));
        List<Long> stories = tickers.stream()
                .filter(ticker -> !ticker.equals(Flashes.STRIP))
                .map(Long::valueOf)
                .toList();
        for (Edition edition : editions.publicOf(stories, language.tag())) {
            if (edition.story().kind() == Kind.LIVE) {
                paths.put(String.valueOf(edition.story().id()), Urls.of(edition));
            }
        }
        return paths;
    }

    /** The pages that show these lines of a ticker, or showed them. */
    Set<String> pagesOf(String ticker, Collection<Integer> numbers) {
        Set<LocalDate> days = flashes.told(ticker, numbers).stream()
                .map(at -> at.atZone(zone).toLocalDate())
                .collect(Collectors.toSet());
        Set<String> pages = new HashSet<>();
        for (Language language : languages.all()) {
            for (LocalDate day : days) {
                pages.add(Archived.day(Archived.folder(language), day));
                if (isNewInCalendar(ticker, numbers, day, language)) pages.addAll(calendars(day, language));
            }
        }
        return pages;
    }

    /** Whether a day may have had nothing from this ticker before these lines, or has nothing after they are gone. */
    private boolean isNewInCalendar(String ticker, Collection<Integer> numbers, LocalDate day, Language language) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return !flashes.toldMore(ticker, numbers, from, to, language.tag());
    }

    /** The pages that show something of a live story's coverage: those of its last days, however long it went on. */
    Set<String> pagesOf(String ticker) {
        List<Instant> ends = flashes.publicEnds(ticker);
        if (ends.isEmpty()) return Set.of();
        LocalDate first = ends.get(0).atZone(zone).toLocalDate();
        LocalDate last = ends.get(1).atZone(zone).toLocalDate();
        Set<String> pages = new HashSet<>();
        Stream.iterate(last, day -> !day.isBefore(first), day -> day.minusDays(1))
                .limit(MOST_DAYS)
                .forEach(day -> languages.all().forEach(language -> {
                    pages.add(Archived.day(Archived.folder(language), day));
                    pages.addAll(calendars(day, language));
                }));
        return pages;
    }

    /** The pages with a calendar that says whether this day has something to read. */
    private static Set<String> calendars(LocalDate day, Language language) {
        String folder = Archived.folder(language);
        return Set.of(Archived.month(folder, YearMonth.from(day)), Archived.year(folder, day.getYear()));
    }
}
