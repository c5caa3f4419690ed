package org.minbar.library;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Crop;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.FocalPoint;
import org.minbar.darkroom.Form;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.People;
import org.minbar.identity.Permission;
import org.minbar.identity.Person;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Mounting;
import org.minbar.media.Uses;
import org.minbar.story.Editions;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;
import org.minbar.web.TypedTime;

/** A file of the library: its words in every language, how it is cut, how it may be used, where it is. */
@Path("desk/media/{id: [1-9][0-9]{0,17}}")
@Produces("text/html; charset=UTF-8")
@RequestScoped
public class FilePages {

    private static final int LARGE = 1280;
    private static final int SMALL = 320;
    private static final double PERCENT = 100.0;

    @Inject
    private MediaFiles files;

    @Inject
    private Uses uses;

    @Inject
    private Editions editions;

    @Inject
    private Describing describing;

    @Inject
    private Shelving shelving;

    @Inject
    private Mounting mounting;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @PathParam("id")
    private long id;

    @GET
    @Needs({Permission.READ, Permission.WRITE})
    @Transactional
    public View page(@QueryParam("done") @Nullable String done) {
        return page(
                files.get(id),
                done == null ? "" : messages.say(spoken.language(), "media.done"),
                "",
                new MultivaluedHashMap<>());
    }

    /** The words in every language that the person may write in, the day, and whether it needs words at all. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response describe(MultivaluedMap<String, String> form) {
        return change(form, file -> {
            Caller by = doorkeeper.caller();
            Optional<LocalDate> taken = TypedTime.dayIfAny(first(form, "taken"), "taken");
            Map<String, FileWords> said = new LinkedHashMap<>();
            for (Language language : languages.all()) {
                String lang = language.tag();
                if (!form.containsKey("caption." + lang) || !by.may(Permission.WRITE, lang)) continue;
                FileWords typed = FileWords.of(
                        first(form, "alt." + lang),
                        first(form, "caption." + lang),
                        first(form, "credit." + lang),
                        first(form, "place." + lang),
                        first(form, "transcript." + lang));
                String before = first(form, "was." + lang);
                // Three languages are three people's work: what this one did not touch is left to the others.
                if (typed.mark().equals(before)) continue;
                if (!before.isEmpty() && !file.words(lang).mark().equals(before)) {
                    throw new Refusal(
                            Refusal.Reason.CONFLICT,
                            "words-changed",
                            Map.of("language", language.ownName()),
                            "alt." + lang);
                }
                said.put(lang, typed);
            }
            describing.facts(file, taken, form.containsKey("decorative"), by);
            said.forEach((lang, words) -> describing.words(file, lang, words, by));
        });
    }

    /** The focal point and the parts chosen by hand, all in percent. */
    @POST
    @Path("framing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response frame(MultivaluedMap<String, String> form) {
        return change(file -> {
            Map<Shape, Crop> crops = new EnumMap<>(Shape.class);
            for (Shape shape : Shape.values()) {
                String name = shape.address();
                if (shape == Shape.WHOLE || !form.containsKey("hand." + name)) continue;
                crops.put(shape, crop(form, name));
            }
            FocalPoint focus;
            try {
                focus = new FocalPoint(percent(form, "x"), percent(form, "y"));
            } catch (IllegalArgumentException outside) {
                throw MediaResource.offPicture("x");
            }
            describing.frame(file, focus, crops, doorkeeper.caller());
        });
    }

    private static Crop crop(MultivaluedMap<String, String> form, String name) {
        try {
            return new Crop(
                    percent(form, name + ".x"),
                    percent(form, name + ".y"),
                    percent(form, name + ".width"),
                    percent(form, name + ".height"));
        } catch (IllegalArgumentException outside) {
            throw MediaResource.offPicture(name);
        }
    }

    private static double percent(MultivaluedMap<String, String> form, String name) {
        String typed = Digits.latin(first(form, name))
                .replace(',', '.')
                .replace("٫", ".")
                .strip();
        if (!typed.matches("[0-9]{1,3}(\\.[0-9]{1,8})?")) throw MediaResource.offPicture(name);
        return Double.parseDouble(typed) / PERCENT;
    }

