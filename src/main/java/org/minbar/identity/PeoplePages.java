package org.minbar.identity;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The newsroom's people at the desk; for administrators. */
@Path("desk/people")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs(Permission.ADMIN)
@Transactional(dontRollbackOn = Refusal.class)
public class PeoplePages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PEOPLE = "/desk/people";

    /** What {@code ?done=} may say, and the sentence for it. */
    private static final Map<String, String> DONE = Map.of(
            "saved", "people.done.saved",
            "left", "people.done.left",
            "back", "people.done.back",
            "sessions", "people.done.sessions",
            "two-step", "people.done.two-step");

    @Inject
    private People people;

    @Inject
    private Staffing staffing;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private RoleWords roleWords;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Clock clock;

    @GET
    public View people() {
        Language language = spoken.language();
        Map<Long, Instant> seen = people.lastSeen();
        Set<Long> inTwoSteps = people.inTwoSteps();
        List<PeoplePage.Listed> listed = people.all().stream()
                .map(person -> new PeoplePage.Listed(
                        person.name(),
                        PEOPLE + "/" + person.id(),
                        person.email(),
                        roleWords.of(person, language),
                        Optional.ofNullable(seen.get(person.id())),
                        inTwoSteps.contains(person.id()),
                        person.active()))
                .toList();
        return View.atDesk(
                "people",
                new PeoplePage(frames.of(language, "people.title", PEOPLE), PEOPLE + "/new", listed),
                language);
    }

    @GET
    @Path("new")
    public View somebodyNew() {
        return newcomer("", "", Set.of(), "");
    }

    /** Her first password is in the answer, and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("grant") List<String> ticked) {
        Set<Grant> grants = grants(ticked);
        try {
            Password password = Password.random(RANDOM);
            Person person = new Person(email, name, password, clock);
            person.mustChangePassword();
            person.grant(grants);
            staffing.join(person, doorkeeper.caller());
            return once(page(person, "", password.reveal(), ""));
        } catch (Refusal refusal) {
            return refused(refusal, newcomer(name, email, grants, sentence(refusal)));
        }
    }

    @GET
    @Path("{id}")
    public View one(@PathParam("id") long id, @QueryParam("done") @DefaultValue("") String done) {
        return page(people.get(id), "", "", done);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("id") long id,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("grant") List<String> ticked) {
        Person person = people.get(id);
        Set<Grant> grants = grants(ticked);
        try {
            staffing.change(person, name, email, grants, doorkeeper.caller());
            return seeOther(id, "saved");
        } catch (Refusal refusal) {
            return refused(refusal, page(person, name, email, grants, sentence(refusal), "", ""));
        }
    }

    @POST
    @Path("{id}/departure")
    public Response leave(@PathParam("id") long id) {
        Person person = people.get(id);
        try {
            staffing.leave(person, doorkeeper.caller());
            return seeOther(id, "left");
        } catch (Refusal refusal) {
            return refused(refusal, page(person, sentence(refusal), "", ""));
        }
    }

    @POST
    @Path("{id}/return")
    public Response comeBack(@PathParam("id") long id) {
        staffing.comeBack(people.get(id), doorkeeper.caller());
        return seeOther(id, "back");
    }

    /** For somebody who has forgotten hers: a new one, in this answer and nowhere else. */
    @POST
    @Path("{id}/first-password")
    public Response firstPassword(@PathParam("id") long id) {
        Person person = people.get(id);
        Password password = staffing.firstPassword(person, doorkeeper.caller());
        return once(page(person, "", password.reveal(), ""));
    }

    @POST
    @Path("{id}/sessions/end")
    public Response endSessions(@PathParam("id") long id) {
        staffing.closeSessions(people.get(id), doorkeeper.caller());
        return seeOther(id, "sessions");
    }

    @POST
    @Path("{id}/two-step/removal")
    public Response endTwoStep(@PathParam("id") long id) {
        staffing.endTwoStep(people.get(id), doorkeeper.caller());
        return seeOther(id, "two-step");
    }

    private View newcomer(String name, String email, Set<Grant> grants, String refusal) {
        Language language = spoken.language();
        return View.atDesk(
                "person",
                new PersonPage(
                        frames.of(language, "people.new", PEOPLE + "/new"),
                        PEOPLE,
                        false,
                        name,
                        email,
                        refusal,
                        "",
                        columns(language),
                        rows(grants, language),
                        true,
                        false,
                        0,
                        Optional.empty()),
                language);
    }

    private View page(Person person, String refusal, String password, String done) {
        return page(person, person.name(), person.email(), person.grants(), refusal, password, done);
    }

    private View page(
            Person person, String name, String email, Set<Grant> grants, String refusal, String password, String done) {
        Language language = spoken.language();
        String address = PEOPLE + "/" + person.id();
        String notice = DONE.containsKey(done) ? messages.say(language, DONE.getOrDefault(done, "")) : "";
        return View.atDesk(
                "person",
                new PersonPage(
                        frames.of(language, "people.title", address, notice),
                        address,
                        true,
                        name,
                        email,
                        refusal,
                        password,
                        columns(language),
                        rows(grants, language),
                        person.active(),
                        people.signsInInTwoSteps(person),
                        people.openOf(person, clock).size(),
                        people.lastSeen(person)),
                language);
    }

    private List<Link> columns(Language language) {
        List<Link> columns = new ArrayList<>();
        columns.add(new Link(messages.say(language, "people.every-language"), "", ""));
        languages.all().forEach(each -> columns.add(new Link(each.ownName(), "", each.tag())));
        return columns;
    }

    private List<PersonPage.RoleRow> rows(Set<Grant> has, Language language) {
        return Arrays.stream(Role.values())
                .map(role -> new PersonPage.RoleRow(
                        roleWords.name(role, language),
                        tags().map(tag -> cell(role, tag, has, language)).toList()))
                .toList();
    }

    private PersonPage.Cell cell(Role role, String tag, Set<Grant> has, Language language) {
        Grant grant = new Grant(role, tag);
        boolean ticked = has.contains(grant);
        // People, settings and partners have no language; a box that is ticked must be there to be unticked.
        boolean offered = ticked || tag.equals(Grant.EVERY_LANGUAGE) || role != Role.ADMINISTRATOR;
        return new PersonPage.Cell(role.tag() + ":" + tag, roleWords.of(grant, language), ticked, offered);
    }

    private Stream<String> tags() {
        return Stream.concat(
                Stream.of(Grant.EVERY_LANGUAGE), languages.all().stream().map(Language::tag));
    }

    /** Every language makes single ones needless: they are left out. */
    private Set<Grant> grants(List<String> ticked) {
        Set<String> known = tags().collect(Collectors.toSet());
        Set<Grant> grants = new HashSet<>();
        for (String box : ticked) {
            String[] parts = box.split(":", 2);
            Role role = Role.ofTag(parts[0])
                    .filter(each -> parts.length == 2 && known.contains(parts[1]))
                    .orElseThrow(() -> new Refusal(Refusal.Reason.MALFORMED, "malformed"));
            grants.add(new Grant(role, parts[1]));
        }
        grants.removeIf(grant -> !grant.lang().equals(Grant.EVERY_LANGUAGE)
                && grants.contains(new Grant(grant.role(), Grant.EVERY_LANGUAGE)));
        return grants;
    }

    private static Response once(View page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response refused(Refusal refusal, View page) {
        return Response.status(refusal.reason() == Refusal.Reason.CONFLICT ? 409 : 400)
                .entity(page)
                .build();
    }

    private String sentence(Refusal refusal) {
        return messages.say(spoken.language(), refusal.messageKey(), refusal.details());
    }

    private static Response seeOther(long id, String done) {
        return Response.seeOther(URI.create(PEOPLE + "/" + id + "?done=" + done))
                .build();
    }
}
