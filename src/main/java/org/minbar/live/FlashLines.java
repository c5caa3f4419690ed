package org.minbar.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.discovery.Urls;
import org.minbar.language.Language;
import org.minbar.media.Mounting;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.ticker.Flash;
import org.minbar.view.Html;

/** Lines of a ticker as pages show them, each linked with its story where readers may see that. */
@ApplicationScoped
public class FlashLines {

    @Inject
    private Editions editions;

    @Inject
    private Mounting mounting;

    @Inject
    private ZoneId zone;

    protected FlashLines() {}

    /**
     * @param shown that have words in the language
     * @param path of the page on which the ticker is read: {@code /ar/live}
     */
    public List<FlashLine> of(List<Flash> shown, Language language, String path) {
        Map<Long, String> addresses = new LinkedHashMap<>();
        List<Long> stories = shown.stream()
                .flatMap(flash -> flash.story().stream())
                .map(story -> story.id())
                .toList();
        for (Edition edition : editions.publicOf(stories, language.tag())) {
            addresses.put(edition.story().id(), Urls.of(edition));
        }
        List<Html> bodies =
                hung(shown.stream().map(flash -> flash.body(language.tag())).toList(), language);
        List<FlashLine> lines = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Flash flash = shown.get(i);
            String url = flash.story()
                    .flatMap(story -> Optional.ofNullable(addresses.get(story.id())))
                    .orElse("");
            lines.add(line(flash, language, path, bodies.get(i), url));
        }
        return lines;
    }

    private static FlashLine line(Flash flash, Language language, String path, Html body, String url) {
        return new FlashLine(
                flash.number(),
                anchor(flash.number()),
                permalink(path, flash.number()),
                flash.place(),
                flash.at(),
                flash.text(language.tag()).orElse(""),
                body,
                language.tag(),
                url,
                flash.urgency().tag(),
                flash.edited(language.tag()),
                flash.marks().pinned(),
                flash.marks().keyMoment());
    }

    Html hung(String body, Language language) {
        return hung(List.of(body), language).get(0);
    }

    private List<Html> hung(List<String> bodies, Language language) {
        return mounting.mount(bodies, language, Mounting.Audience.READERS).stream()
                .map(Html::new)
                .toList();
    }

    static String anchor(int number) {
        return Flash.anchor(number);
    }

    /** The address of a line: the page on which it stands is found by its number, with script and without. */
    public static String permalink(String path, int number) {
        return Flash.permalink(path, number);
    }

    /** The lines under the days they were told on, in the newsroom's zone. */
    public List<LiveDay> byDay(List<FlashLine> lines) {
        return byDay(lines, zone);
    }

    static List<LiveDay> byDay(List<FlashLine> lines, ZoneId zone) {
        Map<LocalDate, List<FlashLine>> byDay = new LinkedHashMap<>();
        for (FlashLine line : lines) {
            byDay.computeIfAbsent(day(line, zone), day -> new ArrayList<>()).add(line);
        }
        return byDay.entrySet().stream()
                .map(day -> new LiveDay(
                        day.getKey().toString(), day.getValue().get(0).at(), day.getValue()))
                .toList();
    }

    LocalDate day(FlashLine line) {
        return day(line, zone);
    }

    private static LocalDate day(FlashLine line, ZoneId zone) {
        return line.at().atZone(zone).toLocalDate();
    }
}
