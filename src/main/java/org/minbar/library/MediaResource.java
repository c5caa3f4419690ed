package org.minbar.library;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Crop;
import org.minbar.darkroom.FocalPoint;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Accepting;
import org.minbar.media.Choice;
import org.minbar.media.Chosen;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.story.Given;
import org.minbar.view.SiteAddress;

/** The library at the API. */
@Path("api/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MediaResource {

    private static final String ID = "{id: [1-9][0-9]{0,17}}";
    private static final int MOST = 100;
    private static final Pattern WORDS =
            Pattern.compile("(alt|caption|credit|place|transcript)[._\\[-]([a-z]{2,3}(?:-[A-Z]{2})?)\\]?");

    @Inject
    private MediaFiles files;

    @Inject
    private Shelving shelving;

    @Inject
    private Describing describing;

    @Inject
    private Cataloguing cataloguing;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private SiteAddress site;

    @Inject
    private Clock clock;

    /** Where the eye goes, and the parts chosen by hand: {@code {"16x9": [x, y, width, height]}}, in fractions. */
    record Framing(@Nullable List<Double> focus, @Nullable Map<String, List<Double>> crops) {}

    record Rights(@Nullable String terms, @Nullable LocalDate expires, @Nullable Boolean partners) {}

    /**
     * Takes a file in: the part {@code file}, and words as {@code alt.ar}, {@code caption.fr}, {@code credit.en},
     * {@code place.ar}. What the file is, its bytes say. A file that the library has already is answered with 200, and its
     * words are left as they are; a repetition under an {@code Idempotency-Key} gets the first answer.
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Permission.WRITE)
    public Response add(List<EntityPart> parts, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller by = doorkeeper.caller();
        List<EntityPart> brought = Shelving.files(parts);
        if (brought.size() != 1) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "file"), "file");
        }
        Map<String, FileWords> words = words(Shelving.fields(parts));
        words.keySet().forEach(lang -> by.needs(Permission.WRITE, lang));
        Accepting.Accepted accepted =
                shelving.shelve(brought.get(0), languages.all().get(0), by);
        MediaFile file = accepted.known()
                ? accepted.file()
                : cataloguing.words(accepted.file().id(), words, by);
        boolean again = key != null
                && file.addedBy() == by.id()
                && file.addedAt().isAfter(clock.instant().minus(Duration.ofDays(1)));
        return Response.status(accepted.known() && !again ? Response.Status.OK : Response.Status.CREATED)
                .location(URI.create("/api/v1/media/" + file.id()))
                .entity(json(file))
                .build();
    }

    private Map<String, FileWords> words(Map<String, String> fields) {
        Map<String, Map<String, String>> byLang = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Matcher field = WORDS.matcher(name);
            if (!field.matches()) {
                throw new Refusal(
                        Refusal.Reason.MALFORMED,
                        "unknown-field",
                        Map.of(
                                "field",
                                name,
                                "allowed",
                                "file, alt.ar, caption.ar, credit.ar, place.ar, transcript.ar"),
                        name);
            }
            String lang = Given.language(field.group(2), name, languages).tag();
            byLang.computeIfAbsent(lang, key -> new LinkedHashMap<>()).put(field.group(1), value);
        });
        Map<String, FileWords> words = new LinkedHashMap<>();
        byLang.forEach((lang, said) -> words.put(
                lang,
                FileWords.of(
                        said.getOrDefault("alt", ""),
                        said.getOrDefault("caption", ""),
                        said.getOrDefault("credit", ""),
                        said.getOrDefault("place", ""),
                        said.getOrDefault("transcript", ""))));
        return words;
    }

    /**
     * The newest first.
     *
     * @param q words in any language
     * @param form {@code picture}, {@code document}, {@code sound}, {@code film}
     * @param before where the last page ended
     */
    @GET
    @Needs(Permission.READ)
    @Transactional
    public MediaJson.Page list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("form") @DefaultValue("") String form,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        int most = Given.number(limit, "limit", 1, MOST);
        Choice choice = new Choice(
                q, CardsResource.form(form), Choice.Show.ALL, null, null, null, CardsResource.number(before));
        Chosen found = files.choose(choice, most);
        return new MediaJson.Page(
                found.files().stream().map(this::json).toList(),
                Optional.of(found.before()).filter(next -> !next.isEmpty()));
    }

    @GET
    @Path(ID)
    @Needs(Permission.READ)
    @Transactional
    public MediaJson one(@PathParam("id") long id) {
        return json(files.get(id));
    }

    @PUT
    @Path(ID + "/words/{lang}")
    @Needs(Permission.WRITE)
    @Transactional
    public MediaJson describe(@PathParam("id") long id, @PathParam("lang") String lang, Wording said) {
        MediaFile file = files.getToChange(id);
        describing.words(file, lang, said.over(FileWords.NONE), doorkeeper.caller());
        return json(file);
    }

    @PUT
    @Path(ID + "/framing")
    @Needs(Permission.WRITE)
    @Transactional
    public MediaJson frame(@PathParam("id") long id, Framing framing) {
        MediaFile file = files.getToChange(id);
        Map<Shape, Crop> crops = new EnumMap<>(Shape.class);
        Map<String, List<Double>> asked = framing.crops == null ? Map.of() : framing.crops;
        asked.forEach((name, part) ->
                crops.put(Shape.of(name).orElseThrow(() -> offPicture("crops." + name)), crop(part, "crops." + name)));
        FocalPoint focus = framing.focus == null ? file.focus() : focus(framing.focus);
        describing.frame(file, focus, crops, doorkeeper.caller());
        return json(file);
    }

    private static FocalPoint focus(List<Double> point) {
        if (point.size() != 2) throw offPicture("focus");
        try {
            return new FocalPoint(point.get(0), point.get(1));
        } catch (IllegalArgumentException outside) {
            throw offPicture("focus");
        }
    }

    private static Crop crop(List<Double> part, String field) {
        if (part.size() != 4) throw offPicture(field);
        try {
            return new Crop(part.get(0), part.get(1), part.get(2), part.get(3));
        } catch (IllegalArgumentException outside) {
            throw offPicture(field);
        }
    }

    static Refusal offPicture(String field) {
        return new Refusal(Refusal.Reason.MALFORMED, "off-picture", Map.of("field", field), field);
    }

    @PUT
    @Path(ID + "/rights")
    @Needs(Permission.PUBLISH)
    @Transactional
    public MediaJson license(@PathParam("id") long id, Rights rights) {
        MediaFile file = files.getToChange(id);
        describing.license(
                file,
                text(rights.terms),
                Optional.ofNullable(rights.expires),
                !Boolean.FALSE.equals(rights.partners),
                doorkeeper.caller());
        return json(file);
    }

    /** Only what nothing uses. */
    @DELETE
    @Path(ID)
    @Needs(Permission.PUBLISH)
    @Transactional
    public Response remove(@PathParam("id") long id) {
        describing.remove(files.getToChange(id), doorkeeper.caller());
        return Response.noContent().build();
    }

    /**
     * Compares the store with what the library knows: what is missing, damaged, or known by nobody.
     *
     * @param repair whether to delete what nobody knows
     */
    @POST
    @Path("scrubbing")
    @Needs(Permission.ADMIN)
    public Cataloguing.Report scrub(@QueryParam("repair") @DefaultValue("false") boolean repair) {
        return cataloguing.scrub(repair);
    }

    private MediaJson json(MediaFile file) {
        return MediaJson.of(file, languages.all(), site);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
