package org.minbar.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Shape;
import org.minbar.language.Isolation;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Shown;
import org.minbar.story.Byline;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.text.PlainText;
import org.minbar.ticker.Flash;
import org.minbar.topic.Topic;
import org.minbar.view.Html;
import org.minbar.view.Messages;
import org.minbar.view.Press;
import org.minbar.view.SiteAddress;

/**
 * What a story's page tells machines about the story: schema.org's {@code NewsArticle} as JSON-LD 1.1, with the fields
 * that search engines ask for (schema.org/NewsArticle; Google Search Central, “Article structured data”); a live story is a
 * {@code LiveBlogPosting}.
 */
@ApplicationScoped
public class StructuredData {

    /**
     * Within an HTML script element: nothing may look like a tag, and no line may end where JavaScript ends one. In the
     * order of the names, which every node keeps: a page is the same bytes, with the same ETag, wherever it was made.
     */
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer()
            .with(new WithinHtml());

    private static final int IMAGE = 1280;

    @Inject
    private SiteAddress site;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Sharing sharing;

    @Inject
    private Press press;

    @Inject
    private ZoneId zone;

    protected StructuredData() {}

    StructuredData(
            SiteAddress site, Languages languages, Messages messages, Sharing sharing, Press press, ZoneId zone) {
        this.site = site;
        this.languages = languages;
        this.messages = messages;
        this.sharing = sharing;
        this.press = press;
        this.zone = zone;
    }

    /**
     * Where a press release comes from.
     *
     * @param issuer the organisation; may be empty
     * @param dateline “Rabat, 21 November 2026”; may be empty
     * @param place where it was written; may be empty
     */
    public record Issued(String issuer, String dateline, String place) {}

    /**
     * @param public_ every edition of the story that readers may see, this one too
     * @param pictures what it shows, the one that it is known by first
     * @param issued what stands beside the words of a press release
     * @param chronicle what a live story has told
     */
    public Html of(
            Edition edition,
            List<Edition> public_,
            Language language,
            List<Shown> pictures,
            Optional<Issued> issued,
            Optional<Chronicle> chronicle) {
        Map<String, Object> story = new LinkedHashMap<>();
        story.put("@context", "https://schema.org");
        story.put("@type", type(edition));
        story.put("@id", address(edition));
        story.put("mainEntityOfPage", address(edition));
        story.put("headline", Isolation.stripControls(edition.headline()));
        if (!edition.standfirst().isBlank()) story.put("description", Isolation.stripControls(edition.standfirst()));
        story.put("inLanguage", language.locale().stripExtensions().toLanguageTag());
        story.put("datePublished", time(edition.published().orElse(edition.created())));
        story.put("dateModified", time(edition.updated()));
        Map<String, Object> publisher = publisher(language);
        List<Map<String, Object>> authors =
                people(edition, language, Set.of(Byline.Role.WRITER, Byline.Role.REPORTING));
        story.put("author", authors.isEmpty() ? List.of(publisher) : authors);
        chronicle.ifPresent(told -> live(story, told, edition, language));
        some(story, "contributor", people(edition, language, Set.of(Byline.Role.PHOTO)));
        some(story, "translator", people(edition, language, Set.of(Byline.Role.TRANSLATION)));
        story.put("publisher", publisher);
        // A photograph says more than a drawn headline; the card stands in where there is none.
        some(story, "image", pictures.isEmpty() ? card(edition, language) : images(pictures));
        issued.map(Issued::issuer)
                .filter(issuer -> !issuer.isBlank())
                .ifPresent(issuer -> story.put(
                        "sourceOrganization",
                        Map.of("@type", "Organization", "name", Isolation.stripControls(issuer))));
        issued.map(Issued::dateline)
                .filter(dateline -> !dateline.isBlank())
                .ifPresent(dateline -> story.put("dateline", Isolation.stripControls(dateline)));
        issued.map(Issued::place)
                .filter(place -> !place.isBlank())
                .ifPresent(place ->
                        story.put("locationCreated", Map.of("@type", "Place", "name", Isolation.stripControls(place))));
        based(edition).ifPresent(address -> story.put("isBasedOn", address));
        story.put("articleSection", edition.story().section().name(language));
        List<Topic> topics = edition.story().topics();
        some(
                story,
                "keywords",
                topics.stream().map(topic -> topic.name(language)).toList());
        some(
                story,
                "about",
                topics.stream()
                        .filter(topic -> !topic.isOrganisation())
                        .map(topic -> entry(topic, language))
                        .toList());
        some(
                story,
                "mentions",
                topics.stream()
                        .filter(Topic::isOrganisation)
                        .map(topic -> entry(topic, language))
                        .toList());
        story.put("isAccessibleForFree", true);
        some(
                story,
                "correction",
                edition.corrections().stream()
                        .map(correction -> Map.<String, Object>of(
                                "@type", "CorrectionComment",
                                "text", Isolation.stripControls(correction.note()),
                                "datePublished", time(correction.at())))
                        .toList());
        Optional<Edition> source = edition.source()
                .flatMap(
                        id -> public_.stream().filter(other -> other.id() == id).findFirst());
        source.ifPresent(other -> story.put("translationOfWork", work(other)));
        some(
                story,
                "workTranslation",
                public_.stream()
                        .filter(other ->
                                other.source().filter(id -> id == edition.id()).isPresent())
                        .map(this::work)
                        .toList());
        return written(story);
    }

