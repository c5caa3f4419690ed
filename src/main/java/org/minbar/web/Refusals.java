package org.minbar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.view.Backstage;
import org.minbar.view.BrokenTemplate;
import org.minbar.view.Navigation;
import org.minbar.view.RefusalPage;
import org.minbar.view.Spoken;
import org.minbar.view.TemplateFault;
import org.minbar.view.View;

/**
 * Turns whatever went wrong into an answer, once and for all doors: a problem (RFC 9457) for the API, a page for
 * people, each a whole sentence in their language.
 */
@Provider
@ApplicationScoped
public class Refusals implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

    @Inject
    private Notices notices;

    @Inject
    private Spoken spoken;

    @Inject
    private Backstage backstage;

    @Context
    private UriInfo address;

    @Context
    private HttpHeaders asked;

    @Context
    private Request method;

    protected Refusals() {}

    @Override
    public Response toResponse(Throwable thrown) {
        @Nullable Refusal refusal = find(thrown, Refusal.class);
        if (refusal != null) return answer(status(refusal.reason()), refusal);
        @Nullable WebApplicationException web = find(thrown, WebApplicationException.class);
        if (web != null && web.getResponse().getStatus() < 500) return ofHttp(web);
        if (find(thrown, OptimisticLockException.class) != null) {
            return answer(412, new Refusal(Refusal.Reason.VERSION_STALE, "version-stale"));
        }
        if (find(thrown, PessimisticLockException.class) != null || isClash(thrown)) {
            return answer(409, new Refusal(Refusal.Reason.CONFLICT, "clash"));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "Something broke, reference " + reference + " at " + address.getPath(), thrown);
        @Nullable BrokenTemplate broken = find(thrown, BrokenTemplate.class);
        if (broken != null && backstage.isAdmitted() && !isForPrograms())
            return brokenTemplate(broken.fault(), reference);
        return answer(500, new Refusal(Refusal.Reason.NOT_NOW, "something-broke", Map.of("reference", reference)));
    }

    /** In the desk's own theme: the broken one may not be able to print a refusal either. */
    private Response brokenTemplate(TemplateFault fault, String reference) {
        Language language = spoken.language();
        Refusal refusal = new Refusal(Refusal.Reason.NOT_NOW, "template-broken", Map.of("reference", reference));
        return Response.status(500)
                .entity(View.atDesk("refusal", notices.page(500, refusal, language, Optional.of(fault)), language))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response ofHttp(WebApplicationException web) {
        Response answer = web.getResponse();
        int status = answer.getStatus();
        if (status < 400) return answer;
        Refusal refusal = Notices.ofStatus(status, isApi());
        Response.ResponseBuilder told = Response.fromResponse(answer(status, refusal));
        if (status == 405) told.header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW));
        return told.build();
    }

    private Response answer(int status, Refusal refusal) {
        Response.ResponseBuilder answer = isForPrograms() ? problem(status, refusal) : page(status, refusal);
        refusal.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.build();
    }

    private Response.ResponseBuilder problem(int status, Refusal refusal) {
        Language language = spoken.language();
        Problem problem = notices.problem(status, refusal, language);
        Response.ResponseBuilder answer = Response.status(status)
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (status == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Minbar\"");
        return answer;
    }

    private Response.ResponseBuilder page(int status, Refusal refusal) {
        if (isDesk() && refusal.reason() == Refusal.Reason.UNKNOWN_CALLER) {
            return Response.seeOther(URI.create("/desk/sign-in?next=" + back()));
        }
        if (isDesk() && refusal.kind().equals("change-password")) {
            return Response.seeOther(URI.create("/desk/password"));
        }
        Language language = spoken.language();
        RefusalPage page = notices.page(status, refusal, language);
        return Response.status(status)
                .entity(isDesk() ? View.atDesk("refusal", page, language) : View.of("refusal", page, language))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    /** Where she wanted to go, with what she asked for; after a form, only where it stood. */
    private String back() {
        URI wanted = address.getRequestUri();
        boolean asks = wanted.getRawQuery() != null && method.getMethod().equals(HttpMethod.GET);
        return URLEncoder.encode(
                asks ? wanted.getRawPath() + "?" + wanted.getRawQuery() : wanted.getRawPath(), StandardCharsets.UTF_8);
    }

    /** A problem for the API, and for the scripts of the editors' pages, which call the desk's own doors. */
    private boolean isForPrograms() {
        return isApi()
                || isDesk()
                        && !Navigation.is(
                                asked.getHeaderString("Sec-Fetch-Mode"),
                                asked.getHeaderString(HttpHeaders.ACCEPT),
                                asked.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    private boolean isApi() {
        return path().startsWith("api/");
    }

    private boolean isDesk() {
        return path().startsWith("desk");
    }

    private String path() {
        String path = address.getPath();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static int status(Refusal.Reason reason) {
        return switch (reason) {
            case MALFORMED -> 400;
            case UNKNOWN_CALLER -> 401;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case VERSION_STALE -> 412;
            case TOO_LARGE -> 413;
            case WRONG_TYPE -> 415;
            case VERSION_MISSING -> 428;
            case TOO_OFTEN -> 429;
            case NOT_NOW -> 503;
        };
    }

    /** Two wrote the same thing at once and the database let only one. SQLSTATE class 23: integrity violations. */
    private static boolean isClash(Throwable thrown) {
        @Nullable SQLException sql = find(thrown, SQLException.class);
        return sql != null && sql.getSQLState() != null && sql.getSQLState().startsWith("23");
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        int depth = 0;
        for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) return type.cast(t);
        }
        return null;
    }
}
