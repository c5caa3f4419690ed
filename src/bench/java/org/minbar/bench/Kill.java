package org.minbar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trial by SIGKILL. Several desks publish at once; in the middle the process is killed; it is started again on the
 * same data, and whatever it had acknowledged must be there, everywhere, once.
 *
 * <pre>src/bench/kill [ROUNDS] [--postgres] [--port N] [--desks 4] [--seed N] [--jar target/minbar.jar]</pre>
 *
 * An edition counts as acknowledged when the answer 200 to its publication was received. After each round it must be
 * published in the API, listed there once, stand on its own page, be found by search once and be in the Atom feed once.
 * An edition whose answer the kill cut off may be there or not, but wholly: not in the API without being found, nor the
 * other way round. Then its calls are made again with the same Idempotency-Keys, as a careful client would, and from
 * there on it counts as acknowledged, once.
 */
public final class Kill implements AutoCloseable {

    private static final int DEFAULT_ROUNDS = 20;
    /** Those that every newsroom starts with; spread over them, a round fits into the feeds. */
    private static final List<String> SECTIONS = List.of(
            "politics",
            "economy",
            "society",
            "culture",
            "sports",
            "technology",
            "health",
            "education",
            "environment",
            "world",
            "justice",
            "opinion");

    private static final int EARLIER_ONES = 150;
    private static final long SETTLING_MILLIS = 30_000;
    private static final Pattern ENTRY = Pattern.compile("<entry[ >].*?</entry>", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("<link[^>]*rel=\"next\"[^>]*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");

    private final Running.Setup setup;
    private final Random random;
    private final int desks;
    private final AtomicInteger words = new AtomicInteger();
    private final List<Attempt> acknowledged = new ArrayList<>();

    private Running running;

    /**
     * Starts the program for the first round.
     *
     * @param desks how many publish at once
     */
    public Kill(Running.Setup setup, int desks, long seed) throws IOException, InterruptedException {
        this.setup = setup;
        this.desks = desks;
        this.random = new Random(seed);
        this.running = started(setup).signIn();
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = DEFAULT_ROUNDS;
        int port = 18_181;
        int desks = 4;
        long seed = System.nanoTime();
        boolean postgres = false;
        Path jar = Path.of("target/minbar.jar");
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--postgres" -> postgres = true;
                case "--port" -> port = Integer.parseInt(arguments[++i]);
                case "--desks" -> desks = Integer.parseInt(arguments[++i]);
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--jar" -> jar = Path.of(arguments[++i]);
                default -> rounds = Integer.parseInt(arguments[i]);
            }
        }
        Path folder = Files.createTempDirectory("minbar-kill-");
        Tally tally;
        try (Postgres own = postgres ? Postgres.start(port + 10) : null) {
            Map<String, String> settings = new HashMap<>();
            System.getenv().forEach((name, value) -> {
                if (name.startsWith("MINBAR_DATABASE_")) settings.put(name, value);
            });
            if (own != null) settings.putAll(own.settings());
            String database = own != null ? own.version() : settings.isEmpty() ? "H2 embedded" : "MINBAR_DATABASE_URL";
            System.out.println(rounds + " rounds, " + desks + " desks, " + database + ", seed " + seed);
            Running.Setup setup = new Running.Setup(jar, folder.resolve("data"), port, settings, "512m");
            try (Kill kill = new Kill(setup, desks, seed)) {
                tally = kill.rounds(rounds);
            }
        }
        System.out.println(tally);
        if (tally.clean()) Running.deleteTree(folder);
        else System.out.println("The data and the log are kept in " + folder);
        System.exit(tally.clean() ? 0 : 1);
    }

    /** What a whole trial comes to. */
    public record Tally(int rounds, int acknowledged, int lost, int doubled, int half, int refused) {

        Tally plus(Round round) {
            return new Tally(
                    rounds + 1,
                    acknowledged + round.acknowledged(),
                    lost + round.findings().lost().size(),
                    doubled + round.findings().doubled().size(),
                    half + round.findings().half().size(),
                    refused + round.findings().refused().size());
        }

        public boolean clean() {
            return lost == 0 && doubled == 0 && half == 0 && refused == 0 && acknowledged > 0;
        }

        @Override
        public String toString() {
            String more = (half == 0 ? "" : ", " + half + " half there")
                    + (refused == 0 ? "" : ", " + refused + " refused while it ran");
            return rounds + " rounds, " + acknowledged + " acknowledged, " + lost + " lost, " + doubled + " doubled"
                    + more;
        }
    }

    /**
     * What was amiss, in sentences; empty lists are what we want.
     *
     * @param refused calls that were answered otherwise than they should be, before the kill
     */
    public record Findings(List<String> lost, List<String> doubled, List<String> half, List<String> refused) {

        Findings() {
            this(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    Collections.synchronizedList(new ArrayList<>()));
        }

        boolean none() {
            return lost.isEmpty() && doubled.isEmpty() && half.isEmpty() && refused.isEmpty();
        }

        /** @param times how often it is there, where it must be once */
        void once(int times, String what) {
            if (times == 0) lost.add(what);
            if (times > 1) doubled.add(what + ", " + times + " times");
        }
    }

    /**
     * One round.
     *
     * @param acknowledged editions whose publication was answered before the kill
     * @param cutOff editions whose publication, or story, was under way
     * @param whole how many of those were there after the restart
     */
    public record Round(
            int acknowledged,
            int cutOff,
            int whole,
            long livedMillis,
            long backMillis,
            long settledMillis,
            Findings findings) {

        @Override
        public String toString() {
            String line = String.format(
                    Locale.ROOT,
                    "killed after %.2f s, %d acknowledged, %d cut off (%d of them there), back in %.1f s, index level %.1f s later",
                    livedMillis / 1e3,
                    acknowledged,
                    cutOff,
                    whole,
                    backMillis / 1e3,
                    settledMillis / 1e3);
            if (findings.none()) return line;
            StringBuilder all = new StringBuilder(line);
            findings.lost().forEach(what -> all.append("\n    LOST ").append(what));
            findings.doubled().forEach(what -> all.append("\n    DOUBLED ").append(what));
            findings.half().forEach(what -> all.append("\n    HALF ").append(what));
            findings.refused().forEach(what -> all.append("\n    REFUSED ").append(what));
            return all.toString();
        }
    }

    /** One edition on its way; written by one desk, read after that desk has ended. */
    private static final class Attempt {

        private final String lang;
        private final String section;
        private final String word;
        private String id = "";
        private String url = "";
        private Instant published = Instant.EPOCH;
        private boolean acknowledged;

        Attempt(String lang, String section, String word) {
            this.lang = lang;
            this.section = section;
            this.word = word;
        }

        String edition() {
            return "/api/v1/stories/" + id + "/editions/" + lang;
        }

        @Override
        public String toString() {
            return word + " (story " + (id.isEmpty() ? "?" : id) + ", " + lang + ")";
        }
    }

    public Tally rounds(int rounds) throws IOException, InterruptedException {
        Tally tally = new Tally(0, 0, 0, 0, 0, 0);
        for (int round = 1; round <= rounds; round++) {
            Round result = round();
            tally = tally.plus(result);
            System.out.println(String.format(Locale.ROOT, "round %2d: ", round) + result);
        }
        return tally;
    }

    /** Publishes, kills, starts again and looks. */
    public Round round() throws IOException, InterruptedException {
        List<Attempt> attempts = new ArrayList<>();
        Findings findings = new Findings();
        long lived = publishUntilKilled(running, attempts, findings);
        List<Attempt> certain =
                attempts.stream().filter(attempt -> attempt.acknowledged).toList();
        List<Attempt> cutOff =
                attempts.stream().filter(attempt -> !attempt.acknowledged).toList();

        long before = System.nanoTime();
        // The clients keep their token over the restart: the Idempotency-Keys belong to it.
        running = started(setup).resume(running);
        long back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        long settled = settle(running);

        List<Attempt> earlier = sample(acknowledged);
        look(certain, earlier, findings);
        int whole = 0;
        for (Attempt attempt : cutOff) if (isThere(attempt, findings)) whole++;
        for (Attempt attempt : cutOff) repeat(attempt);
        settle(running);
        Findings repeated = new Findings();
        look(cutOff, List.of(), repeated);
        repeated.lost().forEach(what -> findings.lost().add("after repeating the call: " + what));
        repeated.doubled().forEach(what -> findings.doubled().add("after repeating the call: " + what));

        acknowledged.addAll(certain);
        acknowledged.addAll(cutOff);
        return new Round(certain.size(), cutOff.size(), whole, lived, back, settled, findings);
    }

    @Override
    public void close() {
        running.close();
    }

    private static Running started(Running.Setup setup) throws IOException, InterruptedException {
        Running minbar = Running.start(setup);
        minbar.awaitReady();
        return minbar;
    }

    private long publishUntilKilled(Running minbar, List<Attempt> attempts, Findings findings)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch first = new CountDownLatch(1);
        ExecutorService desk = Executors.newFixedThreadPool(desks);
        for (int i = 0; i < desks; i++) desk.execute(() -> publishOn(minbar, attempts, first, stop, findings));
        // A program that has just started is slow; its time runs from the first publication.
        if (!first.await(90, TimeUnit.SECONDS)) throw new IllegalStateException("Nothing was published");
        long life = 300 + random.nextInt(1_700);
        Thread.sleep(life);
        // The desks go on: the kill must fall into the middle of their calls.
        minbar.kill();
        stop.set(true);
        desk.shutdown();
        if (!desk.awaitTermination(90, TimeUnit.SECONDS)) throw new IllegalStateException("A desk never gave up");
        return life;
    }

    private void publishOn(
            Running minbar, List<Attempt> attempts, CountDownLatch first, AtomicBoolean stop, Findings findings) {
        while (!stop.get()) {
            int number = words.incrementAndGet();
            Attempt attempt = new Attempt(
                    Copywriter.LANGUAGES.get(number % 3), SECTIONS.get(number / 3 % SECTIONS.size()), word(number));
            synchronized (attempts) {
                attempts.add(attempt);
            }
            try {
                make(minbar, attempt);
                first.countDown();
            } catch (IOException cutOff) {
                return;
            } catch (IllegalStateException refused) {
                findings.refused().add(attempt + ": " + refused.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void make(Running minbar, Attempt attempt) throws IOException, InterruptedException {
        Running.Answer opened = minbar.post(
                "/api/v1/stories", story(attempt.lang, attempt.section, attempt.word), "open-" + attempt.word);
        attempt.id = opened.expect(201).field("id").orElseThrow();
        Running.Answer answer = minbar.post(attempt.edition() + "/publication", "{}", "publish-" + attempt.word);
        attempt.url = answer.expect(200).field("url").orElseThrow();
        attempt.published = Instant.parse(answer.field("published").orElseThrow());
        attempt.acknowledged = true;
    }

    /** The same calls with the same keys: nothing may come of it twice. */
    private void repeat(Attempt attempt) throws IOException, InterruptedException {
        make(running, attempt);
    }

    /** Waits until the index has read the whole journal. */
    private static long settle(Running minbar) throws IOException, InterruptedException {
        long before = System.nanoTime();
        while (minbar.behind() > 0) {
            if (millisSince(before) > SETTLING_MILLIS) throw new IllegalStateException("The index does not catch up");
            Thread.sleep(10);
        }
        return millisSince(before);
    }

    private static long millisSince(long before) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }

    /** @param fresh every one is looked at everywhere; {@code earlier} are not looked for in the feeds any more */
    private void look(List<Attempt> fresh, List<Attempt> earlier, Findings findings)
            throws IOException, InterruptedException {
        List<Attempt> all = new ArrayList<>(earlier);
        all.addAll(fresh);
        for (Attempt attempt : all) {
            Running.Answer edition = running.get(attempt.edition());
            boolean published = edition.status() == 200
                    && edition.field("status").filter("published"::equals).isPresent()
                    && edition.body().contains(headline(attempt.lang, attempt.word));
            findings.once(published ? 1 : 0, attempt + " in the API, which answers " + edition.status());
            Running.Answer page = running.get(attempt.url);
            boolean shown = page.status() == 200 && page.body().contains(attempt.word);
            findings.once(shown ? 1 : 0, attempt + " on its page, which answers " + page.status());
            findings.once(found(attempt), attempt + " in the search");
        }
        for (String lang : Copywriter.LANGUAGES) {
            List<Attempt> mine =
                    fresh.stream().filter(attempt -> attempt.lang.equals(lang)).toList();
            if (mine.isEmpty()) continue;
            String listed = listed(lang);
            for (Attempt attempt : all) {
                if (!attempt.lang.equals(lang)) continue;
                int times = Running.times(listed, "\"headline\":\"" + headline(lang, attempt.word) + "\"");
                findings.once(times, attempt + " in the list of the API");
            }
            lookInFeed("/" + lang + "/feed.atom", mine, findings);
            for (String section : SECTIONS) {
                List<Attempt> there = mine.stream()
                        .filter(attempt -> attempt.section.equals(section))
                        .toList();
                if (!there.isEmpty()) {
                    lookInFeed("/" + lang + "/sections/" + section + "/feed.atom", there, findings);
                }
            }
        }
    }

    private void lookInFeed(String address, List<Attempt> wanted, Findings findings)
            throws IOException, InterruptedException {
        Map<String, Instant> feed = feed(address, wanted, findings);
        Instant oldest = feed.values().stream().min(Instant::compareTo).orElse(Instant.EPOCH);
        for (Attempt attempt : wanted) {
            // A feed that ends says nothing about what is older than its last entry, told to the second.
            boolean within = attempt.published.truncatedTo(ChronoUnit.SECONDS).isAfter(oldest);
            if (within && !feed.containsKey(attempt.word)) findings.lost().add(attempt + " in " + address);
        }
    }

    /** Whether an edition that was never acknowledged is there all the same; half of it is a finding. */
    private boolean isThere(Attempt attempt, Findings findings) throws IOException, InterruptedException {
        int found = found(attempt);
        if (found > 1) findings.doubled().add(attempt + " in the search, never acknowledged");
        if (attempt.id.isEmpty()) {
            // Its story may stand as a draft; without its publication nobody may find it.
            if (found > 0) findings.half().add(attempt + " is found, though its publication was never asked for");
            return false;
        }
        Running.Answer story = running.getSignedIn("/api/v1/stories/" + attempt.id);
        if (story.status() != 200 || !story.body().contains(attempt.word)) {
            findings.lost().add(attempt + ", a story that was acknowledged with 201");
            return false;
        }
        boolean published = running.get(attempt.edition()).status() == 200;
        if (published != (found > 0)) {
            findings.half().add(attempt + (published ? " is public but not found" : " is found but not public"));
        }
        return published;
    }

    private int found(Attempt attempt) throws IOException, InterruptedException {
        String hits = running.get("/api/v1/search?lang=" + attempt.lang + "&q=" + attempt.word)
                .expect(200)
                .body();
        return Running.times(hits, "\"headline\":\"" + headline(attempt.lang, attempt.word) + "\"");
    }

    /** Every published edition of a language, page after page. */
    private String listed(String lang) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        String after = "";
        do {
            Running.Answer page = running.get("/api/v1/stories?limit=100&lang=" + lang + after)
                    .expect(200);
            all.append(page.body());
            after = page.field("next")
                    .map(next -> "&after=" + Running.encoded(next))
                    .orElse("");
        } while (!after.isEmpty());
        return all.toString();
    }

    /** The words in the feed's entries with their times of publication, read until all of {@code wanted} are there. */
    private Map<String, Instant> feed(String first, List<Attempt> wanted, Findings findings)
            throws IOException, InterruptedException {
        Map<String, Instant> seen = new TreeMap<>();
        String address = first;
        while (!address.isEmpty()) {
            Running.Answer feed = running.get(address);
            if (feed.status() == 404) throw new IllegalStateException("There is no feed at " + address);
            feed.expect(200);
            Matcher entries = ENTRY.matcher(feed.body());
            while (entries.find()) {
                Matcher word = Pattern.compile("\\bzq[b-z]+kq\\b").matcher(entries.group());
                Matcher published =
                        Pattern.compile("<published>([^<]+)</published>").matcher(entries.group());
                if (!word.find() || !published.find()) continue;
                Instant at =
                        OffsetDateTime.parse(published.group(1)).toInstant().truncatedTo(ChronoUnit.SECONDS);
                if (seen.put(word.group(), at) != null) findings.doubled().add(word.group() + " in " + first);
            }
            if (wanted.stream().allMatch(attempt -> seen.containsKey(attempt.word))) break;
            Matcher next = NEXT.matcher(feed.body());
            Matcher href = HREF.matcher(next.find() ? next.group() : "");
            address = href.find() ? href.group(1).replace("&amp;", "&") : "";
        }
        return seen;
    }

    private List<Attempt> sample(List<Attempt> all) {
        List<Attempt> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(EARLIER_ONES, shuffled.size())));
    }

    /** A word that no language has and no other edition bears. */
    private static String word(int number) {
        return "zq" + letters(number) + "kq";
    }

    /** A number in consonants, of one length, so that no analysis cuts an ending off and no word begins another. */
    static String letters(int number) {
        String consonants = "bcdfghjklmnpqrtvwxz";
        StringBuilder letters = new StringBuilder();
        for (int rest = number, i = 0; i < 5; i++, rest /= consonants.length()) {
            letters.append(consonants.charAt(rest % consonants.length()));
        }
        return letters.toString();
    }

    static String headline(String lang, String word) {
        return switch (lang) {
            case "ar" -> "ورزازات تفتتح قنطرة جديدة " + word;
            case "fr" -> "Ouarzazate inaugure un nouveau pont " + word;
            default -> "Ouarzazate opens a new bridge " + word;
        };
    }

    /** A story with one edition, as {@code POST /api/v1/stories} takes it. */
    static String story(String lang, String section, String word) {
        String body =
                switch (lang) {
                    case "ar" -> "<p>افتتح المجلس الجهوي القنطرة الجديدة على وادي درعة صباح اليوم.</p>";
                    case "fr" -> "<p>Le conseil régional a inauguré ce matin le nouveau pont sur le Drâa.</p>";
                    default -> "<p>The regional council opened the new bridge over the Draa this morning.</p>";
                };
        return "{\"kind\":\"article\",\"section\":\"" + section + "\",\"editions\":[{\"lang\":\"" + lang
                + "\",\"headline\":\"" + headline(lang, word) + "\",\"standfirst\":\"\",\"body\":\"" + body + "\"}]}";
    }
}
