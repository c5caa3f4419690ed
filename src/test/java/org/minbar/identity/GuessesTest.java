package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minbar.Cast.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minbar.SetClock;
import org.minbar.language.Refusal;

class GuessesTest {

    private static final String AMINA = "amina@minbar.example";

    private final SetClock clock = new SetClock(NOON);
    private final Guesses guesses = new Guesses(clock);

    @Test
    void after_five_wrong_guesses_each_wait_is_twice_as_long_up_to_a_quarter_of_an_hour() {
        List<Long> waits = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            guesses.wasWrong(AMINA, "192.0.2." + i);
            long wait = secondsToWait(AMINA, "198.51.100.1");
            waits.add(wait);
            clock.advance(Duration.ofSeconds(wait));
            assertThat(secondsToWait(AMINA, "198.51.100.1"))
                    .as("after the wait")
                    .isZero();
        }
        assertThat(waits)
                .containsExactly(
                        0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L);
    }

    @Test
    void a_network_address_has_twenty_guesses_for_whomever() {
        for (int i = 0; i < 19; i++) guesses.wasWrong("p" + i + "@minbar.example", "192.0.2.1");
        assertThat(secondsToWait(AMINA, "192.0.2.1")).isZero();
        guesses.wasWrong("p20@minbar.example", "192.0.2.1");
        assertThat(secondsToWait(AMINA, "192.0.2.1")).isEqualTo(1);
        assertThat(secondsToWait(AMINA, "192.0.2.2")).isZero();
    }

    @Test
    void a_right_password_clears_its_own_count_and_not_that_of_the_address() {
        for (int i = 0; i < 4; i++) guesses.wasWrong(AMINA, "192.0.2.1");
        guesses.wasRight(AMINA);
        for (int i = 0; i < 4; i++) guesses.wasWrong(AMINA, "192.0.2.1");
        assertThat(secondsToWait(AMINA, "192.0.2.9")).isZero();
        guesses.wasWrong(AMINA, "192.0.2.1");
        assertThat(secondsToWait(AMINA, "192.0.2.9")).isEqualTo(1);
        for (int i = 0; i < 11; i++) guesses.wasWrong("p" + i + "@minbar.example", "192.0.2.1");
        assertThat(secondsToWait("nobody@minbar.example", "192.0.2.1"))
                .as("twenty from there")
                .isEqualTo(1);
    }

    @Test
    void a_thousand_guesses_do_not_lead_round_to_no_wait() {
        for (int i = 0; i < 1_000; i++) guesses.wasWrong(AMINA, "192.0.2.1");
        assertThat(secondsToWait(AMINA, "198.51.100.1")).isEqualTo(900);
    }

    private long secondsToWait(String email, String address) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> guesses.mayTry(email, address));
        if (refusal == null) return 0;
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_OFTEN);
        return refusal.retryAfterSeconds().orElseThrow();
    }
}
