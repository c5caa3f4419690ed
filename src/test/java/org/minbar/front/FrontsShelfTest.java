package org.minbar.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.CELINE;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.copy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.identity.Caller;
import org.minbar.journal.Entry;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.topic.Section;

/** Front pages on both databases: who arranges them, and what readers then see. */
class FrontsShelfTest {

    /** A newsroom that arranges front pages. */
    private record Desk(Newsroom newsroom, Arranging arranging) implements AutoCloseable {

        static Desk on(Store store) {
            return at(Newsroom.on(store));
        }

        static Desk at(Newsroom newsroom) {
            Arranging arranging = new Arranging(
                    new Fronts(newsroom.em, newsroom.journal),
                    newsroom.editions,
                    newsroom.sections,
                    newsroom.journal,
                    LANGUAGES,
                    newsroom.clock,
                    ZoneId.of("Africa/Casablanca"));
            return new Desk(newsroom, arranging);
        }

        Story published(String section, Kind kind, Language... languages) {
            newsroom.clock.advance(Duration.ofSeconds(1));
            return newsroom.inTransaction(() -> {
                Section where = newsroom.sections.findOrMake(section, "ar", section);
                Story story = newsroom.editing.open(kind, where, List.of(), Optional.empty(), LOTTE);
                for (Language language : languages) newsroom.editing.publish(written(story, language), LOTTE);
                return story;
            });
        }

        Edition written(Story story, Language language) {
            return newsroom.editing.begin(story, language, copy(language.tag()), Revision.Cause.SAVE, LOTTE);
        }

        void change(Language language, Caller by, Function<Front, FrontArranged> change) {
            newsroom.inTransaction(() -> arranging.change(language, version(language), by, change));
        }

        void place(Language language, int slot, Story story) {
            change(language, LOTTE, front -> front.place(slot, story.id(), Optional.empty(), LOTTE, newsroom.clock));
        }

        private long version(Language language) {
            return arranging.now(language).front().version();
        }

        List<Long> shown(Language language) {
            return newsroom.inTransaction(
                    () -> arranging.now(language).arrangement().stories().toList());
        }

        long lead(Language language) {
            return shown(language).get(0);
        }

        void edit(Story story, Language language, Consumer<Edition> step) {
            newsroom.inTransaction(() -> step.accept(newsroom.editions.getToChange(story.id(), language.tag())));
        }