    @POST
    @Path("rights")
    @Needs(Permission.PUBLISH)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response license(
            @FormParam("terms") @DefaultValue("") String terms,
            @FormParam("expires") @DefaultValue("") String expires,
            @FormParam("not-for-partners") @Nullable String notForPartners) {
        return change(file -> describing.license(
                file, terms, TypedTime.dayIfAny(expires, "expires"), notForPartners == null, doorkeeper.caller()));
    }

    /** The poster, and captions by language, each by its number in the library. */
    @POST
    @Path("capsule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response capsule(MultivaluedMap<String, String> form) {
        return change(file -> {
            Map<String, MediaFile> captions = new LinkedHashMap<>();
            for (Language language : languages.all()) {
                numbered(form, "captions." + language.tag(), Form.CAPTIONS)
                        .ifPresent(track -> captions.put(language.tag(), track));
            }
            describing.capsule(file, numbered(form, "poster", Form.PICTURE), captions, doorkeeper.caller());
        });
    }

    private Optional<MediaFile> numbered(MultivaluedMap<String, String> form, String field, Form wanted) {
        Long number = CardsResource.number(Digits.latin(first(form, field)).strip());
        if (number == null || number == 0) return Optional.empty();
        MediaFile found = files.get(number);
        if (found.form() != wanted) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "another-form",
                    Map.of("form", formName(wanted), "other", formName(found.form())),
                    field);
        }
        return Optional.of(found);
    }

    private static String formName(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** Another file in this one's place; its addresses, words and uses stay. */
    @POST
    @Path("replacement")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Permission.PUBLISH)
    public Response replace(List<EntityPart> parts) {
        List<EntityPart> brought = Shelving.files(parts);
        if (brought.size() != 1) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "file"), "file");
        }
        shelving.replace(id, brought.get(0), doorkeeper.caller());
        return back();
    }

    @POST
    @Path("removal")
    @Needs(Permission.PUBLISH)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response remove() {
        MediaFile file = files.getToChange(id);
        try {
            describing.remove(file, doorkeeper.caller());
        } catch (Refusal refusal) {
            return refused(file, refusal, new MultivaluedHashMap<>());
        }
        return Response.seeOther(URI.create(LibraryPages.PATH)).build();
    }

    @FunctionalInterface
    private interface Change {
        void make(MediaFile file);
    }

    private Response change(Change change) {
        return change(new MultivaluedHashMap<>(), change);
    }

    /** Where it is refused, the words that were typed are given back. */
    private Response change(MultivaluedMap<String, String> typed, Change change) {
        MediaFile file = files.getToChange(id);
        try {
            change.make(file);
        } catch (Refusal refusal) {
            return refused(file, refusal, typed);
        }
        return back();
    }

    private Response back() {
        return Response.seeOther(URI.create(LibraryPages.PATH + "/" + id + "?done="))
                .build();
    }

    private Response refused(MediaFile file, Refusal refusal, MultivaluedMap<String, String> typed) {
        Language language = spoken.language();
        String sentence = messages.say(language, refusal);
        int status = refusal.reason() == Refusal.Reason.NOT_ALLOWED
                ? Response.Status.FORBIDDEN.getStatusCode()
                : refusal.reason() == Refusal.Reason.CONFLICT
                        ? Response.Status.CONFLICT.getStatusCode()
                        : Response.Status.BAD_REQUEST.getStatusCode();
        return Response.status(status).entity(page(file, "", sentence, typed)).build();
    }

    private static String first(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private View page(MediaFile file, String notice, String refusal, MultivaluedMap<String, String> typed) {
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        FilePage page = new FilePage(
                frames.of(language, "media.file", LibraryPages.PATH + "/" + id, notice),
                String.valueOf(file.id()),
                Card.form(file),
                file.name(),
                mounting.weight(file, language),
                file.isPicture() ? file.width() + " × " + file.height() : "",
                file.wasAnimated(),
                people.find(file.addedBy()).map(Person::name).orElse(""),
                file.addedAt(),
                Card.print(file, Shape.WHOLE, LARGE),
                file.isPicture()
                        ? ""
                        : LibraryPages.PATH + "/" + file.id() + "/prints/original."
                                + file.type().extension(),
                refusal,
                tabs(file, caller, language, typed),
                file.taken().map(LocalDate::toString).orElse(""),
                file.isDecorative(),
                new FilePage.Framing(
                        percent(file.focus().x()), percent(file.focus().y())),
                file.isPicture() ? cuts(file) : List.of(),
                new FilePage.Rights(
                        file.terms(),
                        file.expires().map(LocalDate::toString).orElse(""),
                        file.isForPartners(),
                        file.isExpired(files.today()) ? "ended" : file.isExpiring(files.today()) ? "ending" : ""),
                files.text(file.id())
                        .map(text -> new FilePage.Document(
                                text.title(),
                                text.text(),
                                text.pages(),
                                text.doubts().stream()
                                        .map(doubt -> messages.say(language, doubt.key()))
                                        .toList())),
                capsule(file),
                editions
                        .showing(
                                file.id(),
                                languages.all().stream().map(Language::tag).toList())
                        .stream()
                        .map(edition -> new FilePage.Used(
                                edition.headline(),
                                edition.lang(),
                                "/desk/editions/" + edition.id(),
                                edition.status().tag()))
                        .toList(),
                uses.holding(file.id()).stream()
                        .map(holder ->
                                new Link(files.get(holder).name(), LibraryPages.PATH + "/" + holder, language.tag()))
                        .toList(),
                caller.may(Permission.PUBLISH));
        return View.atDesk("file", page, language);
    }

    private List<FilePage.Tab> tabs(
            MediaFile file, Caller caller, Language here, MultivaluedMap<String, String> typed) {
        return languages.all().stream()
                .map(language -> {
                    String lang = language.tag();
                    FileWords said = file.words(lang);
                    return new FilePage.Tab(
                            lang,
                            language.ownName(),
                            language.equals(here),
                            caller.may(Permission.WRITE, lang),
                            given(typed, "alt." + lang, said.alt()),
                            given(typed, "caption." + lang, said.caption()),
                            given(typed, "credit." + lang, said.credit()),
                            given(typed, "place." + lang, said.place()),
                            given(typed, "transcript." + lang, said.transcript()),
                            said.mark(),
                            file.lacks(language));
                })
                .toList();
    }

    private static String given(MultivaluedMap<String, String> typed, String name, String otherwise) {
        return Objects.requireNonNullElse(typed.getFirst(name), otherwise);
    }

    private static List<FilePage.Cut> cuts(MediaFile file) {
        return List.of(Shape.WIDE, Shape.CLASSIC, Shape.SQUARE).stream()
                .map(shape -> {
                    Dimensions size =
                            Darkroom.size(file.dimensions(), new Print(shape, SMALL, Format.JPEG), file.crops());
                    Optional<Crop> crop = Optional.ofNullable(file.crops().get(shape));
                    return new FilePage.Cut(
                            shape.address(),
                            Card.print(file, shape, SMALL),
                            size.width(),
                            size.height(),
                            crop.isPresent(),
                            crop.map(part -> percent(part.x())).orElse("0"),
                            crop.map(part -> percent(part.y())).orElse("0"),
                            crop.map(part -> percent(part.width())).orElse("100"),
                            crop.map(part -> percent(part.height())).orElse("100"));
                })
                .toList();
    }

    private static String percent(double fraction) {
        double tenths = Math.round(fraction * PERCENT * 10) / 10.0;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.valueOf(tenths);
    }

    private Optional<FilePage.Capsule> capsule(MediaFile file) {
        if (file.form() != Form.SOUND && file.form() != Form.FILM) return Optional.empty();
        return Optional.of(new FilePage.Capsule(
                file.poster().map(String::valueOf).orElse(""),
                file.poster()
                        .flatMap(files::find)
                        .map(poster -> Card.print(poster, Shape.WIDE, SMALL))
                        .orElse(""),
                languages.all().stream()
                        .map(language -> new FilePage.Track(
                                language.tag(),
                                language.ownName(),
                                Optional.ofNullable(file.captions().get(language.tag()))
                                        .map(String::valueOf)
                                        .orElse("")))
                        .toList()));
    }
}
