package org.minbar.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minbar.Cast;
import org.minbar.language.HijriSightings;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Story;
import org.minbar.view.Assets;
import org.minbar.view.Cabinet;
import org.minbar.view.Messages;
import org.minbar.view.Press;
import org.minbar.view.SiteAddress;
import org.minbar.view.Themes;

class StructuredDataTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private final Messages messages = new Messages(Cabinet.folder(Path.of("i18n")), LANGUAGES);
    private final Themes themes = new Themes(Cabinet.folder(Path.of("themes")));
    private final Press press = new Press(
            LANGUAGES, themes, messages, new Assets(themes), "default", ZONE, at(NOON), HijriSightings.none());
    private final StructuredData structured = new StructuredData(
            new SiteAddress(URI.create("https://minbar.example")),
            LANGUAGES,
            messages,
            new Sharing(messages, press, ZONE, HijriSightings.none()),
            press,
            ZONE);

    private static Edition edition(String headline) {
        Copy copy = Copy.of(
                headline,
                "",
                "<p>نص</p>",
                null,
                List.of(
                        new Byline("أمينة الوزاني", Byline.Role.WRITER),
                        new Byline("Youssef Alaoui", Byline.Role.TRANSLATION),
                        new Byline("Salma B.", Byline.Role.PHOTO)),
                AR);
        Edition edition = new Edition(Cast.article(), AR, at(MORNING));
        edition.write(copy, AR, LOTTE, at(MORNING));
        edition.publish(LOTTE, at(NOON));
        return edition;
    }

    private JsonNode told(Edition edition) throws Exception {
        return new ObjectMapper()
                .readTree(structured
                        .of(edition, List.of(edition), AR, List.of(), Optional.empty(), Optional.empty())
                        .markup());
    }

    @Test
    void the_house_the_people_and_the_times_are_said() throws Exception {
        JsonNode told = told(edition("مهرجان الصويرة"));
        assertThat(told.path("@type").asText()).isEqualTo("NewsArticle");
        assertThat(told.path("inLanguage").asText()).isEqualTo("ar-MA");
        assertThat(told.path("author")).hasSize(1);
        assertThat(told.path("author").path(0).path("name").asText()).isEqualTo("أمينة الوزاني");
        assertThat(told.path("translator").path(0).path("name").asText()).isEqualTo("Youssef Alaoui");
        assertThat(told.path("contributor").path(0).path("name").asText()).isEqualTo("Salma B.");
        // Before the Ramadan of 2024 Casablanca kept an hour ahead of Greenwich.
        assertThat(told.path("datePublished").asText()).isEqualTo("2024-03-02T13:00:00+01:00");
        assertThat(told.path("publisher").path("correctionsPolicy").asText())
                .isEqualTo("https://minbar.example/ar/corrections");
        assertThat(told.has("correction")).isFalse();
    }

    @Test
    void the_house_shows_its_mark_and_a_story_without_a_picture_its_card() throws Exception {
        JsonNode told = told(edition("مهرجان الصويرة"));
        JsonNode publisher = told.path("publisher");
        assertThat(publisher.path("@type").asText()).isEqualTo("NewsMediaOrganization");
        assertThat(publisher.path("name").asText()).isEqualTo("منبر");
        assertThat(publisher.path("logo").path("url").asText())
                .matches("https://minbar\\.example/assets/default/[0-9a-f]+/img/mark\\.svg");
        JsonNode image = told.path("image");
        assertThat(image).hasSize(1);
        assertThat(image.path(0).path("url").asText())
                .matches("https://minbar\\.example/ar/[0-9]+/card-[0-9a-f]{12}\\.jpg");
        assertThat(image.path(0).path("width").asInt()).isEqualTo(1200);
        assertThat(image.path(0).path("height").asInt()).isEqualTo(630);
    }

    @Test
    void a_press_release_says_whose_word_it_is_and_where_it_comes_from() throws Exception {
        Story story = Cast.story(Kind.RELEASE);
        Edition edition = new Edition(story, AR, at(MORNING)).importedFrom("https://ministere.example/a/7");
        edition.write(Copy.of("بلاغ", "", "<p>نص</p>", null, List.of(), AR), AR, LOTTE, at(MORNING));
        JsonNode told = new ObjectMapper()
                .readTree(structured
                        .of(
                                edition,
                                List.of(edition),
                                AR,
                                List.of(),
                                Optional.of(
                                        new StructuredData.Issued("وزارة الثقافة", "الرباط، 2 مارس 2024", "الرباط")),
                                Optional.empty())
                        .markup());
        assertThat(told.path("sourceOrganization").path("name").asText()).isEqualTo("وزارة الثقافة");
        assertThat(told.path("dateline").asText()).isEqualTo("الرباط، 2 مارس 2024");
        assertThat(told.path("locationCreated").path("@type").asText()).isEqualTo("Place");
        assertThat(told.path("locationCreated").path("name").asText()).isEqualTo("الرباط");
        assertThat(told.path("isBasedOn").asText()).isEqualTo("https://ministere.example/a/7");
        assertThat(told.path("author").path(0).path("@type").asText()).isEqualTo("NewsMediaOrganization");
    }

    @Test
    void an_article_that_was_imported_is_based_on_nothing_but_itself() throws Exception {
        assertThat(told(edition("مهرجان").importedFrom("https://old.example/7")).has("isBasedOn"))
                .isFalse();
    }

    @Test
    void a_correction_is_told_with_its_time() throws Exception {
        Edition edition = edition("مهرجان الصويرة");
        edition.correct("كان يوم الخميس.", edition.copy(), AR, LOTTE, at(THREE_PM));
        JsonNode told = told(edition);
        assertThat(told.path("correction").path(0).path("text").asText()).isEqualTo("كان يوم الخميس.");
        assertThat(told.path("dateModified").asText()).isEqualTo("2024-03-02T16:00:00+01:00");
        assertThat(told.path("datePublished").asText()).isEqualTo("2024-03-02T13:00:00+01:00");
    }

    @Test
    void no_headline_ends_the_script_that_it_stands_in() throws Exception {
        String hostile = "</script><script>alert(1)</script>\u2028 & <!--";
        Edition edition = edition(hostile);
        String markup = structured
                .of(edition, List.of(edition), FR, List.of(), Optional.empty(), Optional.empty())
                .markup();
        assertThat(markup).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(told(edition).path("headline").asText()).isEqualTo(edition.headline());
    }

    @Test
    void a_live_story_tells_its_lines_each_as_a_posting_of_its_own() throws Exception {
        Edition edition = new Edition(Cast.story(Kind.LIVE), AR, at(MORNING));
        edition.write(
                Copy.of("تغطية", "", "", null, List.of(new Byline("أمينة الوزاني", Byline.Role.WRITER)), AR),
                AR,
                LOTTE,
                at(MORNING));
        edition.publish(LOTTE, at(NOON));
        String slow = "قال المنظمون إن عدد الزوار فاق كل التوقعات هذه السنة. "
                + "وأضافوا أن المدينة العتيقة امتلأت. ".repeat(5);
        Chronicle chronicle = new Chronicle(
                MORNING,
                Optional.of(THREE_PM),
                THREE_PM,
                List.of(
                        new Chronicle.Line(12, NOON, THREE_PM, slow.strip(), "صور من الساحة.", List.of()),
                        new Chronicle.Line(1, MORNING, MORNING, "انطلاق المهرجان", "", List.of())));
        JsonNode told = new ObjectMapper()
                .readTree(structured
                        .of(edition, List.of(edition), AR, List.of(), Optional.empty(), Optional.of(chronicle))
                        .markup());
        assertThat(told.path("@type").asText()).isEqualTo("LiveBlogPosting");
        assertThat(told.path("headline").asText()).isEqualTo("تغطية");
        assertThat(told.path("coverageStartTime").asText()).isEqualTo("2024-03-02T09:15:00+01:00");
        assertThat(told.path("coverageEndTime").asText()).isEqualTo("2024-03-02T16:00:00+01:00");
        assertThat(told.path("dateModified").asText()).isEqualTo("2024-03-02T16:00:00+01:00");
        JsonNode updates = told.path("liveBlogUpdate");
        assertThat(updates).hasSize(2);
        JsonNode newest = updates.path(0);
        String page = told.path("@id").asText();
        assertThat(newest.path("@type").asText()).isEqualTo("BlogPosting");
        assertThat(newest.path("@id").asText()).isEqualTo(page + "#e-12");
        assertThat(newest.path("url").asText()).isEqualTo(page + "?e=12#e-12");
        assertThat(newest.path("headline").asText()).isEqualTo("قال المنظمون إن عدد الزوار فاق كل التوقعات هذه السنة.");
        assertThat(newest.path("articleBody").asText()).isEqualTo(slow.strip() + "\nصور من الساحة.");
        assertThat(newest.path("inLanguage").asText()).isEqualTo("ar-MA");
        assertThat(newest.path("author").path(0).path("name").asText()).isEqualTo("أمينة الوزاني");
        assertThat(newest.path("datePublished").asText()).isEqualTo("2024-03-02T13:00:00+01:00");
        assertThat(newest.path("dateModified").asText()).isEqualTo("2024-03-02T16:00:00+01:00");
        assertThat(updates.path(1).path("headline").asText()).isEqualTo("انطلاق المهرجان");
    }

    @Test
    void coverage_that_goes_on_has_no_end() throws Exception {
        Edition edition = new Edition(Cast.story(Kind.LIVE), AR, at(MORNING));
        edition.write(Copy.of("تغطية", "", "", null, List.of(), AR), AR, LOTTE, at(MORNING));
        Chronicle begun = new Chronicle(MORNING, Optional.empty(), MORNING, List.of());
        JsonNode told = new ObjectMapper()
                .readTree(structured
                        .of(edition, List.of(edition), AR, List.of(), Optional.empty(), Optional.of(begun))
                        .markup());
        assertThat(told.has("coverageEndTime")).isFalse();
        assertThat(told.has("liveBlogUpdate")).isFalse();
        assertThat(told.path("coverageStartTime").asText()).isEqualTo("2024-03-02T09:15:00+01:00");
    }

    @Test
    void a_long_line_without_a_sentence_ends_with_a_whole_word_and_one_without_words_in_the_middle() {
        Chronicle.Line words = new Chronicle.Line(
                1, NOON, NOON, "Casablanca et Rabat ".repeat(8).strip(), "", List.of());
        assertThat(words.headline(FR)).hasSizeLessThanOrEqualTo(110).endsWith("Rabat…");
        Chronicle.Line one = new Chronicle.Line(1, NOON, NOON, "\uD835\uDD38".repeat(100), "", List.of());
        assertThat(one.headline(FR)).isEqualTo("\uD835\uDD38".repeat(55) + "…");
    }
}
