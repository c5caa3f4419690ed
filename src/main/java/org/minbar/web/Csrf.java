package org.minbar.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/**
 * Turns away requests that another site makes in a signed-in person's name (cross-site request forgery). A browser says
 * where a request comes from in {@code Sec-Fetch-Site} (W3C Fetch Metadata) or, older ones, in {@code Origin}; whatever
 * changes something and carries cookies must come from our own pages. Together with the cookie's SameSite this needs no
 * token in any form, so no form can forget it.
 */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class Csrf implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    protected Csrf() {}

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) return;
        // A browser never adds this header by itself: it isn't a forgery.
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) return;
        boolean ours = comesFromUs(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString(HttpHeaders.HOST),
                request.getHeaderString(HttpHeaders.COOKIE) != null);
        if (!ours) throw new Refusal(Refusal.Reason.NOT_ALLOWED, "from-elsewhere");
    }

    static boolean comesFromUs(
            @Nullable String fetchSite, @Nullable String origin, @Nullable String host, boolean withCookies) {
        if (fetchSite != null) return fetchSite.equals("same-origin") || fetchSite.equals("none");
        if (origin != null) return host != null && host.equals(authority(origin));
        return !withCookies;
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
