package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.minbar.identity.Open;
import org.minbar.live.Covering;
import org.minbar.media.Copies;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Uses;
import org.minbar.story.Editions;
import org.minbar.web.Parcel;

/**
 * Pictures and documents for readers. What no public edition shows is not there, whatever address somebody guesses; what
 * may no longer be shown is gone.
 */
@Path("media/{id: [1-9][0-9]{0,17}}/{name}")
@RequestScoped
@Open
public class FilesResource {

    static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_WHILE = "public, max-age=300";

    @Inject
    private MediaFiles files;

    @Inject
    private Editions editions;

    @Inject
    private Uses uses;

    @Inject
    private Covering covering;

    @Inject
    private Copies copies;

    @Inject
    private ShownPrints prints;

    @Context
    private HttpServletRequest request;

    /** @param name of a print or of the file itself, as {@link Copies} reads it */
    @GET
    @Transactional
    public Response file(@PathParam("id") long id, @PathParam("name") String name) {
        long looked = prints.now();
        MediaFile file = files.find(id)
                .filter(found -> !found.isExpired(files.today()))
                .filter(found -> isShown(id))
                .orElseThrow(MediaFiles::noSuchFile);
        Copies.Asked asked = copies.asked(file, name).orElseThrow(MediaFiles::noSuchFile);
        if (!asked.current()) {
            return Response.status(Response.Status.FOUND)
                    .location(URI.create(asked.path()))
                    .header(HttpHeaders.CACHE_CONTROL, A_WHILE)
                    .build();
        }
        Parcel parcel = copies.parcel(file, asked.print());
        if (asked.print().isPresent() && prints.takes(request, parcel)) parcel = prints.keep(request, parcel, looked);
        Response.ResponseBuilder answer = parcel.answer(request).header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        if (asked.print().isEmpty()) answer.header(HttpHeaders.CONTENT_DISPOSITION, Copies.disposition(file));
        return answer.build();
    }

    /** By a public edition, or within a film that one shows, or by a line. */
    private boolean isShown(long id) {
        return editions.publicShows(id)
                || covering.shows(id)
                || uses.holding(id).stream().anyMatch(editions::publicShows);
    }
}
