package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.NOON;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.journal.Entry;
import org.minbar.language.Digits;
import org.minbar.language.Refusal;

/** The second step, the sessions' lists and what administrators do, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class TwoStepShelfTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Password GOOD = Password.chosen("قهوة بالحليب");
    private static final String HERE = "192.0.2.1";
    private static final Caller LOTTE =
            new Caller(1, "Lotte", Set.of(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE)), Set.of());

    private static Newsroom newsroom;

    private SigningIn signingIn;
    private Staffing staffing;

    TwoStepShelfTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    @BeforeEach
    void noon() {
        newsroom.clock.set(NOON);
        signingIn = new SigningIn(newsroom.people, new Guesses(newsroom.clock), newsroom.clock);
        staffing = new Staffing(newsroom.people, newsroom.journal, newsroom.clock);
    }

    @Test
    void without_it_the_password_is_enough_and_a_prepared_secret_changes_nothing() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        assertThatCode(() -> second(amina, "")).doesNotThrowAnyException();
        prepare(amina);
        assertThatCode(() -> second(amina, "")).doesNotThrowAnyException();
        newsroom.inTransaction(
                () -> assertThat(newsroom.people.signsInInTwoSteps(amina)).isFalse());
    }

    @Test
    void a_wrong_code_does_not_turn_it_on() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        OneTimeSecret secret = prepare(amina);
        String wrong = secret.code(now() + 5);
        assertThatThrownBy(() -> confirm(amina, wrong)).hasMessageContaining("wrong-code");
        newsroom.inTransaction(
                () -> assertThat(newsroom.people.signsInInTwoSteps(amina)).isFalse());
    }

    @Test
    void each_code_opens_once_in_whichever_digits_it_is_typed() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        OneTimeSecret secret = prepare(amina);
        confirm(amina, secret.code(now()));
        refused(amina, secret.code(now()), "wrong-code");
        refused(amina, "", "code-needed");

        newsroom.clock.advance(Duration.ofSeconds(30));
        String code = secret.code(now());
        String arabic = Digits.localised(code, org.minbar.Cast.LANGUAGES.get("ar"));
        second(amina, " " + arabic.substring(0, 3) + "\u00a0" + arabic.substring(3) + "\u200f");
        refused(amina, code, "wrong-code");
        newsroom.clock.advance(Duration.ofSeconds(60));
        refused(amina, secret.code(now() - 2), "wrong-code");
        second(amina, secret.code(now() - 1));
        second(amina, secret.code(now() + 1));
        refused(amina, secret.code(now()), "wrong-code");
    }

    @Test
    void persian_digits_are_digits_too() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        OneTimeSecret secret = prepare(amina);
        StringBuilder persian = new StringBuilder();
        secret.code(now()).chars().forEach(digit -> persian.append((char) (digit - '0' + 0x06F0)));
        confirm(amina, persian.toString());
        newsroom.inTransaction(
                () -> assertThat(newsroom.people.signsInInTwoSteps(amina)).isTrue());
    }

    @Test
    void ten_recovery_codes_open_once_each_however_they_are_typed() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        OneTimeSecret secret = prepare(amina);
        List<String> codes = confirm(amina, secret.code(now()));
        assertThat(new HashSet<>(codes)).hasSize(TwoStep.RECOVERY_CODES);
        assertThat(codes).allMatch(code -> code.matches("([a-z1-9]{4}-){3}[a-z1-9]{4}"));
        second(amina, codes.get(3));
        refused(amina, codes.get(3), "wrong-code");
        second(amina, codes.get(4).replace("-", " ").toUpperCase(Locale.ROOT));
        newsroom.inTransaction(
                () -> assertThat(newsroom.people.twoStepOf(amina).orElseThrow().recoveryCodesLeft())
                        .isEqualTo(8));
        Person other = person(new Grant(Role.WRITER, "fr"));
        confirm(other, prepare(other).code(now()));
        refused(other, codes.get(5), "wrong-code");
    }

    @Test
    void guessed_codes_are_made_to_wait_and_a_right_password_does_not_help() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        OneTimeSecret secret = prepare(amina);
        confirm(amina, secret.code(now()));
        for (int i = 0; i < 5; i++) {
            newsroom.inTransaction(() -> signingIn.with(amina.email(), GOOD.reveal(), HERE));
            refused(amina, "00000" + i, "wrong-code");
        }
        newsroom.inTransaction(() -> signingIn.with(amina.email(), GOOD.reveal(), HERE));
        refused(amina, secret.code(now() + 1), "too-often");
        newsroom.clock.advance(Duration.ofSeconds(1));
        second(amina, secret.code(now() + 1));
    }

    @Test
    void the_first_step_is_remembered_for_ten_minutes() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        Secret step = Secret.fresh("", RANDOM);
        newsroom.inTransaction(() -> newsroom.people.remember(
                new FirstStep(step, newsroom.people.get(amina.id()), newsroom.clock), newsroom.clock));
        newsroom.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(atFirstStep(step)).isTrue();
        assertThat(atFirstStep(Secret.fresh("", RANDOM))).isFalse();
        newsroom.clock.advance(Duration.ofMillis(1));
        assertThat(atFirstStep(step)).isFalse();
        Secret next = Secret.fresh("", RANDOM);
        newsroom.inTransaction(() -> newsroom.people.remember(
                new FirstStep(next, newsroom.people.get(amina.id()), newsroom.clock), newsroom.clock));
        newsroom.inTransaction(() -> newsroom.people.forget(next));
        assertThat(atFirstStep(next)).isFalse();
    }

    @Test
    void a_session_that_has_ended_still_tells_whose_it_was_and_for_three_months_when_she_was_here() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        Secret cookie = session(amina);
        newsroom.inTransaction(() -> newsroom.people.close(cookie, newsroom.clock));
        newsroom.inTransaction(() -> {
            assertThat(newsroom.people.findOpen(cookie, newsroom.clock)).isEmpty();
            assertThat(newsroom.people.lastAt(cookie).orElseThrow().id()).isEqualTo(amina.id());
            assertThat(newsroom.people.lastSeen()).containsEntry(amina.id(), NOON);
        });
        newsroom.clock.advance(Session.KEPT.plusMillis(1));
        session(person(new Grant(Role.WRITER, "fr")));
        newsroom.inTransaction(() -> {
            assertThat(newsroom.people.lastAt(cookie)).isEmpty();
            assertThat(newsroom.people.lastSeen()).doesNotContainKey(amina.id());
        });
    }

    @Test
    void a_person_closes_her_own_sessions_and_nobody_elses() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        Person other = person(new Grant(Role.WRITER, "fr"));
        Secret here = session(amina);
        newsroom.clock.advance(Duration.ofMinutes(1));
        Secret phone = session(amina);
        Secret home = session(amina);
        Secret others = session(other);
        newsroom.inTransaction(() -> {
            Person her = newsroom.people.get(amina.id());
            assertThat(newsroom.people.openOf(her, newsroom.clock))
                    .hasSize(3)
                    .last()
                    .matches(last -> last.is(here));
            assertThat(newsroom.people.closeOne(her, phone.hash(), newsroom.clock))
                    .isTrue();
            assertThat(newsroom.people.closeOne(her, others.hash(), newsroom.clock))
                    .isFalse();
            assertThat(newsroom.people.closeOne(her, phone.hash(), newsroom.clock))
                    .as("closed already")
                    .isFalse();
            assertThat(newsroom.people.closeOthers(her, here, newsroom.clock)).isEqualTo(1);
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.people.findOpen(here, newsroom.clock)).isPresent();
            assertThat(newsroom.people.findOpen(home, newsroom.clock)).isEmpty();
            assertThat(newsroom.people.findOpen(others, newsroom.clock)).isPresent();
        });
    }

    @Test
    void the_last_administrator_stays_and_a_refusal_changes_nothing() {
        newsroom.inTransaction(() -> newsroom.people.all().forEach(Person::leave));
        Person last = person(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE));
        newsroom.inTransaction(() -> {
            Person she = newsroom.people.get(last.id());
            assertThatThrownBy(() -> staffing.leave(she, LOTTE)).hasMessageContaining("last-administrator");
            assertThatThrownBy(() -> staffing.change(
                            she, "Another", she.email(), Set.of(new Grant(Role.ADMINISTRATOR, "fr")), LOTTE))
                    .hasMessageContaining("last-administrator");
            assertThat(she.active()).isTrue();
            assertThat(she.name()).isEqualTo("P");
        });
        Person second = person(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE));
        newsroom.inTransaction(() -> staffing.leave(newsroom.people.get(last.id()), LOTTE));
        newsroom.inTransaction(() -> assertThatThrownBy(() -> staffing.leave(newsroom.people.get(second.id()), LOTTE))
                .isInstanceOf(Refusal.class));
    }

    @Test
    void a_person_gets_another_address_unless_somebody_has_it() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        Person other = person(new Grant(Role.WRITER, "fr"));
        newsroom.inTransaction(() -> {
            Person she = newsroom.people.get(amina.id());
            assertThatThrownBy(() -> staffing.change(
                            she, she.name(), other.email().toUpperCase(Locale.ROOT), she.grants(), LOTTE))
                    .hasMessageContaining("email-taken");
            staffing.change(she, "أمينة الوزاني", " Wazzani" + she.id() + "@Minbar.example", she.grants(), LOTTE);
        });
        newsroom.inTransaction(() -> assertThat(newsroom.people
                        .findByEmail("wazzani" + amina.id() + "@minbar.example")
                        .orElseThrow()
                        .name())
                .isEqualTo("أمينة الوزاني"));
    }

    @Test
    void who_lost_her_telephone_is_let_in_by_an_administrator_and_the_journal_says_by_whom() {
        Person amina = person(new Grant(Role.WRITER, "ar"));
        Secret cookie = session(amina);
        confirm(amina, prepare(amina).code(now()));
        newsroom.inTransaction(() -> staffing.endTwoStep(newsroom.people.get(amina.id()), LOTTE));
        assertThatCode(() -> second(amina, "")).doesNotThrowAnyException();
        Entry entry = lastEntry();
        assertThat(entry.as(TwoStepTurnedOff.class)).contains(new TwoStepTurnedOff(LOTTE.id(), amina.id()));

        Password password =
                newsroom.inTransaction(() -> staffing.firstPassword(newsroom.people.get(amina.id()), LOTTE));
        newsroom.inTransaction(() -> {
            Person she = signingIn.with(amina.email(), password.reveal(), HERE);
            assertThat(she.mustChange()).isTrue();
            assertThat(newsroom.people.findOpen(cookie, newsroom.clock)).isEmpty();
        });
        assertThat(lastEntry().as(SessionsClosed.class)).contains(new SessionsClosed(LOTTE.id(), amina.id(), 1));
    }

    private static Entry lastEntry() {
        return newsroom.journal.after(newsroom.journal.last() - 1, 1).get(0);
    }

    private static long now() {
        return newsroom.clock.instant().getEpochSecond() / 30;
    }

    private static Person person(Grant... grants) {
        return newsroom.inTransaction(() -> {
            Person person = new Person("q" + NUMBERS.incrementAndGet() + "@minbar.example", "P", GOOD, newsroom.clock);
            person.grant(Set.of(grants));
            return newsroom.people.add(person);
        });
    }

    private static Secret session(Person person) {
        Secret cookie = Secret.fresh("", RANDOM);
        newsroom.inTransaction(() ->
                newsroom.people.open(new Session(cookie, newsroom.people.get(person.id()), "Firefox", newsroom.clock)));
        return cookie;
    }

    private static OneTimeSecret prepare(Person person) {
        OneTimeSecret secret = OneTimeSecret.fresh(RANDOM);
        newsroom.inTransaction(() -> newsroom.people.prepare(new TwoStep(person, secret)));
        return secret;
    }

    private static List<String> confirm(Person person, String code) {
        return newsroom.inTransaction(
                () -> newsroom.people.twoStepOf(person).orElseThrow().confirm(code, newsroom.clock, RANDOM));
    }

    private void second(Person person, String code) {
        newsroom.inTransaction(() -> signingIn.secondStep(newsroom.people.get(person.id()), code, HERE));
    }

    private void refused(Person person, String code, String why) {
        assertThatThrownBy(() -> second(person, code))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(why));
    }

    private static boolean atFirstStep(Secret step) {
        return newsroom.inTransaction(
                () -> newsroom.people.atFirstStep(step, newsroom.clock).isPresent());
    }
}