    /** schema.org's {@code LiveBlogPosting}: each line is a posting of its own. */
    private void live(Map<String, Object> story, Chronicle told, Edition edition, Language language) {
        story.put("dateModified", time(told.updated()));
        story.put("coverageStartTime", time(told.began()));
        told.ended().ifPresent(ended -> story.put("coverageEndTime", time(ended)));
        some(
                story,
                "liveBlogUpdate",
                told.lines().stream()
                        .map(line -> update(line, story, edition, language))
                        .toList());
    }

    private Map<String, Object> update(
            Chronicle.Line line, Map<String, Object> story, Edition edition, Language language) {
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("@type", "BlogPosting");
        update.put("@id", address(edition) + "#" + Flash.anchor(line.number()));
        update.put(
                "url", site.of(Flash.permalink(edition.path(), line.number())).toString());
        update.put("headline", Isolation.stripControls(line.headline(language)));
        update.put(
                "articleBody",
                Isolation.stripControls(line.body().isEmpty() ? line.text() : line.text() + "\n" + line.body()));
        update.put("inLanguage", Objects.requireNonNull(story.get("inLanguage")));
        update.put("datePublished", time(line.at()));
        update.put("dateModified", time(line.updated()));
        update.put("author", Objects.requireNonNull(story.get("author")));
        some(
                update,
                "image",
                line.pictures().stream()
                        .map(picture -> image(picture, Shape.WHOLE))
                        .toList());
        return update;
    }

    /**
     * A list of stories.
     *
     * @param type schema.org's for what it is a list of: {@code Person}, {@code Place}, {@code Thing}; empty for a list
     *     that is of nothing in particular
     * @param url its absolute address
     */
    public Html list(String type, String name, String url, Language language, List<Edition> shown) {
        Map<String, Object> list = new LinkedHashMap<>();
        boolean person = type.equals("Person");
        list.put("@context", "https://schema.org");
        list.put("@type", person ? "ProfilePage" : "CollectionPage");
        list.put("@id", url);
        list.put("name", Isolation.stripControls(name));
        list.put("inLanguage", language.locale().stripExtensions().toLanguageTag());
        if (!type.isEmpty()) {
            list.put(
                    person ? "mainEntity" : "about",
                    Map.of("@type", type, "name", Isolation.stripControls(name), "url", url));
        }
        some(list, "hasPart", shown.stream().map(this::work).toList());
        list.put("publisher", publisher(language));
        return written(list);
    }

