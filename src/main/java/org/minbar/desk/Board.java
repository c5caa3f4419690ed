package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Editions;
import org.minbar.story.Editions.Waiting;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.story.Standing;
import org.minbar.story.Status;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.story.Worklist;
import org.minbar.topic.Topics;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;
import org.minbar.view.Messages;

/**
 * Sorts the stories into columns. A story stands once, where its least advanced edition stands, because that is the one
 * that somebody still has to bring on; but only the editions that the filters leave count, so that who looks at French
 * alone, or at her own alone, sees the stories where those are. Withdrawn and archived editions hold nothing back.
 */
@ApplicationScoped
public class Board {

    static final String PATH = "/desk/";
    static final List<String> NAMES = List.of("status", "q", "mine", "section", "in", "kind", "topic", "after");

    private static final int IN_A_COLUMN = 20;
    private static final int ALONE = 60;
    private static final int MOST_FOUND = 300;
    private static final int NEXT = 4;
    private static final Duration LATELY = Duration.ofDays(3);

    /** The columns from left to right as work goes on; the last two are shown alone only. */
    enum Column {
        DRAFT(EnumSet.of(Status.DRAFT)),
        REVIEW(EnumSet.of(Status.REVIEW)),
        READY(EnumSet.of(Status.READY)),
        SCHEDULED(EnumSet.of(Status.SCHEDULED)),
        PUBLISHED(EnumSet.of(Status.PUBLISHED, Status.CORRECTED)),
        WITHDRAWN(EnumSet.of(Status.WITHDRAWN)),
        ARCHIVED(EnumSet.of(Status.ARCHIVED));

        final Set<Status> statuses;

