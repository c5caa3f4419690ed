package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minbar.discovery.Urls;
import org.minbar.front.Turnstile;
import org.minbar.identity.Open;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Editions;

/** Takes note that a story is read. It is told nothing but the address, and keeps nothing else. */
@Path(Urls.LANG + "/{id: [0-9]{1,18}}/readings")
@RequestScoped
@Open
public class ReadingsResource {

    @Inject
    private Editions editions;

    @Inject
    private Turnstile turnstile;

    @Inject
    private Languages languages;

    @POST
    @Transactional
    public Response read(
            @PathParam("lang") String lang,
            @PathParam("id") long id,
            @HeaderParam("Sec-Fetch-Site") @Nullable String fetchSite) {
        // Csrf lets programs with a token through, and what somebody typed; a reading comes from the story's own page.
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, "from-elsewhere");
        }
        if (editions.publicFiled(languages.get(lang).tag(), List.of(id)).isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
        }
        turnstile.count(id, lang);
        return Response.noContent().build();
    }
}
