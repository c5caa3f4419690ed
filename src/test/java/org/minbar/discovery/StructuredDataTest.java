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
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.view.Cabinet;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;

class StructuredDataTest {

    private final StructuredData structured = new StructuredData(
            new SiteAddress(URI.create("https://minbar.example")),
            LANGUAGES,
            new Messages(Cabinet.folder(Path.of("i18n")), LANGUAGES),
            ZoneId.of("Africa/Casablanca"));

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
                        .of(edition, List.of(edition), AR, List.of(), Optional.empty())
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
                .of(edition, List.of(edition), FR, List.of(), Optional.empty())
                .markup();
        assertThat(markup).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(told(edition).path("headline").asText()).isEqualTo(edition.headline());
    }
}
