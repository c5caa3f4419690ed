package org.minbar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what readers wait for, with a small and with a large archive, beside nginx with the same bytes as ready files
 * and behind Varnish with the configuration of {@code deploy}, turn by turn in one run. Prints a table for the
 * documentation. Needs wrk, nginx and varnishd with its modules.
 *
 * <pre>src/bench/site [STORIES ...] [--port N] [--memory 512m] [--warm SECONDS] [--rounds N]</pre>
 */
public final class Site {

    private static final int CONNECTIONS = 32;
    private static final int SECONDS = 8;
    private static final int PUBLICATIONS = 40;
    private static final int STORIES_ANEW = 3_000;
    private static final int LISTINGS = 200;
    private static final int WARM_UP = 8_000;
    private static final long SEED = 1421;
    private static final double TICKS = 100;
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

    private final Running.Setup empty;
    private final Path folder;
    private final int warm;
    private final int rounds;
    private final Map<String, Map<Integer, String>> rows = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Site(Running.Setup empty, Path folder, int warm, int rounds) {
        this.empty = empty;
        this.folder = folder;
        this.warm = warm;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        int port = 18_170;
        int warm = 60;
        int rounds = 3;
        String memory = "512m";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(arguments[++i]);
                case "--memory" -> memory = arguments[++i];
                case "--warm" -> warm = Integer.parseInt(arguments[++i]);
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                default -> sizes.add(Integer.parseInt(arguments[i]));
            }
        }
        if (sizes.isEmpty()) sizes.addAll(List.of(10_000, 100_000));
        Path folder = Files.createTempDirectory("minbar-site-");
        try {
            Running.Setup setup =
                    new Running.Setup(Path.of("target/minbar.jar"), folder.resolve("data"), port, Map.of(), memory);
            Site site = new Site(setup, folder, warm, rounds);
            for (int size : sizes) site.measure(size);
            site.print(sizes);
        } finally {
            Running.deleteTree(folder);
        }
    }

    private void measure(int stories) throws Exception {
        int port = empty.port();
        Path data = folder.resolve("data-" + stories);
        Running.Setup setup = new Running.Setup(
                empty.jar(),
                data,
                port,
                Map.of("MINBAR_EDGE_URL", "http://127.0.0.1:" + varnishPort()),
                empty.memory());
        try (Running minbar = Running.start(setup);
                Outside varnish = varnish();
                Outside nginx = nginx()) {
            minbar.awaitReady();
            minbar.signIn();
            List<String> urls = imported(minbar, stories);
            List<String> arabic = new ArrayList<>(
                    urls.stream().filter(url -> url.contains("/ar/")).toList());
            Collections.shuffle(arabic, new Random(SEED));
            anew(minbar, arabic, stories);
            listings(minbar, stories);
            publications(minbar, stories);
            serving(minbar, new TreeMap<>(Map.of("front page", "/ar/", "story", path(arabic.get(0)))), stories);
        }
        Running.deleteTree(data);
    }

    private List<String> imported(Running minbar, int stories) throws Exception {
        say("Importing " + stories);
        String answers = minbar.post(
                        "/api/v1/imports/stories",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> Copywriter.ndjson(stories, SEED, sent -> {})))
                .expect(200)
                .body();
        List<String> urls = new ArrayList<>();
        Matcher url = URL.matcher(answers);
        while (url.find()) urls.add(url.group(1));
        if (urls.size() != stories) throw new IllegalStateException("Only " + urls.size() + " came in");
        say("Waiting for the index");
        minbar.awaitIndex();
        return urls;
    }

    /** Every story once: none of them is kept. */
    private void anew(Running minbar, List<String> urls, int stories) throws Exception {
        say("Stories made anew");
        // With a question mark behind it no page is kept; so the compiler can be given time enough.
        for (int i = 0; i < WARM_UP; i++)
            minbar.get(path(urls.get(i % urls.size())) + "?anew=" + i).expect(200);
        double before = processor(minbar.pid());
        double[] millis = timed(minbar, urls.subList(1, Math.min(STORIES_ANEW, urls.size())));
        double spent = processor(minbar.pid()) - before;
        row("story made anew, one reader, p50", stories, "%.1f ms", at(millis, 0.5));
        row("story made anew, one reader, p99", stories, "%.1f ms", at(millis, 0.99));
        row("story made anew, processor", stories, "%.2f ms", spent * 1000 / millis.length);
    }

    private void listings(Running minbar, int stories) throws Exception {
        say("Listings");
        for (String listing : List.of("/ar/", "/ar/sections/society", "/ar/archive/2018", "/ar/archive/2018/05")) {
            String body = minbar.get(listing).expect(200).body();
            for (int i = 0; i < 20; i++) minbar.get(listing + "?anew=" + i).expect(200);
            row(listing + ", made anew, p50", stories, "%.1f ms", at(timed(minbar, anew(listing, LISTINGS)), 0.5));
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"|href=\"([^\"]+)\" rel=\"next\"")
                    .matcher(body);
            if (next.find() && listing.contains("sections")) deep(minbar, listing, stories);
        }
    }

    /** From page to page by the pages' own links, a thousand times. */
    private void deep(Running minbar, String listing, int stories) throws Exception {
        String next = listing;
        List<String> pages = new ArrayList<>();
        Pattern link = Pattern.compile("<a [^>]*rel=\"next\"[^>]*>");
        Pattern href = Pattern.compile("href=\"([^\"]+)\"");
        while (pages.size() < 1_000) {
            Matcher found = link.matcher(minbar.get(next).expect(200).body());
            if (!found.find()) break;
            Matcher address = href.matcher(found.group());
            if (!address.find()) break;
            next = address.group(1).replace("&amp;", "&");
            pages.add(next);
        }
        List<String> last = pages.subList(Math.max(0, pages.size() - 20), pages.size());
        List<String> often = new ArrayList<>();
        for (int i = 0; i < 10; i++) often.addAll(last);
        row(
                listing + ", page 980 to 1,000 (or the last), p50",
                stories,
                "%.1f ms (page " + pages.size() + ")",
                at(timed(minbar, often), 0.5));
    }

    private static List<String> anew(String path, int times) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < times; i++) paths.add(path + "?anew=" + (1_000 + i));
        return paths;
    }

    /** From the answer to a publication until readers see it: here, and behind Varnish. */
    private void publications(Running minbar, int stories) throws Exception {
        say("Publications");
        List<String> shown = List.of("/fr/", "/fr/sections/society", "/fr/feed.atom");
        List<Double> here = new ArrayList<>();
        List<Double> behind = new ArrayList<>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            for (String path : shown) {
                minbar.get(path).expect(200);
                get(varnishPort(), path);
            }
            String word = "zq" + Kill.letters(i) + "kq";
            String id = minbar.post("/api/v1/stories", Kill.story("fr", "society", word), "open-" + word)
                    .expect(201)
                    .field("id")
                    .orElseThrow();
            String publication = "/api/v1/stories/" + id + "/editions/fr/publication";
            minbar.post(publication, "{}", "publish-" + word).expect(200);
            long answered = System.nanoTime();
            String headline = Kill.headline("fr", word);
            for (String path : shown)
                until(() -> minbar.get(path).expect(200).body().contains(headline));
            here.add((System.nanoTime() - answered) / 1e6);
            for (String path : shown) until(() -> get(varnishPort(), path).contains(headline));
            behind.add((System.nanoTime() - answered) / 1e6);
        }
        row("published to seen on front page, section and feed, median", stories, "%.0f ms", at(array(here), 0.5));
        row("published to seen on front page, section and feed, slowest", stories, "%.0f ms", at(array(here), 1));
        row("the same behind Varnish, median", stories, "%.0f ms", at(array(behind), 0.5));
        row("the same behind Varnish, slowest", stories, "%.0f ms", at(array(behind), 1));
    }

    private interface Question {
        boolean isSo() throws Exception;
    }

    private static void until(Question question) throws Exception {
        long until = System.nanoTime() + 30_000_000_000L;
        while (!question.isSo()) {
            if (System.nanoTime() > until) throw new IllegalStateException("Never seen");
            Thread.sleep(1);
        }
    }

    /** The same bytes from Minbar's memory, from nginx as a ready file, and from Varnish before Minbar; turn by turn. */
    private void serving(Running minbar, Map<String, String> pages, int stories) throws Exception {
        for (String path : pages.values()) {
            byte[] zipped = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + empty.port() + path))
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            String name = URI.create(path).getPath();
            Path file = folder.resolve("www" + (name.endsWith("/") ? name + "index" : name) + ".html.gz");
            Files.createDirectories(file.getParent());
            Files.write(file, zipped);
            // nginx looks whether there is such a file, and hands out the one beside it.
            Files.writeString(Path.of(file.toString().replaceAll("\\.gz$", "")), "");
            say(path + ": " + zipped.length + " bytes compressed");
        }
        say("Warming up for " + warm + " s");
        for (String path : pages.values()) wrk(empty.port(), path, Math.max(1, warm / pages.size()));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            List<Double> ratios = new ArrayList<>();
            List<Double> edges = new ArrayList<>();
            List<Double> slow = new ArrayList<>();
            List<Double> rate = new ArrayList<>();
            get(varnishPort(), page.getValue());
            for (int i = 0; i < rounds; i++) {
                Load ours = wrk(empty.port(), page.getValue(), SECONDS);
                Load ready = wrk(nginxPort(), page.getValue(), SECONDS);
                Load edge = wrk(varnishPort(), page.getValue(), SECONDS);
                say("  " + page.getKey() + ": Minbar " + ours + ", nginx " + ready + ", Varnish " + edge);
                rate.add(ours.rate);
                slow.add(ours.p99);
                ratios.add(ours.rate / ready.rate);
                edges.add(edge.rate / ready.rate);
            }
            row(page.getKey() + ", kept, answers a second", stories, "%.0f", at(array(rate), 0.5));
            row(page.getKey() + ", kept, against nginx", stories, "%.2f", at(array(ratios), 0.5));
            row(page.getKey() + ", kept, p99", stories, "%.1f ms", at(array(slow), 0.5));
            row(page.getKey() + ", behind Varnish, against nginx", stories, "%.2f", at(array(edges), 0.5));
        }
    }

    private record Load(double rate, double p99) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f/s p99 %.1f ms", rate, p99);
        }
    }

    private static Load wrk(int port, String path, int seconds) throws Exception {
        String said = Running.said(
                "wrk",
                "-t2",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--latency",
                "-H",
                "Accept-Encoding: gzip",
                "http://127.0.0.1:" + port + path);
        if (said.contains("Non-2xx")) throw new IllegalStateException(said);
        Matcher rate = Pattern.compile("Requests/sec:\\s*([0-9.]+)").matcher(said);
        Matcher p99 = Pattern.compile("99%\\s*([0-9.]+)(us|ms|s)").matcher(said);
        if (!rate.find() || !p99.find()) throw new IllegalStateException(said);
        double unit =
                switch (p99.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1000;
                };
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static double[] timed(Running minbar, List<String> urls) throws Exception {
        double[] millis = new double[urls.size()];
        for (int i = 0; i < millis.length; i++) {
            String path = path(urls.get(i));
            long before = System.nanoTime();
            minbar.get(path).expect(200);
            millis[i] = (System.nanoTime() - before) / 1e6;
        }
        return millis;
    }

    private static String path(String url) {
        return url.startsWith("http") ? URI.create(url).getRawPath() : url;
    }

    /** Seconds of processor that the process has used. */
    /** Seconds that a process has computed. */
    static double processor(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    static double[] array(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double at(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    private int nginxPort() {
        return empty.port() + 1;
    }

    private int varnishPort() {
        return empty.port() + 2;
    }

    /** A server that isn't ours. */
    private record Outside(Process process) implements AutoCloseable {

        static Outside start(Path log, String... command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Outside(process);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    private Outside nginx() throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                worker_processes 2; pid %1$s/nginx.pid; error_log %1$s/nginx-error.log; daemon off;
                events { worker_connections 512; }
                http { access_log off; sendfile on; tcp_nopush on; gzip_static always; default_type text/html;
                  server { listen 127.0.0.1:%2$d; root %1$s/www; index index.html; location / { try_files $uri $uri.html $uri/index.html =404; } } }
                """
                        .formatted(folder, nginxPort()));
        return Outside.start(folder.resolve("nginx.log"), "nginx", "-c", configuration.toString());
    }

    private Outside varnish() throws IOException {
        Path configuration = folder.resolve("varnish.vcl");
        Files.writeString(
                configuration,
                Files.readString(Path.of("deploy/varnish.vcl"))
                        .replace(".port = \"8080\"", ".port = \"" + empty.port() + "\""));
        return Outside.start(
                folder.resolve("varnish.log"),
                "varnishd",
                "-F",
                "-j",
                "none",
                "-a",
                "127.0.0.1:" + varnishPort(),
                "-f",
                configuration.toString(),
                "-s",
                "malloc,128m",
                "-n",
                folder.resolve("varnish").toString());
    }

    private void row(String what, int stories, String format, double value) {
        String told = String.format(Locale.ROOT, format, value);
        say("  " + what + ": " + told);
        rows.computeIfAbsent(what, each -> new LinkedHashMap<>()).put(stories, told);
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private void print(List<Integer> sizes) {
        StringBuilder head = new StringBuilder("| what |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int size : sizes) {
            head.append(String.format(Locale.ROOT, " %,d stories |", size));
            rule.append("---|");
        }
        System.out.println(head);
        System.out.println(rule);
        rows.forEach((what, values) -> {
            StringBuilder row = new StringBuilder("| " + what + " |");
            for (int size : sizes)
                row.append(' ').append(values.getOrDefault(size, "")).append(" |");
            System.out.println(row);
        });
    }
}
