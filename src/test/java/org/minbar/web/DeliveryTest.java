package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    private static final String PAGE = "<p>مهرجان الصويرة يفتتح دورته الجديدة.</p>\n".repeat(40);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                       | PLAIN",
                "''                     | PLAIN",
                "gzip                   | GZIP",
                "GZIP                   | GZIP",
                "deflate, gzip;q=1.0    | GZIP",
                "gzip, deflate, br      | BROTLI",
                "br;q=1, gzip; q=0.5    | BROTLI",
                "br;q=0, gzip           | GZIP",
                "gzip;q=0.001           | GZIP",
                "gzip;q=0               | PLAIN",
                "gzip; q=0.000          | PLAIN",
                "br, deflate            | BROTLI",
                "x-gzipped, brr         | PLAIN",
                "identity               | PLAIN"
            })
    void it_compresses_for_whoever_can_read_it(@Nullable String acceptEncoding, Coding coding) {
        assertThat(Coding.best(acceptEncoding)).isEqualTo(coding);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"\"12.3\",\"12.3\"", "\"12.3-gz\",\"12.3\"", "\"12.3-br\",\"12.3\"", "*,*", "W/\"12-gz\",W/\"12\""
            })
    void a_tag_that_was_given_out_is_known_again(String given, String own) {
        assertThat(Coding.plainTag(given)).isEqualTo(own);
    }

    @Test
    void a_long_page_leaves_compressed_with_a_tag_of_its_own() throws Exception {
        Answer plain = get("/ar/", Map.of(), page(PAGE));
        Answer compressed = get("/ar/", Map.of("Accept-Encoding", "gzip"), page(PAGE));
        assertThat(plain.body()).isEqualTo(PAGE);
        assertThat(plain.headers).doesNotContainKey("Content-Encoding").containsEntry("Vary", "Accept-Encoding");
        assertThat(compressed.headers)
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Length", String.valueOf(compressed.bytes.size()));
        assertThat(compressed.unzipped()).isEqualTo(PAGE);
        assertThat(compressed.tag()).isNotEqualTo(plain.tag()).matches("\"[A-Za-z0-9_-]+-gz\"");
        assertThat(Coding.plainTag(compressed.tag())).isEqualTo(plain.tag());
    }

    @Test
    void what_is_short_or_packed_already_is_left_as_it_is() throws Exception {
        Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
        assertThat(get("/ar/", gzip, page("قصير")).headers).doesNotContainKeys("Content-Encoding", "Vary");
        Answer picture = get("/media/1/wide", gzip, (request, response) -> {
            response.setContentType("image/jpeg");
            response.getOutputStream().write(new byte[10_000]);
        });
        assertThat(picture.headers).doesNotContainKeys("Content-Encoding", "Vary");
        assertThat(picture.bytes.size()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource({"br", "gzip", "identity"})
    void who_has_it_already_is_told_so_and_sent_nothing(String encoding) throws Exception {
        Answer first = get("/ar/", Map.of("Accept-Encoding", encoding), page(PAGE));
        for (String known : new String[] {
            first.tag(), "W/" + first.tag(), "\"other\", " + first.tag(), "*", Coding.plainTag(first.tag())
        }) {
            Answer again = get("/ar/", Map.of("Accept-Encoding", encoding, "If-None-Match", known), page(PAGE));
            assertThat(again.status).as(known).isEqualTo(304);
            assertThat(again.bytes.size()).isZero();
            assertThat(again.headers).containsEntry("ETag", first.tag()).containsEntry("Vary", "Accept-Encoding");
        }
        Answer changed =
                get("/ar/", Map.of("Accept-Encoding", encoding, "If-None-Match", first.tag()), page(PAGE + "جديد"));
        assertThat(changed.status).isEqualTo(200);
        assertThat(changed.tag()).isNotEqualTo(first.tag());
    }

    @Test
    void the_doors_own_tag_stays() throws Exception {
        Answer answer = get("/api/v1/stories/1/editions/ar", Map.of("Accept-Encoding", "gzip"), (request, response) -> {
            response.setHeader("ETag", "\"12.3\"");
            page(PAGE).answer(request, response);
        });
        assertThat(answer.tag()).isEqualTo("\"12.3-gz\"");
    }

    @Test
    void head_says_what_get_says_and_keeps_the_bytes_back() throws Exception {
        Answer get = get("/ar/", Map.of("Accept-Encoding", "gzip"), page(PAGE));
        Answer head = ask("HEAD", "/ar/", Map.of("Accept-Encoding", "gzip"), (request, response) -> {
            assertThat(request.getMethod()).isEqualTo("GET");
            page(PAGE).answer(request, response);
        });
        assertThat(head.headers).isEqualTo(get.headers);
        assertThat(head.bytes.size()).isZero();
        Answer missing = ask("HEAD", "/ar/none", Map.of(), (request, response) -> {
            response.setStatus(404);
            page(PAGE).answer(request, response);
        });
        assertThat(missing.bytes.size()).isZero();
        assertThat(missing.headers)
                .containsEntry("Content-Length", String.valueOf(PAGE.getBytes(StandardCharsets.UTF_8).length))
                .doesNotContainKey("ETag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ar/                |               |           | public, no-cache",
                "/ar/                |               | minbar=x  | public, no-cache",
                "/desk/board         |               | minbar=x  | no-store",
                "/api/v1/stories     |               |           | public, no-cache",
                "/api/v1/stories     |               | minbar=x  | no-store",
                "/api/v1/stories     | Bearer x      |           | no-store"
            })
    void what_is_for_one_person_is_kept_by_no_cache(
            String path, @Nullable String authorization, @Nullable String cookie, String cacheControl)
            throws Exception {
        Map<String, String> headers = new HashMap<>();
        if (authorization != null) headers.put("Authorization", authorization);
        if (cookie != null) headers.put("Cookie", cookie);
        assertThat(get(path, headers, page(PAGE)).headers).containsEntry("Cache-Control", cacheControl);
    }

    @Test
    void what_arises_as_it_is_written_and_what_changes_something_goes_through_untouched() throws Exception {
        for (Answer answer : new Answer[] {
            ask("POST", "/api/v1/stories", Map.of("Accept-Encoding", "gzip"), page(PAGE)),
            get("/api/v1/exports/stories", Map.of("Accept-Encoding", "gzip"), page(PAGE)),
            get("/ar/live/stream", Map.of("Accept-Encoding", "gzip"), page(PAGE))
        }) {
            assertThat(answer.body()).isEqualTo(PAGE);
            assertThat(answer.headers).doesNotContainKeys("ETag", "Content-Encoding", "Cache-Control");
        }
    }

    @Test
    void what_a_door_has_written_before_it_began_anew_is_not_sent() throws Exception {
        Answer answer = get("/ar/", Map.of(), (request, response) -> {
            response.getWriter().write("half a page");
            response.reset();
            response.setStatus(500);
            response.getWriter().write("Something broke");
        });
        assertThat(answer.body()).isEqualTo("Something broke");
    }

    @FunctionalInterface
    private interface Door {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static Door page(String html) {
        return (request, response) -> {
            response.setContentType("text/html; charset=UTF-8");
            response.setContentLength(html.length());
            response.getWriter().write(html);
            response.flushBuffer();
        };
    }

    private static Answer get(String path, Map<String, String> headers, Door door) throws Exception {
        return ask("GET", path, headers, door);
    }

    private static Answer ask(String method, String path, Map<String, String> headers, Door door)
            throws IOException, ServletException {
        Answer answer = new Answer();
        FilterChain chain =
                (request, response) -> door.answer((HttpServletRequest) request, (HttpServletResponse) response);
        new Delivery(new PageCache(), new Inlays()).doFilter(request(method, path, headers), answer.response(), chain);
        return answer;
    }

    private static HttpServletRequest request(String method, String path, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                DeliveryTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getQueryString" -> null;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    /** What reached the network. */
    private static final class Answer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final PrintWriter writer = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
        final Map<String, String> headers = new HashMap<>();
        int status = 200;

        String body() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        String tag() {
            return Optional.ofNullable(headers.get("ETag")).orElseThrow();
        }

        String unzipped() throws IOException {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        HttpServletResponse response() {
            return (HttpServletResponse) Proxy.newProxyInstance(
                    DeliveryTest.class.getClassLoader(),
                    new Class<?>[] {HttpServletResponse.class},
                    (proxy, called, arguments) -> switch (called.getName()) {
                        case "setHeader", "addHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                        case "getHeader" -> headers.get((String) arguments[0]);
                        case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                        case "getContentType" -> headers.get("Content-Type");
                        case "setContentLength" -> headers.put("Content-Length", String.valueOf(arguments[0]));
                        case "setStatus" -> status = (int) arguments[0];
                        case "getStatus" -> status;
                        case "getOutputStream" -> stream();
                        case "getWriter" -> writer;
                        case "flushBuffer" -> {
                            writer.flush();
                            yield null;
                        }
                        case "reset" -> {
                            headers.clear();
                            bytes.reset();
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(called.getName());
                    });
        }

        private ServletOutputStream stream() {
            return new ServletOutputStream() {
                @Override
                public void write(int b) {
                    bytes.write(b);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
