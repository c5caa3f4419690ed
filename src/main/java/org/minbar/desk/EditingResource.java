package org.minbar.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.text.Body;
import org.minbar.text.Comparison;
import org.minbar.text.Lexicon;
import org.minbar.text.Proof;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.web.Problem;
import org.minbar.web.TypedTime;

/** What the editor's page says to the server while somebody writes: all of it in JSON, under her session. */
@Path("desk/editions/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
@Needs(Permission.WRITE)
public class EditingResource {

    private static final int LOCKED = 423;

    @Inject
    private Editions editions;

    @Inject
    private Drafts drafts;

    @Inject
    private Locks locks;

    @Inject
    private Saving saving;

    @Inject
    private Editing editing;

    @Inject
    private Screens screens;

    @Inject
    private KnownWords knownWords;

    @Inject
    private TypedTime time;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Clock clock;

    @PathParam("id")
    private long id;

    /** @param from the revision that the text was begun from */
    record Wish(@Nullable Integer from, @Nullable DeskText text, @Nullable Boolean minor) {
        int start() {
            return from == null ? 0 : from;
        }

        DeskText words() {
            if (text == null)
                throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "text"), "text");
            return text;
        }
    }

    record Kept(long number, Instant at) {}

    record Saved(int version, Instant at, boolean merged, DeskText text) {}

    record Clashing(
            String type,
            String title,
            int status,
            int version,
            List<Clash.Field> fields,
            List<Clash.Piece> blocks,
            Clash.Texts text) {}

    record LockWish(@Nullable Boolean takeover) {}

    record Held(boolean mine, Instant until) {}

    record HeldByOther(String type, String title, int status, String holder, Instant since, Instant until) {}

    record Unsaved(int from, Instant at, DeskText text) {}

    record Findings(List<Found> findings) {}

    record Found(
            String id,
            String field,
            int block,
            String rule,
            String explanation,
            String before,
            String found,
            String mended,
            String after,
            boolean certain) {}

    record Mending(@Nullable DeskText text, @Nullable JsonNode ids) {}

    record Mended(DeskText text) {}

    record Sheet(List<Point> errors, List<Point> warnings) {}

    record Point(String field, String sentence) {}

    record Pair(@Nullable DeskText left, @Nullable DeskText right) {}

    record Compared(List<ComparedField> fields, List<ComparedBlock> blocks) {}

    record ComparedField(String name, String label, List<List<String>> pieces) {}

    record ComparedBlock(String change, String dir, List<List<String>> pieces) {}

    @POST
    @Path("drafts")
    public Response keep(Wish wish) {
        Edition edition = mine(editions.get(id));
        Caller by = doorkeeper.caller();
        Draft kept =
                drafts.keep(new Draft(edition, wish.start(), wish.words().copy(edition, language(edition)), by, clock));
        return Response.status(Response.Status.CREATED)
                .entity(new Kept(kept.id(), kept.at()))
                .build();
    }

    @GET
    @Path("drafts/mine")
    public Response unsaved() {
        Edition edition = mine(editions.get(id));
        Optional<Draft> draft = drafts.unsaved(edition, doorkeeper.caller().id());
        return draft.map(found -> Response.ok(new Unsaved(found.revision(), found.at(), DeskText.of(found.copy()))))
                .orElseGet(Response::noContent)
                .build();
    }

    @PUT
    @Path("text")
    public Response save(Wish wish) {
        Edition edition = mine(editions.getToChange(id));
        Language language = language(edition);
        Copy mine = wish.words().copy(edition, language);
        Saving.Outcome outcome = saving.save(
                edition,
                language,
                wish.start(),
                mine,
                Boolean.TRUE.equals(wish.minor),
                Revision.Cause.SAVE,
                doorkeeper.caller());
        if (outcome instanceof Saving.Outcome.Clashed clashed) {
            Clash clash = clashed.clash();
            return Response.status(Response.Status.CONFLICT)
                    .entity(new Clashing(
                            "urn:minbar:problem:text-clash",
                            messages.say(spoken.language(), "refusal.text-clash"),
                            409,
                            clash.version(),
                            clash.fields(),
                            clash.blocks(),
                            clash.text()))
                    .build();
        }
        editions.settle();
        boolean merged = outcome instanceof Saving.Outcome.Saved saved && saved.merged();
        return Response.ok(new Saved(edition.revisions(), edition.updated(), merged, DeskText.of(edition.copy())))
                .build();
    }

    @POST
    @Path("lock")
    public Response lock(@Nullable LockWish wish) {
        Caller by = doorkeeper.caller();
        String browser = doorkeeper.browser();
        Edition edition = mine(editions.get(id));
        Lock lock = locks.toChange(edition);
        if (lock.isHeld(clock) && !lock.isHeldBy(browser, clock)) {
            if (wish == null || !Boolean.TRUE.equals(wish.takeover)) {
                String title = messages.say(spoken.language(), "refusal.locked", Map.of("name", lock.personName()));
                return Response.status(LOCKED)
                        .type(Problem.MEDIA_TYPE)
                        .entity(new HeldByOther(
                                "urn:minbar:problem:locked",
                                title,
                                LOCKED,
                                lock.personName(),
                                lock.since(),
                                lock.until()))
                        .build();
            }
            Edition whole = editions.getToChange(id);
            drafts.unsaved(whole, lock.person())
                    .ifPresent(left ->
                            editing.keepAside(whole, left.copy(), Revision.Cause.TAKEOVER, left.person(), left.at()));
        }
        lock.take(by, browser, clock);
        return Response.ok(new Held(true, lock.until())).build();
    }

    @DELETE
    @Path("lock")
    public void leave() {
        Lock lock = locks.toChange(mine(editions.get(id)));
        if (lock.isHeldBy(doorkeeper.browser(), clock)) lock.free();
    }

    @POST
    @Path("copy-desk")
    public Findings findings(Wish wish) {
        Edition edition = mine(editions.get(id));
        Language here = spoken.language();
        return new Findings(wish.words().proof().findings(edition.lang(), lexicon(edition)).stream()
                .map(found -> new Found(
                        found.id(),
                        found.field(),
                        found.block(),
                        found.rule(),
                        messages.say(here, "desk.mend." + found.rule()),
                        found.before(),
                        found.found(),
                        found.mended(),
                        found.after(),
                        found.certain()))
                .toList());
    }

    @POST
    @Path("copy-desk/mending")
    public Mended mend(Mending wish) {
        Edition edition = mine(editions.get(id));
        DeskText text = Objects.requireNonNullElseGet(wish.text, () -> DeskText.of(edition.copy()));
        Proof proof = text.proof();
        Proof mended = wish.ids == null || !wish.ids.isArray()
                ? proof.mended(edition.lang(), lexicon(edition))
                : proof.mended(edition.lang(), lexicon(edition), chosen(wish.ids));
        return new Mended(text.after(mended, language(edition)));
    }

    private static Set<String> chosen(JsonNode ids) {
        Set<String> chosen = new LinkedHashSet<>();
        ids.forEach(id -> chosen.add(id.asText()));
        return chosen;
    }

    /** @param at when it is to go out, the newsroom's time, {@code 2026-03-04T18:00}; empty: now */
    @GET
    @Path("checks")
    public Sheet checks(@QueryParam("at") @DefaultValue("") String at) {
        Edition edition = mine(editions.get(id));
        Checks checks = screens.checks(edition, at.isBlank() ? clock.instant() : time.instant(at, "at"));
        return new Sheet(points(checks.errors()), points(checks.warnings()));
    }

    private List<Point> points(List<Checks.Check> checks) {
        return checks.stream()
                .map(check -> new Point(check.field(), screens.sentence(check)))
                .toList();
    }

    @POST
    @Path("compare")
    public Compared compare(Pair pair) {
        Edition edition = mine(editions.get(id));
        DeskText left = Objects.requireNonNullElseGet(pair.left, () -> DeskText.of(edition.copy()));
        DeskText right = Objects.requireNonNullElseGet(pair.right, () -> DeskText.of(edition.copy()));
        Map<String, String> lines = new LinkedHashMap<>(left.lines());
        List<ComparedField> fields = lines.entrySet().stream()
                .filter(line -> !line.getValue().equals(right.lines().get(line.getKey())))
                .map(line -> new ComparedField(
                        line.getKey(),
                        messages.say(spoken.language(), Screens.label(line.getKey())),
                        pieces(Comparison.line(line.getValue(), right.lines().getOrDefault(line.getKey(), "")))))
                .toList();
        Body before = left.proof().body();
        Body after = right.proof().body();
        return new Compared(
                fields,
                Comparison.of(before, after, language(edition).dir()).rows().stream()
                        .map(row -> new ComparedBlock(
                                row.change().toString(),
                                row.right() < 0 ? row.leftDir() : row.rightDir(),
                                pieces(row.pieces())))
                        .toList());
    }

    private static List<List<String>> pieces(List<Comparison.Piece> pieces) {
        return pieces.stream()
                .map(piece -> List.of(piece.op().sign(), piece.text()))
                .toList();
    }

    private Edition mine(Edition edition) {
        edition.mustBeOpenTo(doorkeeper.caller());
        doorkeeper.caller().needs(Permission.WRITE, edition.lang());
        return edition;
    }

    private Lexicon lexicon(Edition edition) {
        return knownWords.of(language(edition));
    }

    private Language language(Edition edition) {
        return languages.get(edition.lang());
    }
}
