package org.minbar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Waiting;
import org.minbar.view.Assets;
import org.minbar.view.View;

/** The live console: the strip's, that of each live story, and the page for telephones. */
@Path("desk/live")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs({Permission.LIVE, Permission.WRITE})
public class ConsolePages {

    static final String KEY = "{key: strip|[1-9][0-9]{0,17}}";

    @Inject
    private ConsoleScreen screen;

    @Inject
    private Dispatching dispatching;

    @Inject
    private Answers answers;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Assets assets;

    @GET
    public View strip(@QueryParam("done") @DefaultValue("") String done) {
        return screen.console(Flashes.STRIP, done, "", form(null));
    }

    @GET
    @Path(KEY)
    public View console(@PathParam("key") String key, @QueryParam("done") @DefaultValue("") String done) {
        return screen.console(key, done, "", form(null));
    }

    /** @param ticker that is chosen on the page */
    @GET
    @Path("phone")
    public View phone(
            @QueryParam("ticker") @DefaultValue(Flashes.STRIP) String ticker,
            @QueryParam("done") @DefaultValue("") String done) {
        return screen.phone(chosen(ticker), done, "", form(null));
    }

    /**
     * The script that opens the page for telephones where there is no connection. Its address says how far it reaches: a
     * browser lets it see to nothing outside this folder.
     */
    @GET
    @Path("worker.js")
    @Produces("text/javascript; charset=UTF-8")
    public Response worker() {
        Assets.Asset script =
                assets.at(assets.address("desk", "js/phone-worker.js")).orElseThrow();
        return Response.ok(script.bytes())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static String chosen(String ticker) {
        return ticker.matches("[1-9][0-9]{0,17}") ? ticker : Flashes.STRIP;
    }

    /** Sends a line out, puts it on the timetable or sends it in: {@code lang, text, body, urgency, story, at}. */
    @POST
    @Path(KEY + "/lines")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("key") String key, MultivaluedMap<String, String> fields) {
        Dispatch dispatch = form(fields);
        return answers.to(
                () -> told(dispatching.send(key, dispatch, doorkeeper.caller())),
                what -> ConsoleScreen.address(key) + "?done=" + what,
                refusal -> screen.console(key, "", refusal, dispatch));
    }

    /** The same from the page for telephones: {@code ticker, lang, text}. */
    @POST
    @Path("phone")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendFromPhone(
            @FormParam("ticker") @DefaultValue(Flashes.STRIP) String ticker, MultivaluedMap<String, String> fields) {
        String key = chosen(ticker);
        Dispatch dispatch = form(fields);
        return answers.to(
                () -> told(dispatching.send(key, dispatch, doorkeeper.caller())),
                what -> ConsoleScreen.PHONE + "?ticker=" + key + "&done=" + what,
                refusal -> screen.phone(key, "", refusal, dispatch));
    }

    static String told(Flash flash) {
        Optional<Waiting> waiting = flash.waiting();
        if (waiting.isEmpty()) return "lines";
        return waiting.get() == Waiting.SCHEDULED ? "schedule" : "submissions";
    }

    static Dispatch form(@Nullable MultivaluedMap<String, String> fields) {
        Function<String, @Nullable String> typed = name -> fields == null ? null : fields.getFirst(name);
        return new Dispatch(
                typed.apply("lang"),
                typed.apply("text"),
                typed.apply("body"),
                typed.apply("urgency"),
                typed.apply("story"),
                typed.apply("at"),
                null);
    }

    /** What is known so far, in a language; nothing takes it away. */
    @POST
    @Path(KEY + "/summaries")
    @Needs(Permission.LIVE)
    public Response summarise(
            @PathParam("key") String key,
            @FormParam("lang") @DefaultValue("") String lang,
            @FormParam("summary") @DefaultValue("") String summary) {
        return change(key, "summaries", by -> dispatching.summarise(key, lang, summary, by));
    }

    @POST
    @Path(KEY + "/end")
    @Needs(Permission.LIVE)
    public Response end(@PathParam("key") String key) {
        return change(key, "end", by -> dispatching.end(key, by));
    }

    @POST
    @Path(KEY + "/resumption")
    @Needs(Permission.LIVE)
    public Response resume(@PathParam("key") String key) {
        return change(key, "resumption", by -> dispatching.resume(key, by));
    }

    /** @param hours of silence after which coverage ends by itself; 0 for never */
    @POST
    @Path(KEY + "/silence")
    @Needs(Permission.LIVE)
    public Response endAfter(@PathParam("key") String key, @FormParam("hours") @DefaultValue("") String hours) {
        return change(key, "silence", by -> dispatching.endAfter(key, hours, by));
    }

    private Response change(String key, String what, Consumer<Caller> act) {
        return answers.to(
                () -> {
                    act.accept(doorkeeper.caller());
                    return what;
                },
                done -> ConsoleScreen.address(key) + "?done=" + done,
                refusal -> screen.console(key, "", refusal, form(null)));
    }
}
