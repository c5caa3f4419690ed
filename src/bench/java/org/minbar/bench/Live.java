package org.minbar.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Measures how lines reach many open readers, half of them in Arabic and half in French, and looks whether each reader got
 * each line exactly once and in order: when nothing happens, when a third is cut off in the middle, when the server is
 * killed in the middle, and beside readers who never read. Every trial begins with an empty folder of data. Prints a
 * table for the documentation.
 *
 * <pre>src/bench/live [--readers 5000] [--minutes 10] [--pace 50] [--slow 50] [--trials rest,cut,kill,slow]</pre>
 */
public final class Live {

    private static final List<String> LANGUAGES = List.of("ar", "fr");
    private static final String LINES = "/api/v1/tickers/strip/flashes";
    private static final int AWAY_MILLIS = 5_000;
    private static final int SETTLED_SECONDS = 60;
    private static final int PATIENCE_SECONDS = 180;
    private static final int FILLING_LINES = 1_500;
    private static final int FILLING_WORDS = 600;

    private final Options options;
    private final Path folder;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private int wrong;

    private Live(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** @param pace lines a minute */
    private record Options(
            int readers, double minutes, int pace, int slow, int port, String memory, Path jar, List<String> trials) {

        static Options of(String[] arguments) {
            int readers = 5_000;
            double minutes = 10;
            int pace = 50;
            int slow = 50;
            int port = 18_260;
            String memory = "512m";
            Path jar = Path.of("target/minbar.jar");
            List<String> trials = List.of("rest", "cut", "kill", "slow");
            for (int i = 0; i < arguments.length; i += 2) {
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--readers" -> readers = Integer.parseInt(value);
                    case "--minutes" -> minutes = Double.parseDouble(value);
                    case "--pace" -> pace = Integer.parseInt(value);
                    case "--slow" -> slow = Integer.parseInt(value);
                    case "--port" -> port = Integer.parseInt(value);
                    case "--memory" -> memory = value;
                    case "--jar" -> jar = Path.of(value);
                    case "--trials" -> trials = List.of(value.split(","));
                    default -> throw new IllegalArgumentException(arguments[i]);
                }
            }
            return new Options(readers, minutes, pace, slow, port, memory, jar, trials);
        }

        int lines() {
            return (int) Math.round(minutes * pace);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Files.createDirectories(Path.of("target"));
        Path folder = Files.createTempDirectory(Path.of("target"), "live-");
        Live live = new Live(options, folder);
        for (String trial : options.trials()) live.new Trial(trial).run();
        live.print();
        // What went wrong can be looked up in the logs.
        if (live.wrong > 0) {
            System.err.println(live.wrong + " wrong; the logs are in " + folder);
            System.exit(1);
        }
        Running.deleteTree(folder);
    }

    /** A line as it was written: when the call began, and when it was answered, by language. */
    private static final class Line {
        private final int number;
        private final Map<String, Long> sent = new TreeMap<>();
        private final Map<String, Long> answered = new TreeMap<>();
        /** Whether it went out while nobody was being cut off or coming back. */
        private boolean calm = true;

        Line(int number) {
            this.number = number;
        }
    }

    private final class Trial {
        private final String name;
        private final Running.Setup setup;
        private volatile Running minbar;
        private volatile boolean calm = true;
        private final List<Line> lines = new ArrayList<>();
        private List<Fleet.Reader> away = List.of();

        Trial(String name) {
            this.name = name;
            this.setup = new Running.Setup(
                    options.jar(), folder.resolve(name), options.port(), settings(), options.memory());
        }

        void run() throws Exception {
            say(name);
            minbar = Running.start(setup);
            try (Fleet fleet = new Fleet(options.port(), paths())) {
                minbar.awaitReady();
                minbar.signIn();
                long empty = Measure.heapKilobytes(minbar.pid());
                row("heap without readers", "%d MB", empty >> 10);
                fleet.start();
                row("all listen after", "%.1f s", fleet.awaitAll(PATIENCE_SECONDS) / 1000.0);
                long open = Measure.heapKilobytes(minbar.pid());
                row("heap with them", "%d MB", open >> 10);
                row("of it each", "%.1f KB", (open - empty) / (double) options.readers());
                try (Fleet.Sleepers sleepers = sleepers()) {
                    write(fleet);
                    settle(fleet);
                    if (name.equals("slow")) fill(fleet, sleepers);
                }
                row("heap at the end", "%d MB", Measure.heapKilobytes(minbar.pid()) >> 10);
                row("resident at the end", "%s", Measure.resident(minbar.pid()));
                row("streams that the server broke, or that found nobody", "%d", fleet.broken());
                row("refused", "%d", fleet.refused());
                row("told to read the page anew", "%d", fleet.stale());
                fleet.close();
                look(fleet);
            } finally {
                minbar.close();
            }
        }

        private Map<String, String> settings() {
            Map<String, String> settings = new TreeMap<>();
            System.getenv().forEach((setting, value) -> {
                if (setting.equals("MINBAR_THEMES") || setting.equals("MINBAR_I18N")) settings.put(setting, value);
            });
            return settings;
        }

        private List<String> paths() {
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < options.readers(); i++) {
                paths.add("/" + LANGUAGES.get(i / 2 % LANGUAGES.size()) + "/live/stream");
            }
            return paths;
        }

        private Fleet.Sleepers sleepers() throws IOException {
            return new Fleet.Sleepers(options.port(), name.equals("slow") ? options.slow() : 0, "/ar/live/stream");
        }

        private void write(Fleet fleet) throws Exception {
            double before = Site.processor(minbar.pid());
            long bytes = fleet.bytes();
            FutureTask<Void> middle = new FutureTask<>(middle(fleet));
            long start = System.nanoTime();
            for (int i = 0; i < options.lines(); i++) {
                long due = start + (long) (i * 60e9 / options.pace());
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                if (i == options.lines() / 2) new Thread(middle, "middle").start();
                boolean calmBefore = calm;
                Line line = written(i);
                line.calm = calmBefore && calm;
                lines.add(line);
            }
            middle.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            row("lines", "%d", lines.size());
            // After a kill the process is another one.
            if (!name.equals("kill")) {
                row(
                        "processor, a line in two languages",
                        "%.0f ms",
                        (Site.processor(minbar.pid()) - before) * 1000 / lines.size());
            }
            row(
                    "bytes to each reader, a line",
                    "%.0f",
                    (fleet.bytes() - bytes) / (double) options.readers() / lines.size());
        }

        /** Says more to those who never read than anybody remembers for them; nobody else listens any more. */
        private void fill(Fleet fleet, Fleet.Sleepers sleepers) throws Exception {
            fleet.close();
            long before = Measure.heapKilobytes(minbar.pid());
            String body = "<p>" + "واحة ".repeat(FILLING_WORDS) + "</p>";
            for (int i = 0; i < FILLING_LINES; i++) {
                minbar.post(LINES, "{\"lang\":\"ar\",\"text\":\"سطر\",\"body\":\"" + body + "\"}", "fill-" + i)
                        .expect(201);
            }
            Thread.sleep(5_000);
            row("said to those who never read", "%.1f MB", FILLING_LINES * FILLING_WORDS * 9 / 1048576.0);
            row("heap before that", "%d MB", before >> 10);
            row("and after it", "%d MB", Measure.heapKilobytes(minbar.pid()) >> 10);
            row("of them still connected", "%d", asleep());
            row("of them at the end of the stream when they read at last", "%d", sleepers.wake());
        }

        private Callable<Void> middle(Fleet fleet) {
            return () -> {
                if (name.equals("cut")) cut(fleet);
                if (name.equals("kill")) kill(fleet);
                return null;
            };
        }

        private void cut(Fleet fleet) throws InterruptedException {
            away = fleet.readers().stream()
                    .filter(reader -> reader.index % 3 == 0)
                    .toList();
            fleet.cut(away, AWAY_MILLIS);
            Thread.sleep(AWAY_MILLIS);
            row("all listen again after they began to come back", "%.1f s", fleet.awaitAll(PATIENCE_SECONDS) / 1000.0);
        }

        private void kill(Fleet fleet) throws Exception {
            calm = false;
            // Not at the beginning of a call: the calls begin when this begins.
            Thread.sleep(3);
            minbar.kill();
            Running next = Running.start(setup).resume(minbar);
            row("open again after the kill", "%.1f s", next.awaitReady() / 1000.0);
            minbar = next;
            row("all listen again after that", "%.1f s", fleet.awaitAll(PATIENCE_SECONDS) / 1000.0);
            calm = true;
        }

        /** In Arabic first, and at once in French: each reader hears one of the two. */
        private Line written(int i) throws Exception {
            long sent = System.nanoTime();
            Running.Answer answer = insisting(() -> minbar.post(
                    LINES,
                    "{\"lang\":\"ar\",\"text\":\"أعلن المجلس الجهوي لورزازات صباح اليوم عن فتح القنطرة الجديدة على وادي درعة"
                            + " أمام حركة السير، بعد أشغال دامت سنتين، السطر " + i + "\"}",
                    name + "-" + i));
            Line line =
                    new Line(Integer.parseInt(answer.expect(201).field("number").orElseThrow()));
            line.sent.put("ar", sent);
            line.answered.put("ar", System.nanoTime());
            line.sent.put("fr", System.nanoTime());
            insisting(() -> minbar.put(
                            LINES + "/" + line.number,
                            "{\"lang\":\"fr\",\"text\":\"Le conseil régional de Ouarzazate a annoncé ce matin l’ouverture du nouveau"
                                    + " pont sur le Drâa à la circulation, après deux ans de travaux, ligne " + i
                                    + "\"}"))
                    .expect(200);
            line.answered.put("fr", System.nanoTime());
            return line;
        }

        /** Repeats a call until it is answered. */
        private Running.Answer insisting(Callable<Running.Answer> call) throws Exception {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                Running before = minbar;
                try {
                    Running.Answer answer = call.call();
                    if (answer.status() < 300 || calm) return answer;
                } catch (IOException cutOff) {
                    if (calm) throw cutOff;
                }
                while (minbar == before && System.nanoTime() < until) Thread.sleep(20);
                if (System.nanoTime() > until) throw new IllegalStateException("It never came back");
                Thread.sleep(200);
            }
        }

