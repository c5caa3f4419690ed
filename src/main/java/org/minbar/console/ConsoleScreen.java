package org.minbar.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.minbar.console.ConsolePage.Choice;
import org.minbar.console.ConsolePage.Line;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.People;
import org.minbar.identity.Permission;
import org.minbar.identity.Person;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Figures;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.story.Editions;
import org.minbar.story.Standing;
import org.minbar.story.Story;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Summary;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;
import org.minbar.ticker.Urgency;
import org.minbar.topic.Sections;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** Draws the console, one line of it, and the page for telephones. */
@ApplicationScoped
@Transactional
public class ConsoleScreen {

    static final String PATH = "/desk/live";
    static final String PHONE = PATH + "/phone";

    /** What a notice tells of. */
    private static final Set<String> DONE = Set.of(
            "lines",
            "submissions",
            "schedule",
            "words",
            "marks",
            "publication",
            "removal",
            "summaries",
            "end",
            "resumption",
            "silence");

    private static final int LINES = 100;
    private static final int QUEUE = 200;
    private static final List<Integer> SILENCES = List.of(0, 1, 2, 4, 6, 12, 24, 48, 72);

    @Inject
    private Lineup lineup;

    @Inject
    private Tickers tickers;

    @Inject
    private Flashes flashes;

    @Inject
    private Editions editions;

    @Inject
    private MediaFiles files;

    @Inject
    private People people;

    @Inject
    private Sections sections;

    @Inject
    private Dispatching dispatching;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private ZoneId zone;

    protected ConsoleScreen() {}

    static String address(String key) {
        return key.equals(Flashes.STRIP) ? PATH : PATH + "/" + key;
    }

    private static String lines(String key, int number) {
        return PATH + "/" + key + "/lines/" + number;
    }

    /** @param typed what was typed before it was refused */
    View console(String key, String done, String refusal, Dispatch typed) {
        Language screen = spoken.language();
        Caller caller = doorkeeper.caller();
        Lineup.Track track = lineup.get(key, screen, caller);
        boolean airs = caller.may(Permission.LIVE);
        Optional<Ticker> ticker = tickers.find(key);
        List<Flash> waiting = flashes.waiting(key, QUEUE).stream()
                .filter(flash -> airs || Dispatching.isHersAndWaits(flash, caller))
                .toList();
        List<Flash> out = airs ? flashes.publicLatest(key, LINES) : List.of();
        Drawing drawing = new Drawing(screen, List.of(waiting, out));
        return View.atDesk(
                "console",
                new ConsolePage(
                        frames.of(screen, "console.title", address(key), notice(done)),
                        PATH + "/" + key,
                        track.isStrip(),
                        track.title(),
                        track.lang(),
                        track.isStrip() ? "" : drawing.desk(Long.parseLong(key)),
                        site(key, screen),
                        lineup.all(key, screen, caller).stream()
                                .map(each -> link(each, key, screen))
                                .toList(),
                        airs,
                        ticker.map(Ticker::changes).orElse(0L),
                        ticker.flatMap(Ticker::ended),
                        silences(ticker, screen),
                        composer(typed, airs, screen, caller),
                        airs && !track.isStrip() ? summaries(ticker, screen, caller) : List.of(),
                        waiting.stream().map(drawing::line).toList(),
                        drawing.days(out),
                        zone.getId(),
                        email(caller),
                        refusal),
                screen);
    }

    private String email(Caller caller) {
        return people.find(caller.id()).map(Person::email).orElse("");
    }

    private String notice(String done) {
        return DONE.contains(done) ? messages.say(spoken.language(), "console.done." + done) : "";
    }

    private String name(Lineup.Track track, Language screen) {
        if (track.isStrip()) return messages.say(screen, "console.strip");
        return track.title().isEmpty()
                ? messages.say(screen, "console.untitled", Map.of("number", track.key()))
                : track.title();
    }

    private Link link(Lineup.Track track, String current, Language screen) {
        return new Link(
                name(track, screen),
                address(track.key()),
                track.title().isEmpty() ? screen.tag() : track.lang(),
                track.key().equals(current));
    }

    /** Where readers see it: in the screen's language, or in any. */
    private String site(String key, Language screen) {
        if (key.equals(Flashes.STRIP)) return "/" + screen.tag() + "/live";
        return editions.publicOf(Long.parseLong(key)).stream()
                .min((one, other) -> Boolean.compare(
                        !one.lang().equals(screen.tag()), !other.lang().equals(screen.tag())))
                .map(edition -> SiteAddress.encoded(edition.path()))
                .orElse("");
    }

    private List<Choice> silences(Optional<Ticker> ticker, Language screen) {
        // A ticker that nobody has written to yet will have the usual one.
        long now = ticker.map(each -> each.quiet().map(Duration::toHours).orElse(0L))
                .orElse(12L);
        return SILENCES.stream()
                .map(hours -> new Choice(
                        String.valueOf(hours),
                        messages.say(screen, "console.silence.hours", Map.of("hours", hours)),
                        screen.tag(),
                        hours == now))
                .toList();
    }

