package org.minbar.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;

/** The tickers that somebody may write to now: the strip, and the live stories whose coverage goes on. */
@ApplicationScoped
public class Lineup {

    private static final int MOST = 15;

    @Inject
    private Tickers tickers;

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Languages languages;

    protected Lineup() {}

    /**
     * A ticker that can be chosen.
     *
     * @param title of its story, in {@code lang}; empty for the strip and for a story without a headline
     */
    record Track(String key, String title, String lang) {
        boolean isStrip() {
            return key.equals(Flashes.STRIP);
        }
    }

    /** @throws Refusal {@code no-such-ticker} for what is neither the strip nor a live story that she may know of */
    Track get(String key, Language screen, Caller caller) {
        if (key.equals(Flashes.STRIP)) return new Track(key, "", screen.tag());
        long number = Long.parseLong(key);
        boolean live = stories.find(number)
                .filter(story -> story.kind() == Kind.LIVE)
                .filter(story -> mayKnow(number, caller))
                .isPresent();
        if (!live) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-ticker");
        return tracks(List.of(number), screen, caller).get(0);
    }

    private boolean mayKnow(long story, Caller caller) {
        return seesDrafts(caller) || !editions.publicOf(story).isEmpty();
    }

    private static boolean seesDrafts(Caller caller) {
        return caller.may(Permission.READ) || caller.may(Permission.LIVE);
    }

    /** @param current is among them, whether it goes on or not */
    List<Track> all(String current, Language screen, Caller caller) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (Story story : stories.newest(Kind.LIVE, MOST)) {
            boolean over = tickers.find(String.valueOf(story.id()))
                    .flatMap(Ticker::ended)
                    .isPresent();
            if (!over || current.equals(String.valueOf(story.id()))) numbers.add(story.id());
        }
        for (Ticker going : tickers.going(MOST)) going.story().ifPresent(numbers::add);
        if (!current.equals(Flashes.STRIP)) numbers.add(Long.parseLong(current));
        List<Track> all = new ArrayList<>(List.of(new Track(Flashes.STRIP, "", screen.tag())));
        all.addAll(tracks(numbers, screen, caller));
        return all;
    }

    private List<Track> tracks(Collection<Long> numbers, Language screen, Caller caller) {
        List<Edition> readable = seesDrafts(caller) ? editions.of(numbers) : editions.publicOf(numbers);
        Map<Long, List<Edition>> byStory = readable.stream()
                .collect(Collectors.groupingBy(
                        edition -> edition.story().id(), LinkedHashMap::new, Collectors.toList()));
        List<Track> tracks = new ArrayList<>();
        for (long number : numbers) {
            List<Edition> editionsOfIt = byStory.getOrDefault(number, List.of());
            if (editionsOfIt.isEmpty() && !seesDrafts(caller)) continue;
            Optional<Edition> named = editionsOfIt.stream()
                    .filter(edition -> !edition.headline().isBlank())
                    .min(Comparator.comparing(edition -> !edition.lang().equals(screen.tag())));
            tracks.add(new Track(
                    String.valueOf(number),
                    named.map(Edition::headline).orElse(""),
                    named.map(Edition::lang).orElse(screen.tag())));
        }
        return tracks;
    }

    /** The languages in which she may do this, her screen's first. */
    List<Language> languages(Permission permission, Language screen, Caller caller) {
        return languages.all().stream()
                .filter(each -> caller.may(permission, each.tag()))
                .sorted(Comparator.comparing(each -> !each.equals(screen)))
                .toList();
    }
}
