package org.minbar.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Use;
import org.minbar.story.Editions;
import org.minbar.story.Stories;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.SiteAddress;

/** What a press release has beside its words, at the API. */
@Path("api/v1/stories/{id: [0-9]{1,18}}/release")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
public class ReleaseResource {

    @Inject
    private Stories stories;

    @Inject
    private Releases releases;

    @Inject
    private Issuing issuing;

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
    private SiteAddress site;

    @PathParam("id")
    private long id;

    /** @param issuer and {@code place}: names by language tag; the first that is given finds the entry of the lexicon */
    record Wish(
            @Nullable Map<String, String> issuer,
            @Nullable Map<String, String> place,
            @Nullable LocalDate dated,
            @Nullable List<ContactWish> contacts,
            @Nullable List<AttachmentWish> attachments,
            @Nullable List<String> targets) {}

    record ContactWish(
            @Nullable String name,
            @Nullable String duty,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Boolean open) {}

    record AttachmentWish(@Nullable Long file, @Nullable String lang) {}

    /** Public as soon as an edition of the story is. */
    @GET
    @Open
    public ReleaseJson read() {
        boolean desk =
                doorkeeper.known().filter(caller -> caller.may(Permission.READ)).isPresent();
        if (!desk && editions.publicOf(id).isEmpty()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-release");
        return json(releases.find(id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-release")), desk);
    }

    @PUT
    @Needs(Permission.WRITE)
    public ReleaseJson settle(Wish wish) {
        Release release = issuing.settle(
                stories.get(id),
                new Release.Facts(
                        named(wish.issuer).map(Topic::asOrganisation),
                        named(wish.place).map(Topic::asPlace),
                        Optional.ofNullable(wish.dated),
                        given(wish.contacts).map(ReleaseResource::contact).toList(),
                        given(wish.attachments).map(this::attachment).toList(),
                        given(wish.targets).toList()),
                doorkeeper.caller());
        return json(release, true);
    }

    private static <T> Stream<T> given(@Nullable List<T> wished) {
        return wished == null ? Stream.empty() : wished.stream();
    }

    private Optional<Topic> named(@Nullable Map<String, String> names) {
        if (names == null || names.isEmpty()) return Optional.empty();
        Language first = languages.all().stream()
                .filter(language -> names.containsKey(language.tag()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "issuer"), "issuer"));
        Topic topic = topics.named(Objects.requireNonNull(names.get(first.tag())), first);
        names.forEach((lang, name) -> {
            languages.get(lang);
            topic.name(lang, name);
        });
        return Optional.of(topic);
    }

    private static Contact contact(ContactWish wish) {
        return new Contact(
                text(wish.name), text(wish.duty), text(wish.phone), text(wish.email), Boolean.TRUE.equals(wish.open));
    }

    private Attachment attachment(AttachmentWish wish) {
        MediaFile file = files.get(wish.file == null ? 0 : wish.file);
        String lang = wish.lang == null || wish.lang.equals(Use.EVERY_LANGUAGE)
                ? Use.EVERY_LANGUAGE
                : languages.get(wish.lang).tag();
        return new Attachment(file.id(), lang);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }

    private ReleaseJson json(Release release, boolean desk) {
        Map<Long, MediaFile> attached =
                files.of(release.attachments().stream().map(Attachment::file).toList());
        return new ReleaseJson(
                release.issuer().map(Topic::names).orElse(Map.of()),
                release.place().map(Topic::names).orElse(Map.of()),
                release.dated(),
                (desk ? release.contacts() : release.openContacts())
                        .stream().map(ReleaseJson.ContactJson::of).toList(),
                release.attachments().stream()
                        .flatMap(attachment -> Stream.ofNullable(attached.get(attachment.file()))
                                .map(file -> new ReleaseJson.AttachmentJson(
                                        file.id(),
                                        attachment.lang(),
                                        file.name(),
                                        file.type().mime(),
                                        site.of(file.path()))))
                        .toList(),
                desk ? release.targets() : List.of());
    }
}
