package org.minbar.story;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/**
 * Which editions a list shows: newest publication first, from a place onwards. Each {@code with…} narrows it.
 *
 * @param since only what was changed at or after this instant
 * @param from published at or after
 * @param to published before
 * @param skip how many of the newest to leave out: for pages that are numbered
 * @param limit at most this many
 */
public record Listing(
        @Nullable String lang,
        @Nullable Kind kind,
        @Nullable String section,
        @Nullable String topic,
        @Nullable Instant since,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Place after,
        boolean withPages,
        int skip,
        int limit) {

    /** Where one page of a list ends: stable while new editions come in above. */
    public record Place(Instant published, long edition) {

        /** Opaque, safe in a query. */
        public String cursor() {
            String plain = published.toEpochMilli() + "." + edition;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        public static Place of(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\.", 2);
                return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refusal(Refusal.Reason.MALFORMED, "bad-cursor", Map.of("value", cursor), "after");
            }
        }
    }

    /** Everything, in every language. */
    public static Listing newest(int limit) {
        return new Listing(null, null, null, null, null, null, null, null, true, 0, limit);
    }

    /** What a front page or a feed of the language lists: news, without the pages that stand outside it. */
    public static Listing news(String lang, int limit) {
        return new Listing(lang, null, null, null, null, null, null, null, false, 0, limit);
    }

    public Listing in(@Nullable String newLang) {
        return new Listing(newLang, kind, section, topic, since, from, to, after, withPages, skip, limit);
    }

    public Listing ofKind(@Nullable Kind newKind) {
        return new Listing(lang, newKind, section, topic, since, from, to, after, withPages, skip, limit);
    }

    public Listing inSection(@Nullable String newSection) {
        return new Listing(lang, kind, newSection, topic, since, from, to, after, withPages, skip, limit);
    }

    public Listing about(@Nullable String newTopic) {
        return new Listing(lang, kind, section, newTopic, since, from, to, after, withPages, skip, limit);
    }

    public Listing changedSince(@Nullable Instant newSince) {
        return new Listing(lang, kind, section, topic, newSince, from, to, after, withPages, skip, limit);
    }

    public Listing between(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new Listing(lang, kind, section, topic, since, newFrom, newTo, after, withPages, skip, limit);
    }

    public Listing after(Optional<Place> newAfter) {
        return new Listing(lang, kind, section, topic, since, from, to, newAfter.orElse(null), withPages, skip, limit);
    }

    /** The page with this number, from 1. */
    public Listing page(int number) {
        return new Listing(lang, kind, section, topic, since, from, to, after, withPages, (number - 1) * limit, limit);
    }
}
