package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.darkroom.Drawn;

/** A story's link, as a network, a messenger and a search engine meet it. */
class SharedLinksIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();

    private static long plain;
    private static long pictured;
    private static JsonNode picture;

    @BeforeAll
    static void one_story_with_a_picture_and_one_without() {
        plain = MINBAR.open(
                "article",
                "culture",
                words("ar", "مهرجان Timitar يعود إلى أكادير", "ثلاثة أيام", "<p>نص.</p>"),
                words("fr", "Timitar revient à Agadir", "Trois jours", "<p>Texte.</p>"),
                words("en", "Not out yet", "", "<p>Later.</p>"));
        MINBAR.publish(plain, "ar");
        MINBAR.publish(plain, "fr");
        picture = brought(Color.MAGENTA);
        pictured = withPicture(picture.get("id").asLong(), "صورة الميناء");
        MINBAR.publish(pictured, "ar");
    }

    /** @param mark the same picture is the same file */
    private static JsonNode brought(Color mark) {
        BufferedImage drawn = Drawn.photograph(1400, 900);
        for (int x = 0; x < 8; x++) drawn.setRGB(x, 0, mark.getRGB());
        Multipart form = new Multipart()
                .file("port.jpg", "image/jpeg", Drawn.file(drawn, "jpeg"))
                .field("alt.ar", "قوارب زرقاء")
                .field("credit.ar", "تصوير: سلمى");
        return MINBAR.as(MINBAR.token(), "POST", "/api/v1/media", form.whole(), "Content-Type", Multipart.TYPE)
                .expect(201)
                .json();
    }

    private static long withPicture(long file, String headline) {
        Map<String, Object> wish = Map.of(
                "kind",
                "article",
                "section",
                "culture",
                "picture",
                file,
                "editions",
                List.of(words("ar", headline, "", "<p>نص.</p>")));
        return MINBAR.lotte("POST", "/api/v1/stories", wish)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private static Document page(long story, String lang) {
        return MINBAR.get(path(MINBAR.get("/" + lang + "/" + story).expect(301).header("Location")))
                .expect(200)
                .page();
    }

    private static String path(String url) {
        return URI.create(url).getRawPath();
    }

    private static String meta(Document page, String property) {
        return page.select("meta[property=" + property + "], meta[name=" + property + "]")
                .attr("content");
    }

    private static String card(long story, String lang) {
        return path(meta(page(story, lang), "og:image"));
    }

    private static BufferedImage seen(Answer answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }

    @Test
    void a_shared_link_shows_a_card_with_its_size_and_words() throws IOException {
        Document page = page(plain, "ar");
        assertThat(meta(page, "og:image")).startsWith(MINBAR.base() + "/ar/" + plain + "/card-");
        assertThat(meta(page, "og:image:width")).isEqualTo("1200");
        assertThat(meta(page, "og:image:height")).isEqualTo("630");
        assertThat(meta(page, "og:image:alt")).contains("مهرجان Timitar يعود إلى أكادير");
        assertThat(meta(page, "twitter:card")).isEqualTo("summary_large_image");
        assertThat(meta(page, "og:locale")).isEqualTo("ar_MA");
        assertThat(page.select("meta[property=og:locale:alternate]").eachAttr("content"))
                .containsExactly("fr_MA");

        Answer card = MINBAR.get(card(plain, "ar")).expect(200);
        assertThat(card.header("Content-Type")).startsWith("image/jpeg");
        assertThat(card.header("Cache-Control")).contains("immutable");
        assertThat(card.bytes().length).isBetween(10_000, 300_000);
        BufferedImage seen = seen(card);
        assertThat(seen.getWidth()).isEqualTo(1200);
        assertThat(seen.getHeight()).isEqualTo(630);
    }

    @Test
    void the_card_is_known_again_and_can_be_asked_for_without_its_bytes() {
        String card = card(plain, "fr");
        Answer head = MINBAR.call("HEAD", card).expect(200);
        assertThat(head.bytes()).isEmpty();
        String tag = MINBAR.get(card).header("ETag");
        assertThat(tag).startsWith("\"").isEqualTo(head.header("ETag"));
        Answer again = MINBAR.get(card, "If-None-Match", tag).expect(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void a_new_headline_has_a_new_card_and_the_old_address_leads_there() {
        long story = MINBAR.open("article", "culture", words("fr", "Avant", "", "<p>Texte.</p>"));
        MINBAR.publish(story, "fr");
        String before = card(story, "fr");
        MINBAR.lotte(
                        "POST",
                        edition(story, "fr") + "/corrections",
                        Map.of("note", "Le titre était faux.", "headline", "Après"))
                .expect(201);
        String after = card(story, "fr");
        assertThat(after).isNotEqualTo(before);
        Answer moved = MINBAR.get(before).expect(302);
        assertThat(path(moved.header("Location"))).isEqualTo(after);
        assertThat(path(MINBAR.get("/fr/" + story + "/card.jpg").expect(302).header("Location")))
                .isEqualTo(after);
        MINBAR.get(after).expect(200);
        MINBAR.get("/fr/" + story + "/card-0123456789ab.jpg").expect(404);
        // No card has a stamp as short as this: to the house it is a slug that isn't the story's.
        MINBAR.get("/fr/" + story + "/card-0123.jpg").expect(301);
        MINBAR.get(before.replace("/fr/", "/ar/")).expect(404);
    }

    @Test
    void the_picture_of_a_story_lies_behind_its_words_as_long_as_it_may_be_passed_on() throws IOException {
        String before = card(pictured, "ar");
        Color sky = new Color(seen(MINBAR.get(before).expect(200)).getRGB(150, 60));
        Color paper = new Color(0xfb, 0xfa, 0xf6);
        assertThat(distance(sky, paper)).isGreaterThan(60);
        assertThat(meta(page(pictured, "ar"), "og:image:alt")).contains("قوارب زرقاء");
        long file = picture.get("id").asLong();
        MINBAR.lotte("PUT", "/api/v1/media/" + file + "/rights", Map.of("partners", false))
                .expect(200);
        String after = card(pictured, "ar");
        assertThat(after).isNotEqualTo(before);
        assertThat(path(MINBAR.get(before).expect(302).header("Location"))).isEqualTo(after);
        assertThat(distance(new Color(seen(MINBAR.get(after).expect(200)).getRGB(150, 40)), paper))
                .isLessThan(20);
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    @Test
    void what_the_public_may_not_see_has_no_card() {
        MINBAR.get("/en/" + plain + "/card.jpg").expect(404);
        MINBAR.get("/fr/999999999/card.jpg").expect(404);
        MINBAR.get("/xx/" + plain + "/card.jpg").expect(404);

        long gone = MINBAR.open("article", "culture", words("fr", "Retiré", "", "<p>Texte.</p>"));
        MINBAR.publish(gone, "fr");
        String card = card(gone, "fr");
        MINBAR.get(card).expect(200);
        MINBAR.withdraw(gone, "fr", "Faux.");
        MINBAR.get(card).expect(404);
        MINBAR.call("HEAD", card).expect(404);
        MINBAR.get("/fr/" + gone + "/card.jpg").expect(404);

        Map<String, Object> wish = new HashMap<>(Map.of(
                "kind",
                "article",
                "section",
                "culture",
                "editions",
                List.of(words("fr", "Demain", "", "<p>Oui.</p>"))));
        wish.put("embargo", Clock.systemUTC().instant().plus(Duration.ofDays(2)).toString());
        long embargoed = MINBAR.lotte("POST", "/api/v1/stories", wish)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        MINBAR.get("/fr/" + embargoed + "/card.jpg").expect(404);
    }

    @Test
    void machines_are_told_the_story_field_by_field() throws IOException {
        Document page = page(plain, "fr");
        JsonNode told = new ObjectMapper()
                .readTree(page.expectFirst("script[type=application/ld+json]").data());
        String canonical = page.select("link[rel=canonical]").attr("href");
        assertThat(told.path("@context").asText()).isEqualTo("https://schema.org");
        assertThat(told.path("@type").asText()).isEqualTo("NewsArticle");
        assertThat(told.path("@id").asText()).isEqualTo(canonical);
        assertThat(told.path("mainEntityOfPage").asText()).isEqualTo(canonical);
        assertThat(told.path("headline").asText()).isEqualTo("Timitar revient à Agadir");
        assertThat(told.path("inLanguage").asText()).isEqualTo("fr-MA");
        assertThat(told.path("datePublished").asText()).matches("[0-9T:-]{19}(Z|[+-][0-9]{2}:[0-9]{2})");
        assertThat(told.path("articleSection").asText()).isEqualTo("Culture");
        assertThat(told.path("isAccessibleForFree").asBoolean()).isTrue();
        assertThat(told.path("image").path(0).path("url").asText()).isEqualTo(meta(page, "og:image"));
        JsonNode publisher = told.path("publisher");
        assertThat(publisher.path("@type").asText()).isEqualTo("NewsMediaOrganization");
        for (String address : List.of(
                publisher.path("logo").path("url").asText(),
                publisher.path("correctionsPolicy").asText(),
                publisher.path("url").asText())) {
            MINBAR.get(address).expect(200);
        }
    }

    @Test
    void a_story_with_a_picture_offers_it_to_search_engines_in_three_shapes() throws IOException {
        JsonNode file = brought(Color.ORANGE);
        long story = withPicture(file.get("id").asLong(), "قوارب");
        MINBAR.publish(story, "ar");
        JsonNode images = new ObjectMapper()
                .readTree(page(story, "ar")
                        .expectFirst("script[type=application/ld+json]")
                        .data())
                .path("image");
        assertThat(images).hasSize(3);
        for (JsonNode image : images) {
            assertThat(image.path("url").asText()).contains("/media/");
            MINBAR.get(image.path("url").asText()).expect(200);
        }
    }

    @Test
    void sitemaps_name_the_same_languages_as_the_page_and_each_names_them_all() {
        Map<String, Map<String, String>> listed = new TreeMap<>();
        for (Element sitemap : xml("/sitemap.xml").select("sitemap > loc")) {
            for (Element url : xml(sitemap.text()).select("url")) {
                Map<String, String> alternates = new TreeMap<>();
                url.getElementsByTag("xhtml:link")
                        .forEach(link -> alternates.put(link.attr("hreflang"), link.attr("href")));
                listed.put(url.expectFirst("loc").text(), alternates);
            }
        }
        for (String lang : List.of("ar", "fr")) {
            Document page = page(plain, lang);
            Map<String, String> said = new TreeMap<>();
            page.select("link[rel=alternate][hreflang]")
                    .forEach(link -> said.put(link.attr("hreflang"), link.attr("href")));
            assertThat(said.keySet()).containsExactly("ar", "fr", "x-default");
            assertThat(listed.get(page.select("link[rel=canonical]").attr("href")))
                    .isEqualTo(said);
        }
        listed.forEach((loc, alternates) -> alternates.values().forEach(other -> assertThat(listed.get(other))
                .as("%s names %s and is named by it", loc, other)
                .isEqualTo(alternates)));
        assertThat(listed.get(page(pictured, "ar").select("link[rel=canonical]").attr("href")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void each_language_has_its_news_of_two_days(String lang) {
        long standing = MINBAR.open("page", "culture", words(lang, "Qui sommes-nous " + lang, "", "<p>Nous.</p>"));
        MINBAR.publish(standing, lang);
        Document news = xml("/news-sitemap-" + lang + ".xml");
        assertThat(news.getElementsByTag("news:language").eachText()).allMatch(lang::equals);
        assertThat(news.getElementsByTag("news:title").eachText())
                .doesNotContain("Qui sommes-nous " + lang)
                .hasSizeLessThanOrEqualTo(1000);
        if (!lang.equals("en")) {
            String loc = page(plain, lang).select("link[rel=canonical]").attr("href");
            assertThat(news.select("loc").eachText()).contains(loc);
            assertThat(xml("/news-sitemap.xml").select("loc").eachText()).contains(loc);
        }
    }

    private static Document xml(String address) {
        return Jsoup.parse(MINBAR.get(address).expect(200).text(), "", Parser.xmlParser());
    }
}
