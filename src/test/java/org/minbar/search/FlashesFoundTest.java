package org.minbar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minbar.language.Language;

/** Lines of tickers beside stories in one index. */
class FlashesFoundTest {

    private static final Filters ANY = Filters.NONE;

    @TempDir
    private Path data;

    private Index index;

    @BeforeEach
    void open() {
        index = new Index(data, new Analysis(Shelf.ALL), ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static IndexedFlash flash(int number, IndexedFlash.Line... lines) {
        return new IndexedFlash("strip", number, List.of(lines));
    }

    private static IndexedFlash.Line line(Language language, String line, Instant visibleFrom) {
        return new IndexedFlash.Line(
                language.tag(), 0, "", line, "", "/" + language + "/live?e=1#e-1", Shelf.NOON, Shelf.NOON, visibleFrom);
    }

    private static IndexedFlash.Line line(Language language, String line) {
        return line(language, line, Instant.EPOCH);
    }

    private void put(IndexedFlash... flashes) {
        for (IndexedFlash flash : flashes) index.put(flash);
        index.refresh();
    }

    private Found ask(String q) {
        return index.find(Query.parse(q, ANY), Shelf.NOON);
    }

    @Test
    void a_line_is_found_in_its_languages_and_says_what_it_is_and_where() {
        put(flash(1, line(Shelf.AR, "زلزال خفيف بأكادير"), line(Shelf.FR, "Léger séisme à Agadir")));
        Hit hit = ask("séisme").hits().get(0);
        assertThat(hit.kind()).isEqualTo("flash");
        assertThat(hit.headline()).isEqualTo("Léger séisme à Agadir");
        assertThat(hit.url()).isEqualTo("/fr/live?e=1#e-1");
        assertThat(hit.storyId()).isZero();
        assertThat(ask("زلزال").total()).isEqualTo(1);
        assertThat(index.find(Query.parse("séisme", ANY.in(Shelf.AR)), Shelf.NOON)
                        .total())
                .isZero();
    }

    @Test
    void a_corrected_line_is_found_by_its_new_words_and_one_without_words_no_more() {
        put(flash(1, line(Shelf.FR, "Séisme à Agadir"), line(Shelf.EN, "Earthquake in Agadir")));
        put(flash(1, line(Shelf.FR, "Séisme à Tiznit")));
        assertThat(ask("Agadir").total()).isZero();
        assertThat(ask("earthquake").total()).isZero();
        assertThat(ask("Tiznit").total()).isEqualTo(1);
        put(flash(1));
        assertThat(ask("Tiznit").total()).isZero();
    }

    @Test
    void what_stands_below_the_line_is_found_and_quoted() {
        put(flash(
                1,
                new IndexedFlash.Line(
                        "fr",
                        7,
                        "society",
                        "Séisme à Agadir",
                        "Aucun blessé selon la protection civile.",
                        "/fr/7/x?e=1#e-1",
                        Shelf.NOON,
                        Shelf.NOON,
                        Instant.EPOCH)));
        Hit hit = ask("blessé").hits().get(0);
        assertThat(hit.snippet()).contains("<mark>blessé</mark>");
        assertThat(hit.storyId()).isEqualTo(7);
    }

    @Test
    void a_line_of_an_embargoed_story_is_neither_found_nor_counted_nor_suggested_until_it_ends() {
        Instant end = Shelf.NOON.plusSeconds(60);
        put(flash(1, line(Shelf.EN, "Operation Zebrafish begins", end)));
        for (Query query : List.of(
                Query.parse("zebrafish", ANY),
                Query.parse("\"zebrafish begins\"", ANY),
                Query.parse("zebrafish", ANY).newestFirst(),
                Query.parse("", ANY.kinds(List.of("flash"))))) {
            Found before = index.find(query, end.minusMillis(1));
            assertThat(before.total()).isZero();
            assertThat(before.facets()).isEqualTo(Found.Facets.NONE);
            assertThat(index.find(query, end).total()).isEqualTo(1);
        }
        assertThat(ask("zebrafich").suggestion()).isEmpty();
    }

    @Test
    void lines_have_a_kind_to_filter_by_that_is_counted() {
        index.put(Shelf.edition(1, Shelf.EN, "Earthquake in Agadir", "What is known."));
        put(flash(1, line(Shelf.EN, "Earthquake in Agadir")), flash(2, line(Shelf.EN, "No damage by the earthquake")));
        assertThat(ask("earthquake").facets().kinds())
                .containsExactly(new Found.Count("flash", 2), new Found.Count("article", 1));
        assertThat(index.find(Query.parse("earthquake", ANY.kinds(List.of("flash"))), Shelf.NOON)
                        .hits())
                .extracting(Hit::kind)
                .containsExactly("flash", "flash");
        assertThat(index.find(Query.parse("earthquake", ANY.kinds(List.of("article"))), Shelf.NOON)
                        .hits())
                .extracting(Hit::kind)
                .containsExactly("article");
    }

    @Test
    void an_evening_of_lines_stands_below_the_story_that_was_written_about_it() {
        String told = "The quarter was cleared in the night and the schools stay closed on Monday. ".repeat(8);
        index.put(Shelf.edition(1, Shelf.EN, "A night in Agadir", told + "The earthquake was felt in Agadir."));
        IntStream.rangeClosed(1, 60).forEach(n -> index.put(flash(n, line(Shelf.EN, "Earthquake: report " + n))));
        index.refresh();
        assertThat(ask("earthquake Agadir").hits().get(0).kind()).isEqualTo("article");
        assertThat(ask("earthquake Agadir").total()).isEqualTo(61);
    }

    @Test
    void who_leafs_without_a_word_to_look_for_gets_stories() {
        index.put(Shelf.edition(1, Shelf.EN, "Earthquake in Agadir", "What is known."));
        put(flash(1, line(Shelf.EN, "Earthquake in Agadir")));
        assertThat(ask("").hits()).extracting(Hit::kind).containsExactly("article");
        assertThat(ask("").facets().kinds()).containsExactly(new Found.Count("article", 1));
        assertThat(index.editions()).isEqualTo(1);
    }

    @Test
    void a_rebuild_takes_lines_over_and_what_changed_meanwhile_wins() {
        put(flash(1, line(Shelf.EN, "Earthquake")), flash(2, line(Shelf.EN, "Aftershock")));
        try (Rebuild rebuild = index.rebuild()) {
            index.put(flash(2));
            index.put(flash(3, line(Shelf.EN, "Sirens")));
            rebuild.put(flash(1, line(Shelf.EN, "Earthquake")));
            rebuild.put(flash(2, line(Shelf.EN, "Aftershock")));
            rebuild.put(flash(3, line(Shelf.EN, "Silence")));
            rebuild.finish(9);
        }
        assertThat(ask("earthquake").total()).isEqualTo(1);
        assertThat(ask("aftershock").total()).isZero();
        assertThat(ask("sirens").total()).isEqualTo(1);
        assertThat(ask("silence").total()).isZero();
    }
}