    private ConsolePage.Composer composer(Dispatch typed, boolean airs, Language screen, Caller caller) {
        return new ConsolePage.Composer(
                Dispatch.given(typed.text()),
                Dispatch.given(typed.body()),
                languageChoices(
                        airs ? Permission.LIVE : Permission.WRITE, screen, caller, Dispatch.given(typed.lang())),
                urgencies(screen, Dispatch.given(typed.urgency())),
                Dispatch.given(typed.story()),
                Dispatch.given(typed.at()));
    }

    private List<Choice> languageChoices(Permission permission, Language screen, Caller caller, String chosen) {
        return lineup.languages(permission, screen, caller).stream()
                .map(each -> new Choice(
                        each.tag(), each.ownName(), each.tag(), each.tag().equals(chosen)))
                .toList();
    }

    private List<Choice> urgencies(Language screen, String chosen) {
        return Arrays.stream(Urgency.values())
                .map(each -> new Choice(
                        each.tag(),
                        messages.say(screen, "console.urgency." + each.tag()),
                        screen.tag(),
                        each.tag().equals(chosen)))
                .toList();
    }

    private List<ConsolePage.Known> summaries(Optional<Ticker> ticker, Language screen, Caller caller) {
        return lineup.languages(Permission.LIVE, screen, caller).stream()
                .map(each -> {
                    Optional<Summary> said = ticker.flatMap(known -> known.summary(each.tag()));
                    return new ConsolePage.Known(
                            each.tag(),
                            each.dir(),
                            each.ownName(),
                            said.map(summary -> Typed.shown(summary.html())).orElse(""),
                            said.map(Summary::written));
                })
                .toList();
    }

    /** One line and all that can be done with it. */
    View line(String key, int number, String refusal, Dispatch typed) {
        Language screen = spoken.language();
        Caller caller = doorkeeper.caller();
        lineup.get(key, screen, caller);
        Flash flash = dispatching.ofHers(key, number, caller);
        boolean airs = caller.may(Permission.LIVE);
        List<Language> hers = lineup.languages(airs ? Permission.LIVE : Permission.WRITE, screen, caller);
        Drawing drawing = new Drawing(screen, List.of(List.of(flash)));
        List<Choice> begun = lineup.languages(Permission.WRITE, screen, caller).stream()
                .filter(each -> flash.text(each.tag()).isPresent())
                .map(each -> new Choice(each.tag(), each.ownName(), each.tag(), false))
                .toList();
        boolean opens = airs && !begun.isEmpty();
        return View.atDesk(
                "console-line",
                new LinePage(
                        frames.of(screen, "console.line.title", lines(key, number)),
                        address(key),
                        airs,
                        drawing.line(flash),
                        hers.stream()
                                .sorted((one, other) -> Boolean.compare(
                                        flash.text(one.tag()).isEmpty(),
                                        flash.text(other.tag()).isEmpty()))
                                .map(each -> wording(flash, each, typed))
                                .toList(),
                        urgencies(screen, flash.urgency().tag()),
                        flash.story().map(story -> String.valueOf(story.id())).orElse(""),
                        opens ? kinds(screen) : List.of(),
                        begun,
                        opens
                                ? sections.all().stream()
                                        .map(each -> new Choice(each.slug(), each.name(screen), screen.tag(), false))
                                        .toList()
                                : List.of(),
                        refusal),
                screen);
    }

    private List<Choice> kinds(Language screen) {
        return Dispatching.STORIES.stream()
                .map(kind -> new Choice(kind.tag(), messages.say(screen, "kind." + kind.tag()), screen.tag(), false))
                .toList();
    }

    private static LinePage.Wording wording(Flash flash, Language language, Dispatch typed) {
        boolean refused = language.tag().equals(typed.lang());
        return new LinePage.Wording(
                language.tag(),
                language.dir(),
                language.ownName(),
                refused
                        ? Dispatch.given(typed.text())
                        : flash.text(language.tag()).orElse(""),
                refused ? Dispatch.given(typed.body()) : Typed.shown(flash.body(language.tag())),
                flash.text(language.tag()).isPresent());
    }

    /** @param key the ticker that is chosen */
    View phone(String key, String done, String refusal, Dispatch typed) {
        Language screen = spoken.language();
        Caller caller = doorkeeper.caller();
        lineup.get(key, screen, caller);
        Set<Language> hers = new LinkedHashSet<>(lineup.languages(Permission.LIVE, screen, caller));
        hers.addAll(lineup.languages(Permission.WRITE, screen, caller));
        List<Lineup.Track> tracks = lineup.all(key, screen, caller);
        List<Flash> waiting = tracks.stream()
                .flatMap(track -> flashes.waiting(track.key(), QUEUE).stream())
                .filter(flash -> Dispatching.isHersAndWaits(flash, caller))
                .toList();
        Drawing drawing = new Drawing(screen, List.of(waiting));
        return View.atDesk(
                "console-phone",
                new PhonePage(
                        frames.of(screen, "console.phone.title", PHONE, notice(done)),
                        PHONE,
                        tracks.stream()
                                .map(each -> new Choice(
                                        each.key(),
                                        name(each, screen),
                                        each.title().isEmpty() ? screen.tag() : each.lang(),
                                        each.key().equals(key)))
                                .toList(),
                        hers.stream()
                                .map(each -> new Choice(
                                        each.tag(),
                                        each.ownName(),
                                        each.tag(),
                                        each.tag().equals(typed.lang())))
                                .toList(),
                        hers.stream()
                                .map(Language::tag)
                                .filter(tag -> caller.may(Permission.LIVE, tag))
                                .collect(Collectors.joining(" ")),
                        caller.may(Permission.WRITE),
                        String.valueOf(caller.id()),
                        email(caller),
                        Dispatch.given(typed.text()),
                        waiting.stream().map(drawing::line).toList(),
                        refusal),
                screen);
    }

