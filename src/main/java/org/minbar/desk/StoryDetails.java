package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.story.Editing;
import org.minbar.story.Kind;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.Spoken;
import org.minbar.web.TypedTime;

/** What holds for a story in every language: its section, its topics, its kind, its embargo. */
@Path("desk/stories/{id: [0-9]{1,18}}/details")
@RequestScoped
@Transactional
public class StoryDetails {

    private static final Pattern COMMA = Pattern.compile("\\s*[,،]\\s*");

    @Inject
    private Stories stories;

    @Inject
    private Editing editing;

    @Inject
    private Sections sections;

    @Inject
    private Topics topics;

    @Inject
    private MediaFiles files;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Spoken spoken;

    @Inject
    private TypedTime time;

    /**
     * @param topicNames in the screen's language, with commas between; a new one is made
     * @param placeNames likewise; a topic that stands here is a place from now on
     * @param embargo the newsroom's time, {@code 2026-03-04T18:00}; empty: none
     * @param picture the number of the picture that opens it, 0 for none; absent: as it was
     * @param back where to go afterwards
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Permission.WRITE)
    public Response file(
            @PathParam("id") long id,
            @FormParam("section") @DefaultValue("") String section,
            @FormParam("kind") @DefaultValue("article") String kind,
            @FormParam("topics") @DefaultValue("") String topicNames,
            @FormParam("places") @DefaultValue("") String placeNames,
            @FormParam("embargo") @DefaultValue("") String embargo,
            @FormParam("picture") @DefaultValue("") String picture,
            @FormParam("back") @DefaultValue("/desk/") String back) {
        Caller by = doorkeeper.caller();
        Language here = spoken.language();
        Story story = stories.get(id);
        editing.file(
                story,
                Kind.of(kind),
                sections.get(section),
                Stream.concat(named(topicNames, here), named(placeNames, here).map(Topic::asPlace))
                        .distinct()
                        .toList(),
                by);
        if (!picture.isBlank()) editing.picture(story, picture(picture), by);
        Optional<Instant> end = time.instantIfAny(embargo, "embargo");
        if (!story.embargo().equals(end)) editing.embargo(story, end, by);
        return Response.seeOther(URI.create(back.matches("/desk/[A-Za-z0-9/_-]*") ? back : "/desk/"))
                .build();
    }

    private Optional<Long> picture(String typed) {
        String number = Digits.latin(typed.strip());
        if (number.equals("0")) return Optional.empty();
        return Optional.of(Optional.of(number)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .flatMap(digits -> files.find(Long.parseLong(digits)))
                .filter(MediaFile::isPicture)
                .map(MediaFile::id)
                .orElseThrow(() -> new Refusal(Refusal.Reason.MALFORMED, "no-such-file", Map.of(), "picture")));
    }

    private Stream<Topic> named(String names, Language language) {
        return COMMA.splitAsStream(names.strip())
                .filter(name -> !name.isBlank())
                .map(name -> topics.named(name, language));
    }
}
