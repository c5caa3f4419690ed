package org.minbar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Ticker;
import org.minbar.ticker.Tickers;
import org.minbar.view.Spoken;
import org.minbar.web.OnceOnly;

/** What the scripts of the console and of the page for telephones ask for. */
@Path("desk/live")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Needs({Permission.LIVE, Permission.WRITE})
@Transactional
public class DispatchesResource {

    @Inject
    private Dispatching dispatching;

    @Inject
    private Lineup lineup;

    @Inject
    private Tickers tickers;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Spoken spoken;

    /** @param told {@code lines}, {@code schedule} or {@code submissions}: what became of it */
    record Received(int number, String told) {}

    /** Takes a line once, however often it is sent under one Idempotency-Key. */
    @POST
    @Path(ConsolePages.KEY + "/dispatches")
    @Consumes(MediaType.APPLICATION_JSON)
    @OnceOnly
    public Response take(@PathParam("key") String key, Dispatch dispatch) {
        lineup.get(key, spoken.language(), doorkeeper.caller());
        Flash flash = dispatching.send(key, dispatch, doorkeeper.caller());
        return Response.ok(new Received(flash.number(), ConsolePages.told(flash)))
                .build();
    }

    record Changed(long changes) {}

    /** The number of the ticker's last change: what the console asks every other second. */
    @GET
    @Path(ConsolePages.KEY + "/changes")
    public Changed changes(@PathParam("key") String key) {
        lineup.get(key, spoken.language(), doorkeeper.caller());
        return new Changed(tickers.find(key).map(Ticker::changes).orElse(0L));
    }
}