        /** Waits until everything has come, or will not come any more. */
        private void settle(Fleet fleet) throws InterruptedException {
            fleet.awaitAll(PATIENCE_SECONDS);
            int last = lines.get(lines.size() - 1).number;
            for (int tenth = 0; tenth < SETTLED_SECONDS * 10; tenth++) {
                if (fleet.readers().stream()
                        .allMatch(each -> each.heard() > 0 && each.number(each.heard() - 1) == last)) break;
                Thread.sleep(100);
            }
            Thread.sleep(1_000);
        }

        private void look(Fleet fleet) {
            Map<Integer, Line> byNumber = new TreeMap<>();
            for (Line line : lines) byNumber.put(line.number, line);
            boolean[] isAway = new boolean[options.readers()];
            for (Fleet.Reader reader : away) isAway[reader.index] = true;
            int missing = 0;
            int doubled = 0;
            int disordered = 0;
            List<Double> sinceSent = new ArrayList<>();
            List<Double> sinceAnswer = new ArrayList<>();
            Map<Integer, Double> last = new TreeMap<>();
            for (Fleet.Reader reader : fleet.readers()) {
                String lang = reader.path.substring(1, 3);
                Map<Integer, Boolean> known = new TreeMap<>();
                long id = 0;
                int highest = 0;
                for (int i = 0; i < reader.heard(); i++) {
                    int number = reader.number(i);
                    Line line = byNumber.get(number);
                    if (line == null) throw new IllegalStateException("Nobody wrote line " + number);
                    // A change is told once; what was told after it is not told again.
                    if (reader.id(i) == id) doubled++;
                    else if (reader.id(i) < id) disordered++;
                    id = Math.max(id, reader.id(i));
                    if (known.put(number, true) != null) continue;
                    if (number < highest) disordered++;
                    highest = Math.max(highest, number);
                    if (!line.calm || isAway[reader.index]) continue;
                    double sent = (reader.nanos(i) - line.sent.get(lang)) / 1e6;
                    sinceSent.add(sent);
                    sinceAnswer.add((reader.nanos(i) - line.answered.get(lang)) / 1e6);
                    last.merge(number, sent, Math::max);
                }
                missing += byNumber.size() - known.size();
            }
            row("missing", "%d", missing);
            row("doubled", "%d", doubled);
            row("out of order", "%d", disordered);
            row("from the call to a reader", "%s", percentiles(sinceSent));
            row("from the answer to a reader", "%s", percentiles(sinceAnswer));
            row("from the call to the last reader", "%s", percentiles(new ArrayList<>(last.values())));
            wrong += missing + doubled + disordered;
        }

