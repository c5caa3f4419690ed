package org.minbar.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.People;
import org.minbar.identity.Permission;
import org.minbar.identity.Person;
import org.minbar.journal.Entry;
import org.minbar.journal.Happening;
import org.minbar.journal.Journal;
import org.minbar.language.Dates;
import org.minbar.language.Digits;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.story.EditionHappening.EditionScheduled;
import org.minbar.story.Editions;
import org.minbar.story.Standing;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/**
 * The journal as a screen. Administrators see all of it; who publishes sees what happened to editions in the languages
 * that she reads, and nothing about people.
 */
@Path("desk/audit")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class AuditPages {

    private static final String PATH = "/desk/audit";
    private static final List<String> NAMES = List.of("person", "kind", "story", "day", "before");
    private static final int LINES = 50;
    private static final ObjectMapper PAYLOADS = new ObjectMapper();

    /** So many seconds late is not what a timetable promises. */
    private static final int WORTH_TELLING = 3;

    /** What can be asked for. A kind that is not here has a row all the same, and can be found by the other ways. */
    private static final List<String> KINDS = List.of(
            "StoryOpened",
            "StoryChanged",
            "EmbargoChanged",
            "EmbargoEnded",
            "EditionWritten",
            "EditionSubmitted",
            "EditionApproved",
            "EditionPromised",
            "EditionSentBack",
            "EditionScheduled",
            "EditionPublished",
            "EditionCorrected",
            "EditionWithdrawn",
            "EditionArchived",
            "EditionLevelled",
            "FrontArranged",
            "FlashWritten",
            "FlashPublished",
            "FlashRemoved",
            "FlashMarked",
            "FlashSubmitted",
            "FlashScheduled",
            "SummaryWritten",
            "CoverageEnded",
            "CoverageResumed",
            "SilenceSet",
            "PersonJoined",
            "PersonChanged",
            "PersonLeft",
            "SignedIn",
            "SignedOut",
            "SessionsClosed",
            "TwoStepTurnedOn",
            "TwoStepTurnedOff",
            "TokenIssued",
            "TokenRevoked");

    @Inject
    private Journal journal;

    @Inject
    private Editions editions;

    @Inject
    private People people;

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
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    @Context
    private UriInfo address;

    @GET
    @Needs({Permission.ADMIN, Permission.PUBLISH})
    public View audit() {
        Narrowing narrowing = Narrowing.of(PATH, NAMES, address.getQueryParameters());
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        List<String> readable = overview.readable(caller);
        boolean all = caller.may(Permission.ADMIN);
        Optional<LocalDate> day = day(narrowing.get("day"));
        OptionalLong person = narrowing.get("person").equals("0") ? OptionalLong.of(0) : narrowing.number("person");
        Journal.Wanted wanted = new Journal.Wanted(
                person,
                narrowing.get("kind"),
                narrowing.number("story"),
                day.map(each -> each.atStartOfDay(zone).toInstant()),
                day.map(each -> each.plusDays(1).atStartOfDay(zone).toInstant()),
                all ? List.of() : readable);
        Journal.Found found = all || !readable.isEmpty()
                ? journal.before(narrowing.number("before").orElse(0), wanted, LINES)
                : new Journal.Found(List.of(), 0);

        Map<Long, String> names = new HashMap<>();
        List<Person> everybody = people.all();
        everybody.forEach(each -> names.put(each.id(), each.name()));
        names.put(Happening.THE_HOUSE, messages.say(language, "audit.house"));
        List<Read> read = found.entries().stream().map(AuditPages::read).toList();
        Map<Long, Standing> standings = editions
                .standingsOf(
                        read.stream()
                                .map(each -> each.payload.path("edition").asLong())
                                .filter(edition -> edition > 0)
                                .distinct()
                                .toList(),
                        readable)
                .stream()
                .collect(Collectors.toMap(Standing::edition, each -> each));

        List<BoardPage.Choice> who = new ArrayList<>();
        who.add(new BoardPage.Choice(
                "0",
                names.getOrDefault(Happening.THE_HOUSE, ""),
                language.tag(),
                narrowing.get("person").equals("0")));
        for (Person each : everybody) {
            String id = String.valueOf(each.id());
            who.add(new BoardPage.Choice(id, each.name(), "", id.equals(narrowing.get("person"))));
        }
        AuditPage page = new AuditPage(
                frames.of(language, "audit.title", PATH),
                PATH,
                who,
                KINDS.stream()
                        .filter(kind -> all || kind.startsWith("Edition") || kind.equals("FlashWritten"))
                        .map(kind -> new BoardPage.Choice(
                                kind,
                                messages.say(language, "audit.kind." + key(kind)),
                                language.tag(),
                                kind.equals(narrowing.get("kind"))))
                        .toList(),
                narrowing.get("story"),
                day.map(LocalDate::toString).orElse(""),
                read.stream()
                        .map(each -> line(each, names, standings, language))
                        .toList(),
                found.next() == 0
                        ? ""
                        : narrowing.with("before", String.valueOf(found.next())).url(),
                narrowing.has("before") ? narrowing.with("before", "").url() : "");
        return View.atDesk("audit", page, language);
    }

    /** A row and its payload, opened. */
    private record Read(Entry entry, JsonNode payload) {}

    private static Read read(Entry entry) {
        try {
            return new Read(entry, PAYLOADS.readTree(entry.payload()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Journal entry " + entry.number() + " is no JSON", e);
        }
    }

    private AuditPage.Line line(Read read, Map<Long, String> names, Map<Long, Standing> standings, Language language) {
        Entry entry = read.entry;
        JsonNode payload = read.payload;
        String key = "audit.happened." + key(entry.kind());
        boolean known = messages.knows(language, key);
        Optional<Standing> edition =
                Optional.ofNullable(standings.get(payload.path("edition").asLong()));
        boolean wrote = entry.kind().equals("EditionWritten") || entry.kind().equals("EditionCorrected");
        int revision = wrote ? payload.path("revision").asInt() : 0;
        long late = payload.path("late").asLong();
        String lang = payload.path("lang").asText("");
        Map<String, Object> with = new HashMap<>();
        with.put("person", name(names, entry.person(), language));
        with.put("story", payload.path("story").asText(""));
        with.put("file", payload.path("file").asText(""));
        with.put("language", lang.isEmpty() ? "" : MatrixPages.spokenName(lang, language));
        with.put("other", name(names, payload.path("who").asLong(-1), language));
        with.put("ticker", payload.path("ticker").asText(""));
        with.put("number", payload.path("number").asText(""));
        with.put("hours", payload.path("hours").asLong());
        with.put("token", payload.path("name").asText(payload.path("token").asText("")));
        with.put("kind", entry.kind());
        boolean bound = payload.path("until").isTextual();
        with.put("bound", bound ? "yes" : "no");
        with.put(
                "until",
                bound
                        ? new Dates(language, zone, sightings)
                                .dateTime(Instant.parse(payload.path("until").asText()))
                        : "");
        with.put("promised", payload.path("promised").asText("false"));
        with.put(
                "at",
                entry.as(EditionScheduled.class)
                        .map(EditionScheduled::publishAt)
                        .or(() -> moment(payload.path("at")))
                        .map(at -> new Dates(language, zone, sightings).dateTime(at))
                        .orElse(""));
        return new AuditPage.Line(
                entry.number(),
                entry.at(),
                messages.say(language, known ? key : "audit.happened.unknown", with),
                late >= WORTH_TELLING
                        ? messages.say(language, "audit.late", Map.of("seconds", late))
                        : revision > 0
                                ? messages.say(
                                        language,
                                        revision == 1 ? "audit.revision.first" : "audit.revisions",
                                        Map.of("from", String.valueOf(revision - 1), "to", String.valueOf(revision)))
                                : "",
                payload.path("note").asText(payload.path("reason").asText("")),
                known ? "" : entry.payload(),
                edition.map(Standing::headline).orElse(""),
                edition.map(Standing::lang).orElse(language.tag()),
                edition.map(each -> Overview.address(each.edition()) + compared(revision))
                        .orElse(""));
    }

    private static Optional<Instant> moment(JsonNode at) {
        return at.isTextual() ? Optional.of(Instant.parse(at.asText())) : Optional.empty();
    }

    /** What that revision changed. */
    private static String compared(int revision) {
        return revision < 2 ? "" : "/revisions?left=" + (revision - 1) + "&right=" + revision;
    }

    private String name(Map<Long, String> names, long person, Language language) {
        return names.getOrDefault(person, messages.say(language, "audit.somebody", Map.of("number", person)));
    }

    /** {@code EditionSentBack} is said by {@code edition-sent-back}. */
    static String key(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(Digits.latin(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
