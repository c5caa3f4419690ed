package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.live.Coverage;
import org.minbar.live.Covering;
import org.minbar.ticker.Flashes;
import org.minbar.view.Messages;
import org.minbar.view.View;
import org.minbar.web.PageTags;

/** The news strip, day by day. */
@Path(Urls.LANG)
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class LivePages {

    @Inject
    private Frames frames;

    @Inject
    private Covering covering;

    @Inject
    private Stretches stretches;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private PageTags tags;

    @Context
    private UriInfo address;

    @PathParam("lang")
    private String lang;

    @GET
    @Path("live")
    public View live() {
        Language language = languages.get(lang);
        int page = stretches.asked(Flashes.STRIP, language, address.getQueryParameters());
        Coverage coverage = covering.page(Flashes.STRIP, language, path(), page);
        LivePage model = new LivePage(
                frames.listing(
                        language,
                        "live",
                        messages.say(language, "live.title"),
                        "/live",
                        languages.all(),
                        page == 1 ? "" : "?page=" + page,
                        Optional.empty()),
                coverage,
                Stretches.paging(coverage, path()));
        return View.of("live", model, language);
    }

    /** The newest lines alone, for pages that ask again and again because they can't listen. */
    @GET
    @Path("live/latest")
    public View latest() {
        Language language = languages.get(lang);
        tags.add(path());
        return View.of("live-latest", covering.page(Flashes.STRIP, language, path(), 1), language);
    }

    private String path() {
        return "/" + lang + "/live";
    }
}
