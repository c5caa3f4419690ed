package org.minbar.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.syndication.Newsroom.AR;
import static org.minbar.syndication.Newsroom.EN;
import static org.minbar.syndication.Newsroom.EVENING;
import static org.minbar.syndication.Newsroom.FR;
import static org.minbar.syndication.Newsroom.corrected;
import static org.minbar.syndication.Newsroom.feed;
import static org.minbar.syndication.Newsroom.festival;
import static org.minbar.syndication.Newsroom.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Language;

class JsonFeedTest {

    private final Format json = Formats.byExtension("json").orElseThrow();

    @Test
    void the_feed_names_its_version_its_addresses_and_its_direction() throws Exception {
        JsonNode feed = parsed(feed(AR, festival()));

        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isEqualTo("منبر – ثقافة");
        assertThat(feed.path("home_page_url").asText()).isEqualTo("https://minbar.example/ar/sections/culture");
        assertThat(feed.path("feed_url").asText()).isEqualTo("https://minbar.example/ar/sections/culture/feed.atom");
        assertThat(feed.path("language").asText()).isEqualTo("ar");
        assertThat(feed.at("/authors/0/name").asText()).isEqualTo("منبر");
        assertThat(feed.at("/_newsroom/dir").asText()).isEqualTo("rtl");
        assertThat(feed.has("next_url")).isFalse();
    }

    @Test
    void an_item_carries_direction_translations_and_corrections_in_the_newsroom_object() throws Exception {
        JsonNode item = parsed(feed(AR, corrected(festival(), "عدد الدول 15.", EVENING)))
                .at("/items/0");

        assertThat(item.path("id").asText()).isEqualTo("tag:minbar.example,2026:story/7/ar");
        assertThat(item.path("date_published").asText()).isEqualTo("2024-03-02T09:30:00Z");
        assertThat(item.path("date_modified").asText()).isEqualTo("2024-03-02T18:45:10Z");
        assertThat(item.path("summary").asText()).isEqualTo("عشرة أيام من العروض والورشات");
        assertThat(item.path("image").asText()).isEqualTo("https://minbar.example/media/12/wide");
        assertThat(item.at("/authors/1/name").asText()).isEqualTo("حسن جبار");
        assertThat(item.at("/tags/0").asText()).isEqualTo("ثقافة");
        assertThat(item.path("content_html").asText()).startsWith("<div dir=\"rtl\" lang=\"ar\">");
        assertThat(item.path("_newsroom"))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"dir\": \"rtl\", \"translations\": {\"en\":"
                                + " \"https://minbar.example/en/7/ouarzazate-festival\", \"fr\":"
                                + " \"https://minbar.example/fr/7/festival-de-ouarzazate\"},"
                                + " \"corrections\": [{\"at\": \"2024-03-02T18:45:10Z\", \"note\": \"عدد"
                                + " الدول 15.\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hostile_characters_break_nothing_in_any_language(Language language) throws Exception {
        JsonNode item = parsed(feed(language, hostile(language))).at("/items/0");
        String mark = language == AR ? "\u200F" : "";

        assertThat(item.path("title").asText()).isEqualTo(mark + "abc]]>d & e < f  g  h i 🎬 </div><title>");
        assertThat(item.at("/authors/0/name").asText()).isEqualTo("abc]]>d & e < f  g  h i 🎬 </div><title>");
        assertThat(item.path("language").asText()).isEqualTo(language.tag());
        assertThat(item.path("content_html").asText()).doesNotContain("\u0000", "\u001F", "\uFFFF");
    }

    static List<Language> languages() {
        return List.of(AR, FR, EN);
    }

    private JsonNode parsed(Feed feed) throws Exception {
        return new ObjectMapper().readTree(json.bytes(feed));
    }
}
