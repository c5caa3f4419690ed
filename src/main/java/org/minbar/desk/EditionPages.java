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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;
import org.minbar.web.TypedTime;

/** Where an edition is written, and the steps it takes from there. Everything works without script. */
@Path("desk/editions/{id: [0-9]{1,18}}")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class EditionPages {

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Saving saving;

    @Inject
    private Drafts drafts;

    @Inject
    private Screens screens;

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

    @Inject
    private TypedTime time;

    @PathParam("id")
    private long id;

    @GET
    @Needs({})
    public View page(@QueryParam("beside") @DefaultValue("0") long beside) {
        Edition edition = editions.get(id);
        edition.mustBeOpenTo(doorkeeper.caller());
        return view(screens.page(edition, DeskText.of(edition.copy()), edition.revisions(), "", beside));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    public Response save(
            @FormParam("from") @DefaultValue("0") int from,
            @FormParam("headline") @DefaultValue("") String headline,
            @FormParam("standfirst") @DefaultValue("") String standfirst,
            @FormParam("body") @DefaultValue("") String body,
            @FormParam("slug") @DefaultValue("") String slug,
            @FormParam("byline-name") List<String> names,
            @FormParam("byline-role") List<String> roles,
            @FormParam("searchTitle") @DefaultValue("") String searchTitle,
            @FormParam("searchText") @DefaultValue("") String searchText,
            @FormParam("socialText") @DefaultValue("") String socialText,
            @FormParam("minor") @DefaultValue("false") boolean minor) {
        Edition edition = editions.getToChange(id);
        Language language = languages.get(edition.lang());
        DeskText text = new DeskText(
                headline, standfirst, body, slug, bylines(names, roles), searchTitle, searchText, socialText);
        try {
            Copy copy = text.copy(edition, language);
            Saving.Outcome outcome =
                    saving.save(edition, language, from, copy, minor, Revision.Cause.SAVE, doorkeeper.caller());
            if (outcome instanceof Saving.Outcome.Saved) return back(edition);
            // Without script there is nothing to choose with: her words are kept, and the page leads to both.
            drafts.keep(new Draft(edition, from, copy, doorkeeper.caller(), clock));
            throw new Refusal(Refusal.Reason.CONFLICT, "text-clash");
        } catch (Refusal refusal) {
            return refused(edition, text, from, refusal);
        }
    }

    private static List<Byline> bylines(List<String> names, List<String> roles) {
        List<Byline> bylines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) continue;
            bylines.add(new Byline(names.get(i), i < roles.size() ? Byline.Role.of(roles.get(i)) : Byline.Role.WRITER));
        }
        return bylines;
    }

    @POST
    @Path("review")
    @Needs(Permission.WRITE)
    public Response submit() {
        return step(edition -> editing.submit(edition, doorkeeper.caller()));
    }

    @POST
    @Path("approval")
    @Needs(Permission.PUBLISH)
    public Response approve() {
        return step(edition -> {
            if (edition.isPromised()) screens.checks(edition, clock.instant()).mustHold();
            editing.approve(edition, doorkeeper.caller());
        });
    }

    /** @param on whether it goes out as soon as it is approved */
    @POST
    @Path("promise")
    @Needs(Permission.PUBLISH)
    public Response promise(@FormParam("on") @DefaultValue("false") boolean on) {
        return step(edition -> editing.promise(edition, on, doorkeeper.caller()));
    }

    @POST
    @Path("return")
    @Needs(Permission.PUBLISH)
    public Response sendBack(@FormParam("note") @DefaultValue("") String note) {
        return step(edition -> editing.sendBack(edition, note, doorkeeper.caller()));
    }

    /**
     * @param with sisters, {@code 7} for one that goes out together with this one, all or none; {@code 7:ready} for one
     *     that follows as soon as it is approved
     */
    @POST
    @Path("publication")
    @Needs(Permission.PUBLISH)
    public Response publish(@FormParam("with") List<String> with) {
        return step(edition -> {
            for (Edition each : together(edition, with)) {
                screens.checks(each, clock.instant()).mustHold();
                editing.publish(each, doorkeeper.caller());
            }
        });
    }

    @POST
    @Path("schedule")
    @Needs(Permission.PUBLISH)
    public Response schedule(@FormParam("at") @DefaultValue("") String at, @FormParam("with") List<String> with) {
        return step(edition -> {
            Instant when = time.instant(at, "at");
            for (Edition each : together(edition, with)) {
                screens.checks(each, when).mustHold();
                editing.schedule(each, when, doorkeeper.caller());
            }
        });
    }

    @POST
    @Path("correction")
    @Needs(Permission.PUBLISH)
    public Response correct(@FormParam("note") @DefaultValue("") String note) {
        return step(edition ->
                editing.correct(edition, languages.get(edition.lang()), note, edition.copy(), doorkeeper.caller()));
    }

    @POST
    @Path("withdrawal")
    @Needs(Permission.PUBLISH)
    public Response withdraw(@FormParam("reason") @DefaultValue("") String reason) {
        return step(edition -> editing.withdraw(edition, reason, doorkeeper.caller()));
    }

    @POST
    @Path("archive")
    @Needs(Permission.PUBLISH)
    public Response archive() {
        return step(edition -> editing.archive(edition, doorkeeper.caller()));
    }

    /** The translation says again what its source says now. */
    @POST
    @Path("level")
    @Needs(Permission.WRITE)
    public Response level() {
        return step(edition -> edition.source()
                .flatMap(editions::find)
                .ifPresent(source -> editing.level(edition, source, doorkeeper.caller())));
    }

    @FunctionalInterface
    private interface Step {
        void take(Edition edition);
    }

    /** Back to the edition's page; where the step is refused, the page says why, and nothing has moved. */
    private Response step(Step step) {
        Edition edition = editions.getToChange(id);
        edition.mustBeOpenTo(doorkeeper.caller());
        step.take(edition);
        editions.settle();
        return back(edition);
    }

    /** This edition and the sisters that go out with it; those that follow when they are ready are promised. */
    private List<Edition> together(Edition edition, List<String> with) {
        List<Edition> together = new ArrayList<>(List.of(edition));
        for (String each : with) {
            if (!each.matches("[0-9]{1,18}(:ready)?")) continue;
            Edition sister = editions.getToChange(Long.parseLong(each.replace(":ready", "")));
            if (sister.story().id() != edition.story().id() || sister.id() == edition.id()) continue;
            if (each.endsWith(":ready")) editing.promise(sister, true, doorkeeper.caller());
            else together.add(sister);
        }
        return together;
    }

    private Response refused(Edition edition, DeskText text, int from, Refusal refusal) {
        String sentence = messages.say(spoken.language(), refusal.messageKey(), refusal.details());
        return Response.status(refusal.reason() == Refusal.Reason.MALFORMED ? 400 : 409)
                .entity(view(screens.page(edition, text, from, sentence, 0)))
                .build();
    }

    private View view(EditionPage page) {
        return View.atDesk("edition", page, spoken.language());
    }

    private static Response back(Edition edition) {
        return Response.seeOther(URI.create(Screens.address(edition))).build();
    }
}
