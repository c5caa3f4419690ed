package org.minbar.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Standing;
import org.minbar.story.Story;
import org.minbar.topic.Sections;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The press desk: every release by the end of its embargo, and the way from a document to a new one. */
@Path("desk/press")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class PressDeskPages {

    private static final String PATH = "/desk/press";
    private static final int WAITING = 200;
    private static final int FREE = 60;
    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    private Releases releases;

    @Inject
    private Issuing issuing;

    @Inject
    private Editions editions;

    @Inject
    private MediaFiles files;

    @Inject
    private Sections sections;

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
    private ZoneId zone;

    @Inject
    private Clock clock;

    /** @param document the number of a document in the library that a release is to be made of */
    @GET
    @Needs(Permission.READ)
    public View desk(@QueryParam("document") @DefaultValue("") String document) {
        return page(document, "");
    }

    /** Makes a release of a document: its text is the draft, the file is attached. */
    @POST
    @Needs(Permission.WRITE)
    public Response open(
            @FormParam("document") @DefaultValue("") String document,
            @FormParam("section") @DefaultValue("") String section) {
        try {
            MediaFile file = Optional.of(document)
                    .filter(number -> number.matches("[0-9]{1,18}"))
                    .flatMap(number -> files.find(Long.parseLong(number)))
                    .orElseThrow(MediaFiles::noSuchFile);
            Edition edition = issuing.fromDocument(file, sections.get(section), spoken.language(), doorkeeper.caller());
            return Response.seeOther(URI.create("/desk/editions/" + edition.id()))
                    .build();
        } catch (Refusal refusal) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(document, messages.say(spoken.language(), refusal)))
                    .build();
        }
    }

    private View page(String document, String refusal) {
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        Optional<MediaFile> file = Optional.of(document)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .flatMap(number -> files.find(Long.parseLong(number)));
        PressDeskPage page = new PressDeskPage(
                frames.of(language, "press.title", PATH),
                language.locale().toLanguageTag(),
                zone.getId(),
                rows(releases.waiting(WAITING), language, caller),
                rows(releases.free(FREE), language, caller),
                sections.all().stream()
                        .map(section -> new Link(section.name(language), section.slug(), language.tag()))
                        .toList(),
                caller.may(Permission.WRITE),
                file.map(MediaFile::id).map(String::valueOf).orElse(""),
                file.map(MediaFile::name).orElse(""),
                refusal);
        return View.atDesk("press", page, language);
    }

    private List<PressDeskPage.Row> rows(List<Story> stories, Language language, Caller caller) {
        List<Long> ids = stories.stream().map(Story::id).toList();
        List<String> readable = languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.READ, tag))
                .toList();
        Map<Long, Release> facts = releases.of(ids);
        Map<Long, List<Standing>> standings =
                editions.standings(ids, readable).stream().collect(Collectors.groupingBy(Standing::story));
        return stories.stream()
                .map(story -> row(
                        story,
                        Optional.ofNullable(facts.get(story.id())),
                        standings.getOrDefault(story.id(), List.of()),
                        language))
                .toList();
    }

    private PressDeskPage.Row row(Story story, Optional<Release> facts, List<Standing> standings, Language language) {
        Optional<Standing> headed = standings.stream()
                .min(Comparator.comparing(standing -> standing.lang().equals(language.tag()) ? 0 : 1));
        Optional<Instant> embargo = story.embargo().filter(clock.instant()::isBefore);
        Duration left =
                embargo.map(end -> Duration.between(clock.instant(), end)).orElse(Duration.ZERO);
        return new PressDeskPage.Row(
                String.valueOf(story.id()),
                headed.map(Standing::headline).orElse(""),
                headed.map(Standing::lang).orElse(language.tag()),
                "/desk/stories/" + story.id() + "/release",
                facts.flatMap(Release::issuer)
                        .map(issuer -> issuer.name(language))
                        .orElse(""),
                embargo,
                left.toSeconds(),
                left.isZero() || left.compareTo(A_DAY) > 0 ? "" : Digits.countdown(left.toSeconds(), language),
                facts.map(Release::targets).orElse(List.of()),
                standings.stream()
                        .map(standing -> new PressDeskPage.State(
                                standing.lang(),
                                languages.get(standing.lang()).ownName(),
                                standing.status().tag(),
                                "/desk/editions/" + standing.edition()))
                        .toList(),
                facts.map(release -> release.attachments().size()).orElse(0));
    }
}
