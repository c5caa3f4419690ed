package org.minbar;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minbar.identity.Caller;
import org.minbar.identity.Grant;
import org.minbar.identity.Permission;
import org.minbar.identity.Role;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Slug;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Story;
import org.minbar.topic.Section;
import org.minbar.topic.Topic;

/** Who works in the newsroom of the tests, at what hours, and what she writes. */
public final class Cast {

    public static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    public static final Language AR = LANGUAGES.get("ar");
    public static final Language FR = LANGUAGES.get("fr");
    public static final Language EN = LANGUAGES.get("en");

    public static final Instant MORNING = Instant.parse("2024-03-02T08:15:00Z");
    public static final Instant NOON = Instant.parse("2024-03-02T12:00:00Z");
    public static final Instant THREE_PM = Instant.parse("2024-03-02T15:00:00Z");
    public static final Instant EVENING = Instant.parse("2024-03-02T19:30:00Z");
    public static final Instant TOMORROW = Instant.parse("2024-03-03T09:00:00Z");

    /** Writes in Arabic. */
    public static final Caller AMINA = caller(11, "أمينة", new Grant(Role.WRITER, "ar"));

    /** Edits in every language. */
    public static final Caller LOTTE = caller(12, "Lotte", new Grant(Role.EDITOR, Grant.EVERY_LANGUAGE));

    /** Translates into French. */
    public static final Caller YOUSSEF = caller(13, "Youssef", new Grant(Role.TRANSLATOR, "fr"));

    /** Edits in French, and nowhere else. */
    public static final Caller CELINE = caller(14, "Céline", new Grant(Role.EDITOR, "fr"));

    /** Sends copy in from outside, and sees none that isn't public. */
    public static final Caller MARIAM = caller(15, "مريم", new Grant(Role.CORRESPONDENT, "ar"));

    public static final Caller ADMINISTRATOR =
            caller(1, "Administrator", new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE));

    /** Pulls what is public, with a token that may do nothing. */
    public static final Caller PARTNER_KIVU = new Caller(20, "Kivu Presse", Set.of(), Set.of());

    private Cast() {}

    private static Caller caller(long id, String name, Grant grant) {
        return new Caller(id, name, Set.of(grant), EnumSet.allOf(Permission.class));
    }

    public static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    public static Section culture() {
        return new Section("culture", 4, Map.of("ar", "ثقافة", "fr", "Culture", "en", "Culture"));
    }

    public static Section sports() {
        return new Section("sports", 5, Map.of("ar", "رياضة", "fr", "Sports", "en", "Sports"));
    }

    public static Topic essaouira() {
        return new Topic("essaouira", Map.of("ar", "الصويرة", "fr", "Essaouira", "en", "Essaouira"));
    }

    public static Topic cinema() {
        return new Topic("cinema", Map.of("ar", "سينما", "fr", "Cinéma", "en", "Cinema"));
    }

    /** Words that are ready for the public. */
    public static Copy copy(String lang) {
        return switch (lang) {
            case "ar" -> copy("مهرجان الصويرة يفتتح دورته الجديدة", lang);
            case "fr" -> copy("Le festival d’Essaouira ouvre sa nouvelle édition", lang);
            default -> copy("Essaouira festival opens its new edition", lang);
        };
    }

    public static Copy copy(String headline, String lang) {
        return switch (lang) {
            case "ar" ->
                Copy.of(
                        headline,
                        "آلاف الزوار في أزقة المدينة العتيقة.",
                        "<p>افتتحت مساء الخميس فعاليات المهرجان بحضور فنانين من ثلاث قارات.</p>",
                        null,
                        List.of(new Byline("أمينة الإدريسي", Byline.Role.WRITER)),
                        AR);
            case "fr" ->
                Copy.of(
                        headline,
                        "Des milliers de visiteurs dans les ruelles de la médina.",
                        "<p>Le festival s’est ouvert jeudi soir, en présence d’artistes de trois continents.</p>",
                        null,
                        List.of(
                                new Byline("أمينة الإدريسي", Byline.Role.WRITER),
                                new Byline("Youssef Alaoui", Byline.Role.TRANSLATION)),
                        FR);
            default ->
                Copy.of(
                        headline,
                        "Thousands of visitors in the lanes of the old town.",
                        "<p>The festival opened on Thursday evening with artists from three continents.</p>",
                        null,
                        List.of(new Byline("Amina Idrissi", Byline.Role.WRITER)),
                        EN);
        };
    }

    /** A headline and nothing else. */
    public static Copy headlineOnly(String headline) {
        return new Copy(headline, "", "", Optional.empty(), List.of());
    }

    public static Copy withBylines(Copy copy, List<Byline> bylines) {
        return new Copy(copy.headline(), copy.standfirst(), copy.body(), copy.slug(), bylines);
    }

    public static Copy withSlug(Copy copy, String slug) {
        return new Copy(copy.headline(), copy.standfirst(), copy.body(), Optional.of(new Slug(slug)), copy.bylines());
    }

    public static Story article() {
        return story(Kind.ARTICLE);
    }

    public static Story story(Kind kind) {
        return new Story(kind, culture(), List.of(essaouira()), at(MORNING));
    }

    /** A draft in this language with words that are ready, of a story that no database knows. */
    public static Edition written(String lang) {
        return written(article(), lang);
    }

    public static Edition written(Story story, String lang) {
        Edition edition = new Edition(story, LANGUAGES.get(lang), at(MORNING));
        edition.write(copy(lang), LANGUAGES.get(lang), LOTTE, at(MORNING));
        return edition;
    }
}
