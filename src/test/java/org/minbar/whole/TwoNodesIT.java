package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.minbar.whole.RunningMinbar.Setup;

/** Two nodes on one PostgreSQL are one newsroom: what is done at the one is soon seen at the other, on pages it kept too. */
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static EmbeddedPostgres postgres;
    private static RunningMinbar rabat;
    private static RunningMinbar fes;

    @BeforeAll
    static void two_nodes() throws Exception {
        postgres = EmbeddedPostgres.builder().setPort(18_261).start();
        rabat = RunningMinbar.start(node("rabat"));
        fes = RunningMinbar.start(node("fes"));
    }

    private static Setup node(String name) {
        return Setup.fresh(name)
                .with("MINBAR_DATABASE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres")
                .with("MINBAR_DATABASE_USER", "postgres")
                .with("MINBAR_DATABASE_PASSWORD", "postgres")
                .with("MINBAR_SITE_URL", "http://localhost:18262");
    }

    @AfterAll
    static void they_close() throws Exception {
        if (fes != null) fes.close();
        if (rabat != null) rabat.close();
        if (postgres != null) postgres.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void what_is_published_corrected_and_withdrawn_at_one_is_so_at_the_other() {
        assertThat(front(fes)).doesNotContain("Pluie sur le Saïs");
        long story = rabat.open("article", "culture", words("fr", "Pluie sur le Saïs", "", "<p>Il pleut.</p>"));
        String page = URI.create(rabat.publish(story, "fr").get("url").asText()).getRawPath();
        Until.within(SOON, "on the other's front page", () -> front(fes).contains("Pluie sur le Saïs"));
        Until.within(SOON, "in the other's feed", () -> fes.get("/fr/feed.atom")
                .text()
                .contains("Pluie sur le Saïs"));
        Until.within(SOON, "found at the other", () -> fes.get("/api/v1/search?lang=fr&q=pluie")
                .text()
                .contains("Pluie sur le Saïs"));
        assertThat(fes.get(page).expect(200).text()).contains("Il pleut.");

        fes.lotte(
                        "POST",
                        edition(story, "fr") + "/corrections",
                        Map.of("note", "Il a neigé.", "body", "<p>Il neige.</p>"))
                .expect(201);
        assertThat(fes.get(page).expect(200).text()).contains("Il neige.");
        Until.within(
                SOON, "corrected at the first", () -> rabat.get(page).text().contains("Il neige."));

        // Whoever stands in front asks now this node, now that: what a reader has of the one is no other at the other.
        assertThat(fes.get(page).header("ETag"))
                .isNotEmpty()
                .isEqualTo(rabat.get(page).header("ETag"));

        rabat.withdraw(story, "fr", "Il n’a rien fait.");
        rabat.get(page).expect(410);
        Until.within(SOON, "withdrawn at the other", () -> fes.get(page).status() == 410);
        Until.within(SOON, "off the other's front page", () -> !front(fes).contains("Pluie sur le Saïs"));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void a_line_written_at_one_is_heard_at_the_other() throws IOException {
        String lines = "/api/v1/tickers/strip/flashes";
        try (Wire wire = new Wire(fes, "/fr/live/stream?seen=0")) {
            int number = rabat.lotte("POST", lines, Map.of("lang", "fr", "text", "Il pleut à Rabat"))
                    .expect(201)
                    .json()
                    .get("number")
                    .asInt();
            Until.within(SOON, "heard", () -> wire.heard.size() == 1);
            fes.lotte("DELETE", lines + "/" + number).expect(204);
            Until.within(
                    SOON, "gone", () -> wire.heard.get(wire.heard.size() - 1).endsWith("gone"));
            // Who is sent to the other node after a cut is told there what came after the last that was heard.
            String last = wire.heard.get(0).split(" ")[0];
            try (Wire again = new Wire(rabat, "/fr/live/stream", "Last-Event-ID", last)) {
                Until.within(SOON, "the rest", () -> again.heard.equals(wire.heard.subList(1, 2)));
            }
        }
        Until.within(SOON, "off the other's pages", () -> !front(rabat).contains("Il pleut à Rabat"));
    }

    private static String front(RunningMinbar node) {
        return node.get("/fr/").expect(200).text();
    }
}
