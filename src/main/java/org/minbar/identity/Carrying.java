package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.view.DeskFrame;
import org.minbar.view.Messages;
import org.minbar.view.Navigation;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/**
 * Loses nothing that was typed: a form that comes after its session has ended is answered with a page that holds the
 * whole form and asks for the password; with the right one the form goes where it was going (307, RFC 9110, 15.4.8).
 */
@RequestScoped
public class Carrying {

    static final String AGAIN = "/desk/sign-in/again";

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    protected Carrying() {}

    /** The page for this request, if it is a form of the desk that a person sent. */
    Optional<Response> answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.POST)) return Optional.empty();
        String to = request.getUriInfo().getRequestUri().getRawPath();
        @Nullable MediaType type = request.getMediaType();
        boolean person = Navigation.is(
                request.getHeaderString("Sec-Fetch-Mode"), request.getHeaderString(HttpHeaders.ACCEPT), null);
        if (!person || type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return Optional.empty();
        }
        if (!to.startsWith("/desk/") || to.equals("/desk/sign-out")) return Optional.empty();
        try {
            List<Carried> form = Carried.without(Carried.read(request.getEntityStream()));
            Refusal ended = new Refusal(Refusal.Reason.UNKNOWN_CALLER, "session-ended");
            return Optional.of(Response.status(Response.Status.UNAUTHORIZED)
                    .entity(page(to, "", ended, "", "", form))
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param to the address that the form was sent to
     * @param refusal why it was not taken
     * @param step the secret of the first step, once the password was right; else empty
     * @param before whose browser this was, if it was another's; else empty
     */
    View page(String to, String email, Refusal refusal, String step, String before, List<Carried> form) {
        Language language = spoken.language();
        DeskFrame whole = frames.of(language, "sign-in.title", "/desk/sign-in");
        // No other languages: those links would leave the form behind.
        DeskFrame frame = new DeskFrame(whole.title(), whole.siteName(), "", whole.notice(), List.of(), List.of());
        return View.atDesk(
                "sign-in",
                new SignInPage(
                        frame,
                        AGAIN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                        Carried.OWN,
                        email,
                        messages.say(language, refusal.messageKey(), refusal.details()),
                        "",
                        step,
                        before,
                        form),
                language);
    }
}
