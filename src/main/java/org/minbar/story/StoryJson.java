package org.minbar.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.topic.Topic;

/**
 * A story as the API tells it, with the editions that the caller may see.
 *
 * @param picture the number of the picture that opens it in every language
 */
public record StoryJson(
        long id,
        String kind,
        String section,
        List<String> topics,
        Optional<Instant> embargo,
        Optional<Long> picture,
        Instant created,
        List<EditionJson> editions) {

    public static StoryJson of(Story story, List<EditionJson> editions) {
        return new StoryJson(
                story.id(),
                story.kind().tag(),
                story.section().slug(),
                story.topics().stream().map(Topic::slug).toList(),
                story.embargo(),
                story.picture(),
                story.created(),
                editions);
    }

    /** One line of a list: an edition, with what its story says of it. */
    public record Listed(
            long id, String kind, String section, List<String> topics, @JsonUnwrapped EditionJson edition) {

        static Listed of(Edition edition, EditionJson json) {
            Story story = edition.story();
            return new Listed(
                    story.id(),
                    story.kind().tag(),
                    story.section().slug(),
                    story.topics().stream().map(Topic::slug).toList(),
                    json);
        }
    }

    /** @param next to be sent as {@code after} for the next page; absent on the last */
    public record Page(List<Listed> stories, Optional<String> next) {}
}
