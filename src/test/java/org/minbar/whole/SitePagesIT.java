package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.encoded;
import static org.minbar.whole.RunningMinbar.words;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public page in every language, as a browser and a search engine meet it. */
class SitePagesIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final List<String> LANGUAGES = List.of("ar", "fr", "en");
    private static final String YEAR = day("yyyy");

    /** In all three languages, with a correction; then one in Arabic and French only; then one that was withdrawn. */
    private static final Map<String, String> THREE = new TreeMap<>();

    private static final Map<String, String> TWO = new TreeMap<>();
    private static final Map<String, String> GONE = new TreeMap<>();
    private static final long THREE_ID;
    private static final long TWO_ID;

    static {
        THREE_ID = MINBAR.open(
                "article",
                "culture",
                signed(words("ar", "مهرجان Timitar في أكادير", "ثلاثة أيام", "<p>انطلق مهرجان Timitar مساء أمس.</p>")),
                signed(words("fr", "Timitar à Agadir", "Trois jours", "<p>Le festival a commencé hier.</p>")),
                signed(words("en", "Timitar in Agadir", "Three days", "<p>The festival began yesterday.</p>")));
        for (String lang : LANGUAGES) {
            THREE.put(lang, path(MINBAR.publish(THREE_ID, lang).get("url").asText()));
            MINBAR.lotte(
                            "POST",
                            RunningMinbar.edition(THREE_ID, lang) + "/corrections",
                            Map.of("note", lang.equals("ar") ? "صُحح اسم المدينة." : "Agadir, Agadir."))
                    .expect(201);
        }
        TWO_ID = MINBAR.open(
                "release",
                "culture",
                words("ar", "بلاغ صحفي", "", "<p>بلاغ.</p>"),
                words("fr", "Communiqué", "", "<p>Communiqué.</p>"),
                words("en", "Not out yet", "", "<p>Later.</p>"));
        for (String lang : List.of("ar", "fr")) {
            TWO.put(lang, path(MINBAR.publish(TWO_ID, lang).get("url").asText()));
        }
        long gone = MINBAR.open(
                "brief",
                "culture",
                words("ar", "خبر سُحب", "", ""),
                words("fr", "Retiré", "", ""),
                words("en", "Gone", "", ""));
        for (String lang : LANGUAGES) {
            GONE.put(lang, path(MINBAR.publish(gone, lang).get("url").asText()));
            MINBAR.withdraw(gone, lang, lang.equals("ar") ? "كان خاطئا." : "Faux, false.");
        }
        MINBAR.settle();
    }

    private static Map<String, Object> signed(Map<String, Object> words) {
        Map<String, Object> signed = new HashMap<>(words);
        signed.put("bylines", List.of("Salma Timitar", "أمينة تيميتار"));
        return signed;
    }

    private static String path(String url) {
        return URI.create(url).getRawPath();
    }

    private static String day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(ZonedDateTime.now(Clock.system(ZoneId.of("Africa/Casablanca"))));
    }

    /** Kind, language, address, status. */
    static Stream<Arguments> pages() {
        return LANGUAGES.stream()
                .flatMap(lang -> Stream.of(
                        Arguments.of("front", lang, "/" + lang + "/", 200),
                        Arguments.of("story", lang, THREE.get(lang), 200),
                        Arguments.of("section", lang, "/" + lang + "/sections/culture", 200),
                        Arguments.of("topic", lang, "/" + lang + "/topics/festival", 200),
                        Arguments.of("place", lang, "/" + lang + "/places/ouarzazate", 200),
                        Arguments.of("author", lang, "/" + lang + "/authors/salma-timitar", 200),
                        Arguments.of("archive", lang, "/" + lang + "/archive/" + YEAR, 200),
                        Arguments.of("month", lang, "/" + lang + "/archive/" + day("yyyy/MM"), 200),
                        Arguments.of("day", lang, "/" + lang + "/archive/" + day("yyyy/MM/dd"), 200),
                        Arguments.of("releases", lang, "/" + lang + "/releases", 200),
                        Arguments.of("corrections", lang, "/" + lang + "/corrections", 200),
                        Arguments.of("live", lang, "/" + lang + "/live", 200),
                        Arguments.of("search", lang, "/" + lang + "/search", 200),
                        Arguments.of("found", lang, "/" + lang + "/search?q=Timitar", 200),
                        Arguments.of("nothing found", lang, "/" + lang + "/search?q=zzzzqqq", 200),
                        Arguments.of("not found", lang, "/" + lang + "/nowhere", 404),
                        Arguments.of("gone", lang, GONE.get(lang), 410)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void every_page_is_whole_and_asks_nobody_else(String kind, String lang, String path, int status) {
        Answer answer = MINBAR.get(path).expect(status);
        assertThat(answer.header("Content-Type").toLowerCase(Locale.ROOT)).isEqualTo("text/html;charset=utf-8");
        Document page = answer.page();
        Element html = page.selectFirst("html");
        assertThat(html.attr("lang")).isEqualTo(lang);
        assertThat(html.attr("dir")).isEqualTo(lang.equals("ar") ? "rtl" : "ltr");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).as("one headline above all").hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("style, [style], iframe, object, embed"))
                .as("nothing inline")
                .isEmpty();
        assertThat(page.select("script:not([src]):not([type=application/ld+json])"))
                .as("no inline script")
                .isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .as("no handlers")
                .isEmpty();
        for (Element fetches :
                page.select("script[src], img[src], link[rel=stylesheet], link[rel=icon], source, video, audio")) {
            List<String> addresses = new ArrayList<>();
            for (String attribute : List.of("src", "href", "poster")) {
                if (fetches.hasAttr(attribute)) addresses.add(fetches.attr(attribute));
            }
            for (String candidate : fetches.attr("srcset").split(", ")) {
                if (!candidate.isEmpty()) addresses.add(candidate);
            }
            assertThat(addresses)
                    .as("asked of ourselves")
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/") && !address.startsWith("//"));
        }
        assertThat(answer.text()).doesNotContain("??", "{{", "{%");
        assertThat(page.select("a[href='']")).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void languages_point_at_each_other_and_only_where_there_is_something(
            String kind, String lang, String path, int status) {
        if (status != 200) return;
        Document page = MINBAR.get(path).page();
        String canonical = page.select("link[rel=canonical]").attr("href");
        assertThat(canonical).startsWith(MINBAR.base() + "/" + lang + "/");
        MINBAR.get(canonical).expect(200);
        Map<String, String> alternates = alternates(page);
        assertThat(alternates.keySet()).containsExactlyInAnyOrder("ar", "fr", "en", "x-default");
        assertThat(alternates.get(lang)).isEqualTo(canonical);
        for (String other : LANGUAGES) {
            Document there = MINBAR.get(alternates.get(other)).expect(200).page();
            assertThat(alternates(there)).isEqualTo(alternates);
        }
    }

    private static Map<String, String> alternates(Document page) {
        Map<String, String> alternates = new TreeMap<>();
        page.select("link[rel=alternate][hreflang]")
                .forEach(link -> alternates.put(link.attr("hreflang"), link.attr("href")));
        return alternates;
    }

    @Test
    void a_language_that_is_not_out_is_not_pointed_at() {
        Document arabic = MINBAR.get(TWO.get("ar")).expect(200).page();
        assertThat(alternates(arabic).keySet()).containsExactlyInAnyOrder("ar", "fr", "x-default");
        assertThat(arabic.select("a[hreflang=en]")).isEmpty();
        assertThat(arabic.select("a[hreflang=fr]").attr("href")).isEqualTo(TWO.get("fr"));
        MINBAR.get("/en/" + TWO_ID).expect(404);
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void the_feeds_that_pages_announce_are_there(String lang) {
        Set<String> feeds = new LinkedHashSet<>();
        for (String path : List.of(
                "",
                "sections/culture",
                "topics/festival",
                "places/ouarzazate",
                "authors/salma-timitar",
                "archive/" + day("yyyy/MM"),
                "releases",
                "corrections")) {
            MINBAR.get("/" + lang + "/" + path)
                    .expect(200)
                    .page()
                    .select("link[rel=alternate][type]")
                    .forEach(link -> feeds.add(link.attr("href")));
        }
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(24);
        for (String feed : feeds) {
            Answer answer = MINBAR.get(feed).expect(200);
            assertThat(answer.header("Content-Type")).matches("application/(rss\\+xml|atom\\+xml|feed\\+json);.*");
            assertThat(answer.text()).contains(MINBAR.base() + "/" + lang + "/");
        }
    }

    @ParameterizedTest
    @CsvSource({"ar", "fr", "en"})
    void every_link_of_the_front_page_and_of_a_story_leads_somewhere(String lang) {
        Set<String> links = new LinkedHashSet<>();
        for (String path : List.of("/" + lang + "/", THREE.get(lang))) {
            MINBAR.get(path).page().select("a[href^=/], link[href^=/]").forEach(link -> links.add(link.attr("href")));
        }
        assertThat(links).hasSizeGreaterThan(30);
        List<String> dead = new ArrayList<>();
        for (String link : links) {
            int status = MINBAR.call("HEAD", link).status();
            if (status >= 400) dead.add(status + " " + link);
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void the_number_decides_and_a_wrong_slug_is_sent_on() {
        String right = THREE.get("ar");
        for (String wrong : List.of(
                "/ar/" + THREE_ID, "/ar/" + THREE_ID + "/wrong", "/ar/" + THREE_ID + "/" + encoded("عنوان آخر"))) {
            Answer moved = MINBAR.get(wrong).expect(301);
            assertThat(path(moved.header("Location"))).isEqualTo(right);
        }
        MINBAR.get("/ar").expect(301);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/ar/sections/CULTURE, /ar/sections/culture",
        "/ar/sections/culture/, /ar/sections/culture",
        "/fr/topics/ouarzazate, /fr/places/ouarzazate",
        "/fr/places/festival?page=1, /fr/topics/festival?page=1",
        "/ar/authors/%D8%A7%D9%94%D9%85%D9%8A%D9%86%D8%A9-%D8%AA%D9%8A%D9%85%D9%8A%D8%AA%D8%A7%D8%B1,"
                + " /ar/authors/%D8%A3%D9%85%D9%8A%D9%86%D8%A9-%D8%AA%D9%8A%D9%85%D9%8A%D8%AA%D8%A7%D8%B1",
        "/ar/authors/Salma-TIMITAR, /ar/authors/salma-timitar",
    })
    void another_spelling_of_an_address_is_sent_to_the_one_that_stands(String asked, String right) {
        Answer moved = MINBAR.get(asked).expect(301);
        assertThat(moved.header("Location")).endsWith(right);
        MINBAR.get(right).expect(200);
    }

    @Test
    void letters_may_be_encoded_as_they_like() {
        MINBAR.get("/ar/authors/%d8%a3%d9%85%d9%8a%d9%86%d8%a9-%D8%AA%D9%8A%D9%85%D9%8A%D8%AA%D8%A7%D8%B1")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ar/sections/nowhere",
                "/ar/topics/nothing",
                "/ar/places/nowhere",
                "/ar/authors/nobody",
                "/ar/authors/%00",
                "/ar/topics/a%00b",
                "/ar/sections/%00/feed.rss",
                "/ar/authors/%C3%28",
                "/ar/archive/2026/13",
                "/ar/archive/2026/02/30",
                "/ar/archive/0000",
                "/ar/archive/1789",
                "/ar/archive/1789/07/14",
                "/ar/archive/9999/12/31",
                "/ar/archive/9999/12/31/feed.atom",
                "/ar/places/festival/feed.atom",
                "/ar/sections/culture?page=4999",
                "/ar/sections/culture?before=MC4x",
            })
    void what_is_not_there_is_said_to_be_not_there(String path) {
        assertThat(MINBAR.get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=x", "before=x", "after=%00", "before=OTk5OTk5OTk5OTk5OTk5OTk5OS4x"})
    void a_page_that_nobody_can_name_is_refused(String query) {
        for (String list : List.of("/fr/sections/culture", "/fr/corrections", "/fr/archive/" + YEAR)) {
            MINBAR.get(list + "?" + query).expect(400);
        }
    }

    @Test
    void a_list_is_leafed_through_to_its_end_and_back_and_misses_nothing() {
        String list = "/fr/archive/" + YEAR;
        List<String> on = new ArrayList<>();
        String path = list;
        String last = list;
        while (!path.isEmpty()) {
            Document page = MINBAR.get(path).expect(200).page();
            on.addAll(page.select(".list .headline a").eachAttr("href"));
            last = path;
            path = page.select("nav.paging a[rel=next]").attr("href");
            assertThat(page.select("head link[rel=next]").attr("href")).isEqualTo(path);
        }
        assertThat(on).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        Document end = MINBAR.get(last).page();
        assertThat(end.select("link[rel=canonical]").attr("href")).isEqualTo(MINBAR.base() + last);
        assertThat(alternates(end)).isEmpty();
        List<String> back = new ArrayList<>();
        Set<String> walked = new LinkedHashSet<>();
        for (String newer = last; !newer.isEmpty() && walked.add(newer); ) {
            Answer answer = MINBAR.get(newer);
            if (answer.status() == 307) {
                assertThat(path(answer.header("Location"))).isEqualTo(list);
                newer = list;
                answer = MINBAR.get(newer).expect(200);
            }
            Document page = answer.page();
            back.addAll(0, page.select(".list .headline a").eachAttr("href"));
            newer = page.select("nav.paging a[rel=prev]").attr("href");
        }
        assertThat(new LinkedHashSet<>(back)).containsExactlyElementsOf(on);
        assertThat(MINBAR.get(list + "?page=2")
                        .expect(200)
                        .page()
                        .select(".list .headline a")
                        .eachAttr("href"))
                .containsExactlyElementsOf(on.subList(20, Math.min(40, on.size())));
    }

    @Test
    void the_calendar_leads_to_days_with_stories_and_to_no_others() {
        Document month = MINBAR.get("/ar/archive/" + day("yyyy/MM")).expect(200).page();
        List<String> days = month.select(".calendar td a").eachAttr("href");
        assertThat(days).contains("/ar/archive/" + day("yyyy/MM/dd"));
        for (String each : days) {
            assertThat(MINBAR.get(each).expect(200).page().select(".list article"))
                    .as(each)
                    .isNotEmpty();
        }
        assertThat(month.select(".calendar th")).hasSize(7);
        assertThat(month.select(".page-head .hijri").text()).contains("هـ");
    }

    @Test
    void a_story_is_handed_on_by_plain_links_and_stands_between_its_neighbours() {
        Document page = MINBAR.get(THREE.get("fr")).expect(200).page();
        List<String> ways = page.select(".sharing a").eachAttr("href");
        assertThat(ways).hasSize(5).anyMatch(way -> way.startsWith("mailto:?subject=Timitar%20%C3%A0%20Agadir"));
        assertThat(ways).anyMatch(way -> way.startsWith("https://wa.me/?text="));
        assertThat(page.select(".sharing a[rel~=noopener]")).hasSize(5);
        assertThat(page.select("article .sharing, article .related, article .beside-story"))
                .isEmpty();
        assertThat(page.select(".short a").attr("href")).isEqualTo(MINBAR.base() + "/s/" + THREE_ID);
        String earlier = page.select(".beside-story a[rel=prev]").attr("href");
        // Made anew: a kept page learns of its next neighbour when its time is up.
        Document before = MINBAR.get(earlier + "?anew").expect(200).page();
        assertThat(before.select(".beside-story a[rel=next]").attr("href")).isEqualTo(THREE.get("fr"));
        assertThat(page.select("a[rel=author]").eachAttr("href"))
                .containsExactly("/fr/authors/salma-timitar", "/fr/authors/" + encoded("أمينة-تيميتار"));
    }

    @Test
    void a_short_link_leads_to_the_readers_language_or_to_the_first_there_is() {
        Answer french = MINBAR.get("/s/" + THREE_ID, "Accept-Language", "fr-MA,fr;q=0.9")
                .expect(302);
        assertThat(path(french.header("Location"))).isEqualTo(THREE.get("fr"));
        assertThat(french.listed("Vary")).contains("Accept-Language");
        Answer english = MINBAR.get("/s/" + TWO_ID, "Accept-Language", "en").expect(302);
        assertThat(path(english.header("Location"))).isEqualTo(TWO.get("ar"));
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ar-MA,ar;q=0.9,fr;q=0.5 | ar",
                "fr-FR | fr",
                "de-DE,en;q=0.3 | en",
                "en;q=0.2,fr;q=0.8 | fr",
                "de-DE | ar",
                "*;q=0.1 | ar",
            })
    void the_way_in_leads_to_the_readers_language(String header, String lang) {
        Answer answer = MINBAR.get("/", "Accept-Language", header).expect(302);
        assertThat(path(answer.header("Location"))).isEqualTo("/" + lang + "/");
        assertThat(answer.listed("Vary")).contains("Accept-Language");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void readers_get_no_cookie_anywhere() {
        pages().forEach(page -> {
            Object[] given = page.get();
            assertThat(MINBAR.get((String) given[2], "Accept-Language", "fr").header("Set-Cookie"))
                    .as((String) given[2])
                    .isEmpty();
        });
    }

    @Test
    void a_file_with_a_fingerprint_is_kept_for_good() {
        Document front = MINBAR.get("/ar/").page();
        List<String> files = new ArrayList<>(
                front.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        files.addAll(front.select("script[src], img[src]").eachAttr("src"));
        assertThat(files).isNotEmpty();
        for (String file : files) {
            Answer asset = MINBAR.get(file).expect(200);
            assertThat(asset.header("Cache-Control"))
                    .as(file)
                    .contains("immutable")
                    .contains("max-age=31536000");
            assertThat(asset.header("ETag")).isNotEmpty();
        }
    }

    @Test
    void robots_and_search_engines_are_told_the_way() {
        Answer robots = MINBAR.get("/robots.txt").expect(200);
        assertThat(robots.header("Content-Type")).startsWith("text/plain");
        assertThat(robots.text()).contains("Disallow: /desk/", "Sitemap: " + MINBAR.base() + "/");
        List<String> sitemaps = robots.text()
                .lines()
                .filter(line -> line.startsWith("Sitemap: "))
                .map(line -> line.substring(9))
                .toList();
        StringBuilder all = new StringBuilder();
        for (String sitemap : sitemaps) all.append(everything(sitemap));
        assertThat(all)
                .contains(MINBAR.base() + THREE.get("ar"), MINBAR.base() + TWO.get("fr"))
                .doesNotContain(GONE.get("fr"), "/en/" + TWO_ID + "/");
    }

    /** A sitemap, and where it is an index those that it lists. */
    static String everything(String sitemap) {
        Answer answer = MINBAR.get(sitemap).expect(200);
        assertThat(answer.header("Content-Type")).contains("xml");
        if (!answer.text().contains("<sitemapindex")) return answer.text();
        StringBuilder all = new StringBuilder(answer.text());
        for (Element loc : org.jsoup.Jsoup.parse(answer.text(), "", org.jsoup.parser.Parser.xmlParser())
                .select("sitemap > loc")) {
            all.append(everything(loc.text()));
        }
        return all.toString();
    }

    @Test
    void a_browser_is_told_how_to_search() {
        Answer answer = MINBAR.get("/opensearch.xml", "Accept-Language", "fr").expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/opensearchdescription+xml");
        assertThat(answer.text()).contains("{searchTerms}", MINBAR.base());
    }
}
