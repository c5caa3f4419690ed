package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.at;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.language.Refusal;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"قهوة بالحليب", "café crème à Essaouira", "plain old words", "  spaces count  ", "😀😀😀😀😀"})
    void a_hash_knows_its_password_and_no_other(String clear) {
        String hash = Password.chosen(clear).hash();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(clear);
        assertThat(Password.matches(clear, hash)).isTrue();
        assertThat(Password.matches(clear + " ", hash)).isFalse();
        assertThat(Password.matches(clear.substring(1), hash)).isFalse();
        assertThat(Password.matches("", hash)).isFalse();
    }

    @Test
    void the_same_password_hashes_differently_each_time() {
        Password password = Password.chosen("plain old words");
        assertThat(password.hash()).isNotEqualTo(password.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|false", "9|false", "10|true", "200|true", "201|false"})
    void a_password_has_ten_to_two_hundred_characters(int length, boolean taken) {
        String clear = "ق".repeat(length);
        if (taken) {
            assertThat(Password.chosen(clear).reveal()).isEqualTo(clear);
        } else {
            assertThatThrownBy(() -> Password.chosen(clear)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo("bad-password");
                assertThat(refusal.field()).contains("password");
                assertThat(refusal.details().values()).doesNotContain(clear);
            });
        }
    }

    @Test
    void a_guess_that_is_too_long_costs_nothing_and_matches_nothing() {
        String hash = Password.chosen("plain old words").hash();
        assertThat(Password.matches("x".repeat(100_000), hash)).isFalse();
        Password.pretendToMatch("");
        Password.pretendToMatch("x".repeat(100_000));
    }

    @Test
    void a_random_password_is_long_and_never_the_same() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) seen.add(Password.random(random).reveal());
        assertThat(seen).hasSize(200).allMatch(clear -> clear.matches("[a-zA-Z2-9]{20}"));
    }

    @Test
    void who_has_left_knows_no_password_and_a_change_forgets_the_old_one() {
        Person person = new Person("lotte@minbar.example", "Lotte", Password.chosen("tulpen in mei"), at(NOON));
        person.mustChangePassword();
        assertThat(person.knows("tulpen in mei")).isTrue();
        person.changePassword(Password.chosen("tulpen in juni"));
        assertThat(person.mustChange()).isFalse();
        assertThat(person.knows("tulpen in mei")).isFalse();
        person.leave();
        assertThat(person.knows("tulpen in juni")).isFalse();
        person.comeBack();
        assertThat(person.knows("tulpen in juni")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lotte", "@minbar.example", "lotte@", "a b@minbar.example", "a@b@c"})
    void an_address_that_cannot_be_one_is_refused(String email) {
        assertThatThrownBy(() -> new Person(email, "Lotte", Password.chosen("tulpen in mei"), at(NOON)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("email"));
    }

    @Test
    void an_address_with_a_letter_that_no_database_keeps_is_refused() {
        assertThatThrownBy(() -> Person.address("a\u0000b@minbar.example")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_name_has_words_and_not_too_many() {
        Person person =
                new Person("lotte@minbar.example", " Lotte\u0000 Vermeer ", Password.chosen("tulpen in mei"), at(NOON));
        assertThat(person.name()).isEqualTo("Lotte Vermeer");
        for (String wrong : new String[] {"", " \u0000 ", "ل".repeat(201)}) {
            assertThatThrownBy(() -> person.rename(wrong))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field())
                            .contains("name"));
        }
        person.rename("ل".repeat(200));
        assertThat(person.name()).hasSize(200);
    }

    @Test
    void a_secret_is_kept_as_its_sha_256() {
        // The first vector of FIPS 180-4's examples.
        assertThat(new Secret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        SecureRandom random = new SecureRandom();
        Secret secret = Secret.fresh("minbar_", random);
        assertThat(secret.clear()).matches("minbar_[A-Za-z0-9_-]{43}");
        assertThat(Secret.fresh("minbar_", random)).isNotEqualTo(secret);
    }
}
