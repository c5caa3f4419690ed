package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.encoded;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories and editions at the API: written, published, corrected, withdrawn, listed. */
class StoriesIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final RunningMinbar MINBAR = RunningMinbar.shared();

    @Test
    void a_story_with_two_editions_is_made_at_once() {
        Answer made = MINBAR.lotte(
                        "POST",
                        "/api/v1/stories",
                        Map.of(
                                "kind",
                                "article",
                                "section",
                                "culture",
                                "topics",
                                List.of("festival"),
                                "editions",
                                List.of(
                                        words("ar", "قصبة تفتح أبوابها", "زيارة ليلية", "<p>فتحت القصبة أبوابها.</p>"),
                                        words("fr", "La kasbah ouvre", "Visite nocturne", "<p>Elle ouvre.</p>"))))
                .expect(201);
        JsonNode story = made.json();
        assertThat(made.header("Location")).endsWith("/api/v1/stories/" + story.get("id"));
        assertThat(story.at("/section").asText()).isEqualTo("culture");
        assertThat(story.at("/topics/0").asText()).isEqualTo("festival");
        assertThat(story.at("/editions/0/dir").asText()).isEqualTo("rtl");
        assertThat(story.at("/editions/0/status").asText()).isEqualTo("draft");
        assertThat(story.at("/editions/1/dir").asText()).isEqualTo("ltr");
        assertThat(story.at("/editions/1/slug").asText()).isEqualTo("la-kasbah-ouvre");
        assertThat(story.at("/editions/0/url").asText())
                .startsWith(MINBAR.base() + "/ar/" + story.get("id") + "/")
                .endsWith(encoded("قصبة-تفتح-أبوابها"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown section | {\"kind\":\"article\",\"section\":\"horoscopes\"} | section",
                "no section | {\"kind\":\"article\"} | section",
                "an unknown kind | {\"kind\":\"rumour\",\"section\":\"culture\"} | kind",
                "an unknown topic | {\"kind\":\"brief\",\"section\":\"culture\",\"topics\":[\"licornes\"]} | topics",
                "an unknown field | {\"kind\":\"brief\",\"section\":\"culture\",\"colour\":\"red\"} | colour",
                "a number for a word | {\"kind\":7,\"section\":\"culture\"} | kind",
                "a word for a list | {\"kind\":\"brief\",\"section\":\"culture\",\"topics\":\"festival\"} | topics",
                "no instant | {\"kind\":\"brief\",\"section\":\"culture\",\"embargo\":\"tomorrow\"} | embargo",
                "a language that is not ours | {\"kind\":\"brief\",\"section\":\"culture\",\"editions\":[{\"lang\":\"zz\",\"headline\":\"x\"}]} | editions.lang",
                "no headline | {\"kind\":\"brief\",\"section\":\"culture\",\"editions\":[{\"lang\":\"fr\"}]} | headline",
                "JSON that stops | {\"kind\":\"brief\", | ''",
            })
    void what_is_wrong_with_a_new_story_is_told_with_the_field(String what, String body, String field) {
        Answer refused = MINBAR.lotte("POST", "/api/v1/stories", body).expect(400);
        assertThat(refused.problemField()).as(what).isEqualTo(field);
    }

    @Test
    void an_edition_is_changed_only_by_who_has_seen_it_as_it_stands() {
        long story = MINBAR.open("article", "society");
        String address = edition(story, "fr");
        Map<String, String> first = Map.of("headline", "Les puits de Figuig", "body", "<p>Sept puits.</p>");
        Answer made = MINBAR.lotte("PUT", address, first).expect(201);
        assertThat(made.header("Location")).endsWith(address);
        String seen = made.header("ETag");
        assertThat(seen).matches("\"[^\"]+\"");

        Map<String, String> second = Map.of("headline", "Les huit puits de Figuig", "body", "<p>Huit puits.</p>");
        assertThat(MINBAR.lotte("PUT", address, second).expect(428).problemField())
                .isEmpty();
        Answer changed = MINBAR.lotte("PUT", address, second, "If-Match", seen).expect(200);
        assertThat(changed.header("ETag")).isNotEqualTo(seen);
        assertThat(changed.json().get("version").asLong())
                .isGreaterThan(made.json().get("version").asLong());

        MINBAR.lotte("PUT", address, first, "If-Match", seen).expect(412).problemField();
        JsonNode stands = MINBAR.lotte("GET", address).expect(200).json();
        assertThat(stands.get("headline").asText()).isEqualTo("Les huit puits de Figuig");
        assertThat(stands.get("version")).isEqualTo(changed.json().get("version"));
    }

    @Test
    void the_tag_of_a_compressed_answer_is_as_good_for_a_change() {
        long story = MINBAR.open(
                "article",
                "society",
                words("en", "The long wall", "", "<p>" + "Stone upon stone. ".repeat(80) + "</p>"));
        Answer zipped = MINBAR.get(
                edition(story, "en"), "Accept-Encoding", "gzip", "Authorization", "Bearer " + MINBAR.token());
        assertThat(zipped.expect(200).header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("ETag")).endsWith("-gz\"");
        Map<String, String> words = Map.of("headline", "The longer wall", "body", "<p>Stone.</p>");
        MINBAR.lotte("PUT", edition(story, "en"), words, "If-Match", zipped.header("ETag"))
                .expect(200);
    }

    @Test
    void of_two_who_change_the_same_edition_one_is_told_to_look_again() throws Exception {
        long story = MINBAR.open("article", "society", words("fr", "Une seule vérité", "", "<p>Une.</p>"));
        String seen = MINBAR.lotte("GET", edition(story, "fr")).expect(200).header("ETag");
        MINBAR.token();
        List<Integer> statuses = new ArrayList<>();
        List<Thread> both = new ArrayList<>();
        for (String who : List.of("Amina", "Karim")) {
            both.add(new Thread(() -> {
                Answer answer = MINBAR.lotte(
                        "PUT",
                        edition(story, "fr"),
                        Map.of("headline", "La vérité de " + who, "body", "<p>Une.</p>"),
                        "If-Match",
                        seen);
                synchronized (statuses) {
                    statuses.add(answer.status());
                }
            }));
        }
        for (Thread thread : both) thread.start();
        for (Thread thread : both) thread.join();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void a_published_edition_is_on_its_page_in_the_list_and_in_the_search() {
        long story = MINBAR.open(
                "article",
                "culture",
                words("ar", "مكتبة الحي تستعيد زوارها", "", "<p>عاد القراء إلى مكتبة الزقزوقية.</p>"));
        JsonNode published = MINBAR.publish(story, "ar");
        assertThat(published.get("status").asText()).isEqualTo("published");
        Instant at = Instant.parse(published.get("published").asText());
        assertThat(Duration.between(at, CLOCK.instant()).abs()).isLessThan(Duration.ofMinutes(2));
        MINBAR.get(published.get("url").asText()).expect(200);
        assertThat(ids(MINBAR.get("/api/v1/stories?lang=ar&limit=100"))).contains(story);
        MINBAR.settle();
        assertThat(hits(MINBAR.search("الزقزوقية", "&lang=ar"))).containsExactly(story);
    }

    @Test
    void publishing_again_keeps_the_first_publication_time() {
        long story = MINBAR.open("brief", "sports", words("fr", "Le Raja gagne d’un but", "", ""));
        JsonNode first = MINBAR.publish(story, "fr");
        JsonNode second = MINBAR.publish(story, "fr");
        assertThat(second.get("published")).isEqualTo(first.get("published"));
    }

    @Test
    void an_article_without_a_body_is_not_ready() {
        long story = MINBAR.open("article", "sports", words("fr", "À suivre", "", ""));
        Answer refused = MINBAR.lotte("POST", edition(story, "fr") + "/publication", Map.of())
                .expect(409);
        assertThat(refused.problemField()).isEqualTo("body");
    }

    @Test
    void a_scheduled_edition_goes_out_by_itself() {
        long story = MINBAR.open("brief", "world", words("en", "Moon sighted over Tafraout", "", ""));
        Instant at = CLOCK.instant().plusSeconds(2);
        JsonNode scheduled = MINBAR.lotte("POST", edition(story, "en") + "/publication", Map.of("at", at.toString()))
                .expect(200)
                .json();
        assertThat(scheduled.get("status").asText()).isEqualTo("scheduled");
        MINBAR.get(edition(story, "en")).expect(404);
        Until.within(
                Duration.ofSeconds(6),
                "the scheduled edition out",
                () -> MINBAR.get(edition(story, "en")).status() == 200);
        Instant out = Instant.parse(
                MINBAR.get(edition(story, "en")).json().get("published").asText());
        assertThat(out).isBetween(at, at.plusSeconds(3));
    }

    @Test
    void nothing_is_scheduled_for_the_past() {
        long story = MINBAR.open("brief", "world", words("en", "Yesterday’s news", "", ""));
        Answer refused = MINBAR.lotte(
                        "POST", edition(story, "en") + "/publication", Map.of("at", "2020-01-01T00:00:00Z"))
                .expect(400);
        assertThat(refused.problemField()).isEqualTo("at");
    }

    @Test
    void a_correction_is_seen_wherever_the_edition_is() {
        long story = MINBAR.open(
                "article",
                "economy",
                words("fr", "Le port traite 3 millions de conteneurs", "", "<p>Le grutier Zoubirotti compte.</p>"));
        JsonNode published = MINBAR.publish(story, "fr");
        String before = entry(story);
        // Feeds tell whole seconds.
        Instant second =
                Instant.parse(between(before, "<updated>", "</updated>")).plusSeconds(1);
        Until.within(
                Duration.ofSeconds(2), "the next second", () -> !CLOCK.instant().isBefore(second));
        JsonNode corrected = MINBAR.lotte(
                        "POST",
                        edition(story, "fr") + "/corrections",
                        Map.of(
                                "note",
                                "Le port a traité 2 millions de conteneurs, et non 3.",
                                "headline",
                                "Le port traite 2 millions de conteneurs",
                                "body",
                                "<p>La grutière Wakrimotti compte.</p>"))
                .expect(201)
                .json();
        assertThat(corrected.get("status").asText()).isEqualTo("corrected");
        assertThat(corrected.get("published")).isEqualTo(published.get("published"));
        assertThat(corrected.get("url")).isEqualTo(published.get("url"));
        assertThat(MINBAR.get(edition(story, "fr"))
                        .json()
                        .at("/corrections/0/note")
                        .asText())
                .startsWith("Le port a traité 2 millions");
        assertThat(MINBAR.get(published.get("url").asText()).expect(200).page().text())
                .contains("Le port a traité 2 millions de conteneurs, et non 3.");
        assertThat(MINBAR.get("/fr/corrections").expect(200).page().text())
                .contains("Le port a traité 2 millions de conteneurs, et non 3.");

        String after = entry(story);
        assertThat(between(after, "<id>", "</id>")).isEqualTo(between(before, "<id>", "</id>"));
        assertThat(between(after, "<published>", "</published>"))
                .isEqualTo(between(before, "<published>", "</published>"));
        assertThat(between(after, "<updated>", "</updated>")).isGreaterThan(between(before, "<updated>", "</updated>"));
        assertThat(after).contains("Wakrimotti").doesNotContain("Zoubirotti");

        MINBAR.settle();
        assertThat(hits(MINBAR.search("Wakrimotti", ""))).containsExactly(story);
        assertThat(hits(MINBAR.search("Zoubirotti", ""))).isEmpty();
    }

    /** The story's entry in the French feed of the economy. */
    private static String entry(long story) {
        String feed = MINBAR.get("/fr/sections/economy/feed.atom").expect(200).text();
        for (String entry : feed.split("<entry")) if (entry.contains("/fr/" + story + "/")) return entry;
        throw new AssertionError("Story " + story + " is not in the feed: " + feed);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void a_correction_needs_a_note_and_something_public() {
        long story = MINBAR.open("brief", "economy", words("fr", "Le marché rouvre", "", ""));
        String corrections = edition(story, "fr") + "/corrections";
        MINBAR.lotte("POST", corrections, Map.of("note", "Rien n’est encore paru."))
                .expect(409);
        MINBAR.publish(story, "fr");
        assertThat(MINBAR.lotte("POST", corrections, Map.of("headline", "x"))
                        .expect(400)
                        .problemField())
                .isEqualTo("note");
    }

    @Test
    void what_is_withdrawn_is_gone_from_everywhere_and_its_address_says_why() {
        long story = MINBAR.open("article", "health", words("en", "A cure for hiccups", "", "<p>Quorblexin.</p>"));
        JsonNode published = MINBAR.publish(story, "en");
        MINBAR.settle();
        assertThat(hits(MINBAR.search("Quorblexin", ""))).containsExactly(story);

        assertThat(MINBAR.lotte("DELETE", edition(story, "en") + "/publication", Map.of())
                        .expect(400)
                        .problemField())
                .isEqualTo("reason");
        MINBAR.withdraw(story, "en", "The study behind it was retracted.");

        Answer page = MINBAR.get(published.get("url").asText()).expect(410);
        assertThat(page.page().text()).contains("The study behind it was retracted.");
        Answer api = MINBAR.get(edition(story, "en")).expect(410);
        api.problemField();
        assertThat(api.text()).contains("The study behind it was retracted.");
        MINBAR.settle();
        assertThat(hits(MINBAR.search("Quorblexin", ""))).isEmpty();
        assertThat(MINBAR.get("/en/sections/health/feed.atom").text()).doesNotContain("hiccups");
        assertThat(ids(MINBAR.get("/api/v1/stories?lang=en&section=health&limit=100")))
                .doesNotContain(story);
    }

    @Test
    void a_draft_is_not_there_for_those_who_have_no_token() {
        long story = MINBAR.open("brief", "culture", words("fr", "Encore un secret", "", ""));
        MINBAR.get("/api/v1/stories/" + story).expect(404).problemField();
        MINBAR.get(edition(story, "fr")).expect(404).problemField();
        MINBAR.get("/fr/" + story).expect(404);
        MINBAR.get("/s/" + story).expect(404);
        MINBAR.lotte("GET", edition(story, "fr")).expect(200);
        assertThat(ids(MINBAR.lotte("GET", "/api/v1/stories?status=draft&limit=100")))
                .contains(story);
        MINBAR.get("/api/v1/stories?status=draft").expect(401).problemField();
    }

    @Test
    void nobody_writes_without_a_token() {
        for (String path : List.of("/api/v1/stories", "/api/v1/tickers/strip/flashes", "/api/v1/index/rebuild")) {
            Answer refused = MINBAR.call("POST", path, "Content-Type", "application/json")
                    .expect(401);
            refused.problemField();
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
        MINBAR.as("minbar_made_up", "POST", "/api/v1/stories", Map.of())
                .expect(401)
                .problemField();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lang=ar | lang | ar",
                "lang=fr&kind=brief | kind | brief",
                "section=culture | section | culture",
                "kind=release | kind | release",
            })
    void the_list_is_narrowed(String query, String field, String value) {
        JsonNode stories =
                MINBAR.get("/api/v1/stories?" + query).expect(200).json().get("stories");
        assertThat(stories)
                .isNotEmpty()
                .allSatisfy(story -> assertThat(story.get(field).asText()).isEqualTo(value));
    }

    @Test
    void the_list_is_narrowed_to_a_topic_and_to_what_has_changed_since() {
        JsonNode festival =
                MINBAR.get("/api/v1/stories?topic=festival").expect(200).json().get("stories");
        assertThat(festival).isNotEmpty().allSatisfy(story -> assertThat(story.get("topics"))
                .anySatisfy(topic -> assertThat(topic.asText()).isEqualTo("festival")));
        Instant since = CLOCK.instant();
        long story = MINBAR.open("brief", "sports", words("en", "A fresh start", "", ""));
        MINBAR.publish(story, "en");
        assertThat(ids(MINBAR.get("/api/v1/stories?limit=100&since=" + since))).contains(story);
        Instant later = CLOCK.instant().plusSeconds(60);
        assertThat(ids(MINBAR.get("/api/v1/stories?since=" + later))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=none | limit",
                "limit=0 | limit",
                "since=yesterday | since",
                "after=%21%21 | after",
                "lang=klingon | lang",
                "kind=rumour | kind",
                "section=horoscopes | section",
                "topic=licornes | topic",
            })
    void what_is_wrong_with_a_question_is_told_with_the_parameter(String query, String field) {
        assertThat(MINBAR.get("/api/v1/stories?" + query).expect(400).problemField())
                .isEqualTo(field);
    }

    @Test
    void cursor_pages_walk_through_everything_once_while_new_ones_come_in() {
        List<String> walked = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = MINBAR.get("/api/v1/stories?lang=fr&limit=7" + after)
                    .expect(200)
                    .json();
            page.get("stories").forEach(story -> walked.add(story.get("id").asText()));
            after = page.has("next") ? "&after=" + page.get("next").asText() : "";
            if (++pages == 2) MINBAR.publish(MINBAR.open("brief", "sports", words("fr", "Entre deux", "", "")), "fr");
        } while (!after.isEmpty());
        assertThat(walked).doesNotHaveDuplicates();
        Set<Long> sample = new HashSet<>(ids(MINBAR.get("/api/v1/stories?lang=fr&limit=100")));
        assertThat(walked.size()).isGreaterThanOrEqualTo(sample.size() - 1).isGreaterThan(20);
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_story() {
        Map<String, Object> wish = Map.of("kind", "brief", "section", "sports");
        String key = "amina-" + CLOCK.instant();
        Answer first = MINBAR.lotte("POST", "/api/v1/stories", wish, "Idempotency-Key", key)
                .expect(201);
        Answer second = MINBAR.lotte("POST", "/api/v1/stories", wish, "Idempotency-Key", key)
                .expect(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(MINBAR.lotte(
                                "POST",
                                "/api/v1/stories",
                                Map.of("kind", "brief", "section", "world"),
                                "Idempotency-Key",
                                key)
                        .expect(409)
                        .problemField())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void the_same_key_at_the_same_moment_makes_one_story() throws Exception {
        String key = "twins-" + CLOCK.instant();
        MINBAR.token();
        List<Answer> answers = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(new Thread(() -> {
                Answer answer = MINBAR.lotte(
                        "POST",
                        "/api/v1/stories",
                        Map.of("kind", "brief", "section", "sports"),
                        "Idempotency-Key",
                        key);
                synchronized (answers) {
                    answers.add(answer);
                }
            }));
        }
        for (Thread caller : callers) caller.start();
        for (Thread caller : callers) caller.join();
        Set<Long> made = new HashSet<>();
        for (Answer answer : answers) {
            assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
            if (answer.status() == 201) made.add(answer.json().get("id").asLong());
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void a_line_of_the_strip_is_written_changed_and_taken_away() {
        String strip = "/api/v1/tickers/strip/flashes";
        Answer made = MINBAR.lotte(
                        "POST", strip, Map.of("lang", "ar", "text", "عاجل: مطر في زاكورة", "urgency", "urgent"))
                .expect(201);
        long number = made.json().get("number").asLong();
        assertThat(made.header("Location")).endsWith(strip + "/" + number);
        assertThat(texts("ar")).contains("عاجل: مطر في زاكورة");
        MINBAR.lotte("PUT", strip + "/" + number, Map.of("lang", "fr", "text", "Urgent : pluie à Zagora"))
                .expect(200);
        assertThat(texts("fr")).contains("Urgent : pluie à Zagora");
        assertThat(MINBAR.get("/fr/live").page().text()).contains("Urgent : pluie à Zagora");
        MINBAR.lotte("DELETE", strip + "/" + number).expect(204);
        assertThat(texts("ar")).doesNotContain("عاجل: مطر في زاكورة");
        assertThat(MINBAR.get("/fr/live").page().text()).doesNotContain("Urgent : pluie à Zagora");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lang\":\"fr\"} | text",
                "{\"text\":\"Pluie\"} | lang",
                "{\"lang\":\"de\",\"text\":\"Regen\"} | lang",
                "{\"lang\":\"fr\",\"text\":\"Pluie\",\"urgency\":\"panique\"} | urgency",
                "{\"lang\":\"fr\",\"text\":\"Pluie\",\"story\":999999999} | story",
            })
    void what_is_wrong_with_a_line_is_told_with_the_field(String body, String field) {
        assertThat(MINBAR.lotte("POST", "/api/v1/tickers/strip/flashes", body)
                        .expect(400)
                        .problemField())
                .isEqualTo(field);
    }

    @Test
    void a_live_story_has_a_ticker_of_its_own_and_nothing_else_has() {
        long live = MINBAR.open("live", "sports", words("fr", "La finale en direct", "", "<p>Suivez-nous.</p>"));
        MINBAR.get("/api/v1/tickers/" + live + "/flashes").expect(404);
        JsonNode published = MINBAR.publish(live, "fr");
        MINBAR.lotte(
                        "POST",
                        "/api/v1/tickers/" + live + "/flashes",
                        Map.of("lang", "fr", "text", "Coup d’envoi à Agadir"))
                .expect(201);
        assertThat(MINBAR.get("/api/v1/tickers/" + live + "/flashes?lang=fr")
                        .expect(200)
                        .text())
                .contains("Coup d’envoi à Agadir");
        assertThat(MINBAR.get(published.get("url").asText()).page().text()).contains("Coup d’envoi à Agadir");
        MINBAR.get("/api/v1/tickers/gossip/flashes").expect(404).problemField();
    }

    @Test
    void the_search_narrows_counts_and_suggests() {
        long story = MINBAR.open(
                "article", "environment", words("en", "Argan groves return", "", "<p>Argan trees in Taroudant.</p>"));
        MINBAR.publish(story, "en");
        MINBAR.settle();
        JsonNode found = MINBAR.search("argan", "&lang=en&section=environment&kind=article");
        assertThat(hits(found)).contains(story);
        assertThat(found.at("/facets/section/environment").asLong()).isPositive();
        assertThat(found.get("total").asLong()).isEqualTo(found.get("hits").size());
        JsonNode hit = found.at("/hits/0");
        assertThat(hit.get("snippet").asText()).containsIgnoringCase("<mark>argan</mark>");
        assertThat(hit.get("score").asDouble()).isPositive();
        MINBAR.get(hit.get("url").asText()).expect(200);
        assertThat(hits(MINBAR.search("argan", "&lang=fr&section=environment"))).doesNotContain(story);
        assertThat(hits(MINBAR.search("argan", "&lang=en&section=sports"))).isEmpty();
        assertThat(hits(MINBAR.search("argan", "&lang=en&to=2020-01-01"))).isEmpty();
        JsonNode misspelt = MINBAR.search("taroudqnt", "&lang=en");
        assertThat(misspelt.get("suggestion").asText()).containsIgnoringCase("taroudant");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"from=soon | from", "to=32-13-2026 | to", "sort=alphabet | sort", "lang=xx | lang", "page=0 | page"
            })
    void what_is_wrong_with_a_search_is_told_with_the_parameter(String query, String field) {
        assertThat(MINBAR.get("/api/v1/search?q=x&" + query).expect(400).problemField())
                .isEqualTo(field);
    }

    @Test
    void the_index_is_written_anew_while_it_serves() {
        long story = MINBAR.open("article", "health", words("fr", "Le thym", "", "<p>Zaâtarologie.</p>"));
        MINBAR.publish(story, "fr");
        MINBAR.settle();
        int before = MINBAR.lotte("GET", "/api/v1/index").json().get("editions").asInt();
        MINBAR.lotte("POST", "/api/v1/index/rebuild", "").expect(202);
        Until.within(Duration.ofSeconds(30), "the rebuild over", () -> {
            assertThat(hits(MINBAR.search("Zaâtarologie", ""))).containsExactly(story);
            return !MINBAR.lotte("GET", "/api/v1/index")
                    .json()
                    .get("rebuilding")
                    .asBoolean();
        });
        MINBAR.settle();
        assertThat(hits(MINBAR.search("Zaâtarologie", ""))).containsExactly(story);
        assertThat(MINBAR.lotte("GET", "/api/v1/index").json().get("editions").asInt())
                .isEqualTo(before);
    }

    private static List<String> texts(String lang) {
        JsonNode flashes = MINBAR.get("/api/v1/tickers/strip/flashes?limit=200&lang=" + lang)
                .expect(200)
                .json()
                .get("flashes");
        return StreamSupport.stream(flashes.spliterator(), false)
                .map(flash -> flash.at("/texts/" + lang).asText())
                .toList();
    }

    static List<Long> ids(Answer list) {
        return StreamSupport.stream(list.expect(200).json().get("stories").spliterator(), false)
                .map(story -> story.get("id").asLong())
                .toList();
    }

    static List<Long> hits(JsonNode found) {
        return StreamSupport.stream(found.get("hits").spliterator(), false)
                .map(hit -> hit.get("id").asLong())
                .toList();
    }
}
