package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {

    private static final Filters ANY = Filters.NONE;

    @TempDir
    Path folder;

    private Index index;

    @BeforeEach
    void three_languages_on_the_shelf() {
        index = new Index(folder, new Analysis(Shelf.ALL), ZoneOffset.UTC);
        put(Shelf.edition(
                1,
                Shelf.AR,
                "افتتاح مهرجان الورود",
                "افتُتِحَ اليومَ مِهرجانُ الوُرودِ في قلعة مكونة. وحضره <الوزير> & ضيوف."));
        put(Shelf.edition(
                2,
                Shelf.FR,
                "Le festival des roses ouvre",
                "Le festival s’ouvre à Kelâat M’Gouna avec une école de musique."));
        put(Shelf.edition(
                3,
                Shelf.EN,
                "Rose festival opens",
                "The festival opened in Kelaat M'Gouna. Musicians came from Marrakesh."));
        put(Shelf.edition(
                4,
                Shelf.EN,
                "Parliament votes the budget",
                "Members of parliament voted on Tuesday. The budget grows."));
        put(Shelf.edition(
                5, Shelf.EN, "Water for the oases", "A report on palm groves, rain and the budget of the oases."));
    }

    @AfterEach
    void closed() {
        index.close();
    }

    @Test
    void the_snippet_is_the_original_with_its_marks_escaped_and_the_found_words_marked() {
        Hit hit = ask("مهرجان").hits().get(0);
        assertThat(hit.editionId()).isEqualTo(1);
        assertThat(hit.snippet()).isEqualTo("افتُتِحَ اليومَ <mark>مِهرجانُ</mark> الوُرودِ في قلعة مكونة.");
        assertThat(ask("الوزير").hits().get(0).snippet()).isEqualTo("وحضره &lt;<mark>الوزير</mark>&gt; &amp; ضيوف.");
    }

    @Test
    void a_long_sentence_is_cut_around_what_was_found_between_words() {
        String filler = "وقال المتحدث إن البرنامج يتواصل ".repeat(30);
        put(Shelf.edition(9, Shelf.AR, "برنامج", filler + "ثم زار الوفد زاكورة " + filler));
        String snippet = ask("زاكورة").hits().get(0).snippet();
        assertThat(snippet)
                .startsWith("…")
                .endsWith("…")
                .contains("<mark>زاكورة</mark>")
                .hasSizeLessThan(280);
    }

    @Test
    void without_a_language_each_one_is_searched_as_it_reads() {
        assertThat(found(ask("festival"))).containsExactlyInAnyOrder(2L, 3L);
        assertThat(found(ask("festival مهرجان"))).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(found(ask("ecole"))).containsExactly(2L);
    }

    @Test
    void with_a_language_only_that_one_is_found() {
        assertThat(found(index.find(Query.parse("festival", ANY.in(Shelf.FR)), Shelf.NOON)))
                .containsExactly(2L);
    }

    @Test
    void any_word_will_do_and_more_of_them_rank_higher() {
        assertThat(found(ask("budget oases"))).startsWith(5L).contains(4L);
    }

    @Test
    void a_phrase_must_stand_as_quoted() {
        assertThat(found(ask("\"budget of the oases\""))).containsExactly(5L);
        assertThat(found(ask("«budget oases»"))).isEmpty();
        assertThat(found(ask("“مهرجان الورود”"))).containsExactly(1L);
    }

    @Test
    void an_excluded_word_is_not_found_in_any_form() {
        assertThat(found(ask("budget"))).containsExactlyInAnyOrder(4L, 5L);
        assertThat(found(ask("budget -voting"))).containsExactly(5L);
        assertThat(found(ask("budget -\"voting\""))).containsExactlyInAnyOrder(4L, 5L);
        assertThat(found(ask("-festival -مهرجان"))).containsExactlyInAnyOrder(4L, 5L);
    }

    @Test
    void a_slip_finds_the_word_and_says_what_was_probably_meant() {
        Found found = ask("parliment votes");
        assertThat(found(found)).startsWith(4L);
        assertThat(found.suggestion()).contains("parliament votes");
        assertThat(ask("école").suggestion()).isEmpty();
        assertThat(ask("écola").suggestion()).contains("école");
    }

    @Test
    void a_word_that_one_language_knows_is_not_taken_for_a_slip_in_another() {
        put(Shelf.edition(8, Shelf.FR, "Le budgey", "Un mot voisin."));
        Found found = ask("budget");
        assertThat(found(found)).containsExactlyInAnyOrder(4L, 5L);
        assertThat(found.suggestion()).isEmpty();
    }

    @Test
    void a_short_word_is_not_found_inside_another() {
        put(Shelf.edition(8, Shelf.AR, "الوزير في بيروت", "وصل الوزير إلى بيروت."));
        assertThat(found(ask("روت"))).isEmpty();
        assertThat(found(ask("بيروت"))).containsExactly(8L);
    }

    @Test
    void a_question_of_stop_words_alone_is_answered_by_them() {
        assertThat(found(ask("from the"))).contains(3L);
    }

    @Test
    void nothing_asked_lists_the_newest() {
        put(Shelf.published(Shelf.edition(6, Shelf.EN, "Later", "Later."), Shelf.NOON.plusSeconds(60)));
        assertThat(found(ask(""))).startsWith(6L).hasSize(6);
    }

    @Test
    void newest_first_wants_every_word_as_long_as_a_story_has_them() {
        put(Shelf.published(Shelf.edition(6, Shelf.EN, "The budget", "Only that."), Shelf.NOON.plusSeconds(60)));
        assertThat(found(index.find(Query.parse("budget oases", ANY).newestFirst(), Shelf.NOON)))
                .containsExactly(5L);
        assertThat(found(index.find(Query.parse("budget zebra", ANY).newestFirst(), Shelf.NOON)))
                .startsWith(6L);
        assertThat(found(index.find(Query.parse("budget", ANY).newestFirst(), Shelf.NOON)))
                .startsWith(6L)
                .hasSize(3);
    }

    @Test
    void an_embargoed_edition_is_neither_found_nor_counted_until_it_ends() {
        Instant end = Shelf.NOON.plusSeconds(3600);
        put(Shelf.embargoed(
                Shelf.filed(
                        Shelf.edition(7, Shelf.EN, "Secret budget", "The secret budget."),
                        "release",
                        "economy",
                        "leak"),
                end));
        for (Query query : List.of(
                Query.parse("secret", ANY),
                Query.parse("\"secret budget\"", ANY),
                Query.parse("", ANY.kinds(List.of("release"))),
                Query.parse("budget", ANY.sections(List.of("economy"))).newestFirst())) {
            Found before = index.find(query, end.minusMillis(1));
            assertThat(before.total()).isZero();
            assertThat(before.hits()).isEmpty();
            assertThat(before.facets()).isEqualTo(Found.Facets.NONE);
            assertThat(found(index.find(query, end))).containsExactly(7L);
        }
        assertThat(index.find(Query.parse("budget", ANY), Shelf.NOON).facets().sections())
                .containsExactly(new Found.Count("culture", 2));
    }

    @Test
    void an_embargoed_word_is_not_suggested() {
        put(Shelf.embargoed(
                Shelf.edition(7, Shelf.EN, "Operation Zebrafish", "Zebrafish."), Shelf.NOON.plusSeconds(1)));
        assertThat(ask("zebrafich").suggestion()).isEmpty();
        assertThat(index.find(Query.parse("zebrafich", ANY), Shelf.NOON.plusSeconds(1))
                        .suggestion())
                .contains("zebrafish");
    }

    @Test
    void filters_narrow_and_facets_count() {
        put(Shelf.filed(
                Shelf.edition(10, Shelf.EN, "Argan prices", "Argan oil."), "brief", "economy", "argan", "trade"));
        put(Shelf.published(
                Shelf.filed(
                        Shelf.edition(11, Shelf.EN, "Argan forests", "Argan trees."),
                        "article",
                        "environment",
                        "argan"),
                Instant.parse("2024-06-01T00:00:00Z")));
        Found all = ask("argan");
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.facets().topics()).containsExactly(new Found.Count("argan", 2), new Found.Count("trade", 1));
        assertThat(all.facets().years()).containsExactly(new Found.Count("2026", 1), new Found.Count("2024", 1));
        assertThat(all.facets().kinds()).containsExactly(new Found.Count("article", 1), new Found.Count("brief", 1));
        assertThat(found(narrowed(ANY.topics(List.of("trade"))))).containsExactly(10L);
        assertThat(found(narrowed(ANY.kinds(List.of("article"))))).containsExactly(11L);
        assertThat(found(narrowed(ANY.sections(List.of("economy", "environment")))))
                .hasSize(2);
        assertThat(found(narrowed(ANY.to(Instant.parse("2024-06-01T00:00:00Z")))))
                .isEmpty();
        assertThat(found(narrowed(ANY.to(Instant.parse("2024-06-01T00:00:00.001Z")))))
                .containsExactly(11L);
        assertThat(found(narrowed(ANY.from(Instant.parse("2024-06-01T00:00:00.001Z")))))
                .containsExactly(10L);
    }

    private Found narrowed(Filters filters) {
        return index.find(Query.parse("argan", filters), Shelf.NOON);
    }

    @Test
    void pages_follow_each_other_without_gap_or_double() {
        for (int i = 100; i < 135; i++) {
            index.put(Shelf.edition(i, Shelf.FR, "Chronique " + i, "Une chronique du village."));
        }
        index.refresh();
        List<Long> seen = new java.util.ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            seen.addAll(found(index.find(Query.parse("chronique", ANY).page(page, 10), Shelf.NOON)));
        }
        assertThat(seen).hasSize(35).doesNotHaveDuplicates();
        assertThat(index.find(Query.parse("chronique", ANY).page(Integer.MAX_VALUE, -3), Shelf.NOON)
                        .hits())
                .isEmpty();
    }

    static List<String> hostile() {
        return List.of(
                "\"",
                "\"\"",
                "«",
                "-",
                "--",
                "- -",
                "-\"",
                "\"-\"",
                "*",
                "?",
                "*:*",
                "a*",
                "(((((",
                "AND OR NOT",
                "title:foo^9999",
                "[* TO *]",
                "\\",
                "~",
                "foo~999",
                "\u0000\u0001\u202E\u2066",
                "\uD800",
                "\uDC00\uD800",
                "😀",
                "'",
                "’’’",
                "\u0640\u0640",
                "ء",
                "ًٌٍَُِّْ",
                "_",
                ".",
                "1,2,3,4",
                "x".repeat(10_000),
                "مهرجان ".repeat(2_000),
                "\"a\" ".repeat(2_000),
                "-a ".repeat(3_000),
                "abcd'efgh.ijkl:".repeat(600),
                "\"" + "festival ".repeat(500) + "\"");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_a_reader_types_is_an_error(String q) {
        assertThatCode(() -> {
                    ask(q);
                    index.find(Query.parse(q, ANY).newestFirst(), Shelf.NOON);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void no_random_text_is_an_error() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "ab é-\"«»'’.,:*()^~مهرجان ـ\u200F\u202E\uD83D\uDE00\uD800 \t0٣";
        for (int i = 0; i < 300; i++) {
            StringBuilder q = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                q.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> ask(q.toString()))
                    .as("seed %d, question %s", seed, q)
                    .doesNotThrowAnyException();
        }
    }

    private void put(Indexed edition) {
        index.put(edition);
        index.refresh();
    }

    private Found ask(String q) {
        return index.find(Query.parse(q, ANY), Shelf.NOON);
    }

    private static List<Long> found(Found found) {
        return found.hits().stream().map(Hit::editionId).toList();
    }
}