    private static Html written(Map<String, Object> data) {
        try {
            return new Html(WRITER.writeValueAsString(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first picture in the three shapes that search engines ask for, then the others as they are. */
    private List<Map<String, Object>> images(List<Shown> pictures) {
        List<Map<String, Object>> images = new ArrayList<>();
        for (Shown picture : pictures) {
            List<Shape> shapes =
                    images.isEmpty() ? List.of(Shape.WIDE, Shape.CLASSIC, Shape.SQUARE) : List.of(Shape.WHOLE);
            for (Shape shape : shapes) images.add(image(picture, shape));
        }
        return images;
    }

    private List<Map<String, Object>> card(Edition edition, Language language) {
        return sharing.card(edition, language, Optional.empty()).stream()
                .map(card -> Map.<String, Object>of(
                        "@type",
                        "ImageObject",
                        "url",
                        site.of(card.path()).toString(),
                        "width",
                        Card.WIDTH,
                        "height",
                        Card.HEIGHT))
                .toList();
    }

    private Map<String, Object> image(Shown picture, Shape shape) {
        Dimensions size = picture.size(shape, IMAGE);
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("@type", "ImageObject");
        image.put("url", site.of(picture.path(shape, IMAGE)).toString());
        image.put("width", size.width());
        image.put("height", size.height());
        String caption = Isolation.stripControls(PlainText.words(picture.caption()));
        if (!caption.isBlank()) image.put("caption", caption);
        if (!picture.credit().isBlank()) image.put("creditText", Isolation.stripControls(picture.credit()));
        return image;
    }

    private static String type(Edition edition) {
        return switch (edition.story().kind()) {
            case PAGE -> "WebPage";
            case LIVE -> "LiveBlogPosting";
            default -> "NewsArticle";
        };
    }

    private Map<String, Object> publisher(Language language) {
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@type", "NewsMediaOrganization");
        publisher.put("name", messages.say(language, "site.name"));
        publisher.put("url", site.of(Urls.front(language)).toString());
        publisher.put(
                "logo",
                Map.of(
                        "@type",
                        "ImageObject",
                        "url",
                        site.of(press.address("img/mark.svg")).toString()));
        publisher.put(
                "correctionsPolicy",
                site.of(Urls.front(language) + "corrections").toString());
        return publisher;
    }

    private List<Map<String, Object>> people(Edition edition, Language language, Set<Byline.Role> roles) {
        return edition.bylines().stream()
                .filter(byline -> roles.contains(byline.role()))
                .map(byline -> person(byline, language))
                .toList();
    }

    private Map<String, Object> person(Byline byline, Language language) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("@type", "Person");
        person.put("name", Isolation.stripControls(byline.name()));
        person.put("url", site.base() + Urls.author(language, byline));
        return person;
    }

    /** An entry of the lexicon. */
    private Map<String, Object> entry(Topic topic, Language language) {
        return Map.of(
                "@type",
                topic.isPlace() ? "Place" : topic.isOrganisation() ? "Organization" : "Thing",
                "name",
                topic.name(language),
                "url",
                site.base() + Urls.of(topic, language));
    }

    /** Where somebody else said it first: of a press release or a review of the press. */
    private static Optional<String> based(Edition edition) {
        Kind kind = edition.story().kind();
        return edition.sourceUrl()
                .filter(address -> kind == Kind.RELEASE || kind == Kind.REVIEW)
                .filter(address -> address.startsWith("https://") || address.startsWith("http://"));
    }

    private Map<String, Object> work(Edition edition) {
        Language language = languages.get(edition.lang());
        return Map.of(
                "@type", type(edition),
                "@id", address(edition),
                "inLanguage", language.locale().stripExtensions().toLanguageTag());
    }

    private String address(Edition edition) {
        return site.of(edition.path()).toString();
    }

    /** With the newsroom's offset, as readers saw it on the clock. */
    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static void some(Map<String, Object> story, String name, List<?> values) {
        if (!values.isEmpty()) story.put(name, values);
    }

    private static final class WithinHtml extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char letter : new char[] {'<', '>', '&'}) codes[letter] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int letter) {
            return letter == '\u2028' || letter == '\u2029'
                    ? new SerializedString(String.format("\\u%04x", letter))
                    : null;
        }
    }
}
