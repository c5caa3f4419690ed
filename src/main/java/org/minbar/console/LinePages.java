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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.view.View;

/** What is done with one line of a ticker. */
@Path("desk/live/" + ConsolePages.KEY + "/lines/{number: [1-9][0-9]{0,8}}")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs(Permission.LIVE)
public class LinePages {

    @Inject
    private ConsoleScreen screen;

    @Inject
    private Dispatching dispatching;

    @Inject
    private Answers answers;

    @Inject
    private Doorkeeper doorkeeper;

    @PathParam("key")
    private String key;

    @PathParam("number")
    private int number;

    @GET
    @Needs({Permission.LIVE, Permission.WRITE})
    public View line() {
        return screen.line(key, number, "", ConsolePages.form(null));
    }

    /** Its words in a language, for the first time or anew: {@code lang, text, body}. */
    @POST
    @Path("words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Permission.LIVE, Permission.WRITE})
    public Response write(MultivaluedMap<String, String> fields) {
        Dispatch typed = ConsolePages.form(fields);
        return change("words", typed, by -> dispatching.write(key, number, typed, by));
    }

    /** Any of {@code urgency, story} and, {@code true} or {@code false}, {@code pinned, key}. */
    @POST
    @Path("marks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(MultivaluedMap<String, String> fields) {
        Dispatching.Marking marking = new Dispatching.Marking(
                Optional.ofNullable(fields.getFirst("urgency")),
                Optional.ofNullable(fields.getFirst("pinned")).map(Boolean::valueOf),
                Optional.ofNullable(fields.getFirst("key")).map(Boolean::valueOf),
                Optional.ofNullable(fields.getFirst("story")));
        return change("marks", ConsolePages.form(null), by -> dispatching.mark(key, number, marking, by));
    }

    /** Lets it out. */
    @POST
    @Path("publication")
    public Response letOut() {
        return change("publication", ConsolePages.form(null), by -> dispatching.letOut(key, number, by));
    }

    @POST
    @Path("removal")
    public Response remove() {
        return answers.to(
                () -> {
                    dispatching.remove(key, number, doorkeeper.caller());
                    return "removal";
                },
                done -> ConsoleScreen.address(key) + "?done=" + done,
                refusal -> screen.line(key, number, refusal, ConsolePages.form(null)));
    }

    /** Makes it the beginning of a brief or an article, and goes there. */
    @POST
    @Path("story")
    public Response promote(
            @FormParam("lang") @DefaultValue("") String lang,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("section") @DefaultValue("") String section) {
        return answers.to(
                () -> String.valueOf(dispatching
                        .promote(key, number, lang, kind, section, doorkeeper.caller())
                        .id()),
                edition -> "/desk/editions/" + edition,
                refusal -> screen.line(key, number, refusal, ConsolePages.form(null)));
    }

    private Response change(String what, Dispatch typed, Consumer<Caller> act) {
        return answers.to(
                () -> {
                    act.accept(doorkeeper.caller());
                    return what;
                },
                done -> ConsoleScreen.address(key) + "?done=" + done + "#line-" + number,
                refusal -> screen.line(key, number, refusal, typed));
    }
}