    /** Draws lines; what they need of other rooms is asked once for all of them. */
    private final class Drawing {

        private final Language screen;
        private final Map<Long, MediaFile> pictures;
        private final Map<Long, List<Standing>> standings;
        private final Map<Long, String> names = new HashMap<>();

        Drawing(Language screen, List<List<Flash>> lines) {
            this.screen = screen;
            List<Flash> all = lines.stream().flatMap(Collection::stream).toList();
            Set<Long> shown = new LinkedHashSet<>();
            all.forEach(flash -> flash.langs().forEach(lang -> shown.addAll(Figures.in(flash.body(lang)))));
            pictures = files.of(shown);
            standings = standings(all.stream()
                    .flatMap(flash -> flash.story().stream())
                    .map(Story::id)
                    .collect(Collectors.toSet()));
        }

        private Map<Long, List<Standing>> standings(Collection<Long> stories) {
            List<String> readable = languages.all().stream()
                    .map(Language::tag)
                    .filter(tag -> doorkeeper.caller().may(Permission.READ, tag))
                    .toList();
            return editions.standings(stories, readable).stream().collect(Collectors.groupingBy(Standing::story));
        }

        private Optional<Standing> best(List<Standing> of) {
            return of.stream()
                    .min((one, other) -> Boolean.compare(
                            !one.lang().equals(screen.tag()), !other.lang().equals(screen.tag())));
        }

        /** The screen of a story's edition. */
        String desk(long story) {
            return best(standings(List.of(story)).getOrDefault(story, List.of()))
                    .map(standing -> "/desk/editions/" + standing.edition())
                    .orElse("");
        }

        List<ConsolePage.Day> days(List<Flash> newestFirst) {
            Map<LocalDate, List<Flash>> byDay = new LinkedHashMap<>();
            for (Flash flash : newestFirst) {
                byDay.computeIfAbsent(flash.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                        .add(flash);
            }
            return byDay.entrySet().stream()
                    .map(day -> new ConsolePage.Day(
                            day.getKey().toString(),
                            day.getValue().get(0).at(),
                            day.getValue().stream().map(this::line).toList()))
                    .toList();
        }

        Line line(Flash flash) {
            Predicate<Language> has = language -> flash.text(language.tag()).isPresent();
            return new Line(
                    String.valueOf(flash.number()),
                    lines(flash.ticker(), flash.number()),
                    flash.changed(),
                    flash.at(),
                    flash.urgency().tag(),
                    flash.waiting()
                            .map(why -> why.name().toLowerCase(Locale.ROOT))
                            .orElse(""),
                    flash.marks().pinned(),
                    flash.marks().keyMoment(),
                    languages.all().stream()
                            .filter(has)
                            .map(language -> words(flash, language))
                            .toList(),
                    names.computeIfAbsent(flash.person(), this::name),
                    flash.edited(),
                    flash.story().map(this::target),
                    languages.all().stream()
                            .filter(has.negate())
                            .filter(each -> doorkeeper.caller().may(Permission.LIVE, each.tag()))
                            .map(each -> new Link(each.ownName(), "", each.tag()))
                            .toList());
        }

        private String name(long person) {
            return people.find(person).map(Person::name).orElseGet(() -> messages.say(screen, "audit.house"));
        }

        private ConsolePage.Words words(Flash flash, Language language) {
            String body = flash.body(language.tag());
            return new ConsolePage.Words(
                    language.tag(),
                    flash.text(language.tag()).orElse(""),
                    new Html(body),
                    Figures.in(body).stream()
                            .map(pictures::get)
                            .filter(file -> file != null && file.isPicture())
                            .map(file -> "/desk/media/" + file.id() + "/prints/1x1-320.jpg?v=" + file.stamp())
                            .toList());
        }

        private ConsolePage.Target target(Story story) {
            Optional<Standing> standing = best(standings.getOrDefault(story.id(), List.of()));
            return new ConsolePage.Target(
                    String.valueOf(story.id()),
                    standing.map(Standing::headline).orElse(""),
                    standing.map(Standing::lang).orElse(screen.tag()),
                    standing.map(each -> "/desk/editions/" + each.edition()).orElse(""));
        }
    }
}
