package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.encoded;
import static org.minbar.whole.RunningMinbar.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What robots, scanners and broken clients ask of a newspaper: hundreds of invented requests, sent as they are. Each gets
 * the answer that HTTP has for it, and none learns what the house is built of.
 */
class HostileAddressesIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final int REQUESTS = 400;

    /** Those that a client may rightly get for what it asked; 501 for a method that nobody knows. */
    private static final Set<Integer> RIGHT = Set.of(
            200, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 410, 411, 412, 413, 414, 415,
            416, 417, 421, 422, 426, 428, 429, 431, 501);

    private static final Pattern INSIDES = Pattern.compile(
            "\\bat (?:org|com|java|jakarta|fish|sun)\\.|\\b(?:org|com|fish)\\.(?:minbar|glassfish|eclipse|apache|sun|h2)\\b"
                    + "|\\bjava\\.(?:lang|util|io|net)\\b|jakarta\\.|Exception\\b|Payara|GlassFish|Grizzly|Jersey|Tomcat|stack trace",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> ROOTS = List.of(
            "/",
            "/ar",
            "/fr/",
            "/en/search",
            "/fr/sections/culture",
            "/ar/topics/festival",
            "/fr/archive/2026",
            "/fr/archive/2026/11",
            "/ar/live",
            "/fr/releases",
            "/en/corrections",
            "/fr/1",
            "/ar/1/x",
            "/s/1",
            "/fr/feed.rss",
            "/ar/feed.atom",
            "/en/feed.json",
            "/robots.txt",
            "/sitemap.xml",
            "/news-sitemap.xml",
            "/opensearch.xml",
            "/sitemap-ar-1.xml",
            "/assets/css/site.css",
            "/media/1/640w.webp",
            "/media/1",
            "/embed/headlines",
            "/oembed",
            "/api/v1/stories",
            "/api/v1/stories/1",
            "/api/v1/stories/1/editions/fr",
            "/api/v1/search",
            "/api/v1/media",
            "/api/v1/tickers/strip/flashes",
            "/api/v1/tokens",
            "/api/v1/people",
            "/api/v1/nowhere",
            "/desk",
            "/desk/",
            "/desk/sign-in",
            "/desk/media/1",
            "/desk/editions/1",
            "/health",
            "/metrics",
            "/openapi",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/fr/live/stream",
            "/fr/1/stream");

    private static final List<String> PIECES = List.of(
            "%00",
            "%C3%28",
            "%FF%FE",
            "%",
            "%zz",
            "%u0041",
            "..",
            "..%2f..%2fetc%2fpasswd",
            "%2e%2e",
            "%5c",
            "%2F",
            "//",
            "/./",
            "/../",
            ";jsessionid=1",
            ";a=b;c",
            "%3B",
            "%E2%80%AE",
            "%D9%80",
            "%0d%0aSet-Cookie:x=1",
            "%0A",
            "%20",
            "+",
            "%09",
            "%7F",
            "*",
            "~",
            "'",
            "%22",
            "%3Cscript%3E",
            "{lang}",
            "%7Bx%7D",
            "${x}",
            "%24%7B7*7%7D",
            "#",
            "?",
            "99999999999999999999",
            "-1",
            "0",
            "1e9",
            "NaN",
            "%F0%9F%93%B0",
            "%EF%BB%BF",
            "%CC%81",
            "%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1",
            "de",
            "ar-MA",
            "AR",
            "xx",
            "é",
            "٣",
            "%D9%A3",
            "wp-login.php",
            ".git/config",
            ".env",
            "index.html",
            "feed.docx",
            "feed.",
            "a".repeat(300));

    private static final List<String> PARAMETERS = List.of(
            "page", "q", "lang", "section", "kind", "topic", "from", "to", "sort", "limit", "after", "since", "status",
            "next", "count", "url", "%00", "%FF", "q[]", "", "a.b");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "2147483648",
            "99999999999999999999",
            "x",
            "%",
            "%FF",
            "%00",
            "%C3%28",
            "%E2%80%AE%D8%A7",
            "*",
            "%22",
            "(((",
            "AND+OR+NOT",
            "a:b",
            "a%5E99999",
            "~~~",
            "%3Cb%3E",
            "2026-02-30",
            "0000-00-00",
            "9999-12-31",
            "2026-11-22T25:61:61Z",
            "+292278994-08-17",
            "-999999999-01-01",
            "%F0%9F%98%80",
            "%D9%8E%D9%8E",
            "//evil.example",
            "https%3A%2F%2Fevil.example",
            "javascript:alert(1)",
            "ar,fr",
            "de",
            "published",
            "draft",
            "newest",
            "%0d%0aX:%20y",
            "a".repeat(2_000),
            "%D8%A7".repeat(600));

    private static final Map<String, List<String>> HEADERS = new TreeMap<>(Map.of(
            "Accept",
            List.of(
                    "*/*",
                    "",
                    "x",
                    "text/",
                    "/html",
                    "text/html;q=nan",
                    "image/png",
                    "application/json;q=2",
                    ",,,",
                    "a".repeat(3_000)),
            "Accept-Language",
            List.of("", "*", "de", "ar-;q=", "x-klingon", "fr;q=9", ";;;", "ar\t,\tfr", "é", "a-".repeat(900)),
            "Accept-Encoding",
            List.of("", "gzip;q=x", "br", "identity;q=0", "*;q=0", ",", "gzip, gzip, gzip"),
            "Range",
            List.of(
                    "bytes=0-",
                    "bytes=-0",
                    "bytes=9-1",
                    "bytes=a-b",
                    "lines=1-2",
                    "bytes=99999999999999999999-",
                    "bytes=" + "0-0,".repeat(400) + "1-1"),
            "If-None-Match",
            List.of("*", "\"", "W/", "x", "\"a\", \"b\"", "\"" + "z".repeat(3_000) + "\"", ","),
            "If-Modified-Since",
            List.of("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "Sun, 99 Nov 9999 99:99:99 GMT", "0"),
            "Cookie",
            List.of("minbar=x", "minbar_lang=zz", "minbar=%00", "=;=", "a=b; ".repeat(200), "\"", "$Version=9"),
            "Authorization",
            List.of("Bearer", "Bearer x", "Basic !!!", "Basic Og==", "Digest x", "Bearer " + "y".repeat(2_000)),
            "Content-Length",
            List.of("0"),
            "X-Forwarded-For",
            List.of("not-an-address", "::1", "1.2.3.4, 5.6.7.8")));

    private static final List<String> METHODS =
            List.of("TRACE", "PROPFIND", "OPTIONS", "PUT", "PATCH", "DELETE", "POST", "FOO", "get");

    private record Request(String line, String head) {
        @Override
        public String toString() {
            return line.substring(0, Math.min(300, line.length())) + " "
                    + head.replace("\r\n", " ¶ ").substring(0, Math.min(300, head.length()));
        }
    }

    /** What came back over the wire; status 0 when nothing came, and why. */
    private record Reply(int status, String text) {}

    @Test
    void no_request_breaks_the_house_or_looks_into_it() {
        long seed = Long.getLong("minbar.seed", new Random().nextLong());
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = invented(random);
            Reply reply = sent(request);
            if (!RIGHT.contains(reply.status))
                wrong.add(reply.status + (reply.status == 0 ? reply.text : "") + " for " + request);
            Matcher insides = INSIDES.matcher(reply.text);
            if (insides.find()) wrong.add("«" + insides.group() + "» told to " + request);
        }
        assertThat(wrong).as("again with -Dminbar.seed=%d", seed).isEmpty();
        MINBAR.get("/ar/").expect(200);
    }

    private static Request invented(Random random) {
        StringBuilder address = new StringBuilder(one(random, ROOTS));
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextBoolean()) address.append('/');
            address.append(one(random, PIECES));
        }
        if (random.nextInt(30) == 0) address.append("/").append("x".repeat(9_000));
        for (int i = random.nextInt(4); i > 0; i--) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(one(random, PARAMETERS))
                    .append(random.nextInt(9) == 0 ? "" : "=")
                    .append(one(random, VALUES));
        }
        String method = random.nextInt(4) == 0 ? one(random, METHODS) : random.nextInt(9) == 0 ? "HEAD" : "GET";
        StringBuilder head = new StringBuilder();
        List<String> names = List.copyOf(HEADERS.keySet());
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = one(random, names);
            head.append(name)
                    .append(": ")
                    .append(one(random, HEADERS.get(name)))
                    .append("\r\n");
        }
        if (random.nextInt(40) == 0)
            head.append("X-Long: ").append("x".repeat(20_000)).append("\r\n");
        return new Request(method + " " + address, head.toString());
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Reply sent(Request request) {
        int port = MINBAR.setup().port();
        return exchanged(request.line + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + request.head
                + "Connection: close\r\n\r\n");
    }

    /** Many of these are no HTTP at all: they go out byte for byte. A stream without end is left after its head. */
    private static Reply exchanged(String bytes) {
        try (Socket socket = new Socket("localhost", MINBAR.setup().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes(12);
            String first = new String(start, StandardCharsets.ISO_8859_1);
            if (!first.startsWith("HTTP/1.1 ")) return new Reply(0, first);
            int status = Integer.parseInt(first.substring(9));
            boolean stream = bytes.substring(0, bytes.indexOf("HTTP/1.1")).contains("/stream");
            byte[] rest = stream ? new byte[0] : socket.getInputStream().readNBytes(300_000);
            return new Reply(status, new String(rest, StandardCharsets.UTF_8));
        } catch (SocketException | SocketTimeoutException cut) {
            return new Reply(0, cut.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_no_http_is_refused_in_a_line() {
        for (String host : List.of("", "evil.example", "localhost:99999", "a b", "[::1", "%00", "x".repeat(5_000))) {
            Reply reply = exchanged("GET /fr/ HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(RIGHT).as("Host: %s", host).contains(reply.status);
            assertThat(reply.text)
                    .as("Host: %s", host)
                    .doesNotContainPattern(INSIDES)
                    .doesNotContain("evil.example");
        }
        Reply without = exchanged("GET /fr/ HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(without.status).isEqualTo(400);
        Reply both = exchanged("POST /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");
        assertThat(RIGHT).contains(both.status);
        assertThat(both.text).doesNotContainPattern(INSIDES);
    }

    @Test
    void nobody_gets_back_what_was_sent_to_trace_it() {
        Reply reply = exchanged(
                "TRACE /fr/ HTTP/1.1\r\nHost: localhost\r\nCookie: minbar=secret\r\nConnection: close\r\n\r\n");
        assertThat(reply.status).isIn(405, 501);
        assertThat(reply.text).doesNotContain("secret");
    }

    @Test
    void a_slug_finds_its_page_however_it_is_written() {
        long story = MINBAR.open(
                "article",
                "culture",
                words("fr", "Les éléphants à la forêt", "", "<p>À Tétouan.</p>"),
                words("ar", "مؤتمر أكادير لأرباب الأفلام", "", "<p>افتتح.</p>"));
        for (String lang : List.of("fr", "ar")) {
            String right =
                    URI.create(MINBAR.publish(story, lang).get("url").asText()).getRawPath();
            String home = "/" + lang + "/" + story + "/";
            String slug = URI.create(right).getPath().substring(home.length());
            String apart = Normalizer.normalize(slug, Normalizer.Form.NFD);
            assertThat(apart).isNotEqualTo(slug);
            MINBAR.get(right).expect(200);
            MINBAR.get(home + encoded(slug).toLowerCase(Locale.ROOT)).expect(200);
            MINBAR.get(home + everyByteEncoded(slug)).expect(200);
            Answer composed = MINBAR.get(home + encoded(apart));
            if (composed.status() != 200) {
                assertThat(URI.create(composed.expect(301).header("Location")).getRawPath())
                        .isEqualTo(right);
            }
            Reply raw = exchanged("GET " + home + slug + " HTTP/1.1\r\nHost: localhost:"
                    + MINBAR.setup().port() + "\r\nConnection: close\r\n\r\n");
            assertThat(raw.status).isIn(200, 301, 400);
        }
    }

    private static String everyByteEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8))
            encoded.append(String.format(Locale.ROOT, "%%%02X", each));
        return encoded.toString();
    }
}
