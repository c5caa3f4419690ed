package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.view.Assets;
import org.minbar.view.Modules;
import org.minbar.view.Spoken;
import org.minbar.web.PageTags;

/** What stands outside the languages: the way in, short links, and the files that themes are made of. */
@Path("/")
@RequestScoped
@Open
@Transactional
public class RootPages {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    private PageTags tags;

    @Inject
    private Spoken spoken;

    @Inject
    private Editions editions;

    @Inject
    private Assets assets;

    @Inject
    private Modules modules;

    @GET
    public Response wayIn() {
        return elsewhere(Urls.front(spoken.language()));
    }

    /** To the edition in the reader's language, or else to the first there is. */
    @GET
    @Path("s/{id: [0-9]{1,18}}")
    public Response shortLink(@PathParam("id") long id) {
        List<Edition> there = editions.publicOf(id);
        Language wanted = spoken.language();
        // Nothing to lead to: withdrawn, with the reason, or unknown.
        if (there.isEmpty()) return elsewhere(Urls.of(editions.publicGet(id, wanted.tag())));
        Edition edition = there.stream()
                .filter(candidate -> candidate.lang().equals(wanted.tag()))
                .findFirst()
                .orElse(there.get(0));
        return elsewhere(Urls.of(edition));
    }

    @GET
    @Path("assets/{address: .+}")
    public Response asset(@PathParam("address") String address) {
        Optional<byte[]> module = modules.at(address);
        if (module.isPresent()) {
            return Response.ok(module.get(), address.endsWith(".css") ? "text/css" : "text/javascript; charset=UTF-8")
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + A_YEAR + ", immutable")
                    .build();
        }
        Assets.Asset asset =
                assets.at(address).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page"));
        // Kept as it was compressed. What has not the fingerprint of its address changes without anybody's saying so.
        if (asset.fresh()) tags.add("assets");
        return Response.ok(asset.bytes(), asset.type())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        asset.fresh() ? "public, max-age=" + A_YEAR + ", immutable" : "no-cache")
                .header(HttpHeaders.ETAG, "\"" + asset.fingerprint() + "\"")
                .build();
    }

    private static Response elsewhere(String path) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(path))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
