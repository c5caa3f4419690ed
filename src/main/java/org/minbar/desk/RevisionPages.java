package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.People;
import org.minbar.identity.Permission;
import org.minbar.identity.Person;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.text.Comparison;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** What an edition said before, what somebody never saved, and how to have it back. */
@Path("desk/editions/{id: [0-9]{1,18}}")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class RevisionPages {

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Drafts drafts;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @PathParam("id")
    private long id;

    /**
     * @param left the number of the earlier revision; 0: the one before
     * @param right the number of the later one; 0: the newest
     */
    @GET
    @Path("revisions")
    @Needs({})
    public View revisions(
            @QueryParam("left") @DefaultValue("0") int left, @QueryParam("right") @DefaultValue("0") int right) {
        Edition edition = readable(editions.get(id));
        List<Revision> all = new ArrayList<>(editions.revisions(edition));
        java.util.Collections.reverse(all);
        if (all.isEmpty()) return view(page(edition, List.of(), Optional.empty(), false));
        int later = right == 0 ? all.get(0).number() : right;
        int earlier = left == 0 ? Math.max(1, later - 1) : left;
        RevisionsPage.Compared compared = compared(
                edition,
                numbered(earlier),
                editions.revision(edition, earlier).copy(),
                numbered(later),
                editions.revision(edition, later).copy());
        return view(page(edition, lines(all, edition, earlier, later), Optional.of(compared), false));
    }

    /** The words of an earlier revision become a new one; nothing is overwritten. */
    @POST
    @Path("revisions/{number: [0-9]{1,9}}/restoration")
    @Needs(Permission.WRITE)
    public Response restore(@PathParam("number") int number) {
        Edition edition = readable(editions.getToChange(id));
        Copy copy = editions.revision(edition, number).copy();
        return takeUp(edition, copy);
    }

    @GET
    @Path("unsaved")
    @Needs(Permission.WRITE)
    public View unsaved() {
        Edition edition = readable(editions.get(id));
        Optional<Draft> draft = drafts.unsaved(edition, doorkeeper.caller().id());
        Optional<RevisionsPage.Compared> compared = draft.map(found -> compared(
                edition,
                messages.say(spoken.language(), "desk.revisions.saved"),
                edition.copy(),
                messages.say(spoken.language(), "desk.revisions.unsaved"),
                found.copy()));
        return view(page(edition, List.of(), compared, draft.isPresent()));
    }

    @POST
    @Path("unsaved/restoration")
    @Needs(Permission.WRITE)
    public Response restoreUnsaved() {
        Edition edition = readable(editions.getToChange(id));
        Draft draft = drafts.unsaved(edition, doorkeeper.caller().id())
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page"));
        return takeUp(edition, draft.copy());
    }

    private Response takeUp(Edition edition, Copy copy) {
        Caller by = doorkeeper.caller();
        editing.write(edition, languages.get(edition.lang()), copy, Revision.Cause.RESTORE, by);
        editions.settle();
        return Response.seeOther(URI.create(Screens.address(edition))).build();
    }

    private List<RevisionsPage.Line> lines(List<Revision> all, Edition edition, int left, int right) {
        List<RevisionsPage.Line> lines = new ArrayList<>();
        boolean found = false;
        for (Revision revision : all) {
            boolean current = !found && revision.cause() != Revision.Cause.TAKEOVER;
            found |= current;
            lines.add(new RevisionsPage.Line(
                    revision.number(),
                    revision.at(),
                    people.find(revision.person()).map(Person::name).orElse(""),
                    messages.say(
                            spoken.language(),
                            "desk.revision." + revision.cause().tag()),
                    revision.isMinor() && revision.cause() == Revision.Cause.SAVE,
                    current,
                    revision.number() == left,
                    revision.number() == right));
        }
        return lines;
    }

    private RevisionsPage.Compared compared(Edition edition, String left, Copy before, String right, Copy after) {
        DeskText then = DeskText.of(before);
        DeskText now = DeskText.of(after);
        Map<String, String> later = now.lines();
        List<RevisionsPage.Field> fields = then.lines().entrySet().stream()
                .filter(line -> !line.getValue().equals(later.get(line.getKey())))
                .map(line -> new RevisionsPage.Field(
                        messages.say(spoken.language(), Screens.label(line.getKey())),
                        pieces(Comparison.line(line.getValue(), later.getOrDefault(line.getKey(), "")))))
                .toList();
        String dir = languages.get(edition.lang()).dir();
        List<RevisionsPage.Row> rows = Comparison.of(
                        then.proof().body(), now.proof().body(), dir)
                .rows()
                .stream()
                .map(row -> new RevisionsPage.Row(
                        row.change().toString(),
                        row.right() < 0 ? row.leftDir() : row.rightDir(),
                        pieces(row.pieces())))
                .toList();
        return new RevisionsPage.Compared(left, right, fields, rows);
    }

    private static List<EditionPage.Piece> pieces(List<Comparison.Piece> pieces) {
        return pieces.stream()
                .map(piece -> new EditionPage.Piece(piece.op().sign(), piece.text()))
                .toList();
    }

    private String numbered(int number) {
        return messages.say(spoken.language(), "desk.revisions.number", Map.of("number", number));
    }

    private RevisionsPage page(
            Edition edition,
            List<RevisionsPage.Line> lines,
            Optional<RevisionsPage.Compared> compared,
            boolean unsaved) {
        Language language = languages.get(edition.lang());
        return new RevisionsPage(
                frames.of(spoken.language(), "desk.revisions.title", Screens.address(edition) + "/revisions"),
                Screens.address(edition),
                edition.lang(),
                language.dir(),
                edition.headline(),
                lines,
                compared,
                unsaved,
                doorkeeper.caller().may(edition.isPublished() ? Permission.PUBLISH : Permission.WRITE, edition.lang()));
    }

    private View view(RevisionsPage page) {
        return View.atDesk("revisions", page, spoken.language());
    }

    private Edition readable(Edition edition) {
        edition.mustBeOpenTo(doorkeeper.caller());
        return edition;
    }
}
