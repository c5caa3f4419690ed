package org.minbar.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minbar.Cast.ADMINISTRATOR;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.CELINE;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MARIAM;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.PARTNER_KIVU;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.TOMORROW;
import static org.minbar.Cast.YOUSSEF;
import static org.minbar.Cast.at;
import static org.minbar.Cast.copy;
import static org.minbar.Cast.headlineOnly;
import static org.minbar.Cast.written;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.Cast;
import org.minbar.identity.Caller;
import org.minbar.language.Refusal;
import org.minbar.story.EditionHappening.EditionApproved;
import org.minbar.story.EditionHappening.EditionArchived;
import org.minbar.story.EditionHappening.EditionCorrected;
import org.minbar.story.EditionHappening.EditionPublished;
import org.minbar.story.EditionHappening.EditionScheduled;
import org.minbar.story.EditionHappening.EditionSentBack;
import org.minbar.story.EditionHappening.EditionSubmitted;
import org.minbar.story.EditionHappening.EditionWithdrawn;
import org.minbar.story.EditionHappening.EditionWritten;

class EditionTest {

    private static final String WRONG_PLACE = "كان اسم المدينة خطأ: الصويرة لا أكادير.";
    private static final String UNCONFIRMED = "لم تتأكد الأخبار الواردة فيه.";

    /** A step of an edition's life, at noon of the day on which it was written. */
    @FunctionalInterface
    private interface Step {
        EditionHappening take(Edition edition, Caller by);
    }

