package org.minbar.library;

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
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.media.Copies;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;

/** Pictures and documents for the desk, which sees what the public doesn't. */
@Path("desk/media/{id: [1-9][0-9]{0,17}}/prints/{name}")
@RequestScoped
@Needs({Permission.READ, Permission.WRITE})
public class PrintsResource {

    /** In her own browser alone; the address changes with the picture. */
    private static final String A_DAY = "private, max-age=86400";

    @Inject
    private MediaFiles files;

    @Inject
    private Copies copies;

    @Context
    private HttpServletRequest request;

    @GET
    @Transactional
    public Response print(@PathParam("id") long id, @PathParam("name") String name) {
        MediaFile file = files.get(id);
        Copies.Asked asked = copies.asked(file, name).orElseThrow(MediaFiles::noSuchFile);
        Response.ResponseBuilder answer =
                copies.parcel(file, asked.print()).answer(request).header(HttpHeaders.CACHE_CONTROL, A_DAY);
        if (asked.print().isEmpty()) answer.header(HttpHeaders.CONTENT_DISPOSITION, Copies.disposition(file));
        return answer.build();
    }
}
