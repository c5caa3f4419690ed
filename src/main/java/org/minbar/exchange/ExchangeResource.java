package org.minbar.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Given;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;
import org.minbar.web.Json;
import org.minbar.web.OnceOnly;

/** Stories in and out as newline-delimited JSON. */
@Path("api/v1")
@RequestScoped
public class ExchangeResource {

    static final String NDJSON = "application/x-ndjson";

    @Inject
    private StoriesImport stories;

    @Inject
    private StoriesExport export;

    @Inject
    private PlainTextImport plainText;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private SiteAddress site;

    /** One line of the answer: {@code id} and {@code url}, or {@code error} with what it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            long line,
            @Nullable Long id,
            @Nullable URI url,
            @Nullable String error,
            @Nullable String type,
            @Nullable String field) {}

    /**
     * The answers wait in a file until the last line is read: a client that sends everything before it reads anything
     * would otherwise wait for us while we wait for it.
     */
    @POST
    @Path("imports/stories")
    @Consumes({NDJSON, "application/ndjson", "application/jsonl"})
    @Produces(NDJSON)
    @Needs(Permission.IMPORT)
    public Response read(InputStream in) throws IOException {
        Caller by = doorkeeper.caller();
        Language language = spoken.language();
        java.nio.file.Path answers = Files.createTempFile("minbar-import-", ".ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(answers))) {
            stories.read(in, by, outcome -> write(told(outcome, language), out));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(answers);
            throw e;
        }
        StreamingOutput told = out -> {
            try {
                Files.copy(answers, out);
            } finally {
                Files.deleteIfExists(answers);
            }
        };
        return Response.ok(told, NDJSON).build();
    }

    /** The answer's {@code report} accounts for every line of the page. */
    @POST
    @Path("imports/text")
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.IMPORT)
    @OnceOnly
    @Transactional
    public Response readText(
            @QueryParam("lang") @Nullable String lang, @QueryParam("section") @Nullable String section, String page) {
        Language language = Given.language(lang, "lang", languages);
        return Response.status(Response.Status.CREATED)
                .entity(plainText.read(page, language, section, doorkeeper.caller()))
                .build();
    }

    @GET
    @Path("exports/stories")
    @Produces(NDJSON)
    @Needs(Permission.IMPORT)
    public StreamingOutput write() {
        Caller by = doorkeeper.caller();
        return out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
            export.write(by, buffered);
            buffered.flush();
        };
    }

    private Told told(StoriesImport.Outcome outcome, Language language) {
        if (outcome instanceof StoriesImport.Outcome.Failed failed) {
            return new Told(
                    failed.line(),
                    null,
                    null,
                    messages.say(
                            language, failed.why().messageKey(), failed.why().details()),
                    "urn:minbar:problem:" + failed.why().kind(),
                    failed.why().field().orElse(null));
        }
        StoriesImport.Outcome.Done done = (StoriesImport.Outcome.Done) outcome;
        return new Told(done.line(), done.story(), site.of(done.path()), null, null, null);
    }

    private static void write(Told told, OutputStream out) {
        try {
            out.write(Json.MAPPER.writeValueAsBytes(told));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
