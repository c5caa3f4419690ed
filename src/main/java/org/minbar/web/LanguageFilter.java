package org.minbar.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;

/**
 * Chooses the language of the answer. On the site it is the one in the address; at the desk the one that the editor
 * has chosen ({@code ?lang=}, remembered in a cookie), or else the one that she has set at her account; anywhere else, or
 * as long as nobody chose, what the browser asks for. Readers never get a cookie.
 */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class LanguageFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    private Languages languages;

    @Inject
    private Spoken spoken;

    @Inject
    private SiteAddress site;

    protected LanguageFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        String path = path(request);
        Optional<Language> chosen = isDesk(path) ? chosenAtDesk(request) : languages.find(firstSegment(path));
        chosen.ifPresentOrElse(
                spoken::speak,
                () -> spoken.guess(languages.best(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isDesk(path(request))) return;
        asked(request).ifPresent(language -> response.getHeaders()
                .add(
                        HttpHeaders.SET_COOKIE,
                        new NewCookie.Builder(Spoken.COOKIE)
                                .value(language.tag())
                                .path("/desk")
                                .maxAge(A_YEAR)
                                .httpOnly(true)
                                .secure(site.secure())
                                .sameSite(NewCookie.SameSite.LAX)
                                .build()));
    }

    private Optional<Language> chosenAtDesk(ContainerRequestContext request) {
        @Nullable Cookie cookie = request.getCookies().get(Spoken.COOKIE);
        return asked(request).or(() -> cookie == null ? Optional.empty() : languages.find(cookie.getValue()));
    }

    private Optional<Language> asked(ContainerRequestContext request) {
        @Nullable String tag = request.getUriInfo().getQueryParameters().getFirst("lang");
        return tag == null ? Optional.empty() : languages.find(tag);
    }

    private static boolean isDesk(String path) {
        return firstSegment(path).equals("desk");
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static String path(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
