package org.minbar.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the program as it is delivered, from the outside, and prints a table for the documentation. What goes on goes
 * to the standard error, the table alone to the standard output.
 *
 * <pre>src/bench/run [STORIES] [--postgres] [--port N] [--memory 512m] [--jar target/minbar.jar]</pre>
 *
 * Client and server share the machine, so each takes time from the other; the figures are those of a small machine that
 * does everything.
 */
public final class Measure {

    private static final int WARM_UP = 300;
    private static final int PAGES = 1_000;
    private static final int SEARCHES = 400;
    private static final int PUBLICATIONS = 30;
    private static final long SEED = 1421;
    private static final Pattern LAST_ID = Pattern.compile("\"url\":\"([^\"]+)\"");

    private final Running.Setup empty;
    private final int stories;
    private final List<String> rows = new ArrayList<>();

    private Measure(Running.Setup empty, int stories) {
        this.empty = empty;
        this.stories = stories;
    }

    public static void main(String[] arguments) throws Exception {
        int stories = 20_000;
        int port = 18_180;
        String memory = "512m";
        Path jar = Path.of("target/minbar.jar");
        boolean postgres = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--postgres" -> postgres = true;
                case "--port" -> port = Integer.parseInt(arguments[++i]);
                case "--memory" -> memory = arguments[++i];
                case "--jar" -> jar = Path.of(arguments[++i]);
                default -> stories = Integer.parseInt(arguments[i]);
            }
        }
        Path folder = Files.createTempDirectory("minbar-bench-");
        Map<String, String> given = databaseOfTheEnvironment();
        try (Databases databases = new Databases(postgres, given, port)) {
            Running.Setup setup = new Running.Setup(jar, folder.resolve("empty"), port, Map.of(), memory);
            Measure measure = new Measure(setup, stories);
            measure.sample(setup.with(databases.fresh()), folder);
            measure.large(setup.with(databases.fresh()), folder);
            measure.print(databases.name(), memory);
        } finally {
            Running.deleteTree(folder);
        }
    }

    /** Where the program starts small: the sample newsroom. */
    private void sample(Running.Setup setup, Path folder) throws Exception {
        Running.Setup sample = new Running.Setup(
                        setup.jar(), folder.resolve("sample"), setup.port(), setup.settings(), setup.memory())
                .with(Map.of("MINBAR_SAMPLE", "true"));
        say("The sample newsroom, first start");
        try (Running first = Running.start(sample)) {
            long firstPage = first.await("/ar/");
            row("first start, empty folder, to the first page (tables made, sample filled)", firstPage + " ms");
        }
        say("The sample newsroom, second start");
        try (Running second = Running.start(sample)) {
            row("start to the first page", second.await("/ar/") + " ms");
            second.awaitReady();
            for (String lang : Copywriter.LANGUAGES)
                second.get("/" + lang + "/").expect(200);
            row("heap after a collection, sample newsroom", heap(second.pid()));
            row("resident memory, sample newsroom", resident(second.pid()));
        }
    }

    /** Where the archive has been imported. */
    private void large(Running.Setup setup, Path folder) throws Exception {
        try (Running minbar = Running.start(new Running.Setup(
                setup.jar(), folder.resolve("large"), setup.port(), setup.settings(), setup.memory()))) {
            minbar.awaitReady();
            minbar.signIn();
            List<String> urls = importStories(minbar);
            pages(minbar, urls);
            searches(minbar);
            publications(minbar);
            desk(minbar);
            row("heap after a collection, " + counted(stories) + " stories", heap(minbar.pid()));
            row("resident memory, " + counted(stories) + " stories", resident(minbar.pid()));
        }
        row("data folder, " + counted(stories) + " stories", size(folder.resolve("large")));
        try (Running again = Running.start(new Running.Setup(
                setup.jar(), folder.resolve("large"), setup.port(), setup.settings(), setup.memory()))) {
            row("start to the first page, " + counted(stories) + " stories", again.await("/ar/") + " ms");
        }
    }

    private List<String> importStories(Running minbar) throws Exception {
        say("Importing " + counted(stories) + " stories");
        long before = System.nanoTime();
        String answers = minbar.post(
                        "/api/v1/imports/stories",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> Copywriter.ndjson(stories, SEED, sent -> {
                            if (sent % 5_000 == 0) say("  " + counted(sent) + " sent");
                        })))
                .expect(200)
                .body();
        double seconds = (System.nanoTime() - before) / 1e9;
        int failed = Running.times(answers, "\"error\":");
        List<String> urls = new ArrayList<>();
        Matcher url = LAST_ID.matcher(answers);
        while (url.find()) urls.add(url.group(1));
        if (urls.size() != stories) {
            throw new IllegalStateException(failed + " of " + stories + " lines were refused: "
                    + answers.substring(0, Math.min(500, answers.length())));
        }
        row(
                "import through `POST /api/v1/imports/stories`, " + counted(stories) + " stories",
                Math.round(stories / seconds) + " stories/s");
        long behind = minbar.behind();
        minbar.awaitIndex();
        double caughtUp = (System.nanoTime() - before) / 1e9 - seconds;
        row(
                "index caught up after the last answer",
                String.format(Locale.ROOT, "%.1f s (%s entries behind)", caughtUp, counted(behind)));
        return urls;
    }

    private void pages(Running minbar, List<String> urls) throws Exception {
        say("Story pages");
        List<String> shuffled = new ArrayList<>(urls);
        Collections.shuffle(shuffled, new Random(SEED));
        // Each story once: none of them can be in the cache.
        List<String> warm = shuffled.subList(0, Math.min(WARM_UP, shuffled.size() / 3));
        List<String> once = shuffled.subList(warm.size(), Math.min(shuffled.size(), warm.size() + PAGES));
        List<String> together = shuffled.subList(
                warm.size() + once.size(), Math.min(shuffled.size(), warm.size() + once.size() + PAGES));
        for (String url : warm) minbar.get(url).expect(200);
        row("story page, not cached, one reader", percentiles(once, url -> minbar.get(url)
                .expect(200)));
        if (!together.isEmpty()) {
            row("story page, not cached, eight readers", eight(together, url -> minbar.get(url)
                    .expect(200)));
        }
        String same = once.get(0);
        row("story page, the same again, one reader", percentiles(Collections.nCopies(PAGES, same), url -> minbar.get(
                        url)
                .expect(200)));
    }

    private void searches(Running minbar) throws Exception {
        for (String lang : Copywriter.LANGUAGES) {
            say("Searching in " + lang);
            List<String> paths = Copywriter.queries(lang, SEARCHES + 100, SEED).stream()
                    .map(query -> "/api/v1/search?lang=" + lang + "&q=" + Running.encoded(query))
                    .toList();
            for (String path : paths.subList(SEARCHES, paths.size()))
                minbar.get(path).expect(200);
            row(
                    "search at the API, " + lang + ", " + SEARCHES + " different queries",
                    percentiles(
                            paths.subList(0, SEARCHES), path -> minbar.get(path).expect(200)));
        }
        List<String> pages = new ArrayList<>();
        for (String lang : Copywriter.LANGUAGES) {
            for (String query : Copywriter.queries(lang, SEARCHES / 4, SEED + 1)) {
                pages.add("/" + lang + "/search?q=" + Running.encoded(query));
            }
        }
        for (String page : pages.subList(0, 30)) minbar.get(page).expect(200);
        row("search page, three languages", percentiles(pages, path -> minbar.get(path)
                .expect(200)));
    }

    private void publications(Running minbar) throws Exception {
        say("From publication to search");
        List<Double> publish = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            String lang = Copywriter.LANGUAGES.get(i % 3);
            String word = "zq" + Kill.letters(i) + "kq";
            Running.Answer opened = minbar.post("/api/v1/stories", Kill.story(lang, "society", word), "open-" + word)
                    .expect(201);
            String publication =
                    "/api/v1/stories/" + opened.field("id").orElseThrow() + "/editions/" + lang + "/publication";
            long asked = System.nanoTime();
            minbar.post(publication, "{}", "publish-" + word).expect(200);
            long answered = System.nanoTime();
            String search = "/api/v1/search?lang=" + lang + "&q=" + word;
            while (!minbar.get(search).expect(200).body().contains("\"headline\":\"" + Kill.headline(lang, word))) {
                if (System.nanoTime() - answered > 60e9) throw new IllegalStateException(word + " was never found");
                Thread.sleep(2);
            }
            publish.add((answered - asked) / 1e6);
            found.add((System.nanoTime() - answered) / 1e6);
        }
        row("publish through the API, answered", median(publish));
        row("published to found by search, after the answer", median(found));
    }

    /** What an editor waits for, with the whole archive behind it. */
    private void desk(Running minbar) throws Exception {
        say("The desk");
        String word = "zq" + Kill.letters(PUBLICATIONS) + "kq";
        String story = minbar.post("/api/v1/stories", Kill.story("fr", "society", word), "desk-" + word)
                .expect(201)
                .field("id")
                .orElseThrow();
        Matcher address = Pattern.compile("/desk/editions/[0-9]+")
                .matcher(minbar.getSignedIn("/desk/?q=" + story).expect(200).body());
        if (!address.find()) throw new IllegalStateException("The board doesn't show story " + story);
        String edition = address.group();
        String draft = "{\"from\":1,\"text\":" + text(1_500, 0) + "}";
        for (int i = 0; i < 50; i++) sent(minbar, edition + "/drafts", draft).expect(201);
        row("keeping a draft of 1,500 words", percentiles(Collections.nCopies(200, edition + "/drafts"), path -> sent(
                        minbar, path, draft)
                .expect(201)));
        String pair = "{\"left\":" + text(3_000, 0) + ",\"right\":" + text(3_000, 10) + "}";
        for (int i = 0; i < 30; i++) sent(minbar, edition + "/compare", pair).expect(200);
        row(
                "comparing two revisions of 3,000 words, every tenth changed",
                percentiles(Collections.nCopies(100, edition + "/compare"), path -> sent(minbar, path, pair)
                        .expect(200)));
        for (int i = 0; i < 20; i++) minbar.getSignedIn("/desk/").expect(200);
        row(
                "the board, " + counted(stories) + " stories",
                percentiles(Collections.nCopies(100, "/desk/"), path -> minbar.getSignedIn(path)
                        .expect(200)));
    }

    private static Running.Answer sent(Running minbar, String path, String json) throws Exception {
        return minbar.post(path, "application/json", BodyPublishers.ofString(json));
    }

    /** A text as the editor sends it. @param changed every so-manieth word is another one; 0: none */
    private static String text(int words, int changed) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < words; i++) {
            if (i % 50 == 0) body.append(i == 0 ? "<p>" : "</p><p>");
            boolean other = changed > 0 && i % changed == 0;
            body.append(other ? "autre" : "mot").append(Kill.letters(i % 700)).append(' ');
        }
        return "{\"headline\":\"Titre\",\"standfirst\":\"\",\"body\":\"" + body + "</p>\"}";
    }

    private interface Call {
        Object on(String path) throws Exception;
    }

    private static String percentiles(List<String> paths, Call call) throws Exception {
        double[] millis = new double[paths.size()];
        for (int i = 0; i < millis.length; i++) millis[i] = timed(paths.get(i), call);
        return percentiles(millis);
    }

    private static String eight(List<String> paths, Call call) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Double>> calls = new ArrayList<>();
            for (String path : paths) calls.add(() -> timed(path, call));
            long before = System.nanoTime();
            List<Future<Double>> done = readers.invokeAll(calls);
            double seconds = (System.nanoTime() - before) / 1e9;
            double[] millis = new double[done.size()];
            for (int i = 0; i < millis.length; i++) millis[i] = done.get(i).get();
            return percentiles(millis)
                    + String.format(Locale.ROOT, ", %d pages/s", Math.round(millis.length / seconds));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            readers.shutdown();
        }
    }

    private static double timed(String path, Call call) throws Exception {
        long before = System.nanoTime();
        call.on(path);
        return (System.nanoTime() - before) / 1e6;
    }

    private static String percentiles(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms",
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))]);
    }

    private static String median(List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "median %.0f ms, slowest %.0f ms of %d",
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private static String heap(long pid) throws IOException, InterruptedException {
        return Math.round(heapKilobytes(pid) / 1024.0) + " MB";
    }

    /** What is used after a full collection. */
    static long heapKilobytes(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Running.said(jcmd, Long.toString(pid), "GC.run");
        String info = Running.said(jcmd, Long.toString(pid), "GC.heap_info");
        // The first "used" is the heap's, whichever collector; a generational one counts in parts.
        long kilobytes = 0;
        for (String line : info.split("\n")) {
            Matcher used = Pattern.compile("used (\\d+)K").matcher(line);
            boolean part = line.matches(".*(garbage-first heap|generation|Gen\\b|ZHeap|Shenandoah).*");
            if (part && used.find()) kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes;
    }

    static String resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) return "not known on this system";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 1024.0) + " MB")
                .findFirst()
                .orElse("not known");
    }

    private static String size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            Function<Path, Long> bytes =
                    path -> path.toFile().isFile() ? path.toFile().length() : 0L;
            return Math.round(files.map(bytes).mapToLong(Long::longValue).sum() / 1048576.0) + " MB";
        }
    }

    private void print(String database, String memory) throws IOException {
        String load = String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("Measured on " + LocalDate.now(Clock.systemUTC()) + ": "
                + Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "), " + machineMemory()
                + " of memory, Java " + System.getProperty("java.runtime.version") + ", `-Xmx" + memory + "`, "
                + database
                + ", load average " + load + " at the end. `src/bench/run " + stories + "`");
        System.out.println();
        System.out.println("| what | measured |");
        System.out.println("|---|---|");
        rows.forEach(System.out::println);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) return System.getProperty("os.arch");
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String machineMemory() throws IOException {
        Path info = Path.of("/proc/meminfo");
        if (!Files.isReadable(info)) return "an unknown amount";
        long kilobytes = Long.parseLong(Files.readAllLines(info).get(0).replaceAll("\\D", ""));
        return Math.round(kilobytes / 1048576.0) + " GB";
    }

    private void row(String what, String measured) {
        rows.add("| " + what + " | " + measured + " |");
        say("  " + what + ": " + measured);
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private static Map<String, String> databaseOfTheEnvironment() {
        Map<String, String> settings = new java.util.HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("MINBAR_DATABASE_")) settings.put(name, value);
        });
        return Map.copyOf(settings);
    }

    /** An empty database for each part: embedded, one that the environment names, or a PostgreSQL of our own. */
    private static final class Databases implements AutoCloseable {

        private final boolean own;
        private final Map<String, String> given;
        private final List<Postgres> started = new ArrayList<>();
        private final int port;
        private String name = "H2 embedded";

        Databases(boolean own, Map<String, String> given, int port) {
            this.own = own;
            this.given = given;
            this.port = port;
        }

        Map<String, String> fresh() throws IOException, InterruptedException {
            if (own) {
                Postgres postgres = Postgres.start(port + 10 + started.size());
                started.add(postgres);
                name = postgres.version();
                return postgres.settings();
            }
            if (!given.isEmpty()) name = "PostgreSQL by MINBAR_DATABASE_URL";
            return given;
        }

        String name() {
            return name;
        }

        @Override
        public void close() throws IOException {
            for (Postgres postgres : started) postgres.close();
        }
    }
}
