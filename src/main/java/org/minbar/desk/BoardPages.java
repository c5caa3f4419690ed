package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Status;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The board, and what is done there with several stories at once. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class BoardPages {

    private static final int MOST_TICKED = 200;

    @Inject
    private Board board;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Context
    private UriInfo address;

    @GET
    @Needs({Permission.READ, Permission.WRITE})
    public View board() {
        long done = Narrowing.of(Board.PATH, List.of("done"), address.getQueryParameters())
                .number("done")
                .orElse(0);
        String notice = done == 0 ? "" : messages.say(spoken.language(), "board.done", Map.of("count", done));
        return page(Narrowing.of(Board.PATH, Board.NAMES, address.getQueryParameters()), notice, List.of());
    }

    /** Whatever can be done with the ticked editions is done; what cannot is told by name. */
    @POST
    @Path("board/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    public Response step(
            @PathParam("step") String step,
            @FormParam("edition") List<String> ticked,
            @FormParam("query") @DefaultValue("") String query) {
        Narrowing narrowing = Narrowing.of(Board.PATH, Board.NAMES, query);
        Step taken = taken(step);
        int done = 0;
        List<BoardPage.Refused> refused = new ArrayList<>();
        for (long number : numbers(ticked)) {
            Edition edition = editions.getToChange(number);
            try {
                taken.take(edition, doorkeeper.caller());
                done++;
            } catch (Refusal no) {
                // Refused before anything moved: the others go on.
                refused.add(refused(edition, no));
            }
        }
        if (refused.isEmpty()) {
            return Response.seeOther(URI.create(
                            narrowing.with("done", String.valueOf(done)).url()))
                    .build();
        }
        String notice = messages.say(spoken.language(), "board.done", Map.of("count", done));
        return Response.ok(page(narrowing, notice, refused)).build();
    }

    @FunctionalInterface
    private interface Step {
        void take(Edition edition, Caller by);
    }

    private Step taken(String step) {
        return switch (step) {
            case "review" -> editing::submit;
            case "approval" -> editing::approve;
            case "archive" -> editing::archive;
            case "schedule-off" -> this::takeOff;
            default -> throw Board.noSuchStep();
        };
    }

    private void takeOff(Edition edition, Caller by) {
        if (edition.status() != Status.SCHEDULED) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "wrong-status",
                    Map.of("status", edition.status().tag()));
        }
        editing.sendBack(edition, "", by);
    }

    /** In ascending order, so that two who tick the same cards wait for each other instead of both for ever. */
    private static List<Long> numbers(List<String> ticked) {
        return ticked.stream()
                .flatMap(each -> Stream.of(each.split(" ")))
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .sorted()
                .limit(MOST_TICKED)
                .toList();
    }

    private BoardPage.Refused refused(Edition edition, Refusal refusal) {
        boolean may = doorkeeper.caller().may(Permission.READ, edition.lang());
        return new BoardPage.Refused(
                may ? edition.headline() : "",
                edition.lang(),
                Overview.address(edition.id()),
                messages.say(spoken.language(), refusal.messageKey(), refusal.details()));
    }

    private View page(Narrowing narrowing, String notice, List<BoardPage.Refused> refused) {
        Language language = spoken.language();
        return View.atDesk(
                "board",
                board.page(
                        frames.of(language, "board.title", Board.PATH, notice),
                        language,
                        doorkeeper.caller(),
                        narrowing,
                        refused),
                language);
    }
}
