package org.minbar.story;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an edition stands, without its words: what the desk's overviews show of it.
 *
 * @param begunBy who wrote its first words
 * @param source the edition that it was made from
 * @param sourceRevision the revision of its source that it was last level with
 * @param substance the newest revision that said something new
 */
public record Standing(
        long edition,
        long story,
        String lang,
        Status status,
        String headline,
        Instant updated,
        @Nullable Instant publishedAt,
        @Nullable Instant scheduledAt,
        long begunBy,
        @Nullable Long source,
        int sourceRevision,
        int substance) {

    public Optional<Instant> published() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> scheduled() {
        return Optional.ofNullable(scheduledAt);
    }

    /** Whether this edition was made from that one. */
    public boolean isMadeFrom(Standing other) {
        return source != null && source == other.edition;
    }

    /** Whether the edition that this one was made from has said something new since. */
    public boolean isStaleAgainst(Standing origin) {
        return origin.substance > sourceRevision;
    }

    /** Whether somebody may still have work with it: neither withdrawn nor archived. */
    public boolean isAlive() {
        return status != Status.WITHDRAWN && status != Status.ARCHIVED;
    }

    public boolean isPublic() {
        return status.isPublic();
    }
}
