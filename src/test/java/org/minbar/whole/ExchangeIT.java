package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.minbar.whole.RunningMinbar.Setup;

/** Stories in and out as lines. */
class ExchangeIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final RunningMinbar MINBAR = RunningMinbar.shared();

    private static Answer take(RunningMinbar minbar, byte[] lines) {
        return minbar.as(
                minbar.token(), "POST", "/api/v1/imports/stories", lines, "Content-Type", "application/x-ndjson");
    }

    private static List<JsonNode> take(String... lines) {
        return take(MINBAR, String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .lines();
    }

    private static String line(String lang, String title, String more) {
        return "{\"lang\":\"%s\",\"title\":\"%s\",\"summary\":\"\",\"body_html\":\"<p>%s</p>\",\"section\":\"culture\"%s}"
                .formatted(lang, title, title, more);
    }

    private static final String PAST = ",\"published_at\":\"2024-03-01T09:00:00+01:00\"";

    @Test
    void every_line_gets_its_answer_and_a_bad_one_stops_none() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(utf8(line("ar", "خبر أول صالح", PAST) + "\n"));
        lines.writeBytes(utf8("{\"lang\":\"fr\",\"title\":\"Coupée net\n"));
        lines.writeBytes(utf8("\n"));
        lines.writeBytes("{\"lang\":\"fr\",\"title\":\"Été\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        lines.writeBytes(utf8(line("en", "x".repeat(5 * 1024 * 1024), PAST) + "\n"));
        lines.writeBytes(utf8(line("fr", "Un champ de trop", ",\"colour\":\"red\"") + "\n"));
        lines.writeBytes(utf8(line("tlh", "Langue inconnue", PAST) + "\n"));
        lines.writeBytes(utf8(line("fr", "Sans section", PAST).replace("\"section\":\"culture\",", "") + "\n"));
        lines.writeBytes(utf8(line("fr", "Date étrange", ",\"published_at\":\"hier\"") + "\n"));
        lines.writeBytes(utf8(line("en", "The last line is good and has no end", PAST)));

        List<JsonNode> answers = take(MINBAR, lines.toByteArray()).expect(200).lines();

        assertThat(answers)
                .extracting(answer -> answer.get("line").asInt())
                .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10);
        assertThat(answers)
                .extracting(answer -> answer.has("id"))
                .containsExactly(true, false, false, false, false, false, false, false, true);
        for (JsonNode answer : answers) {
            assertThat(answer.has("id")).as(answer.toString()).isNotEqualTo(answer.has("error"));
        }
        assertThat(answers.get(4).get("field").asText()).isEqualTo("colour");
        assertThat(answers.get(5).get("field").asText()).isEqualTo("lang");
        MINBAR.get(answers.get(0).get("url").asText()).expect(200);
        MINBAR.get(answers.get(8).get("url").asText()).expect(200);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_day_of_an_archived_story_is_kept_and_a_day_to_come_is_a_schedule() {
        List<JsonNode> answers = take(
                line("fr", "Parue autrefois", PAST),
                line("fr", "À paraître", ",\"published_at\":\"2099-01-01T00:00:00Z\""),
                line("fr", "Un brouillon", ""));
        long past = answers.get(0).get("id").asLong();
        assertThat(MINBAR.get(edition(past, "fr"))
                        .expect(200)
                        .json()
                        .get("published")
                        .asText())
                .isEqualTo("2024-03-01T08:00:00Z");
        long future = answers.get(1).get("id").asLong();
        MINBAR.get(edition(future, "fr")).expect(404);
        assertThat(MINBAR.lotte("GET", edition(future, "fr"))
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("scheduled");
        long draft = answers.get(2).get("id").asLong();
        assertThat(MINBAR.lotte("GET", edition(draft, "fr"))
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("draft");
    }

    @Test
    void lines_of_one_group_are_editions_of_one_story_also_across_imports() {
        String group = ",\"group\":\"figuig-" + CLOCK.instant() + "\"" + PAST;
        List<JsonNode> first = take(line("ar", "واحة فجيج", group), line("fr", "L’oasis de Figuig", group));
        List<JsonNode> second = take(line("en", "The oasis of Figuig", group));
        assertThat(first.get(1).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(second.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(MINBAR.get("/api/v1/stories/" + first.get(0).get("id"))
                        .json()
                        .get("editions"))
                .hasSize(3);
    }

    @Test
    void the_same_source_twice_updates_and_never_doubles() {
        String source =
                ",\"source_url\":\"https://old.example.org/" + CLOCK.instant().toEpochMilli() + "\"" + PAST;
        List<JsonNode> first = take(line("fr", "Première version Zemmourienne", source));
        List<JsonNode> again = take(
                line("fr", "Deuxième version Zemmourienne", source),
                line("fr", "Troisième version Zemmourienne", source));
        assertThat(again.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(again.get(1).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(MINBAR.get(edition(first.get(0).get("id").asLong(), "fr"))
                        .json()
                        .get("headline")
                        .asText())
                .isEqualTo("Troisième version Zemmourienne");
        MINBAR.settle();
        assertThat(MINBAR.search("Zemmourienne", "").get("total").asLong()).isEqualTo(1);
    }

    @Test
    void an_import_makes_the_section_and_the_topics_that_it_lacks() {
        String line = line("fr", "Les abeilles", PAST)
                .replace("\"section\":\"culture\"", "\"section\":\"Apiculture\",\"tags\":[\"Miel d’euphorbe\"]");
        take(line);
        assertThat(MINBAR.get("/fr/sections/apiculture").expect(200).page().text())
                .contains("Les abeilles");
        assertThat(MINBAR.get("/api/v1/stories?section=apiculture")
                        .expect(200)
                        .json()
                        .at("/stories/0/topics/0")
                        .asText())
                .contains("miel");
    }

    @Test
    void nobody_imports_without_a_token() {
        MINBAR.call("POST", "/api/v1/imports/stories", "Content-Type", "application/x-ndjson")
                .expect(401)
                .problemField();
        MINBAR.get("/api/v1/exports/stories").expect(401);
    }

    @Test
    void what_goes_out_comes_in_again_the_same() {
        MINBAR.publish(MINBAR.open("brief", "sports", words("fr", "Pour l’exportation", "", "")), "fr");
        MINBAR.open("article", "society", words("ar", "مسودة للتصدير", "ملخص", "<p>نص <b>غليظ</b>.</p>"));
        byte[] out = MINBAR.lotte("GET", "/api/v1/exports/stories").expect(200).bytes();

        try (RunningMinbar empty = RunningMinbar.start(Setup.fresh("empty"))) {
            List<JsonNode> answers = take(empty, out).expect(200).lines();
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.has("id")).as(answer.toString()).isTrue());
            byte[] again =
                    empty.lotte("GET", "/api/v1/exports/stories").expect(200).bytes();
            assertThat(comparable(again)).isEqualTo(comparable(out));
            // Its own export changes nothing either.
            take(empty, again).expect(200);
            byte[] thrice =
                    empty.lotte("GET", "/api/v1/exports/stories").expect(200).bytes();
            assertThat(comparable(thrice)).isEqualTo(comparable(out));
        }
    }

    /** The lines in no particular order: numbers are given out anew, what is told is not. */
    private static Set<String> comparable(byte[] ndjson) {
        return new String(ndjson, StandardCharsets.UTF_8)
                .lines()
                .map(text -> {
                    try {
                        ObjectNode line = (ObjectNode) Answer.MAPPER.readTree(text);
                        Set<String> tags = new TreeSet<>();
                        line.path("tags").forEach(tag -> tags.add(tag.asText()));
                        line.set("tags", Answer.MAPPER.valueToTree(tags));
                        // Files are known by their numbers here and do not travel: another newsroom leaves them out.
                        Element body = Jsoup.parseBodyFragment(
                                        line.path("body_html").asText())
                                .body();
                        body.select("figure.gallery, figure.file").remove();
                        line.put("body_html", body.html().strip());
                        return line.toString();
                    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                        throw new AssertionError("The export has a line that is not JSON: " + text, e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
