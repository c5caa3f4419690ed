package org.minbar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Minbar in a process of its own, and a caller who knows its administrator. Nothing but the JDK is needed. */
public final class Running implements AutoCloseable {

    private static final String EMAIL = "bench@localhost";
    private static final String PASSWORD = "bench-password-1";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * What it runs with.
     *
     * @param jar target/minbar.jar
     * @param data the folder of MINBAR_DATA
     * @param settings more environment variables: MINBAR_DATABASE_URL, MINBAR_SAMPLE
     * @param memory the largest heap: {@code 512m}
     */
    public record Setup(Path jar, Path data, int port, Map<String, String> settings, String memory) {

        public Setup with(Map<String, String> more) {
            Map<String, String> all = new java.util.HashMap<>(settings);
            all.putAll(more);
            return new Setup(jar, data, port, Map.copyOf(all), memory);
        }
    }

    /** @param body as text; for a page that is its HTML */
    public record Answer(int status, String body) {

        /** The first field of this name, whatever object it stands in: enough for answers whose shape we know. */
        public Optional<String> field(String name) {
            return Running.field(body, name);
        }

        public Answer expect(int... statuses) {
            for (int expected : statuses) if (status == expected) return this;
            throw new IllegalStateException(
                    "Answered " + status + ": " + body.substring(0, Math.min(500, body.length())));
        }
    }

    private final Setup setup;
    private final Process process;
    private final long startedAt;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token = "";

    private Running(Setup setup, Process process, long startedAt) {
        this.setup = setup;
        this.process = process;
        this.startedAt = startedAt;
    }

    /** Starts it; {@link #awaitReady} waits until it answers. */
    public static Running start(Setup setup) throws IOException {
        Files.createDirectories(setup.data());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + setup.memory(),
                "-jar",
                setup.jar().toAbsolutePath().toString(),
                "--port",
                Integer.toString(setup.port()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MINBAR_"));
        environment.put("MINBAR_DATA", setup.data().toAbsolutePath().toString());
        environment.put("MINBAR_SITE_URL", "http://localhost:" + setup.port());
        environment.put("MINBAR_ADMIN_EMAIL", EMAIL);
        environment.put("MINBAR_ADMIN_PASSWORD", PASSWORD);
        environment.putAll(setup.settings());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                setup.data().resolveSibling(setup.data().getFileName() + ".log").toFile()));
        long now = System.nanoTime();
        Process process = builder.start();
        // Whoever stops the trial in the middle should not have to look for what it left running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Running(setup, process, now);
    }

    /** Waits until {@code path} answers 200. @return milliseconds since the process was started */
    public long await(String path) throws IOException, InterruptedException {
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "It ended with " + process.exitValue() + "; see the log beside " + setup.data());
            }
            try {
                if (get(path).status() == 200) return sinceStart();
            } catch (IOException notYet) {
                // Nobody listens so far.
            }
            if (sinceStart() > PATIENCE.toMillis()) throw new IllegalStateException(path + " never answered 200");
            Thread.sleep(50);
        }
    }

    /** Waits until the house says that it is open. @return milliseconds since the process was started */
    public long awaitReady() throws IOException, InterruptedException {
        await("/health/ready");
        // The server is ready before the house is, when it has not been told of the house yet.
        return await("/ar/");
    }

    private long sinceStart() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    }

    /** Ends it as a power cut would: SIGKILL, no hooks, no flush. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public long pid() {
        return process.pid();
    }

    public String base() {
        return "http://localhost:" + setup.port();
    }

    /** Makes a token for the administrator; the calls after this one carry it. */
    public Running signIn() throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((EMAIL + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(request("/api/v1/tokens")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"bench\"}")));
        token = answer.expect(201).field("token").orElseThrow();
        return this;
    }

    /** Goes on with the token of an earlier process on the same data, as a client does that was not restarted. */
    public Running resume(Running before) {
        token = before.token;
        return this;
    }

    /** As a reader: without the token. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** As the administrator. */
    public Answer getSignedIn(String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    /** @param key the Idempotency-Key */
    public Answer post(String path, String json, String key) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body)
                .build();
        return answer(http.send(request, BodyHandlers.ofString()));
    }

    /** How far the index is behind the journal, in entries. */
    public long behind() throws IOException, InterruptedException {
        Answer state = getSignedIn("/api/v1/index").expect(200);
        return Long.parseLong(state.field("journal").orElseThrow())
                - Long.parseLong(state.field("cursor").orElseThrow());
    }

    /** Waits until the index has read the whole journal. */
    public void awaitIndex() throws IOException, InterruptedException {
        while (behind() > 0) Thread.sleep(50);
    }

    private HttpRequest.Builder request(String path) {
        URI address = URI.create(path.startsWith("http") ? path : base() + path);
        return HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The first field of this name in a piece of JSON: a text without its quotes, or a number. */
    public static Optional<String> field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?[0-9.]+))")
                .matcher(json);
        if (!found.find()) return Optional.empty();
        return Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(2)));
    }

    /** How often {@code part} stands in {@code text}. */
    public static int times(String text, String part) {
        int times = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) times++;
        return times;
    }

    /** What a command prints. */
    public static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int end = process.waitFor();
        if (end != 0) throw new IllegalStateException(List.of(command) + " ended with " + end + ": " + said);
        return said;
    }

    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> all = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) {
                all.add(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path path : all) Files.deleteIfExists(path);
    }
}
