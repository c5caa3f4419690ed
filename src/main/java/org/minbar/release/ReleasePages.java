package org.minbar.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Use;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.text.Markup;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;
import org.minbar.web.TypedTime;

/** Where somebody writes down who issues a release, whom to ask, what comes with it, and until when it is held. */
@Path("desk/stories/{id: [0-9]{1,18}}/release")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class ReleasePages {

    private static final Pattern COMMA = Pattern.compile("\\s*[,،]\\s*");
    private static final int MOST = 40;
    private static final int LONGEST_TARGET = 120;

    @Inject
    private Stories stories;

    @Inject
    private Releases releases;

    @Inject
    private Issuing issuing;

    @Inject
    private Editing editing;

    @Inject
    private Editions editions;

    @Inject
    private Topics topics;

    @Inject
    private MediaFiles files;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private TypedTime time;

    @Inject
    private ZoneId zone;

    @PathParam("id")
    private long id;

    @GET
    @Needs(Permission.READ)
    public View page(@QueryParam("done") @Nullable String done) {
        return page(
                release(),
                done == null ? "" : messages.say(spoken.language(), "media.done"),
                "",
                new MultivaluedHashMap<>());
    }

    /**
     * Fields that repeat ({@code contact-name}, {@code attachment} …) are rows in their order; {@code issuer.fr} is the
     * organisation's name there.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    public Response settle(MultivaluedMap<String, String> form) {
        Story story = release();
        Caller by = doorkeeper.caller();
        try {
            Optional<Instant> embargo = time.instantIfAny(first(form, "embargo"), "embargo");
            Release.Facts facts = facts(form);
            issuing.settle(story, facts, by);
            if (form.containsKey("embargo") && !embargo.equals(story.embargo())) editing.embargo(story, embargo, by);
            return Response.seeOther(URI.create(path() + "?done=")).build();
        } catch (Refusal refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(story, "", messages.say(spoken.language(), refusal), form))
                    .build();
        }
    }

    private Story release() {
        Story story = stories.get(id);
        if (story.kind() != Kind.RELEASE) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-release");
        return story;
    }

    private String path() {
        return "/desk/stories/" + id + "/release";
    }

    private Release.Facts facts(MultivaluedMap<String, String> form) {
        Language here = spoken.language();
        Optional<Topic> issuer = Stream.concat(Stream.of(here), languages.all().stream())
                .filter(language -> !first(form, "issuer." + language.tag()).isBlank())
                .findFirst()
                .flatMap(language -> named(first(form, "issuer." + language.tag()), language))
                .map(Topic::asOrganisation);
        issuer.ifPresent(organisation -> languages.all().forEach(language -> {
            String name = Markup.cleanLine(first(form, "issuer." + language.tag()));
            if (!name.isEmpty() && name.length() <= LONGEST_TARGET) organisation.name(language.tag(), name);
        }));
        return new Release.Facts(
                issuer,
                named(first(form, "place"), here).map(Topic::asPlace),
                TypedTime.dayIfAny(first(form, "dated"), "dated"),
                contacts(form),
                attachments(form),
                targets(first(form, "targets")));
    }

    /** Somebody who types an Arabic name on a French screen names it in Arabic. */
    private Optional<Topic> named(String typed, Language language) {
        if (typed.isBlank()) return Optional.empty();
        return Optional.of(topics.named(typed, languages.written(typed, language)));
    }

    private static List<Contact> contacts(MultivaluedMap<String, String> form) {
        List<String> names = all(form, "contact-name");
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), MOST); i++) {
            contacts.add(new Contact(
                    names.get(i),
                    at(form, "contact-duty", i),
                    at(form, "contact-phone", i),
                    at(form, "contact-email", i),
                    at(form, "contact-open", i).equals("readers")));
        }
        return contacts;
    }

    private List<Attachment> attachments(MultivaluedMap<String, String> form) {
        List<String> numbers = all(form, "attachment");
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < Math.min(numbers.size(), MOST); i++) {
            String number = Digits.latin(numbers.get(i).strip());
            if (number.isEmpty() || number.equals("0")) continue;
            MediaFile file = Optional.of(number)
                    .filter(digits -> digits.matches("[0-9]{1,18}"))
                    .flatMap(digits -> files.find(Long.parseLong(digits)))
                    .orElseThrow(MediaFiles::noSuchFile);
            String lang = at(form, "attachment-lang", i);
            attachments.add(new Attachment(
                    file.id(), languages.find(lang).map(Language::tag).orElse(Use.EVERY_LANGUAGE)));
        }
        return attachments;
    }

    private static List<String> targets(String typed) {
        return COMMA.splitAsStream(typed.strip())
                .map(Markup::cleanLine)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_TARGET)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String first(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static List<String> all(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.get(name), List.of());
    }

    private static String at(MultivaluedMap<String, String> form, String name, int row) {
        List<String> values = all(form, name);
        return row < values.size() ? values.get(row) : "";
    }

    /** @param typed what was refused, to be mended where it stands; empty: what is kept */
    private View page(Story story, String notice, String refusal, MultivaluedMap<String, String> typed) {
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        Optional<Release> known = releases.find(story.id());
        List<Edition> all = editions.of(story.id());
        Optional<Edition> headed = all.stream()
                .filter(edition -> edition.lang().equals(language.tag()))
                .findFirst()
                .or(() -> all.stream().findFirst());
        Optional<Topic> issuer = known.flatMap(Release::issuer);
        return View.atDesk(
                "release",
                new ReleasePage(
                        frames.of(language, "release.title", path(), notice),
                        path(),
                        refusal,
                        headed.map(Edition::headline).orElse(""),
                        headed.map(Edition::lang).orElse(language.tag()),
                        languages.all().stream()
                                .map(each -> new ReleasePage.Name(
                                        each.tag(),
                                        each.ownName(),
                                        given(
                                                typed,
                                                "issuer." + each.tag(),
                                                issuer.map(topic ->
                                                                topic.names().getOrDefault(each.tag(), ""))
                                                        .orElse(""))))
                                .toList(),
                        given(
                                typed,
                                "place",
                                known.flatMap(Release::place)
                                        .map(topic -> topic.name(language))
                                        .orElse("")),
                        given(
                                typed,
                                "dated",
                                known.flatMap(Release::dated)
                                        .map(LocalDate::toString)
                                        .orElse("")),
                        given(
                                typed,
                                "embargo",
                                story.embargo().map(end -> time.field(end)).orElse("")),
                        caller.may(Permission.PUBLISH),
                        zone.getId(),
                        lines(known, typed),
                        attached(known, typed),
                        choices(language),
                        given(
                                typed,
                                "targets",
                                known.map(release ->
                                                String.join(language.rightToLeft() ? "، " : ", ", release.targets()))
                                        .orElse("")),
                        all.stream()
                                .map(edition -> new Link(
                                        languages.get(edition.lang()).ownName(),
                                        "/desk/editions/" + edition.id(),
                                        edition.lang()))
                                .toList()),
                language);
    }

    private static String given(MultivaluedMap<String, String> typed, String name, String otherwise) {
        return Objects.requireNonNullElse(typed.getFirst(name), otherwise);
    }

    private static List<ReleasePage.Line> lines(Optional<Release> known, MultivaluedMap<String, String> typed) {
        List<ReleasePage.Line> lines = new ArrayList<>();
        if (typed.containsKey("contact-name")) {
            for (int i = 0; i < all(typed, "contact-name").size(); i++) {
                lines.add(new ReleasePage.Line(
                        at(typed, "contact-name", i),
                        at(typed, "contact-duty", i),
                        at(typed, "contact-phone", i),
                        at(typed, "contact-email", i),
                        at(typed, "contact-open", i).equals("readers")));
            }
            return lines;
        }
        known.map(Release::contacts)
                .orElse(List.of())
                .forEach(contact -> lines.add(new ReleasePage.Line(
                        contact.name(), contact.duty(), contact.phone(), contact.email(), contact.isOpen())));
        lines.add(new ReleasePage.Line("", "", "", "", false));
        return lines;
    }

    private List<ReleasePage.File> attached(Optional<Release> known, MultivaluedMap<String, String> typed) {
        List<ReleasePage.File> rows = new ArrayList<>();
        if (typed.containsKey("attachment")) {
            for (int i = 0; i < all(typed, "attachment").size(); i++) {
                rows.add(new ReleasePage.File(at(typed, "attachment", i), "", at(typed, "attachment-lang", i)));
            }
            return rows;
        }
        for (Attachment attachment : known.map(Release::attachments).orElse(List.of())) {
            rows.add(new ReleasePage.File(
                    String.valueOf(attachment.file()),
                    files.find(attachment.file()).map(MediaFile::name).orElse(""),
                    attachment.lang()));
        }
        rows.add(new ReleasePage.File("", "", Use.EVERY_LANGUAGE));
        return rows;
    }

    private List<ReleasePage.Choice> choices(Language here) {
        List<ReleasePage.Choice> choices = new ArrayList<>();
        choices.add(
                new ReleasePage.Choice(Use.EVERY_LANGUAGE, messages.say(here, "release.every-language"), here.tag()));
        languages
                .all()
                .forEach(language ->
                        choices.add(new ReleasePage.Choice(language.tag(), language.ownName(), language.tag())));
        return choices;
    }
}
