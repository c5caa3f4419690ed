package org.minbar.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MARIAM;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.YOUSSEF;
import static org.minbar.Cast.copy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.identity.Caller;
import org.minbar.journal.Entry;
import org.minbar.journal.Journal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Listing;
import org.minbar.story.Revision;
import org.minbar.story.Standing;
import org.minbar.story.Story;
import org.minbar.story.Worklist;
import org.minbar.topic.Section;
import org.minbar.view.Cabinet;
import org.minbar.view.DeskFrame;
import org.minbar.view.Messages;

/** Where the desk shows what, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class BoardTest {

    private static final DeskFrame FRAME = new DeskFrame("", "", "", "", List.of(), List.of());

    private static Newsroom newsroom;
    private static Board board;
    private static int sections;

    private String section;

    BoardTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
        Messages messages = new Messages(Cabinet.folder(Path.of("i18n")), LANGUAGES).strict();
        board = new Board(
                newsroom.editions,
                newsroom.stories,
                newsroom.topics,
                new Overview(LANGUAGES, newsroom.sections, messages),
                messages,
                newsroom.clock);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    /** Each test has a section of its own, and looks at that alone. */
    @BeforeEach
    void furnish() {
        newsroom.clock.set(NOON);
        section = "culture-" + ++sections;
        newsroom.inTransaction(() -> {
            newsroom.sections.add(new Section(section, sections, Map.of("ar", "ثقافة", "fr", "Culture")));
        });
    }

    @Test
    void a_story_stands_where_its_least_advanced_edition_stands() {
        long story = written("ar", "fr", "en");
        assertThat(columns(LOTTE, "")).containsEntry("draft", List.of(story));
        change(story, "ar", edition -> newsroom.editing.publish(edition, LOTTE));
        change(story, "fr", edition -> newsroom.editing.approve(edition, LOTTE));
        assertThat(columns(LOTTE, "")).containsEntry("draft", List.of(story)).containsEntry("ready", List.of());
        change(story, "en", edition -> newsroom.editing.archive(edition, LOTTE));
        assertThat(columns(LOTTE, "")).containsEntry("draft", List.of()).containsEntry("ready", List.of(story));
        change(story, "fr", edition -> newsroom.editing.publish(edition, LOTTE));
        assertThat(columns(LOTTE, "")).containsEntry("ready", List.of()).containsEntry("published", List.of(story));
        assertThat(columns(LOTTE, "status=archived")).containsExactly(Map.entry("archived", List.of(story)));
    }

    @Test
    void only_the_editions_that_the_filters_leave_count() {
        long story = written("ar", "fr");
        change(story, "fr", edition -> newsroom.editing.approve(edition, LOTTE));
        assertThat(columns(LOTTE, "")).containsEntry("draft", List.of(story));
        assertThat(columns(LOTTE, "in=fr")).containsEntry("draft", List.of()).containsEntry("ready", List.of(story));
        assertThat(columns(YOUSSEF, "")).containsEntry("ready", List.of(story));
        assertThat(columns(AMINA, "mine=on")).containsEntry("draft", List.of());
        assertThat(columns(LOTTE, "mine=on")).containsEntry("draft", List.of(story));
        assertThat(columns(LOTTE, "kind=live")).containsEntry("draft", List.of());
        assertThat(columns(LOTTE, "topic=nowhere")).containsEntry("draft", List.of());
    }

    @Test
    void a_correspondent_has_a_board_of_what_she_began_and_sees_nothing_else() {
        long lottes = written("ar", "fr");
        long hers = newsroom.inTransaction(() -> {
            Story story = story();
            newsroom.editing.begin(story, AR, copy("ar"), Revision.Cause.SAVE, MARIAM);
            newsroom.editing.begin(story, FR, copy("fr"), Revision.Cause.SAVE, LOTTE);
            return story.id();
        });
        BoardPage page = page(MARIAM, "");
        assertThat(page.columns().get(0).cards()).extracting(BoardPage.Card::id).containsExactly(String.valueOf(hers));
        assertThat(page.columns().get(0).cards().get(0).chips())
                .extracting(BoardPage.Chip::lang)
                .containsExactly("ar");
        assertThat(columns(MARIAM, "q=" + lottes)).containsEntry("draft", List.of());
        assertThat(page.next()).isEmpty();
        change(hers, "ar", edition -> newsroom.editing.submit(edition, MARIAM));
        assertThat(columns(MARIAM, "")).containsEntry("review", List.of(hers));
    }

    @Test
    void a_card_ticks_the_editions_that_stand_in_its_column_and_shows_every_language() {
        long story = written("ar", "fr");
        newsroom.inTransaction(() -> {
            Edition french = newsroom.editions.get(story, "fr");
            newsroom.editing.level(french, newsroom.editions.get(story, "ar"), LOTTE);
        });
        change(
                story,
                "ar",
                edition -> newsroom.editing.write(edition, AR, copy("كناوة", "ar"), Revision.Cause.SAVE, LOTTE));
        BoardPage.Card card = page(LOTTE, "").columns().get(0).cards().get(0);
        assertThat(card.ticked().split(" ")).hasSize(2);
        assertThat(card.chips()).extracting(BoardPage.Chip::status).containsExactly("draft", "draft", "missing");
        assertThat(card.chips()).extracting(BoardPage.Chip::stale).containsExactly(false, true, false);
        assertThat(card.chips().get(2).source()).isEqualTo(card.ticked().split(" ")[0]);
        assertThat(card.lang()).isEqualTo("fr");
    }

    @Test
    void drafts_are_found_by_words_however_they_are_spelt() {
        long arabic = newsroom.inTransaction(() ->
                begin("ar", "إِطلاق «مكتبة» مـتنقلة في الأطلس 100%").story().id());
        long french = newsroom.inTransaction(
                () -> begin("fr", "L’Été à Fès, côté jardin").story().id());
        for (String typed : List.of("اطلاق", "مكتبه الاطلس", "متنقلة", "100%")) {
            assertThat(columns(LOTTE, "q=" + encoded(typed))).as(typed).containsEntry("draft", List.of(arabic));
        }
        for (String typed : List.of("ete", "l'été fès", "COTE", String.valueOf(french))) {
            assertThat(columns(LOTTE, "q=" + encoded(typed))).as(typed).containsEntry("draft", List.of(french));
        }
        for (String typed : List.of("1_0", "ete rabat", "%")) {
            assertThat(columns(YOUSSEF, "q=" + encoded(typed))).as(typed).containsEntry("draft", List.of());
        }
    }

    @Test
    void a_column_goes_on_page_by_page_and_shows_every_story_once() {
        List<Long> all = IntStream.range(0, 70).mapToObj(each -> written("ar")).toList();
        assertThat(page(LOTTE, "").columns().get(0).cards()).hasSize(20);
        String query = "status=draft";
        BoardPage first = page(LOTTE, query);
        BoardPage.Column column = first.columns().get(0);
        assertThat(column.cards()).hasSize(60);
        BoardPage second = page(LOTTE, column.more().substring(column.more().indexOf('?') + 1));
        assertThat(second.columns().get(0).cards()).hasSize(10);
        assertThat(second.columns().get(0).more()).isEmpty();
        assertThat(second.first()).contains("status=draft").doesNotContain("after");
        List<Long> shown = java.util.stream.Stream.of(first, second)
                .flatMap(page -> page.columns().get(0).cards().stream())
                .map(card -> Long.valueOf(card.id()))
                .toList();
        assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void what_goes_out_next_counts_down_and_the_timetable_has_an_order() {
        long late = written("fr");
        long soon = written("fr");
        change(late, "fr", edition -> newsroom.editing.schedule(edition, NOON.plus(Duration.ofDays(2)), LOTTE));
        change(soon, "fr", edition -> newsroom.editing.schedule(edition, NOON.plusSeconds(3_911), LOTTE));
        assertThat(page(YOUSSEF, "").next())
                .extracting(BoardPage.Next::countdown)
                .contains("1:05:09", "");
        newsroom.inTransaction(() -> {
            List<Standing> first = newsroom.editions.scheduled(List.of("fr"), Optional.empty(), 1);
            assertThat(first).extracting(Standing::story).containsExactly(soon);
            Listing.Place place = new Listing.Place(
                    first.get(0).scheduled().orElseThrow(), first.get(0).edition());
            assertThat(newsroom.editions.scheduled(List.of("fr"), Optional.of(place), 9))
                    .extracting(Standing::story)
                    .containsExactly(late);
            assertThat(newsroom.editions.scheduled(List.of("ar"), Optional.empty(), 9))
                    .isEmpty();
        });
        change(late, "fr", edition -> newsroom.editing.sendBack(edition, "", LOTTE));
        change(soon, "fr", edition -> newsroom.editing.sendBack(edition, "", LOTTE));
    }

    @Test
    void the_matrix_finds_what_is_public_here_missing_there_and_what_is_behind() {
        long both = written("ar", "fr");
        long arabic = written("ar");
        for (long each : List.of(both, arabic)) {
            change(each, "ar", edition -> newsroom.editing.publish(edition, LOTTE));
        }
        assertThat(rows("ar", "fr", false)).containsExactly(arabic);
        assertThat(rows("ar", "", false)).containsExactly(arabic, both);
        assertThat(rows("fr", "", false)).isEmpty();
        assertThat(rows("", "", true)).isEmpty();
        newsroom.inTransaction(() -> {
            newsroom.editing.level(newsroom.editions.get(both, "fr"), newsroom.editions.get(both, "ar"), LOTTE);
        });
        change(
                both,
                "ar",
                edition -> newsroom.editing.write(edition, AR, copy("كناوة", "ar"), Revision.Cause.SAVE, LOTTE));
        assertThat(rows("", "", true)).containsExactly(both);
    }

    @Test
    void the_journal_answers_who_did_what_and_pages_by_number() {
        long before = newsroom.journal.last();
        long story = written("ar", "fr");
        change(story, "fr", edition -> newsroom.editing.submit(edition, YOUSSEF));
        assertThat(kinds(asked(OptionalLong.of(story), OptionalLong.empty(), "", List.of())))
                .containsExactly("EditionSubmitted", "EditionWritten", "EditionWritten", "StoryOpened");
        assertThat(kinds(asked(OptionalLong.of(story), OptionalLong.of(YOUSSEF.id()), "", List.of())))
                .containsExactly("EditionSubmitted");
        assertThat(kinds(asked(OptionalLong.of(story), OptionalLong.empty(), "EditionWritten", List.of("ar"))))
                .containsExactly("EditionWritten");
        assertThat(kinds(asked(OptionalLong.of(story * 10 + 7_000_000), OptionalLong.empty(), "", List.of())))
                .isEmpty();
        Journal.Found first = newsroom.inTransaction(() -> newsroom.journal.before(0, Journal.Wanted.ALL, 3));
        assertThat(first.entries()).extracting(Entry::number).containsExactly(before + 4, before + 3, before + 2);
        Journal.Found second =
                newsroom.inTransaction(() -> newsroom.journal.before(first.next(), Journal.Wanted.ALL, 3));
        assertThat(second.entries().get(0).number()).isEqualTo(before + 1);
        Journal.Wanted yesterday = new Journal.Wanted(
                OptionalLong.empty(),
                "",
                OptionalLong.empty(),
                Optional.of(NOON.minus(Duration.ofDays(2))),
                Optional.of(NOON.minus(Duration.ofDays(1))),
                List.of());
        assertThat(newsroom.inTransaction(() -> newsroom.journal.before(0, yesterday, 9)))
                .isEqualTo(new Journal.Found(List.of(), 0));
    }

    private static Journal.Wanted asked(OptionalLong story, OptionalLong person, String kind, List<String> langs) {
        return new Journal.Wanted(person, kind, story, Optional.empty(), Optional.empty(), langs);
    }

    private static List<String> kinds(Journal.Wanted wanted) {
        return newsroom.inTransaction(() -> newsroom.journal.before(0, wanted, 20)).entries().stream()
                .map(Entry::kind)
                .toList();
    }

    private List<Long> rows(String publicIn, String missingIn, boolean stale) {
        return newsroom.inTransaction(() -> newsroom.editions.rows(
                new Editions.Rows(
                        Worklist.in(List.of("ar", "fr", "en")).filed(section, null),
                        publicIn,
                        missingIn,
                        stale,
                        Optional.of(NOON),
                        Long.MAX_VALUE),
                20));
    }

    private BoardPage page(Caller caller, String query) {
        Narrowing narrowing = Narrowing.of(Board.PATH, Board.NAMES, query).with("section", section);
        return newsroom.inTransaction(() -> board.page(FRAME, FR, caller, narrowing, List.of()));
    }

    /** The stories of each column. */
    private Map<String, List<Long>> columns(Caller caller, String query) {
        return page(caller, query).columns().stream()
                .collect(Collectors.toMap(BoardPage.Column::status, column -> column.cards().stream()
                        .map(card -> Long.valueOf(card.id()))
                        .toList()));
    }

    /** A story of this test's section, written in these languages a second after the last one. */
    private long written(String... langs) {
        newsroom.clock.advance(Duration.ofSeconds(1));
        return newsroom.inTransaction(() -> {
            Story story = story();
            for (String lang : langs) {
                newsroom.editing.begin(story, LANGUAGES.get(lang), copy(lang), Revision.Cause.SAVE, LOTTE);
            }
            return story.id();
        });
    }

    private Edition begin(String lang, String headline) {
        return newsroom.editing.begin(story(), LANGUAGES.get(lang), copy(headline, lang), Revision.Cause.SAVE, LOTTE);
    }

    private Story story() {
        return newsroom.editing.open(Kind.ARTICLE, newsroom.sections.get(section), List.of(), Optional.empty(), LOTTE);
    }

    /** A step with an edition. */
    @FunctionalInterface
    private interface Step {
        void take(Edition edition);
    }

    private static void change(long story, String lang, Step step) {
        newsroom.inTransaction(() -> {
            step.take(newsroom.editions.getToChange(story, lang));
        });
    }

    private static String encoded(String typed) {
        return java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);
    }
}
