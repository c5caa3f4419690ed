package org.minbar.discovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.minbar.identity.Open;
import org.minbar.language.Refusal;

/**
 * The pictures that networks show with a shared link. The stamp in the address says of what, so an answer may be kept for
 * ever; without a stamp, or with one that the story had before, the address leads to the present one.
 */
@Path(Urls.LANG + "/{id: [1-9][0-9]{0,17}}/card{stamp: (?:-[0-9a-f]{12})?}.jpg")
@RequestScoped
@Open
public class CardResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_WHILE = "public, max-age=300";

    @Inject
    private Sharing sharing;

    @Inject
    private Drawing drawing;

    /** Not in a transaction: nobody's connection waits while somebody draws. */
    @GET
    public Response card(
            @PathParam("lang") String lang,
            @PathParam("id") long id,
            @PathParam("stamp") String dashed,
            @Context Request request) {
        Card card = sharing.publicCard(id, lang).orElseThrow(CardResource::noSuchCard);
        String stamp = dashed.isEmpty() ? "" : dashed.substring(1);
        if (!stamp.equals(card.stamp())) {
            if (!stamp.isEmpty() && !card.mayHaveHad(stamp)) throw noSuchCard();
            return Response.status(Response.Status.FOUND)
                    .location(URI.create(card.path()))
                    .header(HttpHeaders.CACHE_CONTROL, A_WHILE)
                    .build();
        }
        EntityTag tag = new EntityTag(stamp);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = known == null ? Response.ok(drawing.jpeg(card), "image/jpeg") : known;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }

    private static Refusal noSuchCard() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
    }
}
