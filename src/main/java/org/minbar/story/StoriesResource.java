package org.minbar.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.SiteAddress;
import org.minbar.web.OnceOnly;

/** The stories at the API. */
@Path("api/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
public class StoriesResource {

    private static final int MOST = 100;
    private static final String DEFAULT_LIMIT = "20";

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Sections sections;

    @Inject
    private Topics topics;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private SiteAddress site;

    @Inject
    private Mounting mounting;

    @Inject
    private MediaFiles files;

    /** A new story; its editions may come with it, as drafts. */
    record Wish(
            @Nullable String kind,
            @Nullable String section,
            @Nullable List<String> topics,
            @Nullable Instant embargo,
            @Nullable Long picture,
            @Nullable List<FirstWords> editions) {}

    /** @param file the number of a picture in the library; absent for none */
    record PictureWish(@Nullable Long file) {}

    record FirstWords(
            @Nullable String lang,
            @Nullable String headline,
            @Nullable String standfirst,
            @Nullable String body,
            @Nullable String slug,
            @Nullable List<Byline> bylines) {

        EditionWords words() {
            return new EditionWords(headline, standfirst, body, slug, bylines);
        }
    }

    @POST
    @Needs(Permission.WRITE)
    @OnceOnly
    public Response open(Wish wish) {
        Caller by = doorkeeper.caller();
        Story story = editing.open(
                Kind.of(Given.text(wish.kind(), "kind")),
                section(Given.text(wish.section(), "section")),
                topics(wish.topics()),
                Optional.ofNullable(wish.embargo()),
                by);
        if (wish.picture() != null) editing.picture(story, Optional.of(picture(wish.picture())), by);
        List<EditionJson> written = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FirstWords first : wish.editions() == null ? List.<FirstWords>of() : wish.editions()) {
            Language language = Given.language(first.lang(), "editions.lang", languages);
            if (!seen.add(language.tag())) {
                throw new Refusal(Refusal.Reason.MALFORMED, "twice", Map.of("value", language.tag()), "editions.lang");
            }
            Edition edition = editing.begin(story, language, first.words().copy(language), Revision.Cause.SAVE, by);
            editions.settle();
            written.add(EditionJson.of(edition, language, site, shown(edition)));
        }
        editions.settle();
        return Response.created(URI.create("/api/v1/stories/" + story.id()))
                .entity(StoryJson.of(story, written))
                .build();
    }

    /**
     * Published editions, newest first.
     *
     * @param since only editions changed at or after this instant
     * @param after where the last page ended
     * @param status with a token only: editions in this status, in the languages that the caller may read
     */
    @GET
    @Open
    public StoryJson.Page list(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("section") @Nullable String section,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("since") @Nullable String since,
            @QueryParam("after") @Nullable String after,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @jakarta.ws.rs.DefaultValue(DEFAULT_LIMIT) String limit) {
        Listing listing = Listing.newest(Given.number(limit, "limit", 1, MOST))
                .in(
                        lang == null
                                ? null
                                : Given.language(lang, "lang", languages).tag())
                .ofKind(kind == null ? null : Kind.of(kind))
                .inSection(section == null ? null : section(section).slug())
                .about(topic == null ? null : topic(topic, "topic").slug())
                .changedSince(since == null ? null : Given.instant(since, "since"))
                .after(Optional.ofNullable(after).map(Listing.Place::of));
        Editions.Page page = status == null
                ? editions.publicPage(listing)
                : editions.page(listing, Status.of(status), readable(doorkeeper.caller()));
        return new StoryJson.Page(
                page.editions().stream()
                        .map(edition -> StoryJson.Listed.of(edition, json(edition)))
                        .toList(),
                page.next().map(Listing.Place::cursor));
    }

    @GET
    @Path("{id}")
    @Open
    public StoryJson one(@PathParam("id") long id) {
        Story story = stories.get(id);
        List<Edition> seen = editions.of(id).stream().filter(this::maySee).toList();
        // A story of which the caller may see nothing is, to her, not there.
        if (seen.isEmpty()
                && doorkeeper
                        .known()
                        .filter(caller -> caller.may(Permission.READ))
                        .isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
        }
        return StoryJson.of(story, seen.stream().map(this::json).toList());
    }

    /** The picture that opens the story in every language. */
    @PUT
    @Path("{id}/picture")
    @Needs(Permission.WRITE)
    public StoryJson picture(@PathParam("id") long id, PictureWish wish) {
        Story story = stories.get(id);
        editing.picture(story, Optional.ofNullable(wish.file()).map(this::picture), doorkeeper.caller());
        return StoryJson.of(
                story,
                editions.of(id).stream().filter(this::maySee).map(this::json).toList());
    }

    private long picture(long file) {
        return files.find(file)
                .filter(MediaFile::isPicture)
                .map(MediaFile::id)
                .orElseThrow(() -> new Refusal(Refusal.Reason.MALFORMED, "no-such-file", Map.of(), "picture"));
    }

    private boolean maySee(Edition edition) {
        return editions.publicFind(edition.story().id(), edition.lang()).isPresent()
                || doorkeeper
                        .known()
                        .filter(caller -> caller.may(Permission.READ, edition.lang()))
                        .isPresent();
    }

    private List<String> readable(Caller caller) {
        caller.needs(Permission.READ);
        return languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.READ, tag))
                .toList();
    }

    private EditionJson json(Edition edition) {
        return EditionJson.of(edition, languages.get(edition.lang()), site, shown(edition));
    }

    private Section section(String slug) {
        return sections.find(slug)
                .orElseThrow(() ->
                        new Refusal(Refusal.Reason.MALFORMED, "no-such-section", Map.of("value", slug), "section"));
    }

    private List<Topic> topics(@Nullable List<String> slugs) {
        if (slugs == null) return List.of();
        return slugs.stream().distinct().map(slug -> topic(slug, "topics")).toList();
    }

    private Topic topic(String slug, String field) {
        return topics.find(slug)
                .orElseThrow(
                        () -> new Refusal(Refusal.Reason.MALFORMED, "no-such-topic", Map.of("value", slug), field));
    }

    private List<Shown> shown(Edition edition) {
        return mounting.hang(edition.wall(), languages.get(edition.lang()), Mounting.Audience.READERS)
                .pictures();
    }
}