    private static final Map<String, Step> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put(
                "write",
                (edition, by) -> edition.write(copy(edition.lang()), LANGUAGES.get(edition.lang()), by, at(NOON)));
        STEPS.put("submit", (edition, by) -> edition.submit(by, at(NOON)));
        STEPS.put("approve", (edition, by) -> edition.approve(by, at(NOON)));
        STEPS.put("sendBack", (edition, by) -> edition.sendBack("العنوان طويل.", by, at(NOON)));
        STEPS.put("schedule", (edition, by) -> edition.schedule(TOMORROW, by, at(NOON)));
        STEPS.put("publish", (edition, by) -> edition.publish(by, at(NOON)));
        STEPS.put("publishAs", (edition, by) -> edition.publishAs(MORNING, by, at(NOON)));
        STEPS.put(
                "correct",
                (edition, by) -> edition.correct(
                        WRONG_PLACE, copy(edition.lang()), LANGUAGES.get(edition.lang()), by, at(NOON)));
        STEPS.put("withdraw", (edition, by) -> edition.withdraw(UNCONFIRMED, by, at(NOON)));
        STEPS.put("archive", (edition, by) -> edition.archive(by, at(NOON)));
    }

    /** What becomes of an edition in each status; a dash where the step is refused and nothing changes. */
    private static final String TRANSITIONS =
            """
            step      | draft     | review    | ready     | scheduled | published | corrected | withdrawn | archived
            write     | draft     | review    | ready     | scheduled | published | corrected | -         | -
            submit    | review    | -         | -         | -         | -         | -         | -         | -
            approve   | ready     | ready     | -         | -         | -         | -         | -         | -
            sendBack  | -         | draft     | draft     | draft     | -         | -         | -         | -
            schedule  | scheduled | scheduled | scheduled | scheduled | -         | -         | -         | -
            publish   | published | published | published | published | published | corrected | published | -
            publishAs | published | published | published | published | published | corrected | published | -
            correct   | -         | -         | -         | -         | corrected | corrected | -         | -
            withdraw  | -         | -         | -         | -         | withdrawn | withdrawn | -         | -
            archive   | archived  | archived  | archived  | archived  | -         | -         | -         | -
            """;

    static Stream<Arguments> transitions() {
        List<List<String>> rows = table(TRANSITIONS);
        List<Arguments> all = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                all.add(Arguments.of(row.get(0), Status.of(rows.get(0).get(column)), row.get(column)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("transitions")
    void every_step_leads_from_a_status_to_a_status_or_is_refused(String step, Status from, String to) {
        Edition edition = in(from);
        Instant updated = edition.updated();
        if (to.equals("-")) {
            Refusal refusal = refusal(() -> step(step).take(edition, LOTTE));
            assertThat(refusal.kind()).isEqualTo("wrong-status");
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CONFLICT);
            assertThat(refusal.details()).containsEntry("status", from.tag());
            assertThat(edition.status()).isEqualTo(from);
            assertThat(edition.updated()).isEqualTo(updated);
        } else {
            step(step).take(edition, LOTTE);
            assertThat(edition.status()).isEqualTo(Status.of(to));
        }
    }

    /** What each may do with an Arabic edition that others began, in work; and with one that is public. */
    private static final String PERMISSIONS =
            """
            step      | amina | lotte | youssef | celine | mariam | administrator | kivu
            write     | yes   | yes   | no      | no     | no     | yes           | no
            submit    | yes   | yes   | no      | no     | no     | yes           | no
            approve   | no    | yes   | no      | no     | no     | yes           | no
            sendBack  | no    | yes   | no      | no     | no     | yes           | no
            schedule  | no    | yes   | no      | no     | no     | yes           | no
            publish   | no    | yes   | no      | no     | no     | yes           | no
            publishAs | no    | yes   | no      | no     | no     | yes           | no
            correct   | no    | yes   | no      | no     | no     | yes           | no
            withdraw  | no    | yes   | no      | no     | no     | yes           | no
            archive   | no    | yes   | no      | no     | no     | yes           | no
            """;

    private static final Map<String, Caller> PEOPLE = Map.of(
            "amina", AMINA,
            "lotte", LOTTE,
            "youssef", YOUSSEF,
            "celine", CELINE,
            "mariam", MARIAM,
            "administrator", ADMINISTRATOR,
            "kivu", PARTNER_KIVU);

    static Stream<Arguments> permissions() {
        List<List<String>> rows = table(PERMISSIONS);
        List<Arguments> all = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                all.add(Arguments.of(
                        row.get(0), rows.get(0).get(column), row.get(column).equals("yes")));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{1} may {0}: {2}")
    @MethodSource("permissions")
    void a_step_is_for_those_who_hold_its_permission_in_the_editions_language(
            String step, String who, boolean allowed) {
        Status from =
                switch (step) {
                    case "correct", "withdraw" -> Status.PUBLISHED;
                    case "sendBack" -> Status.REVIEW;
                    default -> Status.DRAFT;
                };
        Edition edition = in(from);
        if (allowed) {
            EditionHappening happening = step(step).take(edition, person(who));
            assertThat(happening.person()).isEqualTo(person(who).id());
        } else {
            Refusal refusal = refusal(() -> step(step).take(edition, person(who)));
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
            assertThat(edition.status()).isEqualTo(from);
        }
    }

    @Test
    void a_correspondent_writes_what_she_began_and_hands_it_in() {
        Edition edition = new Edition(Cast.article(), AR, at(MORNING)).begunBy(MARIAM);
        edition.write(copy("ar"), AR, MARIAM, at(MORNING));
        edition.submit(MARIAM, at(NOON));
        assertThat(edition.status()).isEqualTo(Status.REVIEW);
    }

    @Test
    void a_writer_who_may_not_publish_cannot_change_what_is_public() {
        Edition edition = in(Status.PUBLISHED);
        Refusal refusal = refusal(() -> edition.write(copy("عنوان آخر", "ar"), AR, AMINA, at(THREE_PM)));
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
        assertThat(edition.headline()).isEqualTo(copy("ar").headline());
    }

    @Test
    void every_step_tells_what_happened() {
        Edition edition = written("ar");
        assertThat(edition.submit(AMINA, at(NOON))).isEqualTo(new EditionSubmitted(AMINA.id(), 0, 0, "ar"));
        assertThat(edition.sendBack("العنوان طويل.", LOTTE, at(NOON)))
                .isEqualTo(new EditionSentBack(LOTTE.id(), 0, 0, "ar", "العنوان طويل."));
        assertThat(edition.write(copy("ar"), AR, AMINA, at(NOON)))
                .isEqualTo(new EditionWritten(AMINA.id(), 0, 0, "ar", 2));
        assertThat(edition.approve(LOTTE, at(NOON))).isEqualTo(new EditionApproved(LOTTE.id(), 0, 0, "ar"));
        assertThat(edition.schedule(TOMORROW, LOTTE, at(NOON)))
                .isEqualTo(new EditionScheduled(LOTTE.id(), 0, 0, "ar", TOMORROW));
        assertThat(edition.publish(LOTTE, at(NOON))).isEqualTo(new EditionPublished(LOTTE.id(), 0, 0, "ar", NOON, 0));
        assertThat(edition.correct(WRONG_PLACE, copy("ar"), AR, LOTTE, at(NOON)))
                .isEqualTo(new EditionCorrected(LOTTE.id(), 0, 0, "ar", WRONG_PLACE, 3));
        assertThat(edition.withdraw(UNCONFIRMED, LOTTE, at(NOON)))
                .isEqualTo(new EditionWithdrawn(LOTTE.id(), 0, 0, "ar", UNCONFIRMED));
        assertThat(written("fr").archive(CELINE, at(NOON))).isEqualTo(new EditionArchived(CELINE.id(), 0, 0, "fr"));
    }

    @Test
    void publishing_again_keeps_the_first_publication_time() {
        Edition edition = written("ar");
        edition.publish(LOTTE, at(NOON));
        EditionPublished again = edition.publish(LOTTE, at(THREE_PM));
        assertThat(edition.published()).contains(NOON);
        assertThat(edition.updated()).isEqualTo(NOON);
        assertThat(again.publishedAt()).isEqualTo(NOON);
    }

    @Test
    void an_edition_that_returns_after_a_withdrawal_keeps_its_time_and_its_corrections() {
        Edition edition = written("ar");
        edition.publish(LOTTE, at(MORNING));
        edition.correct(WRONG_PLACE, copy("ar"), AR, LOTTE, at(NOON));
        edition.withdraw(UNCONFIRMED, LOTTE, at(THREE_PM));
        assertThat(edition.withdrawnWhy()).contains(UNCONFIRMED);
        assertThat(edition.withdrawn()).contains(THREE_PM);
        assertThat(edition.isPublic(THREE_PM)).isFalse();

        edition.publish(LOTTE, at(TOMORROW));

        assertThat(edition.status()).isEqualTo(Status.CORRECTED);
        assertThat(edition.published()).contains(MORNING);
        assertThat(edition.withdrawn()).isEmpty();
        assertThat(edition.withdrawnWhy()).isEmpty();
        assertThat(edition.isPublic(TOMORROW)).isTrue();
    }

    @Test
    void corrections_stand_oldest_first_and_do_not_move_the_publication_time() {
        Edition edition = written("fr");
        edition.publish(LOTTE, at(MORNING));
        edition.correct("Le festival compte trois scènes, et non deux.", copy("fr"), FR, LOTTE, at(NOON));
        edition.correct("La photo était mal légendée.", copy("fr"), FR, LOTTE, at(THREE_PM));
        assertThat(edition.corrections()).extracting(Correction::at).containsExactly(NOON, THREE_PM);
        assertThat(edition.corrections().get(1).note()).isEqualTo("La photo était mal légendée.");
        assertThat(edition.published()).contains(MORNING);
        assertThat(edition.updated()).isEqualTo(THREE_PM);
    }

    @ParameterizedTest
    @MethodSource("notes")
    void a_correction_and_a_withdrawal_tell_readers_why(String note, String refused) {
        Edition edition = in(Status.PUBLISHED);
        Refusal correction = refusal(() -> edition.correct(note, copy("ar"), AR, LOTTE, at(NOON)));
        Refusal withdrawal = refusal(() -> edition.withdraw(note, LOTTE, at(NOON)));
        assertThat(List.of(correction.kind(), withdrawal.kind())).containsOnly(refused);
        assertThat(correction.field()).contains("note");
        assertThat(withdrawal.field()).contains("reason");
        assertThat(edition.status()).isEqualTo(Status.PUBLISHED);
        assertThat(edition.corrections()).isEmpty();
    }

    static Stream<Arguments> notes() {
        return Stream.of(
                Arguments.of("", "missing-field"),
                Arguments.of(" \n\t", "missing-field"),
                Arguments.of("خطأ ".repeat(600), "too-long"));
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_ready_is_approved_scheduled_or_published(Kind kind) {
        Edition wordless = new Edition(Cast.story(kind), AR, at(MORNING));
        for (String step : List.of("approve", "schedule", "publish", "publishAs")) {
            Refusal refusal = refusal(() -> step(step).take(wordless, LOTTE));
            assertThat(refusal.kind()).isEqualTo("not-ready-headline");
            assertThat(refusal.field()).contains("headline");
        }
        assertThat(wordless.status()).isEqualTo(Status.DRAFT);

        Edition bodiless = new Edition(Cast.story(kind), AR, at(MORNING));
        bodiless.write(headlineOnly("أمطار غزيرة على شمال المملكة"), AR, AMINA, at(MORNING));
        if (kind == Kind.BRIEF || kind == Kind.LIVE) {
            bodiless.publish(LOTTE, at(NOON));
            assertThat(bodiless.status()).isEqualTo(Status.PUBLISHED);
        } else {
            assertThat(refusal(() -> bodiless.publish(LOTTE, at(NOON))).kind()).isEqualTo("not-ready-body");
        }
    }

    @Test
    void a_draft_may_wait_for_its_words_but_what_is_public_keeps_a_headline_and_a_body() {
        Edition draft = written("ar");
        draft.write(headlineOnly(""), AR, AMINA, at(NOON));
        assertThat(draft.headline()).isEmpty();

        Edition out = in(Status.PUBLISHED);
        assertThat(refusal(() -> out.write(headlineOnly(""), AR, LOTTE, at(NOON)))
                        .kind())
                .isEqualTo("not-ready-headline");
        assertThat(refusal(() -> out.correct(WRONG_PLACE, headlineOnly("عنوان"), AR, LOTTE, at(NOON)))
                        .kind())
                .isEqualTo("not-ready-body");
        assertThat(out.body()).isEqualTo(copy("ar").body());
        assertThat(out.corrections()).isEmpty();
    }

    @Test
    void an_embargo_holds_until_its_very_instant() {
        Story story = Cast.article().embargoedUntil(THREE_PM);
        Edition edition = written(story, "ar");

        Refusal tooEarly = refusal(() -> edition.publish(ADMINISTRATOR, at(THREE_PM.minusMillis(1))));
        assertThat(tooEarly.kind()).isEqualTo("embargoed");
        assertThat(tooEarly.details()).containsEntry("until", THREE_PM.toString());
        assertThat(refusal(() -> edition.schedule(THREE_PM.minusMillis(1), LOTTE, at(NOON)))
                        .kind())
                .isEqualTo("embargoed");

        edition.schedule(THREE_PM, LOTTE, at(NOON));
        edition.publish(LOTTE, at(THREE_PM));
        assertThat(edition.isPublic(THREE_PM)).isTrue();
    }

    @Test
    void an_embargo_laid_on_what_is_public_hides_it() {
        Story story = Cast.article();
        Edition edition = written(story, "ar");
        edition.publish(LOTTE, at(MORNING));
        story.embargoedUntil(THREE_PM);
        assertThat(edition.isPublic(NOON)).isFalse();
        assertThat(edition.isPublic(THREE_PM)).isTrue();
    }

    @Test
    void nothing_is_scheduled_for_the_past_and_nothing_was_published_in_the_future() {
        Edition edition = written("ar");
        assertThat(refusal(() -> edition.schedule(NOON, LOTTE, at(NOON))).kind())
                .isEqualTo("in-the-past");
        assertThat(refusal(() -> edition.publishAs(NOON.plusMillis(1), LOTTE, at(NOON)))
                        .kind())
                .isEqualTo("in-the-future");
        assertThat(edition.status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void copy_from_an_archive_keeps_the_time_at_which_it_was_first_out() {
        Instant then = Instant.parse("2011-02-20T17:30:00Z");
        Edition edition = written("ar");
        edition.publishAs(then, LOTTE, at(NOON));
        assertThat(edition.published()).contains(then);
        assertThat(edition.updated()).isEqualTo(NOON);
    }

    @Test
    void times_are_whole_milliseconds_so_that_pages_of_a_list_miss_nothing() {
        Instant precise = Instant.parse("2011-02-20T17:30:00.123456789Z");
        Instant whole = Instant.parse("2011-02-20T17:30:00.123Z");
        Edition edition = written("ar");
        edition.publishAs(precise, LOTTE, at(NOON));
        assertThat(edition.published()).contains(whole);
        Edition scheduled = written("ar");
        scheduled.schedule(precise, LOTTE, at(whole.minusMillis(1)));
        assertThat(scheduled.scheduledFor()).contains(whole);
        assertThat(Cast.article().embargoedUntil(precise).embargo()).contains(whole);
    }

    @Test
    void a_scheduled_edition_is_due_from_its_very_instant_and_leaves_the_timetable_when_sent_back() {
        Edition edition = written("ar");
        edition.schedule(THREE_PM, LOTTE, at(NOON));
        assertThat(edition.isDue(THREE_PM.minusMillis(1))).isFalse();
        assertThat(edition.isDue(THREE_PM)).isTrue();
        assertThat(edition.isPublic(THREE_PM)).isFalse();

        edition.sendBack("", LOTTE, at(NOON));
        assertThat(edition.scheduledFor()).isEmpty();
        assertThat(edition.isDue(THREE_PM)).isFalse();
    }

    @Test
    void the_address_follows_the_headline_until_it_is_public_and_then_stays() {
        Edition edition = written("ar");
        assertThat(edition.slug()).isEqualTo("مهرجان-الصويرة-يفتتح-دورته-الجديدة");
        edition.write(copy("مهرجان كناوة يعود", "ar"), AR, AMINA, at(MORNING));
        assertThat(edition.slug()).isEqualTo("مهرجان-كناوة-يعود");

        edition.publish(LOTTE, at(NOON));
        edition.write(copy("كناوة: الليلة الأولى", "ar"), AR, LOTTE, at(NOON));
        edition.correct(WRONG_PLACE, copy("كناوة: الليلة الثانية", "ar"), AR, LOTTE, at(NOON));
        assertThat(edition.headline()).isEqualTo("كناوة: الليلة الثانية");
        assertThat(edition.slug()).isEqualTo("مهرجان-كناوة-يعود");
        assertThat(edition.path()).isEqualTo("/ar/0/مهرجان-كناوة-يعود");
    }

    @Test
    void a_slug_that_somebody_asks_for_is_taken_even_later() {
        Edition edition = in(Status.PUBLISHED);
        edition.write(Cast.withSlug(copy("ar"), "كناوة-2024"), AR, LOTTE, at(NOON));
        assertThat(edition.slug()).isEqualTo("كناوة-2024");
    }

    @Test
    void a_revision_keeps_the_words_as_they_stood() {
        Edition edition = written("fr");
        Revision first = edition.revision(Revision.Cause.SAVE, false, LOTTE, at(MORNING));
        edition.write(copy("Essaouira en fête", "fr"), FR, YOUSSEF, at(NOON));
        Revision second = edition.revision(Revision.Cause.SAVE, false, YOUSSEF, at(NOON));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.headline()).isEqualTo("Le festival d’Essaouira ouvre sa nouvelle édition");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.headline()).isEqualTo("Essaouira en fête");
        assertThat(second.person()).isEqualTo(YOUSSEF.id());
        assertThat(second.at()).isEqualTo(NOON);
    }

    @Test
    void happenings_can_be_told_apart_by_name() {
        assertThat(EditionHappening.ALL).extracting(Class::getSimpleName).doesNotHaveDuplicates();
        assertThat(EditionHappening.ALL).containsExactlyInAnyOrder(permitted());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends EditionHappening>[] permitted() {
        return (Class<? extends EditionHappening>[]) EditionHappening.class.getPermittedSubclasses();
    }

    /** An Arabic edition in this status, led there by Lotte in the morning. */
    private static Edition in(Status status) {
        Edition edition = written("ar");
        switch (status) {
            case DRAFT -> assertThat(edition.status()).isEqualTo(Status.DRAFT);
            case REVIEW -> edition.submit(AMINA, at(MORNING));
            case READY -> edition.approve(LOTTE, at(MORNING));
            case SCHEDULED -> edition.schedule(THREE_PM, LOTTE, at(MORNING));
            case PUBLISHED -> edition.publish(LOTTE, at(MORNING));
            case CORRECTED -> {
                edition.publish(LOTTE, at(MORNING));
                edition.correct(WRONG_PLACE, copy("ar"), AR, LOTTE, at(MORNING));
            }
            case WITHDRAWN -> {
                edition.publish(LOTTE, at(MORNING));
                edition.withdraw(UNCONFIRMED, LOTTE, at(MORNING));
            }
            case ARCHIVED -> edition.archive(LOTTE, at(MORNING));
        }
        assertThat(edition.status()).isEqualTo(status);
        return edition;
    }

    private static Step step(String name) {
        return Optional.ofNullable(STEPS.get(name)).orElseThrow();
    }

    private static Caller person(String name) {
        return Optional.ofNullable(PEOPLE.get(name)).orElseThrow();
    }

    private static Refusal refusal(ThrowingCallable step) {
        Refusal refusal = catchThrowableOfType(Refusal.class, step);
        return Optional.ofNullable(refusal).orElseThrow(() -> new AssertionError("It was not refused"));
    }

    private static List<List<String>> table(String text) {
        return text.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
    }
}
