package org.minbar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Says what an answer shows, to this node's {@link PageCache} and to whatever cache stands in front of the house:
 * {@code Cache-Tag} (Cloudflare, Akamai), {@code Surrogate-Key} (Fastly, Varnish) and, for how long at most,
 * {@code Surrogate-Control} (W3C, Edge Architecture).
 */
@Provider
@ApplicationScoped
public class PageTagging implements ContainerResponseFilter {

    static final String TAGS = "Cache-Tag";
    static final String KEYS = "Surrogate-Key";
    static final String CONTROL = "Surrogate-Control";

    @Inject
    private PageTags tags;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    protected PageTagging() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode()
                || !request.getMethod().equals("GET")
                || tags.all().isEmpty()) return;
        response.getHeaders().putSingle(TAGS, String.join(",", tags.all()));
        response.getHeaders().putSingle(KEYS, String.join(" ", tags.all()));
        response.getHeaders().putSingle(CONTROL, "max-age=" + seconds());
    }

    /** Not over midnight: pages tell the day, and rights to pictures end with it. */
    private long seconds() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(zone);
        return Math.min(tags.keep().toSeconds(), Duration.between(now, midnight).toSeconds());
    }
}
