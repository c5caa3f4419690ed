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
 * @param author the slug of a name that signs
 * @param since only what was changed at or after this instant
 * @param from published at or after
 * @param to published before
 * @param corrected only what was corrected, the last changed first
 * @param after what comes after this place
 * @param before what comes before this place, the nearest to it; {@code after} is empty then
 * @param skip how many of the newest to leave out: for pages that are numbered
 * @param limit at most this many
 */
public record Listing(
        @Nullable String lang,
        @Nullable Kind kind,
        @Nullable String section,
        @Nullable String topic,
        @Nullable String author,
        @Nullable Instant since,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean corrected,
        @Nullable Place after,
        @Nullable Place before,
        boolean withPages,
        int skip,
        int limit) {

    /** Where one page of a list ends: stable while new editions come in above. */
    public record Place(Instant published, long edition) {

        /** What both databases can tell apart; a place beyond was made up by somebody. */
        private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

        static Place of(Edition edition) {
            return new Place(edition.published().orElse(edition.created()), edition.id());
        }

        /** Opaque, safe in a query. */
        public String cursor() {
            String plain = published.toEpochMilli() + "." + edition;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        public static Place of(String cursor) {
            return of(cursor, "after");
        }

        /** @param field the name under which the caller gave it */
        public static Place of(String cursor, String field) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\.", 2);
                long millis = Long.parseLong(parts[0]);
                if (millis < 0 || millis > LATEST) throw new IllegalArgumentException("out of time");
                return new Place(Instant.ofEpochMilli(millis), Long.parseLong(parts[1]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refusal(Refusal.Reason.MALFORMED, "bad-cursor", Map.of("value", cursor), field);
            }
        }
    }

    /** Everything, in every language. */
    public static Listing newest(int limit) {
        return new Listing(null, null, null, null, null, null, null, null, false, null, null, true, 0, limit);
    }

    /** What a front page or a feed of the language lists: news, without the pages that stand outside it. */
    public static Listing news(String lang, int limit) {
        return new Listing(lang, null, null, null, null, null, null, null, false, null, null, false, 0, limit);
    }

    /** What was put right in the language, pages too. */
    public static Listing corrections(String lang, int limit) {
        return new Listing(lang, null, null, null, null, null, null, null, true, null, null, true, 0, limit);
    }

    public Listing in(@Nullable String newLang) {
        return new Listing(
                newLang, kind, section, topic, author, since, from, to, corrected, after, before, withPages, skip,
                limit);
    }

    public Listing ofKind(@Nullable Kind newKind) {
        return new Listing(
                lang, newKind, section, topic, author, since, from, to, corrected, after, before, withPages, skip,
                limit);
    }

    public Listing inSection(@Nullable String newSection) {
        return new Listing(
                lang,
                kind,
                newSection,
                topic,
                author,
                since,
                from,
                to,
                corrected,
                after,
                before,
                withPages,
                skip,
                limit);
    }

    public Listing about(@Nullable String newTopic) {
        return new Listing(
                lang, kind, section, newTopic, author, since, from, to, corrected, after, before, withPages, skip,
                limit);
    }

    public Listing by(@Nullable String newAuthor) {
        return new Listing(
                lang, kind, section, topic, newAuthor, since, from, to, corrected, after, before, withPages, skip,
                limit);
    }

    public Listing changedSince(@Nullable Instant newSince) {
        return new Listing(
                lang, kind, section, topic, author, newSince, from, to, corrected, after, before, withPages, skip,
                limit);
    }

    public Listing between(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new Listing(
                lang, kind, section, topic, author, since, newFrom, newTo, corrected, after, before, withPages, skip,
                limit);
    }

    /** From this place on, towards what is older. */
    public Listing after(Optional<Place> place) {
        return new Listing(
                lang,
                kind,
                section,
                topic,
                author,
                since,
                from,
                to,
                corrected,
                place.orElse(null),
                null,
                withPages,
                skip,
                limit);
    }

    /** From this place back, towards what is newer. */
    public Listing before(Place place) {
        return new Listing(
                lang, kind, section, topic, author, since, from, to, corrected, null, place, withPages, skip, limit);
    }

    /** The page with this number, from 1. */
    public Listing page(int number) {
        return new Listing(
                lang,
                kind,
                section,
                topic,
                author,
                since,
                from,
                to,
                corrected,
                after,
                before,
                withPages,
                (number - 1) * limit,
                limit);
    }

    /** Where an edition stands in this list. */
    public Place placeOf(Edition edition) {
        return corrected ? new Place(edition.updated(), edition.id()) : Place.of(edition);
    }
}
