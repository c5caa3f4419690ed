package org.minbar.story;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the work at hand a screen of the desk shows. Each part narrows it; what is null narrows nothing.
 *
 * @param langs only editions in these languages count
 * @param begunBy only editions that this person began count
 * @param topics the story has one of these
 * @param stories one of these
 */
public record Worklist(
        Collection<String> langs,
        @Nullable Long begunBy,
        @Nullable String section,
        @Nullable Kind kind,
        @Nullable List<Long> topics,
        @Nullable List<Long> stories) {

    /** Everything in these languages. */
    public static Worklist in(Collection<String> langs) {
        return new Worklist(langs, null, null, null, null, null);
    }

    public Worklist begunBy(@Nullable Long person) {
        return new Worklist(langs, person, section, kind, topics, stories);
    }

    public Worklist filed(@Nullable String newSection, @Nullable Kind newKind) {
        return new Worklist(langs, begunBy, newSection, newKind, topics, stories);
    }

    public Worklist about(@Nullable List<Long> newTopics) {
        return new Worklist(langs, begunBy, section, kind, newTopics, stories);
    }

    public Worklist among(@Nullable List<Long> newStories) {
        return new Worklist(langs, begunBy, section, kind, topics, newStories);
    }

    boolean isEmpty() {
        return langs.isEmpty() || (topics != null && topics.isEmpty()) || (stories != null && stories.isEmpty());
    }
}
