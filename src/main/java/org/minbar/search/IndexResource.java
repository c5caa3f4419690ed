package org.minbar.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.journal.Journal;

/** The index of the node that answers, for administrators. */
@Path("api/v1/index")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Needs(Permission.ADMIN)
public class IndexResource {

    @Inject
    private Index index;

    @Inject
    private Indexing indexing;

    @Inject
    private Rebuilding rebuilding;

    @Inject
    private Journal journal;

    /**
     * @param cursor the last entry of the journal that it has read
     * @param journal the last entry that there is
     */
    record State(int editions, long cursor, long journal, boolean rebuilding) {}

    @GET
    public State state() {
        return new State(index.editions(), indexing.cursor().orElse(0), journal.last(), rebuilding.isRunning());
    }

    /** Begins to write the index anew; the old one serves until the new one stands. */
    @POST
    @Path("rebuild")
    public Response rebuild() {
        rebuilding.begin();
        return Response.accepted(state()).build();
    }
}
