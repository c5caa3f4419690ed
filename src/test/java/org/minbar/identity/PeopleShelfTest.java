package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.NOON;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.language.Refusal;

/** People, their sessions and their tokens, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class PeopleShelfTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Password GOOD = Password.chosen("قهوة بالحليب");

    private static Newsroom newsroom;

    private SigningIn signingIn;

    PeopleShelfTest(Store store) {
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
    void morning() {
        newsroom.clock.set(NOON);
        signingIn = new SigningIn(newsroom.people, new Guesses(newsroom.clock), newsroom.clock);
    }

    @Test
    void a_person_is_found_by_her_address_however_it_is_typed_and_has_it_alone() {
        Person amina = newsroom.inTransaction(() -> {
            Person person = new Person(" Amina.I@Minbar.Example ", "أمينة الإدريسي", GOOD, newsroom.clock);
            person.grant(Set.of(new Grant(Role.WRITER, "ar"), new Grant(Role.TRANSLATOR, "fr")));
            return newsroom.people.add(person);
        });
        newsroom.inTransaction(() -> {
            Person found =
                    newsroom.people.findByEmail("AMINA.I@minbar.example ").orElseThrow();
            assertThat(found.id()).isEqualTo(amina.id()).isPositive();
            assertThat(found.email()).isEqualTo("amina.i@minbar.example");
            assertThat(found.grants()).isEqualTo(amina.grants());
            assertThatThrownBy(() ->
                            newsroom.people.add(new Person("amina.i@MINBAR.example", "Another", GOOD, newsroom.clock)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("email-taken"));
            assertThatThrownBy(() -> newsroom.people.get(-1)).isInstanceOf(Refusal.class);
            assertThat(newsroom.people.isEmpty()).isFalse();
        });
    }

    @Test
    void only_active_administrators_of_every_language_count() {
        long before = newsroom.<Long>inTransaction(() -> newsroom.people.administrators());
        person(new Grant(Role.ADMINISTRATOR, "fr"));
        person(new Grant(Role.EDITOR, Grant.EVERY_LANGUAGE));
        Person whole = person(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE), new Grant(Role.EDITOR, "ar"));
        newsroom.inTransaction(
                () -> assertThat(newsroom.people.administrators()).isEqualTo(before + 1));
        newsroom.inTransaction(() -> {
            newsroom.people.get(whole.id()).leave();
            assertThat(newsroom.people.administrators())
                    .as("in the same transaction")
                    .isEqualTo(before);
        });
    }

    @Test
    void a_right_password_opens_and_all_that_is_wrong_looks_the_same() {
        Person person = person(new Grant(Role.WRITER, "ar"));
        Person left = person(new Grant(Role.WRITER, "ar"));
        newsroom.inTransaction(() -> newsroom.people.get(left.id()).leave());
        newsroom.inTransaction(() -> {
            assertThat(signingIn
                            .with(person.email().toUpperCase(Locale.ROOT), "قهوة بالحليب", "192.0.2.1")
                            .id())
                    .isEqualTo(person.id());
            for (String[] wrong : new String[][] {
                {person.email(), "قهوة بلا حليب"},
                {person.email(), ""},
                {"nobody@minbar.example", "قهوة بالحليب"},
                {left.email(), "قهوة بالحليب"}
            }) {
                assertThatThrownBy(() -> signingIn.with(wrong[0], wrong[1], "192.0.2.1"))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> {
                            assertThat(refusal.kind()).isEqualTo("wrong-password");
                            assertThat(refusal.details()).isEmpty();
                        });
            }
        });
    }

    @Test
    void who_guesses_too_often_waits_even_with_the_right_password() {
        Person person = person(new Grant(Role.WRITER, "ar"));
        newsroom.inTransaction(() -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> signingIn.with(person.email(), "guess", "192.0.2.7"))
                        .hasMessageContaining("wrong-password");
            }
            assertThatThrownBy(() -> signingIn.with(person.email(), "قهوة بالحليب", "192.0.2.8"))
                    .hasMessageContaining("too-often");
            newsroom.clock.advance(Duration.ofSeconds(1));
            assertThat(signingIn
                            .with(person.email(), "قهوة بالحليب", "192.0.2.8")
                            .id())
                    .isEqualTo(person.id());
        });
    }

    @Test
    void a_session_stays_open_as_long_as_it_gives_signs_of_life() {
        Person person = person(new Grant(Role.WRITER, "ar"));
        Secret cookie = session(person);
        for (int i = 0; i < 5; i++) {
            newsroom.clock.advance(Session.IDLE.minusSeconds(1));
            assertThat(resume(cookie)).as("sign of life %d", i).contains(person.id());
        }
        newsroom.clock.advance(Session.IDLE);
        assertThat(resume(cookie)).isEmpty();
        assertThat(resume(Secret.fresh("", RANDOM))).isEmpty();
    }

    @Test
    void a_sign_of_life_is_noted_every_five_minutes_at_most() {
        Secret cookie = session(person(new Grant(Role.WRITER, "ar")));
        newsroom.clock.advance(Duration.ofMinutes(5));
        resume(cookie);
        assertThat(lastSeen(cookie)).isEqualTo(NOON);
        newsroom.clock.advance(Duration.ofMillis(1));
        resume(cookie);
        assertThat(lastSeen(cookie)).isEqualTo(NOON.plus(Duration.ofMinutes(5)).plusMillis(1));
    }

    @Test
    void sessions_close_one_by_one_or_all_at_once_and_with_the_person() {
        Person person = person(new Grant(Role.WRITER, "ar"));
        Person other = person(new Grant(Role.WRITER, "fr"));
        Secret phone = session(person);
        Secret desk = session(person);
        Secret home = session(person);
        Secret others = session(other);
        newsroom.inTransaction(() -> newsroom.people.close(phone, newsroom.clock));
        assertThat(resume(phone)).isEmpty();
        assertThat(resume(desk)).isPresent();
        newsroom.inTransaction(() -> newsroom.people.get(person.id()).leave());
        assertThat(resume(desk)).as("she has left").isEmpty();
        newsroom.inTransaction(() -> newsroom.people.get(person.id()).comeBack());
        newsroom.inTransaction(() -> newsroom.people.closeAll(newsroom.people.get(person.id()), newsroom.clock));
        assertThat(resume(home)).isEmpty();
        assertThat(resume(others)).isPresent();
    }

    @Test
    void a_browser_with_a_long_name_may_sign_in() {
        Person person = person(new Grant(Role.WRITER, "ar"));
        Secret cookie = Secret.fresh("", RANDOM);
        newsroom.inTransaction(() -> newsroom.people.open(
                new Session(cookie, newsroom.people.get(person.id()), "Mozilla/5.0 ".repeat(100), newsroom.clock)));
        assertThat(resume(cookie)).isPresent();
    }

    @Test
    void a_token_speaks_for_a_person_within_its_scopes_until_it_expires_or_is_revoked() {
        Person editor = person(new Grant(Role.EDITOR, "fr"));
        Secret narrow = token(editor, EnumSet.of(Permission.READ, Permission.ADMIN), null);
        Secret brief = token(editor, EnumSet.allOf(Permission.class), NOON.plusSeconds(60));
        Secret nothing = token(editor, EnumSet.noneOf(Permission.class), null);

        Caller caller = recognised(narrow).orElseThrow();
        assertThat(caller.id()).isEqualTo(editor.id());
        assertThat(caller.may(Permission.READ, "fr")).isTrue();
        assertThat(caller.may(Permission.PUBLISH, "fr"))
                .as("her role allows it, the scope does not")
                .isFalse();
        assertThat(caller.may(Permission.ADMIN))
                .as("the scope allows it, her role does not")
                .isFalse();
        assertThat(caller.may(Permission.READ, "ar")).isFalse();
        assertThat(recognised(brief).orElseThrow().may(Permission.PUBLISH, "fr"))
                .isTrue();
        for (Permission permission : Permission.values()) {
            assertThat(recognised(nothing).orElseThrow().may(permission)).isFalse();
        }

        newsroom.clock.set(NOON.plusSeconds(60));
        assertThat(recognised(brief)).as("expired at its very instant").isEmpty();
        newsroom.inTransaction(() -> newsroom.people.tokensOf(caller).get(0).revoke());
        assertThat(recognised(narrow)).isEmpty();
        assertThat(recognised(new Secret(""))).isEmpty();
        assertThat(recognised(Secret.fresh("minbar_", RANDOM))).isEmpty();
    }

    @Test
    void a_token_falls_silent_with_its_person_and_nobody_revokes_anothers() {
        Person editor = person(new Grant(Role.EDITOR, "fr"));
        Person other = person(new Grant(Role.EDITOR, "fr"));
        Secret secret = token(editor, EnumSet.allOf(Permission.class), null);
        Caller caller = recognised(secret).orElseThrow();
        newsroom.inTransaction(() -> {
            long id = newsroom.people.tokensOf(caller).get(0).id();
            assertThat(newsroom.people.tokenOf(caller, id).name()).isEqualTo("شريك");
            assertThatThrownBy(() -> newsroom.people.tokenOf(Caller.signedIn(newsroom.people.get(other.id())), id))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo("no-such-token"));
            newsroom.people.get(editor.id()).leave();
        });
        assertThat(recognised(secret)).isEmpty();
    }

    private static Person person(Grant... grants) {
        return newsroom.inTransaction(() -> {
            Person person = new Person("p" + NUMBERS.incrementAndGet() + "@minbar.example", "P", GOOD, newsroom.clock);
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

    private static Secret token(Person person, Set<Permission> scopes, @Nullable Instant expires) {
        Secret secret = Secret.fresh("minbar_", RANDOM);
        newsroom.inTransaction(() -> newsroom.people.issue(
                new Token(newsroom.people.get(person.id()), "شريك", secret, scopes, expires, newsroom.clock)));
        return secret;
    }

    private Optional<Long> resume(Secret cookie) {
        return newsroom.inTransaction(() -> signingIn.resume(cookie).map(Person::id));
    }

    private Optional<Caller> recognised(Secret token) {
        return newsroom.inTransaction(() -> signingIn.recognise(token));
    }

    private static Instant lastSeen(Secret cookie) {
        return newsroom.inTransaction(() ->
                newsroom.people.findOpen(cookie, newsroom.clock).orElseThrow().lastSeen());
    }
}