        Column(Set<Status> statuses) {
            this.statuses = statuses;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean inWork() {
            return compareTo(PUBLISHED) <= 0;
        }

        /** What would put a story into an earlier column. */
        Set<Status> behind() {
            if (!inWork()) return Set.of();
            return Stream.of(values())
                    .filter(other -> other.compareTo(this) < 0)
                    .flatMap(other -> other.statuses.stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
        }

        static Optional<Column> of(String tag) {
            return Stream.of(values()).filter(each -> each.tag().equals(tag)).findFirst();
        }
    }

    @Inject
    private Editions editions;

    @Inject
    private Stories stories;

    @Inject
    private Topics topics;

    @Inject
    private Overview overview;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    protected Board() {}

    public Board(Editions editions, Stories stories, Topics topics, Overview overview, Messages messages, Clock clock) {
        this.editions = editions;
        this.stories = stories;
        this.topics = topics;
        this.overview = overview;
        this.messages = messages;
        this.clock = clock;
    }

    BoardPage page(
            DeskFrame frame, Language language, Caller caller, Narrowing narrowing, List<BoardPage.Refused> refused) {
        List<String> readable = overview.readable(caller);
        // A correspondent, who reads nothing of other people's, has a board of her own.
        boolean own = narrowing.has("mine") || readable.isEmpty();
        List<String> offered = own ? overview.openTo(caller) : readable;
        List<String> counted = offered.stream()
                .filter(tag ->
                        narrowing.get("in").isEmpty() || narrowing.get("in").equals(tag))
                .toList();
        List<Long> found = found(narrowing, offered);
        Worklist work = Worklist.in(counted)
                .begunBy(own ? Long.valueOf(caller.id()) : null)
                .filed(narrowing.orNull("section"), narrowing.has("kind") ? Kind.of(narrowing.get("kind")) : null)
                .about(narrowing.has("topic") ? topics.named(narrowing.get("topic")) : null);
        List<Found> sorted = narrowing.has("q") ? sorted(work, found) : List.of();
        Optional<Column> alone = Column.of(narrowing.get("status"));
        List<Filled> filled = Stream.of(Column.values())
                .filter(column -> alone.map(one -> one == column).orElse(column.inWork()))
                .map(column -> filled(column, work, narrowing, alone.isPresent(), sorted))
                .toList();

        Map<String, String> sections = overview.sectionNames(language);
        List<Long> shown = filled.stream()
                .flatMap(each -> each.waiting.stream())
                .map(Waiting::story)
                .distinct()
                .toList();
        Map<Long, Story> byId = stories.of(shown).stream().collect(Collectors.toMap(Story::id, each -> each));
        Map<Long, List<Standing>> standings = editions.standings(shown, offered).stream()
                .filter(each -> readable.contains(each.lang()) || each.begunBy() == caller.id())
                .collect(Collectors.groupingBy(Standing::story));

        List<BoardPage.Column> columns = new ArrayList<>();
        for (Filled each : filled) {
            List<BoardPage.Card> cards = new ArrayList<>();
            for (Waiting one : each.waiting) {
                Story story = byId.get(one.story());
                List<Standing> editionsOf = standings.getOrDefault(one.story(), List.of());
                // Between two questions somebody else may have written.
                if (story == null || editionsOf.isEmpty()) continue;
                cards.add(card(each.column, one, story, editionsOf, work, readable, sections, language, caller));
            }
            columns.add(new BoardPage.Column(each.column.tag(), cards, each.more));
        }
        return new BoardPage(
                frame,
                language.locale().toLanguageTag(),
                caller.may(Permission.WRITE) ? "/desk/new" : "",
                new BoardPage.Filters(
                        PATH,
                        narrowing.get("status"),
                        narrowing.get("q"),
                        own,
                        narrowing.get("topic"),
                        overview.sectionChoices(sections, language, narrowing.get("section")),
                        overview.languageChoices(offered, narrowing.get("in")),
                        overview.kindChoices(language, narrowing.get("kind"))),
                views(language, narrowing),
                next(readable, language),
                columns,
                narrowing.has("after") ? narrowing.with("after", "").url() : "",
                steps(caller),
                narrowing.query(),
                refused,
                found.size() >= MOST_FOUND);
    }

    /** A column and the stories in it. */
    private record Filled(Column column, List<Waiting> waiting, String more) {}

    private Filled filled(Column column, Worklist work, Narrowing narrowing, boolean alone, List<Found> found) {
        int limit = alone ? ALONE : IN_A_COLUMN;
        Optional<Listing.Place> after = alone && narrowing.has("after")
                ? Optional.of(Listing.Place.of(narrowing.get("after")))
                : Optional.empty();
        // What was published long ago is work only for who asks for it. They come last touched first, so it is quicker
        // to leave the old ones out here than to let the database choose between two indexes.
        Instant since = alone || narrowing.has("q") || column != Column.PUBLISHED
                ? Instant.EPOCH
                : clock.instant().minus(LATELY);
        Stream<Waiting> candidates = narrowing.has("q")
                ? found.stream().flatMap(each -> each.in(column, after).stream())
                : column.statuses.stream()
                        .flatMap(status ->
                                editions
                                        .waiting(work, status, column.statuses, column.behind(), after, limit + 1)
                                        .stream());
        List<Waiting> waiting = candidates
                .filter(each -> !each.updated().isBefore(since))
                .sorted(LAST_TOUCHED_FIRST)
                .limit(limit + 1L)
                .toList();
        if (waiting.size() <= limit) return new Filled(column, waiting, "");
        List<Waiting> kept = waiting.subList(0, limit);
        String more = narrowing
                .with("status", column.tag())
                .with("after", kept.get(limit - 1).place().cursor())
                .url();
        return new Filled(column, kept, more);
    }

    private static final Comparator<Waiting> LAST_TOUCHED_FIRST = Comparator.comparing(Waiting::updated)
            .thenComparing(Waiting::edition)
            .reversed();

    /** A story that was found by its words, and those of its editions that count. */
    private record Found(List<Standing> counting) {

        /** Where it stands in this column, if it does and comes after that place. The same rule as the shelf's. */
        Optional<Waiting> in(Column column, Optional<Listing.Place> after) {
            if (counting.stream().anyMatch(each -> column.behind().contains(each.status()))) return Optional.empty();
            return counting.stream()
                    .filter(each -> column.statuses.contains(each.status()))
                    .map(each -> new Waiting(each.story(), each.edition(), each.updated()))
                    .min(LAST_TOUCHED_FIRST)
                    .filter(each -> after.isEmpty()
                            || LAST_TOUCHED_FIRST.compare(
                                            new Waiting(
                                                    0,
                                                    after.get().edition(),
                                                    after.get().published()),
                                            each)
                                    < 0);
        }
    }

    /** What was found is little, and is sorted here: the database would look through the columns instead. */
    private List<Found> sorted(Worklist work, List<Long> found) {
        Editions.Rows rows =
                new Editions.Rows(work.begunBy(null).among(found), "", "", false, Optional.empty(), Long.MAX_VALUE);
        List<Long> stories = editions.rows(rows, found.size() + 1);
        return editions.standings(stories, work.langs()).stream()
                .filter(each -> work.begunBy() == null || work.begunBy() == each.begunBy())
                .collect(Collectors.groupingBy(Standing::story))
                .values()
                .stream()
                .map(Found::new)
                .toList();
    }

    private List<Long> found(Narrowing narrowing, List<String> readable) {
        if (!narrowing.has("q")) return List.of();
        // A number is that of a story, or stands in a headline.
        OptionalLong number = narrowing.number("q");
        List<Long> saying = editions.storiesSaying(narrowing.get("q"), readable, MOST_FOUND);
        if (number.isEmpty()) return saying;
        return Stream.concat(Stream.of(number.getAsLong()), saying.stream())
                .distinct()
                .toList();
    }

    private BoardPage.Card card(
            Column column,
            Waiting waiting,
            Story story,
            List<Standing> standings,
            Worklist work,
            List<String> readable,
            Map<String, String> sections,
            Language language,
            Caller caller) {
        Standing headed = Overview.headline(standings, language).orElseThrow();
        // None of the steps is for what is public already.
        String ticked = standings.stream()
                .filter(each -> column != Column.PUBLISHED && column.statuses.contains(each.status()))
                .filter(each -> work.langs().contains(each.lang()))
                .filter(each -> work.begunBy() == null || work.begunBy() == each.begunBy())
                .map(each -> String.valueOf(each.edition()))
                .collect(Collectors.joining(" "));
        return new BoardPage.Card(
                String.valueOf(story.id()),
                ticked,
                headed.headline(),
                headed.lang(),
                Overview.address(waiting.edition()),
                story.kind().tag(),
                sections.getOrDefault(story.section().slug(), ""),
                waiting.updated(),
                story.embargo().filter(end -> end.isAfter(clock.instant())),
                overview.chips(
                        standings,
                        Stream.concat(readable.stream(), standings.stream().map(Standing::lang))
                                .toList(),
                        caller));
    }

    private List<Link> views(Language language, Narrowing narrowing) {
        Narrowing whole = narrowing.with("after", "").with("status", "");
        List<Link> views = new ArrayList<>();
        views.add(
                new Link(messages.say(language, "board.whole"), whole.url(), language.tag(), !narrowing.has("status")));
        for (Column column : Column.values()) {
            views.add(new Link(
                    messages.say(language, "status." + column.tag()),
                    whole.with("status", column.tag()).url(),
                    language.tag(),
                    column.tag().equals(narrowing.get("status"))));
        }
        return views;
    }

    private List<BoardPage.Next> next(List<String> readable, Language language) {
        Instant now = clock.instant();
        return editions.scheduled(readable, Optional.empty(), NEXT).stream()
                .map(each -> {
                    Instant at = each.scheduled().orElse(now);
                    long left = Math.max(0, Duration.between(now, at).toSeconds());
                    return new BoardPage.Next(
                            each.headline(),
                            each.lang(),
                            Overview.address(each.edition()),
                            at,
                            left,
                            left >= Duration.ofDays(1).toSeconds() ? "" : Digits.countdown(left, language));
                })
                .toList();
    }

    private static List<String> steps(Caller caller) {
        List<String> steps = new ArrayList<>();
        if (caller.may(Permission.WRITE)) steps.add("review");
        if (caller.may(Permission.PUBLISH)) steps.addAll(List.of("approval", "schedule-off", "archive"));
        return steps;
    }

    /** @throws Refusal for a step that the board does not offer */
    static Refusal noSuchStep() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }
}
