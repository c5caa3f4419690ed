package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, people, and what each of them may do. */
class PeopleIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final AtomicInteger JOINED = new AtomicInteger();

    private record Colleague(long id, String email, String password) {
        String token() {
            return MINBAR.tokenFor(email, password, Map.of());
        }
    }

    private static Colleague colleague(String role, String... languages) {
        String email = role + JOINED.incrementAndGet() + "@minbar.example";
        String password = "mille et une nuits";
        long id = MINBAR.lotte(
                        "POST",
                        "/api/v1/people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Amina " + role,
                                "password",
                                password,
                                "roles",
                                List.of(Map.of("role", role, "languages", List.of(languages)))))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        return new Colleague(id, email, password);
    }

    @Test
    void a_token_is_given_for_the_right_password_only() {
        Answer given = MINBAR.issue(LOTTE, PASSWORD, Map.of("name", "laptop")).expect(201);
        assertThat(given.json().get("name").asText()).isEqualTo("laptop");
        assertThat(given.json().get("token").asText()).startsWith("minbar_");
        assertThat(given.header("Cache-Control")).doesNotContain("public");

        Answer refused = MINBAR.issue("lotte2@minbar.example", "not the password", Map.of())
                .expect(401);
        refused.problemField();
        MINBAR.call("POST", "/api/v1/tokens").expect(401).problemField();
        MINBAR.call("POST", "/api/v1/tokens", "Authorization", "Basic !!!")
                .expect(401)
                .problemField();
    }

    @Test
    void who_guesses_a_password_is_made_to_wait_even_when_right_at_last() {
        Colleague amina = colleague("writer", "ar");
        for (int guess = 1; guess <= 5; guess++) {
            MINBAR.issue(amina.email(), "guess number " + guess, Map.of()).expect(401);
        }
        // The first wait is a second only: on a slow machine it may be over before the next try.
        Answer[] last = new Answer[1];
        Until.within(Duration.ofSeconds(20), "made to wait", () -> {
            last[0] = MINBAR.issue(amina.email(), "one more guess", Map.of());
            return last[0].status() == 429;
        });
        last[0].problemField();
        assertThat(Integer.parseInt(last[0].header("Retry-After"))).isPositive();
        MINBAR.issue(amina.email(), amina.password(), Map.of()).expect(429);
    }

    @Test
    void scopes_narrow_what_a_token_may_do() {
        String reads = MINBAR.tokenFor(LOTTE, PASSWORD, Map.of("scopes", List.of("read")));
        long draft = MINBAR.open("brief", "culture", words("fr", "À relire", "", ""));
        MINBAR.as(reads, "GET", edition(draft, "fr"), "").expect(200);
        Answer refused = MINBAR.as(reads, "POST", "/api/v1/stories", Map.of("kind", "brief", "section", "culture"))
                .expect(403);
        refused.problemField();
        MINBAR.as(reads, "GET", "/api/v1/people", "").expect(403).problemField();
        assertThat(MINBAR.issue(LOTTE, PASSWORD, Map.of("scopes", List.of("everything")))
                        .expect(400)
                        .problemField())
                .isEqualTo("scopes");
    }

    @Test
    void a_token_ends_when_it_was_said_to_and_when_it_is_revoked() {
        assertThat(MINBAR.issue(LOTTE, PASSWORD, Map.of("expiry", "2020-01-01T00:00:00Z"))
                        .expect(400)
                        .problemField())
                .isEqualTo("expiry");
        Instant soon = CLOCK.instant().plusSeconds(2);
        String brief = MINBAR.tokenFor(LOTTE, PASSWORD, Map.of("expiry", soon.toString()));
        Until.within(
                Duration.ofSeconds(8),
                "the token at its end",
                () -> MINBAR.as(brief, "GET", "/api/v1/people", "").status() == 401);
        assertThat(CLOCK.instant()).isAfterOrEqualTo(soon);

        JsonNode issued = MINBAR.issue(LOTTE, PASSWORD, Map.of("name", "lost")).json();
        String lost = issued.get("token").asText();
        MINBAR.as(lost, "GET", "/api/v1/people", "").expect(200);
        assertThat(MINBAR.lotte("GET", "/api/v1/tokens").expect(200).text())
                .contains("\"lost\"")
                .doesNotContain(lost);
        MINBAR.lotte("DELETE", "/api/v1/tokens/" + issued.get("id")).expect(204);
        MINBAR.as(lost, "GET", "/api/v1/people", "").expect(401).problemField();
    }

    @Test
    void somebody_joins_changes_and_leaves() {
        Colleague karim = colleague("writer", "ar", "fr");
        String address = "/api/v1/people/" + karim.id();
        JsonNode one = MINBAR.lotte("GET", address).expect(200).json();
        assertThat(one.at("/roles/0/role").asText()).isEqualTo("writer");
        assertThat(one.at("/roles/0/languages")).hasSize(2);
        assertThat(one.has("password") && !one.get("password").isNull()).isFalse();
        assertThat(MINBAR.lotte("GET", "/api/v1/people").expect(200).text()).contains(karim.email());

        String token = karim.token();
        MINBAR.lotte("PATCH", address, Map.of("name", "Karim Ouazzani")).expect(200);
        assertThat(MINBAR.lotte("GET", address).json().get("name").asText()).isEqualTo("Karim Ouazzani");
        MINBAR.lotte("DELETE", address).expect(204);
        MINBAR.as(token, "POST", "/api/v1/stories", Map.of()).expect(401);
        MINBAR.issue(karim.email(), karim.password(), Map.of()).expect(401);
        assertThat(MINBAR.lotte("GET", address).json().get("active").asBoolean())
                .isFalse();
    }

    @Test
    void without_a_chosen_password_the_answer_holds_one_that_must_be_changed() {
        JsonNode joined = MINBAR.lotte(
                        "POST",
                        "/api/v1/people",
                        Map.of("email", "new@minbar.example", "name", "Nouvelle", "roles", List.of()))
                .expect(201)
                .json();
        String password = joined.get("password").asText();
        assertThat(password).hasSizeGreaterThan(12);
        MINBAR.issue("new@minbar.example", password, Map.of()).expect(403).problemField();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Sans adresse\"} | email",
                "{\"email\":\"x@minbar.example\"} | name",
                "{\"email\":\"x@minbar.example\",\"name\":\"X\",\"password\":\"court\"} | password",
                "{\"email\":\"x@minbar.example\",\"name\":\"X\",\"roles\":[{\"role\":\"king\"}]} | roles.role",
                "{\"email\":\"x@minbar.example\",\"name\":\"X\",\"roles\":[{\"role\":\"writer\",\"languages\":[\"xx\"]}]} | roles.languages",
            })
    void what_is_wrong_with_a_person_is_told_with_the_field(String body, String field) {
        assertThat(MINBAR.lotte("POST", "/api/v1/people", body).expect(400).problemField())
                .isEqualTo(field);
    }

    @Test
    void nobody_joins_twice() {
        Colleague amina = colleague("writer", "ar");
        MINBAR.lotte("POST", "/api/v1/people", Map.of("email", amina.email(), "name", "Une autre"))
                .expect(409)
                .problemField();
    }

    @Test
    void the_last_administrator_cannot_leave() {
        long lotte = 0;
        for (JsonNode person : MINBAR.lotte("GET", "/api/v1/people").json()) {
            if (person.get("email").asText().equals(LOTTE))
                lotte = person.get("id").asLong();
        }
        MINBAR.lotte("DELETE", "/api/v1/people/" + lotte).expect(409).problemField();
        MINBAR.lotte("PATCH", "/api/v1/people/" + lotte, Map.of("active", false))
                .expect(409);
        MINBAR.lotte("PATCH", "/api/v1/people/" + lotte, Map.of("roles", List.of()))
                .expect(409);
        MINBAR.lotte("GET", "/api/v1/people/" + lotte).expect(200);
    }

    @Test
    void a_translator_writes_her_language_and_publishes_none() {
        String samira = colleague("translator", "fr").token();
        long story = MINBAR.open("article", "culture", words("ar", "أصل الخبر", "", "<p>نص الخبر.</p>"));
        Map<String, String> french = Map.of("headline", "La source", "body", "<p>Le texte.</p>");
        MINBAR.as(samira, "PUT", edition(story, "fr"), french).expect(201);
        MINBAR.as(samira, "PUT", edition(story, "en"), french).expect(403).problemField();
        MINBAR.as(samira, "POST", edition(story, "fr") + "/publication", "{}")
                .expect(403)
                .problemField();
        MINBAR.as(samira, "GET", edition(story, "fr"), "").expect(200);
        MINBAR.as(samira, "GET", edition(story, "ar"), "").expect(404);
        MINBAR.as(samira, "GET", "/api/v1/people", "").expect(403);
        MINBAR.as(samira, "GET", "/api/v1/exports/stories", "").expect(403);
        MINBAR.publish(story, "fr");
        String seen = MINBAR.get(edition(story, "fr")).header("ETag");
        MINBAR.as(samira, "PUT", edition(story, "fr"), french, "If-Match", seen).expect(403);
    }

    @Test
    void a_french_editor_publishes_french_only() {
        String gilles = colleague("editor", "fr").token();
        long story = MINBAR.open(
                "brief", "culture", words("fr", "À publier", "", ""), words("en", "Not to be published", "", ""));
        MINBAR.as(gilles, "POST", edition(story, "en") + "/publication", "{}").expect(403);
        MINBAR.as(gilles, "POST", edition(story, "fr") + "/publication", "{}").expect(200);
        MINBAR.as(gilles, "DELETE", edition(story, "fr") + "/publication", Map.of("reason", "Doublon"))
                .expect(200);
    }

    @Test
    void a_live_editor_writes_the_strip_in_her_language_only() {
        String nadia = colleague("live-editor", "fr").token();
        String strip = "/api/v1/tickers/strip/flashes";
        MINBAR.as(nadia, "POST", strip, Map.of("lang", "fr", "text", "Vent sur Essaouira"))
                .expect(201);
        MINBAR.as(nadia, "POST", strip, Map.of("lang", "ar", "text", "رياح على الصويرة"))
                .expect(403)
                .problemField();
        MINBAR.as(nadia, "POST", "/api/v1/stories", Map.of("kind", "brief", "section", "culture"))
                .expect(403);
    }
}