        @Override
        public void close() {
            newsroom.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_that_an_editor_puts_there_stays_through_newer_ones_until_it_is_taken_away(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story first = desk.published("culture", Kind.ARTICLE, AR);
            desk.place(AR, 0, first);
            Story newer = desk.published("culture", Kind.ARTICLE, AR);
            assertThat(desk.shown(AR)).containsExactly(first.id(), newer.id());
            desk.change(AR, LOTTE, front -> front.clear(0, LOTTE));
            assertThat(desk.shown(AR)).containsExactly(newer.id(), first.id());
            List<Entry> told = desk.newsroom.journal.after(0, 1_000).stream()
                    .filter(entry -> entry.kind().equals("FrontArranged"))
                    .toList();
            assertThat(told).hasSize(2).allSatisfy(entry -> {
                assertThat(entry.person()).isEqualTo(LOTTE.id());
                assertThat(entry.payload()).contains("\"lang\":\"ar\"");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_story_is_shown_only_in_languages_in_which_it_is_public_and_comes_back(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story both = desk.published("culture", Kind.ARTICLE, AR);
            Story other = desk.published("culture", Kind.ARTICLE, AR, FR);
            desk.newsroom.inTransaction(() -> desk.written(both, FR));
            desk.place(AR, 0, both);
            desk.place(FR, 0, both);
            assertThat(desk.lead(AR)).isEqualTo(both.id());
            assertThat(desk.shown(FR)).as("a draft in French").containsExactly(other.id());

            desk.edit(both, FR, edition -> desk.newsroom.editing.publish(edition, LOTTE));
            assertThat(desk.lead(FR)).isEqualTo(both.id());
            desk.edit(both, FR, edition -> desk.newsroom.editing.withdraw(edition, "Erreur.", LOTTE));
            assertThat(desk.lead(FR)).isEqualTo(other.id());
            assertThat(desk.lead(AR)).isEqualTo(both.id());
            desk.edit(both, FR, edition -> desk.newsroom.editing.publish(edition, LOTTE));
            assertThat(desk.lead(FR)).isEqualTo(both.id());

            desk.newsroom.inTransaction(() ->
                    desk.newsroom.editing.embargo(desk.newsroom.stories.get(both.id()), Optional.of(THREE_PM), LOTTE));
            assertThat(desk.lead(AR)).isEqualTo(other.id());
            assertThat(desk.lead(FR)).isEqualTo(other.id());
            desk.newsroom.clock.set(THREE_PM);
            assertThat(desk.lead(AR)).isEqualTo(both.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void stories_change_places_and_a_story_stands_once(Store store) {
        try (Desk desk = Desk.on(store)) {
            List<Story> stories = new ArrayList<>();
            for (int i = 0; i < 4; i++) stories.add(desk.published("culture", Kind.ARTICLE, AR));
            long oldest = stories.get(0).id();
            desk.place(AR, 0, stories.get(0));
            desk.place(AR, 2, stories.get(1));
            desk.change(AR, LOTTE, front -> front.move(0, 2, oldest, LOTTE));
            assertThat(desk.shown(AR))
                    .containsExactly(
                            stories.get(1).id(),
                            stories.get(3).id(),
                            oldest,
                            stories.get(2).id());
            // What stands there by its rule stays where it is put.
            desk.change(AR, LOTTE, front -> front.move(1, 0, stories.get(3).id(), LOTTE));
            assertThat(desk.shown(AR).subList(0, 3))
                    .containsExactly(stories.get(3).id(), stories.get(1).id(), oldest);
            desk.place(AR, 7, stories.get(3));
            assertThat(desk.shown(AR))
                    .doesNotHaveDuplicates()
                    .endsWith(stories.get(3).id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_has_not_seen_the_last_change_is_refused_and_changes_nothing(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story one = desk.published("culture", Kind.ARTICLE, AR);
            Story other = desk.published("culture", Kind.ARTICLE, AR);
            desk.place(AR, 0, one);
            assertThatThrownBy(() -> desk.newsroom.inTransaction(() -> desk.arranging.change(
                            AR,
                            0,
                            LOTTE,
                            front -> front.place(0, other.id(), Optional.empty(), LOTTE, desk.newsroom.clock))))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("front-changed"));
            assertThat(desk.lead(AR)).isEqualTo(one.id());
            long seen = desk.newsroom.inTransaction(() -> desk.version(AR));
            desk.place(AR, 1, other);
            assertThat(desk.newsroom.<Long>inTransaction(() -> desk.version(AR)))
                    .isEqualTo(seen + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_who_publishes_in_a_language_arranges_its_front_page(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story story = desk.published("culture", Kind.ARTICLE, AR, FR);
            Function<Front, FrontArranged> byCeline =
                    front -> front.place(0, story.id(), Optional.empty(), CELINE, desk.newsroom.clock);
            desk.change(FR, CELINE, byCeline);
            for (Caller caller : List.of(CELINE, AMINA)) {
                assertThatThrownBy(() -> desk.change(AR, caller, front -> front.clear(0, caller)))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                                .isEqualTo("not-allowed"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_slot_whose_time_is_over_is_given_back_by_the_house_once(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story old = desk.published("culture", Kind.ARTICLE, AR);
            Story newer = desk.published("culture", Kind.ARTICLE, AR);
            desk.change(
                    AR, LOTTE, front -> front.place(0, old.id(), Optional.of(THREE_PM), LOTTE, desk.newsroom.clock));
            desk.newsroom.inTransaction(desk.arranging::tidy);
            assertThat(desk.lead(AR)).isEqualTo(old.id());
            desk.newsroom.clock.set(THREE_PM);
            assertThat(desk.lead(AR)).isEqualTo(newer.id());
            for (int i = 0; i < 2; i++) desk.newsroom.inTransaction(desk.arranging::tidy);
            assertThat(desk.newsroom.journal.after(0, 1_000).stream()
                            .filter(entry -> entry.kind().equals("FrontArranged") && entry.person() == 0))
                    .hasSize(1);
            assertThatThrownBy(() -> desk.change(
                            AR,
                            LOTTE,
                            front -> front.place(0, old.id(), Optional.of(NOON), LOTTE, desk.newsroom.clock)))
                    .isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_finds_what_is_older_than_all_that_the_page_is_made_of(Store store) {
        try (Desk desk = Desk.on(store)) {
            Story longAgo = desk.published("sports", Kind.REVIEW, AR);
            for (int i = 0; i < 205; i++) desk.published("culture", Kind.BRIEF, AR);
            long sports = desk.newsroom.inTransaction(
                    () -> desk.newsroom.sections.get("sports").id());
            desk.change(AR, LOTTE, front -> front.rule(0, new Rule(sports, EnumSet.of(Kind.REVIEW), 2), LOTTE));
            assertThat(desk.lead(AR)).isEqualTo(longAgo.id());
            desk.change(AR, LOTTE, front -> front.rule(0, new Rule(Rule.ANY_SECTION, Set.of(), 0), LOTTE));
            assertThat(desk.lead(AR)).isNotEqualTo(longAgo.id());
        }
    }
}
