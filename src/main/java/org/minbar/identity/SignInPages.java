package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** Coming in at the desk, coming back after the session has ended, and leaving. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class SignInPages {

    private static final SecureRandom RANDOM = new SecureRandom();
    static final String HOME = "/desk/";

    @Inject
    private SigningIn signingIn;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Carrying carrying;

    @Inject
    private Cookies cookies;

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
    @Path("sign-in")
    @Open
    public Response signIn(@QueryParam("next") @DefaultValue(HOME) String next) {
        if (doorkeeper.known().isPresent()) return seeOther(within(next)).build();
        return Response.ok(page("", "", next, "")).build();
    }

    /** The password, or after it, with the secret of the first step, the code. */
    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response signIn(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("step") @DefaultValue("") String step,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("next") @DefaultValue(HOME) String next) {
        String taken = step;
        try {
            Person person = known(email, password, step);
            if (step.isEmpty() && people.signsInInTwoSteps(person)) {
                return Response.ok(page(email, "", next, firstStep(person))).build();
            }
            confirm(person, step, code);
            return seeOther(person.mustChange() ? "/desk/password" : landing(person, within(next)))
                    .cookie(cookies.entering(person, enter(person)))
                    .build();
        } catch (Refusal refusal) {
            // An overtaken first step is taken again; a mistyped code is not a reason to.
            if (refusal.kind().equals("first-step-over")) taken = "";
            return Response.status(status(refusal))
                    .entity(page(email, sentence(refusal), next, taken))
                    .build();
        }
    }

    /** The same, above a form that came after its session had ended; then the form goes where it was going. */
    @POST
    @Path("sign-in/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open
    public Response again(@QueryParam("to") @DefaultValue(HOME) String to, InputStream body) throws IOException {
        List<Carried> all = Carried.read(body);
        List<Carried> form = Carried.without(all);
        String email = Carried.own(all, "email");
        String step = Carried.own(all, "step");
        String before = "";
        try {
            Person person = known(email, Carried.own(all, "password"), step);
            if (step.isEmpty() && Carried.own(all, "another").isEmpty()) {
                before = anotherBefore(person).map(Person::name).orElse("");
                if (!before.isEmpty()) throw another(before);
            }
            if (step.isEmpty() && people.signsInInTwoSteps(person)) {
                step = firstStep(person);
                throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "code-needed");
            }
            confirm(person, step, Carried.own(all, "code"));
            Response.ResponseBuilder answer = person.mustChange()
                    ? Response.status(Response.Status.FORBIDDEN)
                            .entity(carrying.page(within(to), email, changePassword(), "", "", form))
                    : Response.temporaryRedirect(URI.create(within(to)));
            return answer.cookie(cookies.entering(person, enter(person))).build();
        } catch (Refusal refusal) {
            if (refusal.kind().equals("first-step-over")) step = "";
            return Response.status(status(refusal))
                    .entity(carrying.page(within(to), email, refusal, step, before, form))
                    .build();
        }
    }

    /**
     * What the editor's page sends over an untouched text.
     *
     * @param another that the text of whoever was here before is to be this person's from now on
     */
    record Wish(@Nullable String email, @Nullable String password, @Nullable String code, @Nullable Boolean another) {}

    /** For scripts: opens a session in the place of the one that has ended, and answers 204. */
    @POST
    @Path("session")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Open
    public Response session(Wish wish) {
        Person person = signingIn.with(text(wish.email()), text(wish.password()), address());
        if (!Boolean.TRUE.equals(wish.another())) {
            anotherBefore(person).ifPresent(before -> {
                throw another(before.name());
            });
        }
        signingIn.secondStep(person, text(wish.code()), address());
        return Response.noContent()
                .cookie(cookies.entering(person, enter(person)))
                .build();
    }

    @POST
    @Path("sign-out")
    @Needs({})
    public Response signOut() {
        doorkeeper.session().ifPresent(open -> {
            people.close(open, clock);
            journal.record(new SignedOut(doorkeeper.caller().id()));
        });
        return seeOther("/desk/sign-in").cookie(cookies.noSession()).build();
    }

    private Person known(String email, String password, String step) {
        if (step.isEmpty()) return signingIn.with(email, password, address());
        return people.atFirstStep(new Secret(step), clock)
                .orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN_CALLER, "first-step-over"));
    }

    private String firstStep(Person person) {
        Secret step = Secret.fresh("", RANDOM);
        people.remember(new FirstStep(step, person, clock), clock);
        return step.clear();
    }

    private void confirm(Person person, String step, String code) {
        signingIn.secondStep(person, code, address());
        if (!step.isEmpty()) people.forget(new Secret(step));
    }

    /** Always a new id: one that somebody planted in this browser before is worth nothing. */
    private Secret enter(Person person) {
        cookie().ifPresent(before -> people.close(before, clock));
        journal.record(new SignedIn(person.id()));
        Secret id = Secret.fresh("", RANDOM);
        @Nullable String agent = request.getHeader(HttpHeaders.USER_AGENT);
        people.open(new Session(id, person, text(agent), clock));
        return id;
    }

    /** What this browser brings of an earlier sign-in. */
    private Optional<Secret> cookie() {
        Cookie @Nullable [] brought = request.getCookies();
        if (brought == null) return Optional.empty();
        return Arrays.stream(brought)
                .filter(each -> each.getName().equals(Doorkeeping.COOKIE))
                .map(each -> new Secret(each.getValue()))
                .findFirst();
    }

    /** Whose this browser was, if it was not hers. */
    private Optional<Person> anotherBefore(Person person) {
        return cookie().flatMap(people::lastAt).filter(before -> before.id() != person.id());
    }

    private static Refusal another(String name) {
        return new Refusal(Refusal.Reason.CONFLICT, "another-before", Map.of("name", name));
    }

    private static Refusal changePassword() {
        return new Refusal(Refusal.Reason.NOT_ALLOWED, "change-password");
    }

    private View page(String email, String refusal, String next, String step) {
        Language language = spoken.language();
        return View.atDesk(
                "sign-in",
                new SignInPage(
                        frames.of(language, "sign-in.title", "/desk/sign-in"),
                        "/desk/sign-in",
                        "",
                        email,
                        refusal,
                        within(next),
                        step,
                        "",
                        List.of()),
                language);
    }

    private String sentence(Refusal refusal) {
        return messages.say(spoken.language(), refusal.messageKey(), refusal.details());
    }

    private String address() {
        return NetworkAddress.of(request);
    }

    private static int status(Refusal refusal) {
        return switch (refusal.reason()) {
            case TOO_OFTEN -> 429;
            case CONFLICT -> 409;
            default -> 401;
        };
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Where to go next: only within the desk, whatever the address says. */
    static String within(String next) {
        try {
            return URI.create(next).toString().startsWith(HOME) ? next : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    /** Whoever neither reads nor writes has no board. */
    private static String landing(Person person, String next) {
        Caller caller = Caller.signedIn(person);
        boolean board = caller.may(Permission.READ) || caller.may(Permission.WRITE);
        return next.equals(HOME) && !board ? "/desk/me" : next;
    }

    private static Response.ResponseBuilder seeOther(String path) {
        return Response.seeOther(URI.create(path));
    }
}
