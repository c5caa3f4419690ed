package org.minbar.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.LOTTE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minbar.Cast;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.desk.Saving.Outcome;
import org.minbar.identity.Caller;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Showcase;
import org.minbar.story.Story;

/** Lotte and Amina write the same Arabic edition at the same time. */
class SavingTest {

    private static final String BEGUN =
            "<p>افتتح المهرجان مساء الخميس.</p><p>حضر فنانون من ثلاث قارات.</p><p>يستمر إلى الأحد.</p>";

    private Newsroom newsroom;
    private Saving saving;
    private Drafts drafts;
    private long edition;

    @BeforeEach
    void an_edition_that_both_have_open() {
        newsroom = Newsroom.on(Store.H2);
        saving = new Saving(newsroom.editing, newsroom.editions, newsroom.people);
        drafts = new Drafts(newsroom.em);
        edition = newsroom.inTransaction(() -> {
            Story story = newsroom.editing.open(
                    Kind.ARTICLE, newsroom.sections.add(Cast.culture()), List.of(), Optional.empty(), LOTTE);
            Edition begun =
                    newsroom.editing.begin(story, AR, text("مهرجان الصويرة", BEGUN), Revision.Cause.SAVE, LOTTE);
            newsroom.editions.settle();
            return begun.id();
        });
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    private static Copy text(String headline, String body) {
        return Copy.of(headline, "", body, null, List.of(), AR).with(Showcase.NONE);
    }

    private Outcome saves(Caller writer, int from, Copy copy) {
        return newsroom.inTransaction(() -> saving.save(
                newsroom.editions.getToChange(edition), AR, from, copy, false, Revision.Cause.SAVE, writer));
    }

    private Copy standing() {
        return newsroom.inTransaction(() -> newsroom.editions.get(edition).copy());
    }

    @Test
    void two_who_change_different_paragraphs_both_find_their_words() {
        saves(LOTTE, 1, text("مهرجان الصويرة", BEGUN.replace("مساء الخميس", "مساء الجمعة")));

        Outcome outcome = saves(AMINA, 1, text("مهرجان الصويرة", BEGUN.replace("إلى الأحد", "إلى الاثنين")));

        assertThat(outcome).isEqualTo(new Outcome.Saved(true));
        assertThat(standing().body()).contains("مساء الجمعة").contains("إلى الاثنين");
    }

    @Test
    void a_line_that_only_one_changed_is_kept_beside_what_the_other_wrote() {
        saves(LOTTE, 1, text("مهرجان الصويرة يفتتح", BEGUN));

        saves(AMINA, 1, text("مهرجان الصويرة", BEGUN.replace("ثلاث", "أربع")));

        assertThat(standing().headline()).isEqualTo("مهرجان الصويرة يفتتح");
        assertThat(standing().body()).contains("أربع");
    }

    @Test
    void two_who_change_the_same_paragraph_are_asked_and_nothing_is_saved() {
        saves(LOTTE, 1, text("مهرجان الصويرة", BEGUN.replace("ثلاث قارات", "خمس قارات")));

        Outcome outcome = saves(AMINA, 1, text("مهرجان الصويرة", BEGUN.replace("ثلاث قارات", "أربع قارات")));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Clashed.class, clashed -> {
            Clash clash = clashed.clash();
            assertThat(clash.version()).isEqualTo(2);
            assertThat(clash.blocks())
                    .filteredOn(Clash.Piece::clash)
                    .singleElement()
                    .satisfies(piece -> {
                        assertThat(piece.base()).contains("ثلاث");
                        assertThat(piece.mine()).contains("أربع");
                        assertThat(piece.theirs()).contains("خمس");
                    });
        });
        assertThat(standing().body()).contains("خمس").doesNotContain("أربع");
    }

    @Test
    void a_headline_that_both_changed_is_a_clash_of_its_own() {
        saves(LOTTE, 1, text("افتتاح مهرجان الصويرة", BEGUN));

        Outcome outcome = saves(AMINA, 1, text("الصويرة: بداية المهرجان", BEGUN));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Clashed.class, clashed -> assertThat(
                        clashed.clash().fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.name()).isEqualTo("headline");
                    assertThat(field.theirs()).isEqualTo("افتتاح مهرجان الصويرة");
                }));
    }

    @Test
    void what_was_typed_and_not_saved_is_offered_until_its_writer_saves() {
        newsroom.inTransaction(() -> drafts.keep(
                new Draft(newsroom.editions.get(edition), 1, text("عنوان لم يحفظ", BEGUN), AMINA, newsroom.clock)));

        assertThat(unsaved(AMINA)).contains("عنوان لم يحفظ");
        assertThat(unsaved(LOTTE)).isEmpty();

        newsroom.clock.advance(Duration.ofMinutes(1));
        saves(AMINA, 1, text("عنوان آخر", BEGUN));
        assertThat(unsaved(AMINA)).isEmpty();
    }

    private Optional<String> unsaved(Caller writer) {
        return newsroom.inTransaction(() -> drafts.unsaved(newsroom.editions.get(edition), writer.id())
                .map(draft -> draft.copy().headline()));
    }

    @Test
    void a_lock_that_is_not_renewed_frees_itself_after_a_minute() {
        Locks locks = new Locks(newsroom.em);
        Lock lock = newsroom.inTransaction(() -> {
            Lock taken = locks.toChange(newsroom.editions.get(edition));
            taken.take(LOTTE, "her phone", newsroom.clock);
            return taken;
        });

        assertThat(lock.isHeldBy("her phone", newsroom.clock)).isTrue();
        assertThat(lock.isHeldBy("her other browser", newsroom.clock)).isFalse();
        newsroom.clock.advance(Duration.ofSeconds(61));
        assertThat(lock.isHeld(newsroom.clock)).isFalse();
    }

    @Test
    void a_translation_is_stale_once_its_source_says_something_new_and_not_after_a_minor_edit() {
        long french = newsroom.inTransaction(() -> {
            Edition source = newsroom.editions.get(edition);
            Edition made = newsroom.editing.begin(source.story(), Cast.FR, Cast.copy("fr"), Revision.Cause.SAVE, LOTTE);
            newsroom.editing.level(made, source, LOTTE);
            newsroom.editions.settle();
            return made.id();
        });
        newsroom.inTransaction(() -> newsroom.editing.write(
                newsroom.editions.getToChange(edition),
                AR,
                text("مهرجان الصويرة", BEGUN.replace("الخميس.", "الخميس،")),
                Revision.Cause.SAVE,
                true,
                LOTTE));
        assertThat(isStale(french)).isFalse();

        saves(LOTTE, 2, text("مهرجان الصويرة", BEGUN.replace("ثلاث", "أربع")));
        assertThat(isStale(french)).isTrue();
    }

    private boolean isStale(long translation) {
        return newsroom.inTransaction(
                () -> newsroom.editions.get(translation).isStaleAgainst(newsroom.editions.get(edition)));
    }
}
