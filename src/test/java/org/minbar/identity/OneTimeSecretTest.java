package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeSecretTest {

    /** The twenty bytes 12345678901234567890 of RFC 6238, appendix B. */
    private static final OneTimeSecret OF_THE_STANDARD = new OneTimeSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @ParameterizedTest(name = "at {0} the code is {1}")
    @CsvSource(
            delimiter = '|',
            // The standard's own table has eight digits; the last six of them are the six.
            value = {
                "59          | 287082",
                "1111111109  | 081804",
                "1111111111  | 050471",
                "1234567890  | 005924",
                "2000000000  | 279037",
                "20000000000 | 353130"
            })
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(OF_THE_STANDARD.code(seconds / 30)).isEqualTo(code);
        assertThat(OF_THE_STANDARD.stepOf(code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @ParameterizedTest(name = "{0} seconds off: {1}")
    @CsvSource({"-60, false", "-31, false", "-30, true", "0, true", "29, true", "30, true", "59, true", "60, false"})
    void a_clock_may_be_one_step_off_and_no_more(long late, boolean taken) {
        Instant at = Instant.ofEpochSecond(1_111_111_110L);
        String code = OF_THE_STANDARD.code(at.getEpochSecond() / 30);
        assertThat(OF_THE_STANDARD.stepOf(code, at.plusSeconds(late)).isPresent())
                .isEqualTo(taken);
    }

    @Test
    void a_fresh_secret_has_160_bits_and_is_never_the_same() {
        SecureRandom random = new SecureRandom();
        OneTimeSecret secret = OneTimeSecret.fresh(random);
        assertThat(secret.base32()).matches("[A-Z2-7]{32}");
        assertThat(secret).isNotEqualTo(OneTimeSecret.fresh(random));
        assertThat(secret.inFours()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    }

    @Test
    void the_address_names_newspaper_and_person_in_any_script() {
        assertThat(OF_THE_STANDARD.address("منبر", "amina@minbar.example"))
                .isEqualTo("otpauth://totp/%D9%85%D9%86%D8%A8%D8%B1:amina%40minbar.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%D9%85%D9%86%D8%A8%D8%B1"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(OF_THE_STANDARD.address("La Voix", "a@b.example")).startsWith("otpauth://totp/La%20Voix:");
    }

    @Test
    void the_picture_is_black_on_white_with_a_quiet_margin() {
        String svg = QrPicture.of(OF_THE_STANDARD.address("منبر", "amina@minbar.example"))
                .markup();
        assertThat(svg).startsWith("<svg ").contains("fill=\"#fff\"", "fill=\"#000\" d=\"M4,4h7v1h-7z");
        assertThat(svg).doesNotContain("style", "script");
    }
}
