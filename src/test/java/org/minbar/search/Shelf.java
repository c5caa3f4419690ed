package org.minbar.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.minbar.language.Direction;
import org.minbar.language.Language;

/** The languages and editions that the tests of this room speak of. */
final class Shelf {

    static final Language AR = language("ar", Direction.RTL, "arabic");
    static final Language FR = language("fr", Direction.LTR, "french");
    static final Language EN = language("en", Direction.LTR, "english");
    static final List<Language> ALL = List.of(AR, FR, EN);
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Shelf() {}

    static Indexed edition(long id, Language language, String headline, String text) {
        return new Indexed(
                id,
                id + 1000,
                language.tag(),
                "article",
                "culture",
                List.of(),
                headline,
                "",
                text,
                List.of("Amina Berrada"),
                "/" + language + "/" + (id + 1000) + "/x",
                NOON,
                NOON,
                Instant.EPOCH,
                1);
    }

    static Indexed published(Indexed e, Instant at) {
        return new Indexed(
                e.editionId(),
                e.storyId(),
                e.lang(),
                e.kind(),
                e.section(),
                e.topics(),
                e.headline(),
                e.standfirst(),
                e.text(),
                e.bylines(),
                e.url(),
                at,
                at,
                e.visibleFrom(),
                e.version());
    }

    static Indexed embargoed(Indexed e, Instant until) {
        return new Indexed(
                e.editionId(),
                e.storyId(),
                e.lang(),
                e.kind(),
                e.section(),
                e.topics(),
                e.headline(),
                e.standfirst(),
                e.text(),
                e.bylines(),
                e.url(),
                e.published(),
                e.updated(),
                until,
                e.version());
    }

    static Indexed filed(Indexed e, String kind, String section, String... topics) {
        return new Indexed(
                e.editionId(),
                e.storyId(),
                e.lang(),
                kind,
                section,
                List.of(topics),
                e.headline(),
                e.standfirst(),
                e.text(),
                e.bylines(),
                e.url(),
                e.published(),
                e.updated(),
                e.visibleFrom(),
                e.version());
    }

    private static Language language(String tag, Direction direction, String analysis) {
        return new Language(
                tag, tag, direction, Locale.forLanguageTag(tag + "-MA"), "latn", List.of("gregorian"), tag, analysis);
    }
}
