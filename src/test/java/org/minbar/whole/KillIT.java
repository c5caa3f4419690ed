package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.minbar.whole.RunningMinbar.Setup;

/**
 * Three desks publish at once; in the middle of it the process is killed; it is started again on the same data. What was
 * acknowledged is there, everywhere, once; and a call made again with its key makes nothing twice.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

    private static final int ROUNDS = 1;
    private static final int DESKS = 3;
    private static final List<String> SECTIONS = List.of("culture", "sports", "world", "health");

    /** One edition on its way. */
    private static final class Attempt {
        private final String lang;
        private final String section;
        private final String word;
        private volatile long story;
        private volatile String url = "";

        Attempt(int number) {
            lang = List.of("ar", "fr", "en").get(number % 3);
            section = SECTIONS.get(number / 3 % SECTIONS.size());
            word = word(number);
        }

        /** Letters only, so that the search takes it whole; no two are alike to a stemmer. */
        private static String word(int number) {
            StringBuilder word = new StringBuilder("zw");
            for (int rest = number + 26 * 26 * 26; rest > 0; rest /= 26)
                word.append((char) ('a' + rest % 26)).append('o');
            return word.append("k").toString();
        }

        boolean isAcknowledged() {
            return !url.isEmpty();
        }

        @Override
        public String toString() {
            return word + " (" + lang + " " + story + ")";
        }
    }

    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void nothing_acknowledged_is_lost_on_the_embedded_database() {
        rounds(Setup.fresh("kill-h2"));
    }

    @Test
    void nothing_acknowledged_is_lost_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setPort(18_260).start()) {
            rounds(Setup.fresh("kill-postgresql")
                    .with("MINBAR_DATABASE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres")
                    .with("MINBAR_DATABASE_USER", "postgres")
                    .with("MINBAR_DATABASE_PASSWORD", "postgres"));
        }
    }

    private void rounds(Setup setup) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RunningMinbar minbar = RunningMinbar.start(setup);
        // A first call in peace, so that the kill does not fall into the loading of classes.
        String token = minbar.token();
        List<Attempt> before = new ArrayList<>();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String which = "seed " + seed + ", round " + round + ": ";
                List<Attempt> attempts = publishUntilKilled(minbar, token, 5 + random.nextInt(20));
                minbar = RunningMinbar.start(setup);
                minbar.settle();
                List<Attempt> acknowledged =
                        attempts.stream().filter(Attempt::isAcknowledged).toList();
                assertThat(acknowledged)
                        .as(which + "acknowledged before the kill")
                        .isNotEmpty();
                look(minbar, which, acknowledged);

                // The careful client asks again for what it got no answer to, and for one that it did.
                List<Attempt> again = new ArrayList<>(attempts.stream()
                        .filter(attempt -> !attempt.isAcknowledged())
                        .toList());
                again.add(acknowledged.get(0));
                for (Attempt attempt : again) {
                    long known = attempt.story;
                    publish(minbar, token, attempt);
                    if (known > 0) assertThat(attempt.story).as(which + attempt).isEqualTo(known);
                }
                minbar.settle();
                look(minbar, which + "asked again: ", again);
                if (!before.isEmpty()) look(minbar, which + "from before: ", before.subList(0, 1));
                before.addAll(acknowledged);
            }
        } finally {
            minbar.close();
        }
    }

    private List<Attempt> publishUntilKilled(RunningMinbar minbar, String token, int enough) {
        ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> desks = new ArrayList<>();
        for (int desk = 0; desk < DESKS; desk++) {
            Thread thread = new Thread(() -> {
                while (!killed.get()) {
                    Attempt attempt = new Attempt(numbers.getAndIncrement());
                    attempts.add(attempt);
                    try {
                        publish(minbar, token, attempt);
                        acknowledged.incrementAndGet();
                    } catch (UncheckedIOException cutOff) {
                        return;
                    }
                }
            });
            desks.add(thread);
            thread.start();
        }
        Until.within(Duration.ofMinutes(1), enough + " acknowledged", () -> acknowledged.get() >= enough);
        // The desks go on: the kill falls into the middle of their calls.
        minbar.kill();
        killed.set(true);
        for (Thread desk : desks) {
            try {
                desk.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return List.copyOf(attempts);
    }

    private static void publish(RunningMinbar minbar, String token, Attempt attempt) {
        attempt.story = minbar.as(
                        token,
                        "POST",
                        "/api/v1/stories",
                        Map.of(
                                "kind",
                                "article",
                                "section",
                                attempt.section,
                                "editions",
                                List.of(words(
                                        attempt.lang, "News " + attempt.word, "", "<p>" + attempt.word + "</p>"))),
                        "Idempotency-Key",
                        "open-" + attempt.word)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        attempt.url = minbar.as(
                        token,
                        "POST",
                        edition(attempt.story, attempt.lang) + "/publication",
                        "{}",
                        "Idempotency-Key",
                        "publish-" + attempt.word)
                .expect(200)
                .json()
                .get("url")
                .asText();
    }

    private static void look(RunningMinbar minbar, String which, List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            JsonNode edition =
                    minbar.get(edition(attempt.story, attempt.lang)).expect(200).json();
            assertThat(edition.get("status").asText()).as(which + attempt).isEqualTo("published");
            assertThat(minbar.get(attempt.url).expect(200).text()).contains(attempt.word);
            // As a phrase: another attempt's word may be near enough to count as a slip of the pen.
            JsonNode found = minbar.search("\"" + attempt.word + "\"", "");
            assertThat(StoriesIT.hits(found))
                    .as(which + attempt + " in the search")
                    .containsExactly(attempt.story);
            String feed = minbar.get("/" + attempt.lang + "/search/feed.atom?q=%22" + attempt.word + "%22")
                    .expect(200)
                    .text();
            assertThat(feed.split("<entry[ >]", -1))
                    .as(which + attempt + " in the feed of its search")
                    .hasSize(2);
            String listed = minbar.get("/api/v1/stories?limit=100&lang=" + attempt.lang + "&section=" + attempt.section)
                    .expect(200)
                    .text();
            assertThat(listed.split("News " + attempt.word + "\"", -1))
                    .as(which + attempt + " in the list")
                    .hasSize(2);
        }
    }
}
