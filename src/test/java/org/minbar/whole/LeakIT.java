package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.encoded;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is not public is nowhere in public: a draft, a scheduled, an embargoed and a withdrawn story, each with words
 * that nothing else has, are looked for on every surface that readers, partners and robots can reach. Each of them is
 * there twice: told at once, and live, with lines.
 */
class LeakIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();

    private enum Hidden {
        DRAFT("Qandrouflage"),
        SCHEDULED("Zibrolantisme"),
        EMBARGOED("Wakhtoumirel"),
        WITHDRAWN("Jbiltoufane");

        final String word;

        Hidden(String word) {
            this.word = word;
        }
    }

    /** Where a hidden story stands, by language. */
    private record Trace(long id, String slug) {}

    private static final List<Trace> TRACES = new ArrayList<>();

    /** Signs what is hidden, and one story that is not. */
    private static final String PLUME = "Zahra Nadjmi";

    /** The story that everybody may see, among the hidden ones of its section, topics and author. */
    private static String seen = "";

    @BeforeAll
    static void eight_stories_that_nobody_may_see() {
        for (Hidden hidden : Hidden.values()) {
            hide(hidden, hidden == Hidden.DRAFT ? "release" : "article");
            if (hidden == Hidden.SCHEDULED) oneThatEverybodyMaySee();
        }
        for (Hidden hidden : Hidden.values()) hide(hidden, "live");
        onTheFrontPage();
        MINBAR.settle();
    }

    private static void hide(Hidden hidden, String kind) {
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(2));
        Map<String, Object> wish = Map.of(
                "kind",
                kind,
                "section",
                "culture",
                "topics",
                List.of("festival", "ouarzazate"),
                "editions",
                List.of(
                        signed(
                                words(
                                        "fr",
                                        hidden.word + " en vue",
                                        hidden.word + " chapô",
                                        "<p>" + hidden.word + " corps</p>"),
                                hidden.word + " Plume"),
                        signed(
                                words("ar", "سر " + hidden.word, hidden.word, "<p>" + hidden.word + "</p>"),
                                hidden.word + " Plume")));
        if (hidden == Hidden.EMBARGOED) {
            wish = new HashMap<>(wish);
            wish.put("embargo", later.toString());
        }
        long id = MINBAR.lotte("POST", "/api/v1/stories", wish)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        if (kind.equals("live")) tell(id, hidden.word);
        for (String lang : List.of("fr", "ar")) {
            String publication = edition(id, lang) + "/publication";
            switch (hidden) {
                case DRAFT -> {}
                case SCHEDULED ->
                    MINBAR.lotte("POST", publication, Map.of("at", later.toString()))
                            .expect(200);
                case EMBARGOED -> {
                    MINBAR.lotte("POST", publication, Map.of()).expect(409).problemField();
                    MINBAR.lotte(
                                    "POST",
                                    publication,
                                    Map.of("at", later.minusSeconds(60).toString()))
                            .expect(409);
                    MINBAR.lotte(
                                    "POST",
                                    publication,
                                    Map.of("at", later.plusSeconds(60).toString()))
                            .expect(200);
                }
                case WITHDRAWN -> {
                    MINBAR.publish(id, lang);
                    MINBAR.settle();
                    MINBAR.withdraw(id, lang, "Une erreur de la rédaction.");
                }
            }
        }
        TRACES.add(new Trace(id, hidden.word.toLowerCase(Locale.ROOT) + "-en-vue"));
        MINBAR.lotte(
                        "POST",
                        "/api/v1/tickers/strip/flashes",
                        Map.of("lang", "fr", "text", "La suite au sujet " + id, "story", id))
                .expect(201);
    }

    private static void tell(long story, String word) {
        String flashes = "/api/v1/tickers/" + story + "/flashes";
        int number = MINBAR.lotte(
                        "POST",
                        flashes,
                        Map.of("lang", "fr", "text", word + " en ligne", "body", "<p>" + word + "</p>", "key", true))
                .expect(201)
                .json()
                .get("number")
                .asInt();
        MINBAR.lotte("PUT", flashes + "/" + number, Map.of("lang", "ar", "text", "سطر " + word))
                .expect(200);
    }

    private static void oneThatEverybodyMaySee() {
        long id = MINBAR.lotte(
                        "POST",
                        "/api/v1/stories",
                        Map.of(
                                "kind",
                                "article",
                                "section",
                                "culture",
                                "topics",
                                List.of("festival", "ouarzazate"),
                                "editions",
                                List.of(signed(words("fr", "Ce que chacun voit", "", "<p>Voilà.</p>"), PLUME))))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        MINBAR.publish(id, "fr");
        seen = "/fr/" + id + "/ce-que-chacun-voit";
    }

    private static Map<String, Object> signed(Map<String, Object> words, String alsoBy) {
        Map<String, Object> signed = new HashMap<>(words);
        signed.put("bylines", List.of(PLUME, alsoBy));
        return signed;
    }

    /** Each of them by hand, as far as the desk takes it: what is scheduled, what is under embargo, what was withdrawn since. */
    private static void onTheFrontPage() {
        Desk desk = Desk.signedIn(MINBAR, RunningMinbar.LOTTE, RunningMinbar.PASSWORD);
        for (String lang : List.of("fr", "ar")) {
            for (Hidden hidden : List.of(Hidden.SCHEDULED, Hidden.EMBARGOED)) place(desk, lang, hidden);
            long withdrawn = TRACES.get(Hidden.WITHDRAWN.ordinal()).id();
            MINBAR.publish(withdrawn, lang);
            place(desk, lang, Hidden.WITHDRAWN);
            MINBAR.settle();
            MINBAR.withdraw(withdrawn, lang, "Une erreur de la rédaction.");
        }
    }

    private static void place(Desk desk, String lang, Hidden hidden) {
        String version = desk.get("/desk/front?in=" + lang)
                .expect(200)
                .page()
                .expectFirst("#front-desk")
                .attr("data-version");
        desk.post(
                        "/desk/front/placements",
                        "in",
                        lang,
                        "version",
                        version,
                        "slot",
                        String.valueOf(hidden.ordinal()),
                        "story",
                        String.valueOf(TRACES.get(hidden.ordinal()).id()))
                .expect(303);
    }

    static List<String> surfaces() {
        DateTimeFormatter days =
                DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneId.of("Africa/Casablanca"));
        Instant now = Clock.systemUTC().instant();
        String today = days.format(now);
        List<String> surfaces = new ArrayList<>();
        for (String lang : List.of("fr", "ar")) {
            String home = "/" + lang;
            surfaces.addAll(List.of(
                    home + "/",
                    home + "/sections/culture",
                    home + "/topics/festival",
                    home + "/places/ouarzazate",
                    home + "/authors/zahra-nadjmi",
                    home + "/releases",
                    home + "/corrections",
                    home + "/live",
                    home + "/archive/" + today.substring(0, 4),
                    home + "/archive/" + today.substring(0, 7),
                    home + "/archive/" + today,
                    home + "/archive/" + days.format(now.plus(Duration.ofDays(2)))));
            for (String listing : List.of(
                    "",
                    "/live",
                    "/sections/culture",
                    "/topics/festival",
                    "/places/ouarzazate",
                    "/authors/zahra-nadjmi",
                    "/archive/" + today,
                    "/archive/" + days.format(now.plus(Duration.ofDays(2))),
                    "/releases",
                    "/corrections")) {
                for (String format : List.of("rss", "atom", "json")) surfaces.add(home + listing + "/feed." + format);
            }
            surfaces.add("/api/v1/stories?limit=100&lang=" + lang);
        }
        surfaces.addAll(List.of(
                "/api/v1/stories?limit=100&section=culture",
                "/api/v1/stories?limit=100&topic=festival",
                "/api/v1/stories?limit=100&kind=release",
                "/api/v1/tickers/strip/flashes?limit=200",
                "/api/v1/search?kind=flash&limit=100",
                "/fr/search?kind=flash",
                "/fr/live/latest",
                "/robots.txt",
                "/sitemap.xml",
                "/news-sitemap.xml",
                "/news-sitemap-fr.xml",
                "/news-sitemap-ar.xml",
                "/embed/headlines?lang=fr",
                "/embed/headlines?lang=fr&section=culture",
                "/openapi",
                "/metrics"));
        return surfaces;
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void no_surface_shows_what_is_hidden(String path) {
        Answer answer = MINBAR.get(path);
        // A surface that is not built yet shows nothing; one that breaks proves nothing.
        assertThat(answer.status()).isIn(200, 404);
        String text =
                path.endsWith("sitemap.xml") && answer.status() == 200 ? SitePagesIT.everything(path) : answer.text();
        nothingHidden(path, text);
        for (Trace trace : TRACES) {
            assertThat(text).as(path).doesNotContain(trace.slug()).doesNotContain("/fr/" + trace.id() + "/");
        }
    }

    @Test
    void the_story_beside_it_names_none_of_its_neighbours_and_its_author_has_that_story_alone() {
        Answer story = MINBAR.get(seen).expect(200);
        assertThat(story.page().select("a[rel=author]").attr("href")).isEqualTo("/fr/authors/zahra-nadjmi");
        nothingHidden(seen, story.text());
        for (Trace trace : TRACES) assertThat(story.text()).doesNotContain("/fr/" + trace.id() + "/");
        assertThat(MINBAR.get("/fr/authors/zahra-nadjmi")
                        .expect(200)
                        .page()
                        .select(".list .headline a")
                        .eachAttr("href"))
                .containsExactly(seen);
        MINBAR.get("/ar/authors/zahra-nadjmi").expect(404);
        for (Hidden hidden : Hidden.values()) {
            String author = "/fr/authors/" + hidden.word.toLowerCase(Locale.ROOT) + "-plume";
            MINBAR.get(author).expect(404);
            MINBAR.get(author + "/feed.atom").expect(404);
        }
    }

    private static void nothingHidden(String path, String text) {
        for (Hidden hidden : Hidden.values()) {
            assertThat(text).as(hidden + " at " + path).doesNotContainIgnoringCase(hidden.word);
        }
    }

    @Test
    void no_search_finds_it_counts_it_or_guesses_its_words() {
        for (Hidden hidden : Hidden.values()) {
            String almost = hidden.word.replace('o', 'a');
            for (String query : List.of(hidden.word, almost, hidden.word.substring(0, 6), "\"" + hidden.word + "\"")) {
                for (String lang : List.of("", "&lang=fr", "&lang=ar")) {
                    String answer = MINBAR.search(query, lang).toString();
                    assertThat(MINBAR.search(query, lang).get("total").asLong())
                            .as(query + lang)
                            .isZero();
                    if (!query.contains(hidden.word)) assertThat(answer).doesNotContainIgnoringCase(hidden.word);
                }
            }
            String page =
                    MINBAR.get("/fr/search?q=" + encoded(almost)).expect(200).text();
            assertThat(page).doesNotContainIgnoringCase(hidden.word);
            for (String format : List.of("rss", "atom", "json")) {
                String feed = MINBAR.get("/fr/search/feed." + format + "?q=" + encoded(almost))
                        .expect(200)
                        .text();
                assertThat(feed).doesNotContainIgnoringCase(hidden.word);
            }
        }
    }

    @Test
    void its_own_addresses_say_nothing() {
        for (int i = 0; i < TRACES.size(); i++) {
            Trace trace = TRACES.get(i);
            boolean withdrawn = Hidden.values()[i % Hidden.values().length] == Hidden.WITHDRAWN;
            for (String path : List.of(
                    "/fr/" + trace.id(),
                    "/fr/" + trace.id() + "/" + trace.slug(),
                    "/ar/" + trace.id(),
                    "/fr/" + trace.id() + "/card.jpg",
                    "/ar/" + trace.id() + "/card.jpg",
                    "/s/" + trace.id(),
                    "/api/v1/stories/" + trace.id(),
                    edition(trace.id(), "fr"),
                    edition(trace.id(), "ar"),
                    "/fr/" + trace.id() + "/feed.rss",
                    "/fr/" + trace.id() + "/feed.atom",
                    "/ar/" + trace.id() + "/feed.json",
                    "/fr/" + trace.id() + "/latest",
                    "/fr/" + trace.id() + "/stream?seen=0",
                    "/ar/" + trace.id() + "/stream",
                    "/api/v1/tickers/" + trace.id() + "/flashes",
                    "/api/v1/tickers/" + trace.id() + "/flashes?lang=ar")) {
                Answer answer = MINBAR.get(path);
                assertThat(answer.status()).as(path).isIn(withdrawn ? List.of(404, 410) : List.of(404));
                // The page of a withdrawn story has its own slug in its address, and nothing of its words.
                String text = withdrawn ? answer.page().text() : answer.text();
                nothingHidden(path, text);
            }
        }
    }

    @Test
    void the_lines_of_a_live_story_come_and_go_with_it_in_each_language() {
        long id = MINBAR.open(
                "live", "culture", words("fr", "Une nuit au festival", "", ""), words("ar", "ليلة", "", ""));
        tell(id, "Mirzoulette");
        MINBAR.publish(id, "fr");
        MINBAR.settle();
        JsonNode hit = MINBAR.search("Mirzoulette", "").get("hits").get(0);
        assertThat(MINBAR.search("Mirzoulette", "").get("total").asInt()).isEqualTo(1);
        assertThat(hit.get("kind").asText()).isEqualTo("flash");
        assertThat(hit.get("id").asLong()).isEqualTo(id);
        assertThat(hit.get("headline").asText()).isEqualTo("Mirzoulette en ligne");
        assertThat(hit.get("url").asText()).endsWith("/une-nuit-au-festival?e=1#e-1");
        String page = "/fr/" + id + "/une-nuit-au-festival";
        String today = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT)
                .withZone(ZoneId.of("Africa/Casablanca"))
                .format(Clock.systemUTC().instant());
        List<String> shown = List.of(
                page,
                "/fr/" + id + "/feed.rss",
                "/fr/" + id + "/feed.atom",
                "/fr/" + id + "/feed.json",
                "/fr/archive/" + today,
                "/fr/search?q=Mirzoulette",
                "/api/v1/tickers/" + id + "/flashes?lang=fr",
                "/api/v1/tickers/" + id + "/flashes");
        for (String path : shown) {
            assertThat(MINBAR.get(path).expect(200).text())
                    .as(path)
                    .contains("Mirzoulette en ligne")
                    .doesNotContain("سطر Mirzoulette");
        }
        assertThat(MINBAR.get(page)
                        .page()
                        .select("link[rel=alternate][type=application/atom+xml]")
                        .attr("href"))
                .isEqualTo("/fr/" + id + "/feed.atom");
        String structured = MINBAR.get(page)
                .page()
                .expectFirst("script[type=application/ld+json]")
                .data();
        assertThat(structured).contains("LiveBlogPosting", "#e-1\"", "Mirzoulette en ligne");
        MINBAR.get("/ar/" + id + "/feed.atom").expect(404);
        for (String format : List.of("rss", "atom", "json")) {
            assertThat(MINBAR.get("/fr/live/feed." + format).expect(200).text())
                    .contains("La suite au sujet", "/fr/live?e=", ":line/strip/")
                    .doesNotContain("Mirzoulette");
        }
        MINBAR.get("/api/v1/tickers/" + id + "/flashes?lang=ar").expect(404);

        MINBAR.lotte("PUT", "/api/v1/tickers/" + id + "/flashes/1", Map.of("lang", "fr", "text", "Zarouphine en ligne"))
                .expect(200);
        MINBAR.settle();
        for (String path : shown.subList(0, 5)) {
            Until.within(Duration.ofSeconds(5), path, () -> {
                String text = MINBAR.get(path).expect(200).text();
                return text.contains("Zarouphine en ligne") && !text.contains("Mirzoulette en ligne");
            });
        }
        MINBAR.withdraw(id, "fr", "Une erreur.");
        MINBAR.settle();
        assertThat(MINBAR.search("Zarouphine", "").get("total").asInt()).isZero();
        MINBAR.get("/fr/" + id + "/feed.rss").expect(410);
        Until.within(Duration.ofSeconds(5), "gone from the archive", () -> !MINBAR.get("/fr/archive/" + today)
                .text()
                .contains("Zarouphine"));
        MINBAR.get("/api/v1/tickers/" + id + "/flashes").expect(404);
    }

    @Test
    void a_token_that_may_not_read_sees_no_more_than_readers() {
        String token = MINBAR.tokenFor(RunningMinbar.LOTTE, RunningMinbar.PASSWORD, Map.of("scopes", List.of("live")));
        for (Trace trace : TRACES) {
            int status = MINBAR.as(token, "GET", edition(trace.id(), "fr"), "").status();
            assertThat(status).isIn(404, 410);
            MINBAR.as(token, "GET", "/api/v1/stories/" + trace.id(), "").expect(404);
            MINBAR.as(token, "GET", "/api/v1/tickers/" + trace.id() + "/flashes", "")
                    .expect(404);
        }
        for (String status : List.of("draft", "scheduled", "withdrawn")) {
            MINBAR.as(token, "GET", "/api/v1/stories?status=" + status, "").expect(403);
        }
        MINBAR.as(token, "GET", "/api/v1/exports/stories", "").expect(403);
        MINBAR.get("/api/v1/exports/stories").expect(401);
    }

    @Test
    void who_may_read_at_the_desk_sees_it_there() {
        for (Trace trace : TRACES)
            MINBAR.lotte("GET", edition(trace.id(), "fr")).expect(200);
    }
}
