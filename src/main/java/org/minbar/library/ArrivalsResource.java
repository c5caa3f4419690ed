package org.minbar.library;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Accepting;
import org.minbar.media.Arrival;
import org.minbar.media.Receiving;
import org.minbar.media.Taken;
import org.minbar.media.Workbench;
import org.minbar.view.Spoken;

/**
 * The way in for files from a browser: tus 1.0.0 (tus.io, “Resumable upload protocol”, core, creation and termination),
 * so that a phone that loses its line goes on where it stopped. A file that has come whole is looked at when somebody asks
 * for it at {@code …/file}.
 */
@Path("desk/media/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Needs(Permission.WRITE)
public class ArrivalsResource {

    private static final Set<Refusal.Reason> FOR_WHAT_IT_IS =
            EnumSet.of(Refusal.Reason.MALFORMED, Refusal.Reason.WRONG_TYPE, Refusal.Reason.TOO_LARGE);
    private static final String VERSION = "1.0.0";
    private static final String ID = "{id: [0-9a-f]{36}}";
    private static final String TUS = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    @Inject
    private Receiving receiving;

    @Inject
    private Accepting accepting;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private Spoken spoken;

    /** @param metadata {@code filename} and its value in Base64 */
    @POST
    public Response begin(
            @HeaderParam(LENGTH) @DefaultValue("") String length,
            @HeaderParam("Upload-Metadata") @DefaultValue("") String metadata) {
        Arrival arrival = receiving.begin(name(metadata), number(length, LENGTH), doorkeeper.caller());
        return Response.created(URI.create("/desk/media/arrivals/" + arrival.id()))
                .header(TUS, VERSION)
                .build();
    }

    @HEAD
    @Path(ID)
    public Response standing(@PathParam("id") String id) {
        Arrival arrival = receiving.standing(id, doorkeeper.caller());
        return Response.ok()
                .header(TUS, VERSION)
                .header(OFFSET, arrival.received())
                .header(LENGTH, arrival.length())
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path(ID)
    @Consumes("application/offset+octet-stream")
    public Response part(
            @PathParam("id") String id, @HeaderParam(OFFSET) @DefaultValue("") String offset, InputStream bytes) {
        long from = number(offset, OFFSET);
        Caller by = doorkeeper.caller();
        receiving.standing(id, by).mustContinue(from);
        try (Workbench.Sheet part = receiving.part(bytes)) {
            long received = receiving.keep(id, from, part, by);
            return Response.noContent()
                    .header(TUS, VERSION)
                    .header(OFFSET, received)
                    .build();
        }
    }

    @DELETE
    @Path(ID)
    public Response giveUp(@PathParam("id") String id) {
        receiving.forget(id, doorkeeper.caller());
        return Response.noContent().header(TUS, VERSION).build();
    }

    /**
     * The file that has come, taken into the library: 201, or 200 for one that it had already.
     *
     * @param lang the language whose words the answer has
     */
    @POST
    @Path(ID + "/file")
    public Response file(@PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
        Caller by = doorkeeper.caller();
        Language language = lang == null ? spoken.language() : languages.get(lang);
        Arrival arrival = receiving.standing(id, by);
        Accepting.Accepted accepted;
        try (Workbench.Sheet whole = receiving.whole(arrival);
                Taken taken = accepting.look(whole, arrival.name())) {
            accepted = accepting.shelve(taken, language, by);
        } catch (Refusal refusal) {
            // What was refused for what it is would be refused again; everything else may be tried again.
            if (FOR_WHAT_IT_IS.contains(refusal.reason())) receiving.forget(id, by);
            throw refusal;
        }
        receiving.forget(id, by);
        return Response.status(accepted.known() ? Response.Status.OK : Response.Status.CREATED)
                .entity(Card.of(accepted.file(), language, accepted.known()))
                .build();
    }

    private static String name(String metadata) {
        for (String pair : metadata.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            if (!parts[0].equals("filename") || parts.length < 2) continue;
            try {
                return new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notBase64) {
                throw malformed("Upload-Metadata");
            }
        }
        return "";
    }

    private static long number(String header, String name) {
        if (!header.matches("[0-9]{1,15}")) throw malformed(name);
        return Long.parseLong(header);
    }

    private static Refusal malformed(String header) {
        return new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", header), header);
    }
}
