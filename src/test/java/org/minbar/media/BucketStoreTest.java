package org.minbar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Refusal;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class BucketStoreTest extends PictureStoreContract {

    private static BucketServer server;
    private static S3Client owner;
    private static PictureStore store;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        server = BucketServer.start(folder);
        owner = BucketStore.client(server.bucket("newsroom"));
        owner.createBucket(create -> create.bucket("newsroom"));
        store = BucketStore.at(server.bucket("newsroom"));
    }

    @AfterAll
    static void stop() {
        store.close();
        owner.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        store.each("", kept -> store.delete(kept.key()));
    }

    @Override
    PictureStore store() {
        return store;
    }

    @Test
    void another_secret_does_not_open_it() {
        Bucket bucket = server.bucket("newsroom", "tajine");
        assertThatThrownBy(() -> BucketStore.at(bucket))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(bucket + " does not let this key and secret in (403)")
                .hasMessageNotContaining("tajine");
        assertThat(bucket.toString()).doesNotContain("tajine");
    }

    @Test
    void a_bucket_that_is_not_there_is_named() {
        assertThatThrownBy(() -> BucketStore.at(server.bucket("newsrom")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("s3://newsrom at http://127.0.0.1:")
                .hasMessageEndingWith(" is not there (404)");
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        assertThatThrownBy(() -> BucketStore.at(at(BucketServer.freePort())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" does not answer (")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_list_of_several_pages_is_whole_and_in_order() throws IOException {
        Path file = Files.writeString(desk.resolve("upload"), "x");
        List<String> keys =
                IntStream.range(0, 21).mapToObj("files/%04d"::formatted).toList();
        for (String key : keys) store.put(key, file, sha256("x"));
        List<String> listed = new ArrayList<>();
        try (PictureStore inPages = new BucketStore(server.bucket("newsroom"), 5)) {
            inPages.each("files/", kept -> listed.add(kept.key()));
        }
        assertThat(listed).isEqualTo(keys);
    }

    @Test
    void what_others_put_into_the_bucket_is_passed_over() throws IOException {
        owner.putObject(put -> put.bucket("newsroom").key("Reports/2026 (1).csv"), RequestBody.fromString("x"));
        put(KEY, "olives");
        assertThat(keys("")).containsExactly(KEY);
        owner.deleteObject(delete -> delete.bucket("newsroom").key("Reports/2026 (1).csv"));
    }

    @Test
    void a_whole_file_is_compared_with_its_checksum_as_it_is_read() throws IOException {
        owner.putObject(
                put -> put.bucket("newsroom").key(KEY).metadata(Map.of("sha256", sum("olives"))),
                RequestBody.fromString("0lives"));
        try (PictureStore.Opened opened = store.open(KEY).orElseThrow()) {
            assertThatThrownBy(() -> opened.bytes().readAllBytes())
                    .isInstanceOf(DamagedFile.class)
                    .hasMessageContaining(KEY);
        }
        try (PictureStore.Opened opened = store.open(KEY, 1, 5).orElseThrow()) {
            assertThat(opened.bytes().readAllBytes()).asString().isEqualTo("lives");
        }
    }

    @Test
    void a_file_that_is_left_in_the_middle_is_not_read_on() throws IOException {
        put(KEY, "olives".repeat(500_000));
        try (PictureStore.Opened opened = store.open(KEY).orElseThrow()) {
            assertThat(opened.bytes().read()).isEqualTo('o');
        }
        assertThat(store.length(KEY)).hasValue(3_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "507, '', store-full",
        "403, QuotaExceeded, store-full",
        "503, SlowDown, store-silent",
        "500, InternalError, store-silent"
    })
    void a_server_that_can_not_take_it_now_is_a_refusal(int status, String code, String kind) throws IOException {
        try (Answering answering = new Answering(status, code)) {
            Path file = Files.writeString(desk.resolve("upload"), "olives");
            Refusal refusal =
                    catchThrowableOfType(Refusal.class, () -> answering.store.put(KEY, file, sha256("olives")));
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_NOW);
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.retryAfterSeconds().isPresent()).isEqualTo(kind.equals("store-silent"));
        }
    }

    @Test
    void a_server_that_has_gone_away_is_a_refusal() throws IOException {
        Answering answering = new Answering(200, "");
        answering.server.stop(0);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> answering.store.find(KEY));
        assertThat(refusal.kind()).isEqualTo("store-silent");
    }

    @Test
    void a_key_that_is_taken_away_later_is_no_refusal_but_a_fault() throws IOException {
        try (Answering answering = new Answering(403, "AccessDenied")) {
            assertThatThrownBy(() -> answering.store.open(KEY))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("403 AccessDenied");
        }
    }

    @Test
    void both_checksums_go_along_so_that_every_server_can_compare() throws Exception {
        try (Answering answering = new Answering(200, "")) {
            Path file = Files.writeString(desk.resolve("upload"), "olives");
            answering.store.put(KEY, file, sha256("olives"));
            byte[] bytes = "olives".getBytes(StandardCharsets.UTF_8);
            assertThat(answering.heard)
                    .containsEntry(
                            "Content-md5",
                            base64(MessageDigest.getInstance("MD5").digest(bytes)))
                    .containsEntry(
                            "X-amz-checksum-sha256",
                            base64(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .containsEntry("X-amz-meta-sha256", sha256("olives"))
                    .containsEntry("Content-length", "6")
                    .doesNotContainKey("Expect");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String sum(String text) {
        try {
            return sha256(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bucket at(int port) {
        return new Bucket(
                "newsroom", Optional.of(URI.create("http://127.0.0.1:" + port)), "us-east-1", "amina", "couscous");
    }

    /** A server that lets everybody in and then answers everything in one way. */
    private static final class Answering implements AutoCloseable {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        final Map<String, String> heard = new ConcurrentHashMap<>();
        final PictureStore store;

        Answering(int status, String code) throws IOException {
            server.createContext("/newsroom", exchange -> {
                boolean knock = !exchange.getRequestURI().getPath().contains("/files/");
                exchange.getRequestHeaders().forEach((name, values) -> heard.put(name, values.get(0)));
                exchange.getRequestBody().readAllBytes();
                byte[] said = ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(knock ? 200 : status, knock || status == 200 ? -1 : said.length);
                if (!knock && status != 200) exchange.getResponseBody().write(said);
                exchange.close();
            });
            server.start();
            store = BucketStore.at(at(server.getAddress().getPort()));
        }

        @Override
        public void close() {
            store.close();
            server.stop(0);
        }
    }
}
