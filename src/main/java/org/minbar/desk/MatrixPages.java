package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.story.Editions;
import org.minbar.story.Standing;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.story.Worklist;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The matrix of stories and languages. */
@Path("desk/matrix")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class MatrixPages {

    private static final String PATH = "/desk/matrix";
    private static final List<String> NAMES = List.of("public", "missing", "stale", "section", "days", "before");
    private static final int ROWS = 50;
    private static final String A_MONTH = "30";
    private static final String EVER = "all";
    private static final List<String> DAYS = List.of("1", "7", A_MONTH, "365", EVER);

    @Inject
    private Editions editions;

    @Inject
    private Stories stories;

    @Inject
    private Overview overview;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Clock clock;

    @Context
    private UriInfo address;

    @GET
    @Needs(Permission.READ)
    public View matrix() {
        Narrowing narrowing = Narrowing.of(PATH, NAMES, address.getQueryParameters());
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        List<String> readable = overview.readable(caller);
        List<Long> ids = editions.rows(rows(narrowing, readable), ROWS + 1);
        List<Long> shown = ids.subList(0, Math.min(ROWS, ids.size()));
        Map<String, String> sections = overview.sectionNames(language);
        Map<Long, Story> byId = stories.of(shown).stream().collect(Collectors.toMap(Story::id, each -> each));
        Map<Long, List<Standing>> standings =
                editions.standings(shown, readable).stream().collect(Collectors.groupingBy(Standing::story));
        List<MatrixPage.Row> rows = shown.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .map(story -> row(story, standings.getOrDefault(story.id(), List.of()), readable, sections, language))
                .toList();
        String older = ids.size() <= ROWS
                ? ""
                : narrowing.with("before", String.valueOf(shown.get(ROWS - 1))).url();
        MatrixPage page = new MatrixPage(
                frames.of(language, "matrix.title", PATH),
                new MatrixPage.Filters(
                        PATH,
                        overview.languageChoices(readable, narrowing.get("public")),
                        overview.languageChoices(readable, narrowing.get("missing")),
                        narrowing.has("stale"),
                        overview.sectionChoices(sections, language, narrowing.get("section")),
                        days(narrowing, language)),
                quick(narrowing, readable, language),
                overview.languages().stream()
                        .filter(each -> readable.contains(each.tag()))
                        .map(each -> new Link(each.ownName(), "", each.tag()))
                        .toList(),
                rows,
                older,
                narrowing.has("before") ? narrowing.with("before", "").url() : "");
        return View.atDesk("matrix", page, language);
    }

    private Editions.Rows rows(Narrowing narrowing, List<String> readable) {
        String days = days(narrowing);
        return new Editions.Rows(
                Worklist.in(readable).filed(narrowing.orNull("section"), null),
                narrowing.get("public"),
                narrowing.get("missing"),
                narrowing.has("stale"),
                days.equals(EVER)
                        ? Optional.empty()
                        : Optional.of(clock.instant().minus(Duration.ofDays(Long.parseLong(days)))),
                narrowing.number("before").orElse(Long.MAX_VALUE));
    }

    private MatrixPage.Row row(
            Story story,
            List<Standing> standings,
            List<String> readable,
            Map<String, String> sections,
            Language language) {
        Optional<Standing> headed = Overview.headline(standings, language);
        Map<String, Standing> byLang = standings.stream().collect(Collectors.toMap(Standing::lang, each -> each));
        return new MatrixPage.Row(
                String.valueOf(story.id()),
                headed.map(Standing::headline).orElse(""),
                headed.map(Standing::lang).orElse(language.tag()),
                story.kind().tag(),
                sections.getOrDefault(story.section().slug(), ""),
                story.created(),
                overview.chips(standings, readable, doorkeeper.caller()).stream()
                        .map(chip -> new MatrixPage.Cell(
                                chip,
                                Optional.ofNullable(byLang.get(chip.lang())).map(Standing::updated)))
                        .toList());
    }

    /** The last month, unless somebody asks for more: what is stale for a year is nobody's work today. */
    private static String days(Narrowing narrowing) {
        return DAYS.contains(narrowing.get("days")) ? narrowing.get("days") : A_MONTH;
    }

    private List<BoardPage.Choice> days(Narrowing narrowing, Language language) {
        return DAYS.stream()
                .map(each -> new BoardPage.Choice(
                        each,
                        each.equals(EVER)
                                ? messages.say(language, "matrix.ever")
                                : messages.say(language, "matrix.days", Map.of("count", Integer.valueOf(each))),
                        language.tag(),
                        each.equals(days(narrowing))))
                .toList();
    }

    private List<MatrixPage.Quick> quick(Narrowing narrowing, List<String> readable, Language language) {
        Narrowing bare = narrowing
                .with("before", "")
                .with("public", "")
                .with("missing", "")
                .with("stale", "");
        List<MatrixPage.Quick> quick = new ArrayList<>();
        for (String there : readable) {
            for (String gone : readable) {
                if (there.equals(gone)) continue;
                quick.add(new MatrixPage.Quick(
                        messages.say(
                                language,
                                "matrix.gap",
                                Map.of("there", spokenName(there, language), "gone", spokenName(gone, language))),
                        bare.with("public", there).with("missing", gone).url(),
                        narrowing.get("public").equals(there)
                                && narrowing.get("missing").equals(gone)));
            }
        }
        quick.add(new MatrixPage.Quick(
                messages.say(language, "matrix.stale"), bare.with("stale", "on").url(), narrowing.has("stale")));
        return quick;
    }

    /** A language's name in the language of the screen, so that it can stand in a sentence. */
    static String spokenName(String tag, Language language) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(language.locale());
    }
}
