package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.basic;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in at the desk in one step and in two, coming back to an untouched text, and one's own sessions. */
class AccountIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final AtomicInteger JOINED = new AtomicInteger();
    private static final String PASSWORD = "mille et une nuits";

    private static String joined(String role) {
        String email = "account" + JOINED.incrementAndGet() + "@minbar.example";
        Map<String, ?> person = Map.of(
                "email",
                email,
                "name",
                "Amina " + JOINED.get(),
                "password",
                PASSWORD,
                "roles",
                List.of(Map.of("role", role)));
        MINBAR.lotte("POST", "/api/v1/people", person).expect(201);
        return email;
    }

    private static Desk signedIn(String email) {
        return Desk.signedIn(MINBAR, email, PASSWORD);
    }

    @Test
    void a_form_whose_session_has_ended_asks_for_the_password_and_then_arrives_unchanged() {
        String email = joined("editor");
        Desk desk = signedIn(email);
        signedIn(email).post("/desk/sessions/others/end").expect(303);

        String text = "\n\"الصويرة\" <b>& l’été</b>\r\nسطر ثان";
        Document page = desk.post("/desk/import", "text", text, "lang", "ar")
                .expect(401)
                .page();
        // A browser drops the line end that stands first in a textarea; jsoup keeps it.
        assertThat(page.expectFirst(".carried textarea[name=text]").wholeText()).isEqualTo("\n" + text);
        String again = page.expectFirst("main form").attr("action");
        page = desk.post(again, "minbar-email", email, "minbar-password", "no", "text", text, "lang", "ar")
                .expect(401)
                .page();
        assertThat(page.expectFirst(".refusal").text()).isNotBlank();
        assertThat(page.expectFirst(".carried input[name=lang]").val()).isEqualTo("ar");
        Answer right = desk.post(again, "minbar-email", email, "minbar-password", PASSWORD, "text", text, "lang", "ar");
        right.expect(307);
        assertThat(right.header("Location")).endsWith("/desk/import");
        desk.post("/desk/import", "text", text, "lang", "ar").expect(200);
    }

    @Test
    void anothers_text_is_not_sent_in_the_wrong_name_unless_she_says_so() {
        Desk desk = signedIn(joined("editor"));
        String other = joined("editor");
        Map<String, Object> wish = Map.of("email", other, "password", PASSWORD);
        Answer refused = desk.json("/desk/session", wish).expect(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("type").asText()).endsWith("another-before");
        desk.json("/desk/session", Map.of("email", other, "password", PASSWORD, "another", true))
                .expect(204);
        assertThat(desk.get("/desk/me").expect(200).text()).contains(other);
    }

    @Test
    void a_script_is_told_in_json_and_a_person_is_led_to_the_door() {
        Answer script = MINBAR.send(
                "POST",
                "/desk/import",
                BodyPublishers.ofString("text=x"),
                "Sec-Fetch-Mode",
                "cors",
                "Sec-Fetch-Site",
                "same-origin",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(script.expect(401).header("Content-Type")).startsWith("application/problem+json");
        Answer person = new Desk(MINBAR).get("/desk/people?from=7").expect(303);
        assertThat(person.header("Location")).endsWith("/desk/sign-in?next=%2Fdesk%2Fpeople%3Ffrom%3D7");
        new Desk(MINBAR).post("/desk/import", "text", "x".repeat(2_200_000)).expect(413);
    }

    @Test
    void two_steps_from_the_secret_to_the_last_recovery_code() {
        String email = joined("writer");
        Desk desk = signedIn(email);
        desk.post("/desk/two-step/secret", "password", "not hers").expect(400);
        desk.post("/desk/two-step/secret", "password", PASSWORD).expect(303);
        String secret = desk.get("/desk/two-step")
                .expect(200)
                .page()
                .expectFirst(".secret code")
                .text()
                .replace(" ", "");
        List<String> recovery = desk.post("/desk/two-step/confirmation", "code", code(secret, 0))
                .expect(200)
                .page()
                .select(".codes code")
                .eachText();
        assertThat(recovery).hasSize(10);

        Desk phone = new Desk(MINBAR);
        Document second = phone.post("/desk/sign-in", "email", email, "password", PASSWORD, "next", "/desk/sessions")
                .expect(200)
                .page();
        assertThat(phone.cookie).as("the password alone opens nothing").isEmpty();
        String step = second.expectFirst("input[name=step]").val();
        phone.post("/desk/sign-in", "email", email, "step", step, "code", "000000")
                .expect(401);
        Answer in = phone.post(
                "/desk/sign-in", "email", email, "step", step, "code", code(secret, 1), "next", "/desk/sessions");
        assertThat(in.expect(303).header("Location")).endsWith("/desk/sessions");
        phone.get("/desk/sessions").expect(200);

        MINBAR.issue(email, PASSWORD, Map.of()).expect(401);
        MINBAR.send(
                        "POST",
                        "/api/v1/tokens",
                        BodyPublishers.noBody(),
                        "Authorization",
                        basic(email, PASSWORD),
                        "Minbar-Code",
                        recovery.get(9))
                .expect(201);
        new Desk(MINBAR)
                .json("/desk/session", Map.of("email", email, "password", PASSWORD, "code", recovery.get(9)))
                .expect(401);
        desk.post("/desk/two-step/removal", "password", PASSWORD, "code", recovery.get(0))
                .expect(303);
        signedIn(email);
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl", "fr, ltr", "en, ltr"})
    void the_desk_speaks_the_language_that_a_person_has_set(String lang, String dir) {
        Desk desk = signedIn(joined("writer"));
        desk.post("/desk/me/language", "lang", lang).expect(303);
        Element html = desk.get("/desk/me").expect(200).page().expectFirst("html");
        assertThat(html.attr("lang")).isEqualTo(lang);
        assertThat(html.attr("dir")).isEqualTo(dir);
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_if_she_wishes_the_tokens() {
        String email = joined("writer");
        String token = MINBAR.tokenFor(email, PASSWORD, Map.of());
        Desk desk = signedIn(email);
        Desk phone = signedIn(email);
        desk.post("/desk/password", "current", PASSWORD, "chosen", PASSWORD, "again", PASSWORD)
                .expect(400);
        desk.post(
                        "/desk/password",
                        "current",
                        PASSWORD,
                        "chosen",
                        "قهوة بالحليب",
                        "again",
                        "قهوة بالحليب",
                        "tokens",
                        "x")
                .expect(303);
        desk.get("/desk/me").expect(200);
        phone.get("/desk/me").expect(303);
        MINBAR.as(token, "GET", "/api/v1/tokens", "").expect(401);
    }

    @Test
    void an_administrator_makes_a_person_at_the_desk_and_sees_her_password_once() {
        Desk lotte = new Desk(MINBAR);
        lotte.post("/desk/sign-in", "email", RunningMinbar.LOTTE, "password", RunningMinbar.PASSWORD)
                .expect(303);
        String email = "made" + JOINED.incrementAndGet() + "@minbar.example";
        Document page = lotte.post("/desk/people", "name", "مريم", "email", email, "grant", "correspondent:ar")
                .expect(200)
                .page();
        String first = page.expectFirst(".once code").text();
        String her = page.select("form").eachAttr("action").stream()
                .filter(action -> action.endsWith("/departure"))
                .collect(Collectors.joining())
                .replace("/departure", "");
        assertThat(lotte.get(her).expect(200).text()).doesNotContain(first);

        Desk mariam = new Desk(MINBAR);
        Answer in = mariam.post("/desk/sign-in", "email", email, "password", first);
        assertThat(in.expect(303).header("Location")).endsWith("/desk/password");
        mariam.post("/desk/password", "current", first, "chosen", PASSWORD, "again", PASSWORD)
                .expect(303);
        mariam.get("/desk/people").expect(403);
        assertThat(mariam.get("/desk/").expect(200).text())
                .contains("/desk/new")
                .doesNotContain("/desk/matrix");
        lotte.post(her + "/sessions/end").expect(303);
        mariam.get("/desk/me").expect(303);
        lotte.post(her + "/departure").expect(303);
        new Desk(MINBAR)
                .post("/desk/sign-in", "email", email, "password", PASSWORD)
                .expect(401);
        lotte.post(her + "/return").expect(303);
        signedIn(email);
    }

    /** RFC 6238, written anew: the house must not be its own witness. */
    private static String code(String base32, int stepsAhead) {
        StringBuilder bits = new StringBuilder();
        for (char letter : base32.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(Integer.toBinaryString(32 + value).substring(1));
        }
        byte[] key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            long step = CLOCK.instant().getEpochSecond() / 30 + stepsAhead;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
