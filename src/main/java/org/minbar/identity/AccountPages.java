package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** One's own account: the screen's language, the password, the sessions, the second step. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs({})
@Transactional(dontRollbackOn = Refusal.class)
public class AccountPages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ME = "/desk/me";
    private static final String SESSIONS = "/desk/sessions";
    private static final String TWO_STEP = "/desk/two-step";

    /** What {@code ?done=} may say, and the sentence for it. */
    private static final Map<String, String> DONE = Map.of(
            "password", "password.done",
            "language", "me.language.done",
            "session", "sessions.done",
            "sessions", "sessions.done.others",
            "two-step", "two-step.done.off");

    @Inject
    private SigningIn signingIn;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Cookies cookies;

    @Inject
    private RoleWords roleWords;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("me")
    public View me(@QueryParam("done") @DefaultValue("") String done) {
        return account("me", "me.title", ME, done);
    }

    @POST
    @Path("me/language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response language(@FormParam("lang") @DefaultValue("") String lang) {
        if (!lang.isEmpty()) languages.get(lang);
        me().speakTo(lang);
        return seeOther(ME + "?done=language").cookie(cookies.language(lang)).build();
    }

    @GET
    @Path("sessions")
    public View sessions(@QueryParam("done") @DefaultValue("") String done) {
        return account("sessions", "sessions.title", SESSIONS, done);
    }

    /** Closing the session that one is in is signing out. */
    @POST
    @Path("sessions/{mark}/end")
    public Response endSession(@PathParam("mark") String mark) {
        Person person = me();
        if (people.closeOne(person, mark, clock)) {
            journal.record(new SessionsClosed(person.id(), person.id(), 1));
        }
        boolean here = doorkeeper.session().filter(id -> id.hash().equals(mark)).isPresent();
        return here
                ? seeOther("/desk/sign-in").cookie(cookies.noSession()).build()
                : seeOther(SESSIONS + "?done=session").build();
    }

    @POST
    @Path("sessions/others/end")
    public Response endOthers() {
        Person person = me();
        int closed = people.closeOthers(person, doorkeeper.session().orElse(new Secret("")), clock);
        if (closed > 0) journal.record(new SessionsClosed(person.id(), person.id(), closed));
        return seeOther(SESSIONS + "?done=sessions").build();
    }

    @GET
    @Path("password")
    public View password() {
        return passwordPage("");
    }

    /** Signs every other browser of hers out, and revokes her tokens if she wishes. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response password(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("chosen") @DefaultValue("") String chosen,
            @FormParam("again") @DefaultValue("") String again,
            @FormParam("tokens") @DefaultValue("") String tokens) {
        Person person = me();
        boolean must = person.mustChange();
        try {
            signingIn.with(person.email(), current, NetworkAddress.of(request));
            if (!chosen.equals(again)) throw new Refusal(Refusal.Reason.MALFORMED, "password-differs");
            Password password = Password.chosen(chosen);
            if (chosen.equals(current)) throw new Refusal(Refusal.Reason.MALFORMED, "password-same");
            person.changePassword(password);
            people.closeAll(person, clock);
            if (!tokens.isEmpty()) revokeTokens(person);
            journal.record(new PersonChanged(person.id(), person.id()));
            Secret id = Secret.fresh("", RANDOM);
            @Nullable String agent = request.getHeader(HttpHeaders.USER_AGENT);
            people.open(new Session(id, person, agent == null ? "" : agent, clock));
            return seeOther(must ? SignInPages.HOME : ME + "?done=password")
                    .cookie(cookies.entering(person, id))
                    .build();
        } catch (Refusal refusal) {
            return refused(refusal, passwordPage(sentence(refusal)));
        }
    }

    @GET
    @Path("two-step")
    public View twoStep() {
        return twoStepPage("", List.of());
    }

    /** Prepares it: a new secret for her telephone, which is asked for nowhere until it is confirmed. */
    @POST
    @Path("two-step/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response prepare(@FormParam("password") @DefaultValue("") String password) {
        Person person = me();
        try {
            signingIn.with(person.email(), password, NetworkAddress.of(request));
            Optional<TwoStep> before = people.twoStepOf(person);
            if (before.filter(TwoStep::confirmed).isPresent()) {
                throw new Refusal(Refusal.Reason.CONFLICT, "two-step-on");
            }
            before.ifPresent(people::remove);
            people.prepare(new TwoStep(person, OneTimeSecret.fresh(RANDOM)));
            return seeOther(TWO_STEP).build();
        } catch (Refusal refusal) {
            return refused(refusal, twoStepPage(sentence(refusal), List.of()));
        }
    }

    /** Turns it on, and shows the recovery codes this once. */
    @POST
    @Path("two-step/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@FormParam("code") @DefaultValue("") String code) {
        Person person = me();
        try {
            TwoStep twoStep = people.twoStepOf(person)
                    .orElseThrow(() -> new Refusal(Refusal.Reason.CONFLICT, "two-step-unprepared"));
            if (twoStep.confirmed()) throw new Refusal(Refusal.Reason.CONFLICT, "two-step-on");
            List<String> codes = twoStep.confirm(code, clock, RANDOM);
            journal.record(new TwoStepTurnedOn(person.id()));
            return Response.ok(twoStepPage("", codes))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (Refusal refusal) {
            return refused(refusal, twoStepPage(sentence(refusal), List.of()));
        }
    }

    /** Turns it off; or, while it is only prepared, forgets the secret. */
    @POST
    @Path("two-step/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        Person person = me();
        try {
            Optional<TwoStep> twoStep = people.twoStepOf(person);
            if (twoStep.filter(TwoStep::confirmed).isPresent()) {
                signingIn.with(person.email(), password, NetworkAddress.of(request));
                signingIn.secondStep(person, code, NetworkAddress.of(request));
                journal.record(new TwoStepTurnedOff(person.id(), person.id()));
            }
            twoStep.ifPresent(people::remove);
            return seeOther(ME + "?done=two-step").build();
        } catch (Refusal refusal) {
            return refused(refusal, twoStepPage(sentence(refusal), List.of()));
        }
    }

    private Person me() {
        return people.get(doorkeeper.caller().id());
    }

    private void revokeTokens(Person person) {
        for (Token token : people.tokensOf(doorkeeper.caller())) {
            token.revoke();
            journal.record(new TokenRevoked(person.id(), token.id()));
        }
    }

    private View account(String template, String titleKey, String path, String done) {
        Language language = spoken.language();
        Person person = me();
        String notice = DONE.containsKey(done) ? messages.say(language, DONE.getOrDefault(done, "")) : "";
        Optional<TwoStep> twoStep = people.twoStepOf(person).filter(TwoStep::confirmed);
        return View.atDesk(
                template,
                new AccountPage(
                        frames.of(language, titleKey, path, notice),
                        person.email(),
                        roleWords.of(person, language),
                        screenLanguages(person, language),
                        twoStep.isPresent(),
                        twoStep.map(TwoStep::recoveryCodesLeft).orElse(0),
                        people.openOf(person, clock).stream().map(this::shown).toList()),
                language);
    }

    private List<Link> screenLanguages(Person person, Language language) {
        String set = person.screenLanguage().orElse("");
        List<Link> choices = new ArrayList<>();
        choices.add(new Link(messages.say(language, "me.language.browser"), "", "", set.isEmpty()));
        for (Language each : languages.all()) {
            choices.add(new Link(each.ownName(), "", each.tag(), each.tag().equals(set)));
        }
        return choices;
    }

    private AccountPage.OpenSession shown(Session session) {
        return new AccountPage.OpenSession(
                Browser.name(session.agent()),
                session.created(),
                session.lastSeen(),
                doorkeeper.session().filter(session::is).isPresent(),
                SESSIONS + "/" + session.mark() + "/end");
    }

    private View passwordPage(String refusal) {
        Language language = spoken.language();
        Person person = me();
        return View.atDesk(
                "password",
                new PasswordPage(
                        frames.of(language, "password.title", "/desk/password"),
                        "/desk/password",
                        person.email(),
                        refusal,
                        person.mustChange(),
                        Password.SHORTEST,
                        people.tokensOf(doorkeeper.caller()).size()),
                language);
    }

    private View twoStepPage(String refusal, List<String> codes) {
        Language language = spoken.language();
        Person person = me();
        Optional<TwoStep> twoStep = people.twoStepOf(person);
        boolean on = twoStep.filter(TwoStep::confirmed).isPresent();
        Optional<OneTimeSecret> secret = twoStep.filter(each -> !on).map(TwoStep::secret);
        String address = secret.map(each -> each.address(messages.say(language, "site.name"), person.email()))
                .orElse("");
        return View.atDesk(
                "two-step",
                new TwoStepPage(
                        frames.of(language, "two-step.title", TWO_STEP),
                        person.email(),
                        refusal,
                        on,
                        secret.map(OneTimeSecret::inFours).orElse(""),
                        address.isEmpty() ? Html.NONE : QrPicture.of(address),
                        address,
                        codes,
                        twoStep.map(TwoStep::recoveryCodesLeft).orElse(0)),
                language);
    }

    private static Response refused(Refusal refusal, View page) {
        int status =
                switch (refusal.reason()) {
                    case TOO_OFTEN -> 429;
                    case CONFLICT -> 409;
                    // A 401 would be the session's end, and that is not what is wrong.
                    default -> 400;
                };
        return Response.status(status).entity(page).build();
    }

    private String sentence(Refusal refusal) {
        // Nobody typed an address here.
        if (refusal.kind().equals("wrong-password")) return messages.say(spoken.language(), "password.wrong");
        return messages.say(spoken.language(), refusal.messageKey(), refusal.details());
    }

    private static Response.ResponseBuilder seeOther(String path) {
        return Response.seeOther(URI.create(path));
    }
}
