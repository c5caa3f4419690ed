package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.language.Refusal;

class CarriedTest {

    @Test
    void a_form_is_carried_whole_in_its_order_with_what_it_says_twice() throws IOException {
        String text = "<p>قالت أمينة: «نعم»</p>\n<p>L’été & l’hiver</p>";
        List<Carried> form = read("from=7&headline=" + encoded("الصويرة") + "&byline-name=" + encoded("أمينة")
                + "&byline-name=Youssef&body=" + encoded(text) + "&slug=&minor");
        assertThat(form)
                .extracting(Carried::name, Carried::value, Carried::lines)
                .containsExactly(
                        tuple("from", "7", false),
                        tuple("headline", "الصويرة", false),
                        tuple("byline-name", "أمينة", false),
                        tuple("byline-name", "Youssef", false),
                        tuple("body", text, true),
                        tuple("slug", "", false),
                        tuple("minor", "", false));
    }

    @Test
    void the_pages_own_fields_are_known_and_not_carried_on() throws IOException {
        List<Carried> all = read("minbar-email=a%40b.example&minbar-password=s+p&email=hers&body=x");
        assertThat(Carried.own(all, "email")).isEqualTo("a@b.example");
        assertThat(Carried.own(all, "password")).isEqualTo("s p");
        assertThat(Carried.own(all, "code")).isEmpty();
        assertThat(Carried.without(all)).extracting(Carried::name).containsExactly("email", "body");
    }

    @Test
    void two_megabytes_are_carried_twice_and_not_a_byte_more() throws IOException {
        String body = "body=" + "x".repeat(2 * 1024 * 1024 - 6);
        assertThat(read(body)).hasSize(1);
        assertThat(read(body + "&minbar-password=correct-horse")).hasSize(2);
        assertThatThrownBy(() -> read(body + "x")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo("too-large-to-carry");
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_LARGE);
        });
        assertThatThrownBy(() -> read(body.repeat(2))).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"body=%", "body=%zz", "%e=1"})
    void what_is_no_form_is_refused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo("malformed"));
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/desk/editions/7            | /desk/editions/7",
                "/desk/?status=draft&q=a%20b | /desk/?status=draft&q=a%20b",
                "/desk/?back=https://x.org   | /desk/?back=https://x.org",
                "https://elsewhere.example/  | /desk/",
                "//elsewhere.example/desk/   | /desk/",
                "/deskelsewhere              | /desk/",
                "/desk/\\elsewhere           | /desk/",
                "/desk/a b                   | /desk/",
                "/desk/%zz                   | /desk/",
                "javascript:alert(1)         | /desk/"
            })
    void after_signing_in_one_stays_at_the_desk(String next, String where) {
        assertThat(SignInPages.within(next)).isEqualTo(where);
    }

    private static List<Carried> read(String body) throws IOException {
        return Carried.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
