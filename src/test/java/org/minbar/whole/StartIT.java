package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.minbar.language.Languages;
import org.minbar.search.Analysis;
import org.minbar.search.Index;
import org.minbar.whole.RunningMinbar.Setup;

/** Starting with what can't be, starting where another is already, and ending when asked to. */
@Execution(ExecutionMode.CONCURRENT)
class StartIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private record Wrong(String variable, String value, String mend) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong("MINBAR_ZONE", "Africa/Casablance", "Africa/Casablanca"),
            new Wrong("MINBAR_SITE_URL", "www.minbar.example/news", "https://"),
            new Wrong("MINBAR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:18239/minbar", "start it"));

    /** All at once: each takes most of a start before it ends. */
    @Test
    void a_wrong_setting_or_a_taken_port_stops_the_start_with_one_line() throws IOException {
        List<RunningMinbar> begun = new ArrayList<>();
        Setup taken = Setup.fresh("taken");
        try (ServerSocket somebody = new ServerSocket(taken.port(), 1, InetAddress.getLoopbackAddress())) {
            for (Wrong wrong : WRONG) {
                begun.add(RunningMinbar.begin(Setup.fresh("wrong").with(wrong.variable, wrong.value)));
            }
            begun.add(RunningMinbar.begin(taken));
            for (int i = 0; i < WRONG.size(); i++) stopsAndSaysWhy(begun.get(i), WRONG.get(i));
            stopsAndSaysWhy(
                    begun.get(WRONG.size()), new Wrong("port", String.valueOf(somebody.getLocalPort()), "--port"));
        } finally {
            begun.forEach(RunningMinbar::close);
        }
    }

    private static void stopsAndSaysWhy(RunningMinbar minbar, Wrong wrong) {
        assertThat(minbar.awaitEnd(LONG_ENOUGH)).as(minbar.log()).isTrue();
        assertThat(minbar.exitCode()).isNotZero();
        assertThat(complaints(minbar)).as(minbar.log()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Minbar does not start:")
                .contains(wrong.variable, wrong.value, wrong.mend));
    }

    /** The server's log goes there too. What is ours has no time before it, and is the last to be said. */
    private static List<String> complaints(RunningMinbar minbar) {
        List<String> said =
                minbar.errors().lines().filter(line -> !line.isBlank()).toList();
        assertThat(said.get(said.size() - 1)).as(minbar.log()).startsWith("Minbar does not start:");
        return said.stream().filter(line -> line.contains("does not start")).toList();
    }

    private static int firstAnswer(RunningMinbar minbar) {
        AtomicInteger status = new AtomicInteger();
        Until.within(LONG_ENOUGH, "an answer", () -> {
            try {
                status.set(minbar.get("/ar/").status());
                return true;
            } catch (UncheckedIOException nobody) {
                return false;
            }
        });
        return status.get();
    }

    @Test
    void a_second_one_keeps_off_the_same_data_and_the_first_ends_in_good_order() {
        Setup setup = Setup.fresh("order");
        long cursor;
        try (RunningMinbar first = RunningMinbar.begin(setup)) {
            assertThat(firstAnswer(first))
                    .as("nobody answers before the house is open")
                    .isEqualTo(200);
            long story = first.open("article", "culture", words("ar", "آخر ما كتب", "", "<p>قبل الإغلاق.</p>"));
            first.publish(story, "ar");
            try (RunningMinbar second = RunningMinbar.begin(setup.onAnotherPort())) {
                assertThat(second.awaitEnd(LONG_ENOUGH)).isTrue();
                assertThat(second.exitCode()).isNotZero();
                assertThat(complaints(second)).as(second.log()).singleElement().satisfies(line -> assertThat(line)
                        .startsWith("Minbar does not start:")
                        .contains("MINBAR_DATA"));
            }
            first.publish(story, "ar");
            first.settle();
            cursor = first.lotte("GET", "/api/v1/index").json().get("cursor").asLong();
            assertThat(first.stop(Duration.ofSeconds(20))).as(first.log()).isTrue();
        }
        Languages languages = Languages.read(Path.of("i18n"));
        try (Index index = new Index(
                setup.data().resolve("index"), new Analysis(languages.all()), ZoneId.of("Africa/Casablanca"))) {
            assertThat(index.editions()).isEqualTo(1);
            assertThat(index.cursor()).isEqualTo(cursor);
        }
    }
}
