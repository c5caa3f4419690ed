package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** Coming in at the desk, leaving, and choosing another password. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class SignInPages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HOME = "/desk/";

    @Inject
    private SigningIn signingIn;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private SiteAddress site;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    @Context
    private HttpServletRequest request;

    @GET
    @Path("sign-in")
    @Open
    public Response signIn(@QueryParam("next") @DefaultValue(HOME) String next) {
        if (doorkeeper.known().isPresent()) return seeOther(within(next)).build();
        return Response.ok(page("", "", next)).build();
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response signIn(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue(HOME) String next,
            @HeaderParam(HttpHeaders.USER_AGENT) @DefaultValue("") String agent) {
        try {
            Person person = signingIn.with(email, password, NetworkAddress.of(request));
            // Always a new id: one that somebody planted in this browser before is worth nothing.
            doorkeeper.session().ifPresent(people::close);
            journal.record(new SignedIn(person.id()));
            return seeOther(person.mustChange() ? "/desk/password" : within(next))
                    .cookie(session(person, agent))
                    .build();
        } catch (Refusal refusal) {
            int status = refusal.reason() == Refusal.Reason.TOO_OFTEN ? 429 : 401;
            return Response.status(status)
                    .entity(page(email, sentence(refusal), next))
                    .build();
        }
    }

    @POST
    @Path("sign-out")
    @Needs({})
    public Response signOut() {
        doorkeeper.session().ifPresent(people::close);
        return seeOther("/desk/sign-in").cookie(cookie("", 0)).build();
    }

    @GET
    @Path("password")
    @Needs({})
    public Response password() {
        return Response.ok(passwordPage("")).build();
    }

    /** Signs every other browser of hers out. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({})
    public Response password(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("chosen") @DefaultValue("") String chosen,
            @FormParam("again") @DefaultValue("") String again,
            @HeaderParam(HttpHeaders.USER_AGENT) @DefaultValue("") String agent) {
        Person person = people.get(doorkeeper.caller().id());
        try {
            signingIn.with(person.email(), current, NetworkAddress.of(request));
            if (!chosen.equals(again)) throw new Refusal(Refusal.Reason.MALFORMED, "password-differs");
            person.changePassword(Password.chosen(chosen));
            people.closeAll(person);
            journal.record(new PersonChanged(person.id(), person.id()));
            return seeOther(HOME).cookie(session(person, agent)).build();
        } catch (Refusal refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(passwordPage(sentence(refusal)))
                    .build();
        }
    }

    private NewCookie session(Person person, String agent) {
        Secret id = Secret.fresh("", RANDOM);
        people.open(new Session(id, person, agent, clock));
        return cookie(id.clear(), (int) Session.IDLE.toSeconds());
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(Doorkeeping.COOKIE)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(site.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private View page(String email, String refusal, String next) {
        Language language = spoken.language();
        return View.atDesk(
                "sign-in",
                new SignInPage(
                        frames.of(language, "sign-in.title", "/desk/sign-in"),
                        "/desk/sign-in",
                        email,
                        refusal,
                        within(next)),
                language);
    }

    private View passwordPage(String refusal) {
        Language language = spoken.language();
        boolean must = people.get(doorkeeper.caller().id()).mustChange();
        return View.atDesk(
                "password",
                new PasswordPage(
                        frames.of(language, "password.title", "/desk/password"),
                        "/desk/password",
                        refusal,
                        must,
                        Password.SHORTEST),
                language);
    }

    private String sentence(Refusal refusal) {
        return messages.say(spoken.language(), refusal.messageKey(), refusal.details());
    }

    /** Where to go next: only within the desk, whatever the address says. */
    static String within(String next) {
        return next.startsWith("/desk/") && !next.contains("\\") && !next.contains("//") ? next : HOME;
    }

    private static Response.ResponseBuilder seeOther(String path) {
        return Response.seeOther(URI.create(path));
    }
}