        /** How many connections of readers who never read the server still holds. */
        private int asleep() throws IOException {
            int open = 0;
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String row : Files.readAllLines(Path.of(table))) {
                    String[] fields = row.strip().split("\\s+");
                    boolean ours = fields[1].endsWith(String.format(":%04X", options.port()));
                    // 127.2.x.y, the other way round; 01 is an established connection.
                    if (ours && fields[2].matches(".*027F:[0-9A-F]{4}") && fields[3].equals("01")) open++;
                }
            }
            return open;
        }

        private void row(String what, String format, Object... values) {
            String told = String.format(Locale.ROOT, format, values);
            say("  " + what + ": " + told);
            rows.computeIfAbsent(what, each -> new LinkedHashMap<>()).put(name, told);
        }
    }

    private static String percentiles(List<Double> millis) {
        double[] sorted = Site.array(millis);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.0f, p99 %.0f, most %.0f ms",
                Site.at(sorted, 0.5),
                Site.at(sorted, 0.99),
                sorted[sorted.length - 1]);
    }

    private void print() {
        System.out.println(String.format(
                Locale.ROOT,
                "Measured on %s: %d processors, Java %s, `-Xmx%s`, %,d readers, %d lines a minute for %.1f minutes, load"
                        + " average %.1f at the end.",
                LocalDate.now(Clock.systemUTC()),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.runtime.version"),
                options.memory(),
                options.readers(),
                options.pace(),
                options.minutes(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        System.out.println();
        System.out.println("| what | " + String.join(" | ", options.trials()) + " |");
        System.out.println("|---|" + "---|".repeat(options.trials().size()));
        rows.forEach((what, told) -> {
            StringBuilder row = new StringBuilder("| " + what + " |");
            for (String trial : options.trials())
                row.append(' ').append(told.getOrDefault(trial, "")).append(" |");
            System.out.println(row);
        });
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
