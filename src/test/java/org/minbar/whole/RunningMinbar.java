package org.minbar.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code target/minbar.jar} in a process of its own, and a caller who knows its administrator. */
final class RunningMinbar implements AutoCloseable {

    static final String LOTTE = "lotte@minbar.example";
    static final String PASSWORD = "la-lune-et-le-puits";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int FIRST_PORT = 18_200;
    private static final int LAST_PORT = 18_239;
    private static int nextPort = FIRST_PORT;

    /** @param settings more environment variables */
    record Setup(int port, Path data, Map<String, String> settings) {

        /** On a free port, with an empty folder below {@code target}. */
        static Setup fresh(String name) {
            try {
                Path all = Files.createDirectories(Path.of("target", "its").toAbsolutePath());
                return new Setup(freePort(), Files.createTempDirectory(all, name + "-"), Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Setup with(String variable, String value) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(variable, value);
            return new Setup(port, data, more);
        }

        Setup withSample() {
            return with("MINBAR_SAMPLE", "true");
        }

        Setup onAnotherPort() {
            return new Setup(freePort(), data, settings);
        }
    }

    private final Setup setup;
    private final Process process;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private String token = "";

    private RunningMinbar(Setup setup, Process process) {
        this.setup = setup;
        this.process = process;
    }

    /** The one that all who can share it share: the sample newsroom, ended when the tests end. */
    static RunningMinbar shared() {
        return Shared.ONE;
    }

    private static final class Shared {
        static final RunningMinbar ONE = whole();

        /** With the pictures of the sample, which come in after the first page: pages that still change are no use. */
        private static RunningMinbar whole() {
            RunningMinbar minbar = start(Setup.fresh("shared").withSample());
            Until.within(PATIENCE, "the sample's pictures", () -> minbar.log().contains("has its pictures"));
            return minbar;
        }
    }

    /** Starts it and waits until it is open. */
    static RunningMinbar start(Setup setup) {
        RunningMinbar minbar = begin(setup);
        minbar.awaitReady();
        return minbar;
    }

    /** Starts it and comes back at once. */
    static RunningMinbar begin(Setup setup) {
        Path jar = Path.of("target", "minbar.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) throw new IllegalStateException(jar + " is missing: run mvn package");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // So many short lives in a row: what they gain by the second compiler they don't live to enjoy.
                "-XX:TieredStopAtLevel=1",
                // Several of them share two cores: one thread for compiling and one for collecting is enough for each.
                "-XX:CICompilerCount=1",
                "-XX:+UseSerialGC",
                // Our own compiler made these classes; proving them anew takes a fifth of each start.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-jar",
                jar.toString(),
                "--port",
                String.valueOf(setup.port()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MINBAR_"));
        environment.put("MINBAR_DATA", setup.data().toString());
        environment.put("MINBAR_SITE_URL", "http://localhost:" + setup.port());
        environment.put("MINBAR_ADMIN_EMAIL", LOTTE);
        environment.put("MINBAR_ADMIN_PASSWORD", PASSWORD);
        environment.putAll(setup.settings());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(beside(setup, ".out")));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(beside(setup, ".err")));
        try {
            RunningMinbar minbar = new RunningMinbar(setup, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(minbar.process::destroyForcibly));
            return minbar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File beside(Setup setup, String ending) {
        return setup.data()
                .resolveSibling(setup.data().getFileName() + "-" + setup.port() + ending)
                .toFile();
    }

    private static synchronized int freePort() {
        while (nextPort <= LAST_PORT) {
            int port = nextPort++;
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("No port from " + FIRST_PORT + " to " + LAST_PORT + " is free");
    }

    private void awaitReady() {
        Until.within(PATIENCE, "open at " + base() + "\n" + log(), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + "\n" + log());
            }
            try {
                return call("GET", "/health/ready").status() == 200
                        && call("GET", "/ar/").status() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    Setup setup() {
        return setup;
    }

    String base() {
        return "http://localhost:" + setup.port();
    }

    long pid() {
        return process.pid();
    }

    /** What it said on its standard error. */
    String errors() {
        return read(beside(setup, ".err"));
    }

    /** The end of all it said, for the message of a test that failed. */
    String log() {
        String all = read(beside(setup, ".out")) + errors();
        return all.substring(Math.max(0, all.length() - 6_000));
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: no hooks, nothing written at the last moment. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    /** As an operator would: SIGTERM. Answers whether it was over within the time. */
    boolean stop(Duration within) {
        process.destroy();
        return awaitEnd(within);
    }

    boolean awaitEnd(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        if (!stop(Duration.ofSeconds(20))) kill();
    }

    // Asking

    /** As a reader. @param headers name, value, name, value */
    Answer get(String path, String... headers) {
        return call("GET", path, headers);
    }

    /** As a reader, with another method and without a body. */
    Answer call(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /** As Lotte, who may do everything. */
    Answer lotte(String method, String path, Object body, String... headers) {
        return as(token(), method, path, body, headers);
    }

    Answer lotte(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), "Authorization", "Bearer " + token());
    }

    /** As whoever holds the token. @param body text as it is, everything else as JSON */
    Answer as(String bearer, String method, String path, Object body, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.addAll(List.of("Authorization", "Bearer " + bearer));
        if (!all.contains("Content-Type")) all.addAll(List.of("Content-Type", "application/json"));
        return send(method, path, published(body), all.toArray(String[]::new));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        URI address = URI.create(path.startsWith("http") ? path : base() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).method(method, body);
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + address, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher published(Object body) {
        try {
            if (body instanceof byte[] bytes) return BodyPublishers.ofByteArray(bytes);
            return BodyPublishers.ofString(body instanceof String text ? text : Answer.MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Lotte's token, made when it is first asked for. */
    synchronized String token() {
        if (token.isEmpty()) token = tokenFor(LOTTE, PASSWORD, Map.of("name", "whole"));
        return token;
    }

    String tokenFor(String email, String password, Map<String, ?> wish) {
        return issue(email, password, wish).expect(201).json().get("token").asText();
    }

    Answer issue(String email, String password, Map<String, ?> wish) {
        return send(
                "POST",
                "/api/v1/tokens",
                published(wish),
                "Authorization",
                basic(email, password),
                "Content-Type",
                "application/json");
    }

    static String basic(String email, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    // The newsroom's everyday calls

    /** An edition as it goes in. */
    static Map<String, Object> words(String lang, String headline, String standfirst, String body) {
        return Map.of("lang", lang, "headline", headline, "standfirst", standfirst, "body", body);
    }

    /** The number of a new story with these editions as drafts. */
    @SafeVarargs
    final long open(String kind, String section, Map<String, Object>... editions) {
        return lotte("POST", "/api/v1/stories", Map.of("kind", kind, "section", section, "editions", editions))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    static String edition(long story, String lang) {
        return "/api/v1/stories/" + story + "/editions/" + lang;
    }

    /** The edition as it then stands. */
    JsonNode publish(long story, String lang) {
        return lotte("POST", edition(story, lang) + "/publication", Map.of())
                .expect(200)
                .json();
    }

    void withdraw(long story, String lang, String reason) {
        lotte("DELETE", edition(story, lang) + "/publication", Map.of("reason", reason))
                .expect(200);
    }

    JsonNode search(String query, String rest) {
        return get("/api/v1/search?q=" + encoded(query) + rest).expect(200).json();
    }

    /** Waits until the index has read the whole journal. */
    void settle() {
        Until.within(Duration.ofSeconds(30), "the index at the journal's end", () -> {
            JsonNode state = lotte("GET", "/api/v1/index").expect(200).json();
            return state.get("cursor").asLong() >= state.get("journal").asLong();
        });
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
