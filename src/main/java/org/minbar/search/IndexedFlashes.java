package org.minbar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.text.PlainText;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Tickers;
import org.minbar.view.SiteAddress;

/**
 * What the index holds of the lines of tickers. The lines of a live story stand and fall, in each language, with its
 * edition: found when that is, under the same embargo.
 */
@ApplicationScoped
public class IndexedFlashes {

    @Inject
    private Editions editions;

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    protected IndexedFlashes() {}

    IndexedFlashes(Editions editions, Tickers tickers, Flashes flashes) {
        this.editions = editions;
        this.tickers = tickers;
        this.flashes = flashes;
    }

    /** Those of these tickers that anybody has written to. */
    List<String> written(Collection<String> names) {
        return tickers.written(names);
    }

    /** These lines of a ticker; those that readers may not come to see without words. */
    List<IndexedFlash> of(String ticker, Collection<Integer> numbers) {
        Map<Integer, IndexedFlash> found = new HashMap<>();
        for (IndexedFlash each : of(flashes.publicWordings(ticker, numbers))) found.put(each.number(), each);
        return numbers.stream()
                .map(number -> found.getOrDefault(number, new IndexedFlash(ticker, number, List.of())))
                .toList();
    }

    /** A stretch of many lines, and where the next begins. */
    record Stretch(List<IndexedFlash> flashes, long last) {}

    /** @param ticker empty for all of them; @param after the last of the stretch before, 0 for the first */
    Stretch after(Optional<String> ticker, long after, int limit) {
        List<Flashes.Wording> next = flashes.publicWordingsAfter(ticker, after, limit);
        return new Stretch(
                of(next), next.stream().mapToLong(Flashes.Wording::id).max().orElse(after));
    }

    private List<IndexedFlash> of(List<Flashes.Wording> wordings) {
        Map<String, Map<String, Edition>> told = editionsOf(wordings);
        Map<Long, List<Flashes.Wording>> byFlash = wordings.stream()
                .collect(Collectors.groupingBy(Flashes.Wording::id, LinkedHashMap::new, Collectors.toList()));
        List<IndexedFlash> indexed = new ArrayList<>();
        for (List<Flashes.Wording> flash : byFlash.values()) {
            Flashes.Wording any = flash.get(0);
            List<IndexedFlash.Line> lines = any.ticker().equals(Flashes.STRIP)
                    ? flash.stream().map(IndexedFlashes::ofStrip).toList()
                    : flash.stream()
                            .flatMap(wording -> Optional.ofNullable(told.getOrDefault(wording.ticker(), Map.of())
                                            .get(wording.lang()))
                                    .map(edition -> ofStory(wording, edition))
                                    .stream())
                            .toList();
            indexed.add(new IndexedFlash(any.ticker(), any.number(), lines));
        }
        return indexed;
    }

    /** The published editions of the live stories that these lines belong to, by ticker and language. */
    private Map<String, Map<String, Edition>> editionsOf(List<Flashes.Wording> wordings) {
        Set<Long> stories = wordings.stream()
                .map(Flashes.Wording::ticker)
                .filter(ticker -> !ticker.equals(Flashes.STRIP))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        Map<String, Map<String, Edition>> told = new HashMap<>();
        for (Edition edition : editions.publishedOf(stories)) {
            if (edition.story().kind() == Kind.LIVE) {
                told.computeIfAbsent(String.valueOf(edition.story().id()), story -> new HashMap<>())
                        .put(edition.lang(), edition);
            }
        }
        return told;
    }

    private static IndexedFlash.Line ofStrip(Flashes.Wording wording) {
        return line(wording, 0, "", "/" + wording.lang() + "/live", Instant.EPOCH);
    }

    private static IndexedFlash.Line ofStory(Flashes.Wording wording, Edition edition) {
        return line(
                wording,
                edition.story().id(),
                edition.story().section().slug(),
                SiteAddress.encoded(edition.path()),
                edition.story().embargo().orElse(Instant.EPOCH));
    }

    private static IndexedFlash.Line line(
            Flashes.Wording wording, long story, String section, String path, Instant visibleFrom) {
        return new IndexedFlash.Line(
                wording.lang(),
                story,
                section,
                wording.text(),
                PlainText.words(wording.body()),
                Flash.permalink(path, wording.number()),
                wording.at(),
                wording.updated(),
                visibleFrom);
    }
}
