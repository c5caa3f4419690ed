package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every answer leaves the house, whatever it says: RFC 9110 and what browsers are told. */
class HttpIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final JsonNode PUBLISHED = published();
    private static final long STORY =
            Long.parseLong(PUBLISHED.get("url").asText().split("/")[4]);

    private static JsonNode published() {
        long story = MINBAR.open(
                "article",
                "technology",
                words("fr", "Un câble sous la mer", "", "<p>" + "De Tétouan à Almería. ".repeat(60) + "</p>"));
        JsonNode published = MINBAR.publish(story, "fr");
        MINBAR.settle();
        return published;
    }

    static Stream<String> pages() {
        return Stream.of(
                "/fr/",
                PUBLISHED.get("url").asText(),
                "/fr/sections/technology",
                "/fr/search?q=Tétouan".replace("é", "%C3%A9"),
                "/fr/feed.rss",
                "/fr/feed.atom",
                "/fr/sections/technology/feed.json",
                "/api/v1/stories?lang=fr",
                "/api/v1/stories/" + STORY,
                edition(STORY, "fr"),
                "/api/v1/search?q=almeria");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void who_has_it_already_is_told_so(String path) {
        Answer first = MINBAR.get(path).expect(200);
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        Answer again = MINBAR.get(path, "If-None-Match", tag).expect(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.listed("Vary")).containsAll(first.listed("Vary"));
        MINBAR.get(path, "If-None-Match", "\"something-else\"").expect(200);
        MINBAR.get(path, "If-None-Match", "\"something-else\", W/" + tag).expect(304);
    }

    /** Else nobody would ever have it already. */
    @Test
    void a_front_page_stays_the_same_until_something_is_new() throws InterruptedException {
        String tag = MINBAR.get("/fr/").expect(200).header("ETag");
        Thread.sleep(1_100);
        MINBAR.get("/fr/", "If-None-Match", tag).expect(304);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void who_reads_gzip_gets_it_and_the_same(String path) {
        Answer plain = MINBAR.get(path).expect(200);
        Answer zipped = MINBAR.get(path, "Accept-Encoding", "gzip").expect(200);
        if (plain.bytes().length >= 700) {
            assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(zipped.unzipped()).isEqualTo(plain.text());
            assertThat(plain.listed("Vary")).contains("Accept-Encoding");
            assertThat(zipped.listed("Vary")).contains("Accept-Encoding");
            assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
            MINBAR.get(path, "Accept-Encoding", "gzip", "If-None-Match", zipped.header("ETag"))
                    .expect(304);
        } else {
            assertThat(zipped.header("Content-Encoding")).isEmpty();
        }
        assertThat(MINBAR.get(path, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
                .isEmpty();
        assertThat(plain.listed("Vary")).doesNotContain("Cookie", "User-Agent", "*");
        assertThat(plain.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void head_says_what_get_would(String path) {
        Answer get = MINBAR.get(path).expect(200);
        Answer head = MINBAR.call("HEAD", path).expect(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(told(head)).isEqualTo(told(get));
    }

    private static Map<String, List<String>> told(Answer answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        told.keySet()
                .removeIf(name -> name.equalsIgnoreCase("Date")
                        || name.equalsIgnoreCase("Connection")
                        || name.equalsIgnoreCase("Keep-Alive"));
        return told;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_answer_tells_the_browser_what_not_to_do(String path) {
        secured(MINBAR.get(path));
    }

    @ParameterizedTest
    @CsvSource({"/fr/nowhere", "/api/v1/nowhere", "/desk/", "/desk/sign-in", "/", "/assets/nothing.css"})
    void so_does_every_refusal(String path) {
        secured(MINBAR.get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/robots.txt",
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/opensearch.xml",
        "/health/live",
        "/metrics",
        "/openapi",
        "/s/1",
        "/fr/1",
        "/fr/feed.docx",
        "/media/999999999/640w.webp",
        "/WEB-INF/web.xml",
        "/doorstep"
    })
    void so_does_whatever_is_no_page(String path) {
        secured(MINBAR.get(path));
        secured(MINBAR.call("HEAD", path));
    }

    @Test
    void so_do_the_files_that_a_page_loads() {
        Document front = MINBAR.get("/fr/").page();
        List<String> files = new ArrayList<>(front.select("link[rel=stylesheet], link[rel=preload], link[rel=icon]")
                .eachAttr("href"));
        files.addAll(front.select("img[src]").eachAttr("src"));
        assertThat(files).hasSizeGreaterThanOrEqualTo(4).anyMatch(file -> file.startsWith("/media/"));
        for (String file : files) {
            secured(MINBAR.get(file).expect(200));
        }
    }

    /** Even to what is no HTTP the server says nothing about itself, and keeps the browser on the leash. */
    @ParameterizedTest
    @CsvSource({"Accept, text/", "Accept-Language, ;;;", "Range, bytes=9-1", "Cookie, =;="})
    void so_does_what_is_said_to_a_broken_header(String name, String value) {
        for (String path : List.of("/fr/", "/api/v1/stories", "/openapi")) {
            Answer answer = MINBAR.get(path, name, value);
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.text()).doesNotContain("Payara", "Exception");
            secured(answer);
        }
    }

    private static void secured(Answer answer) {
        assertThat(answer.listed("Content-Security-Policy")).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "http", "data:", "blob:");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/nowhere              | 404",
                "GET    | /api/v1/stories/999999999    | 404",
                "GET    | /api/v1/stories/one          | 404",
                "DELETE | /api/v1/stories              | 405",
                "PUT    | /api/v1/search               | 405",
                "PATCH  | /api/v1/stories              | 405",
            })
    void what_the_api_has_not_is_a_problem(String method, String path, int status) {
        Answer refused = MINBAR.lotte(method, path).expect(status);
        refused.problemField();
        if (status == 405) {
            assertThat(refused.listed("Allow")).contains("GET").doesNotContain(method);
        }
    }

    @Test
    void the_api_speaks_json_and_reads_json() {
        MINBAR.get("/api/v1/stories", "Accept", "image/png").expect(406).problemField();
        MINBAR.lotte("POST", "/api/v1/stories", "<story/>", "Content-Type", "application/xml")
                .expect(415)
                .problemField();
        MINBAR.lotte("POST", "/api/v1/imports/stories", "{}", "Content-Type", "text/csv")
                .expect(415)
                .problemField();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /fr/nowhere            | 404",
                "GET    | /de/                   | 404",
                "GET    | /fr/999999999          | 404",
                "GET    | /fr/sections/horoscope | 404",
                "GET    | /fr/?page=x            | 200",
                "GET    | /fr/sections/culture?page=4999 | 404",
                "GET    | /fr/archive/2026/13    | 404",
                "GET    | /fr/feed.docx          | 404",
                "POST   | /fr/                   | 405",
                "DELETE | /fr/search             | 405",
            })
    void what_the_site_has_not_is_a_page_for_people(String method, String path, int status) {
        Answer answer = MINBAR.call(method, path).expect(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).doesNotContain("Exception", "Payara", "GlassFish");
        if (status == 405) assertThat(answer.listed("Allow")).contains("GET");
    }

    @Test
    void a_refusal_is_told_in_the_callers_language() {
        Answer arabic =
                MINBAR.get("/api/v1/stories/999999999", "Accept-Language", "ar").expect(404);
        Answer french =
                MINBAR.get("/api/v1/stories/999999999", "Accept-Language", "fr").expect(404);
        assertThat(arabic.json().get("title").asText()).containsPattern("\\p{IsArabic}");
        assertThat(french.json().get("title").asText()).doesNotContainPattern("\\p{IsArabic}");
        assertThat(arabic.header("Content-Language")).isEqualTo("ar");
        assertThat(arabic.listed("Vary")).contains("Accept-Language");
        assertThat(MINBAR.get("/ar/nowhere").page().selectFirst("html").attr("dir"))
                .isEqualTo("rtl");
        assertThat(MINBAR.get("/en/nowhere").page().selectFirst("html").attr("lang"))
                .startsWith("en");
    }

    @ParameterizedTest
    @CsvSource({
        "/%00",
        "/fr/%C3%28",
        "/fr/..%2f..%2fetc%2fpasswd",
        "/assets/..%2F..%2FWEB-INF%2Fweb.xml",
        "/WEB-INF/web.xml",
        "/fr/search?q=%",
        "/fr/search?q=%FF",
        "/fr/99999999999999999999",
        "/api/v1/stories?limit=99999999999999"
    })
    void no_address_breaks_the_house(String path) {
        Answer answer = rawGet(path);
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        assertThat(answer.text()).doesNotContain("<web-app", "root:x:", "at org.", "Exception");
    }

    /** Some of these are no URIs: they go out as they are. */
    private static Answer rawGet(String path) {
        try (java.net.Socket socket =
                new java.net.Socket("localhost", MINBAR.setup().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:"
                                    + MINBAR.setup().port() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            byte[] all = socket.getInputStream().readAllBytes();
            String head = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1);
            int status = Integer.parseInt(head.split(" ", 3)[1]);
            return new Answer(
                    "GET " + path, status, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), all);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json", "image/png; x=y"})
    void what_is_no_form_is_no_sign_in(String type) {
        Answer refused = type.isEmpty()
                ? MINBAR.call("POST", "/desk/sign-in")
                : MINBAR.send("POST", "/desk/sign-in", BodyPublishers.ofString("email=a"), "Content-Type", type);
        secured(refused.expect(415));
    }

    @Test
    void openapi_lists_the_api_and_only_the_api() {
        JsonNode openapi =
                MINBAR.get("/openapi", "Accept", "application/json").expect(200).json();
        List<String> paths = new ArrayList<>();
        openapi.get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .contains(
                        "/api/v1/stories",
                        "/api/v1/stories/{id}",
                        "/api/v1/stories/{id}/editions/{lang}",
                        "/api/v1/stories/{id}/editions/{lang}/publication",
                        "/api/v1/stories/{id}/editions/{lang}/corrections",
                        "/api/v1/tokens",
                        "/api/v1/people",
                        "/api/v1/people/{id}",
                        "/api/v1/search",
                        "/api/v1/tickers/{key}/flashes",
                        "/api/v1/imports/stories",
                        "/api/v1/exports/stories")
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void health_says_that_it_lives_and_is_ready() {
        assertThat(MINBAR.get("/health/live").expect(200).json().get("status").asText())
                .isEqualTo("UP");
        JsonNode ready = MINBAR.get("/health/ready").expect(200).json();
        assertThat(ready.get("status").asText()).isEqualTo("UP");
        assertThat(ready.get("checks"))
                .extracting(check -> check.get("name").asText())
                .contains("database", "index");
    }
}
