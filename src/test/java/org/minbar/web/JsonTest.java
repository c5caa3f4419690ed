package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.NoContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;
import org.minbar.story.Byline;

class JsonTest {

    record RoleWish(@Nullable String role, @Nullable List<String> languages) {}

    record Wish(
            @Nullable String name,
            @Nullable Long story,
            @Nullable Boolean active,
            @Nullable Instant at,
            @Nullable List<RoleWish> roles,
            @Nullable List<Byline> bylines) {}

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("{\"nmae\": \"x\"}", "unknown-field", "nmae"),
                Arguments.of("{\"roles\": [{\"role\": \"editor\", \"langs\": []}]}", "unknown-field", "roles.langs"),
                Arguments.of("{\"name\": 7}", "wrong-type", "name"),
                Arguments.of("{\"name\": true}", "wrong-type", "name"),
                Arguments.of("{\"name\": [\"x\"]}", "wrong-type", "name"),
                Arguments.of("{\"name\": {\"x\": 1}}", "wrong-type", "name"),
                Arguments.of("{\"story\": \"12\"}", "wrong-type", "story"),
                Arguments.of("{\"story\": \"\"}", "wrong-type", "story"),
                Arguments.of("{\"story\": 1.5}", "wrong-type", "story"),
                Arguments.of("{\"story\": 123456789012345678901234567890}", "wrong-type", "story"),
                Arguments.of("{\"active\": \"true\"}", "wrong-type", "active"),
                Arguments.of("{\"active\": 1}", "wrong-type", "active"),
                Arguments.of("{\"at\": \"tomorrow\"}", "wrong-type", "at"),
                Arguments.of("{\"at\": \"2024-03-02\"}", "wrong-type", "at"),
                Arguments.of("{\"roles\": {}}", "wrong-type", "roles"),
                Arguments.of("{\"roles\": [\"editor\"]}", "wrong-type", "roles"),
                Arguments.of("{\"roles\": [null]}", "wrong-type", "roles"),
                Arguments.of("{\"bylines\": [null]}", "wrong-type", "bylines"),
                Arguments.of("{\"roles\": [{\"languages\": [\"ar\", 1]}]}", "wrong-type", "roles.languages"),
                Arguments.of("{\"roles\": [{\"languages\": [null]}]}", "wrong-type", "roles.languages"),
                Arguments.of(
                        "{\"bylines\": [{\"name\": \"أمينة\", \"role\": \"chief\"}]}", "unknown-value", "bylines.role"),
                Arguments.of("{\"bylines\": [\" \"]}", "missing-field", "bylines.name"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_refusal_names_the_field_that_is_to_blame(String json, String kind, String field) {
        Refusal refusal = refusal(json);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.field()).contains(field);
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED);
    }

    @Test
    void an_unknown_field_is_told_which_are_known() {
        assertThat(refusal("{\"nmae\": \"x\"}").details().get("allowed"))
                .isEqualTo("active, at, bylines, name, roles, story");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{\"name\": \"x\"", 1L),
                Arguments.of("{\n  \"name\": \"x\",\n  \"story\" 12\n}", 3L),
                Arguments.of("{\n  \"roles\": [\n    {\"role\": oops}\n  ]\n}", 3L),
                Arguments.of("{\n\"name\": \"x\",\n\"name\": \"y\"\n}", 3L),
                Arguments.of("{\"roles\": [\n{\"role\": \"a\",\n\"role\": \"b\"}]}", 3L),
                Arguments.of("{\"name\": \"x\"}\n}", 2L),
                Arguments.of("{} {}", 1L),
                Arguments.of("[]", 1L),
                Arguments.of("\"name\"", 1L),
                Arguments.of("12", 1L),
                Arguments.of("null", 1L),
                Arguments.of("name=x", 1L),
                Arguments.of("{'name': 'x'}", 1L),
                Arguments.of("{\"name\": \"a\tb\"}", 1L),
                Arguments.of(" ", 1L),
                Arguments.of("[".repeat(5_000), 1L));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_not_json_is_told_its_line(String json, long line) {
        Refusal refusal = refusal(json);
        assertThat(refusal.kind()).isEqualTo("malformed-json");
        assertThat(refusal.field()).isEmpty();
        assertThat(refusal.details()).containsEntry("line", line);
        assertThat((Long) refusal.details().get("column")).isPositive();
    }

    @Test
    void an_empty_body_is_no_body() {
        assertThat(catchThrowableOfType(NoContentException.class, () -> read("")))
                .isNotNull();
    }

    @Test
    void what_is_right_is_read_whole() throws IOException {
        Wish wish = (Wish)
                read(
                        """
                {"name": "قهوة \\u0041", "story": 12, "active": false, "at": "2024-03-02T13:00:00+01:00",
                 "roles": [{"role": "editor", "languages": []}],
                 "bylines": ["أمينة الإدريسي", {"name": "Youssef", "role": "translation"}, {"name": "Noé"}]}
                """);
        assertThat(wish)
                .isEqualTo(new Wish(
                        "قهوة A",
                        12L,
                        false,
                        Instant.parse("2024-03-02T12:00:00Z"),
                        List.of(new RoleWish("editor", List.of())),
                        List.of(
                                new Byline("أمينة الإدريسي", Byline.Role.WRITER),
                                new Byline("Youssef", Byline.Role.TRANSLATION),
                                new Byline("Noé", Byline.Role.WRITER))));
        assertThat(read("{}")).isEqualTo(new Wish(null, null, null, null, null, null));
    }

    record Told(Optional<String> note, Instant at, List<Byline> bylines, @Nullable String title) {}

    @Test
    void what_is_absent_is_left_out_and_letters_stay_letters() throws IOException {
        Told told = new Told(
                Optional.empty(),
                Instant.parse("2024-03-02T12:00:00.5Z"),
                List.of(new Byline("أمينة", Byline.Role.PHOTO)),
                null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonWriter()
                .writeTo(
                        told,
                        Told.class,
                        Told.class,
                        new Annotation[0],
                        new MediaType("application", "json"),
                        new MultivaluedHashMap<>(),
                        out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"at\":\"2024-03-02T12:00:00.500Z\",\"bylines\":[{\"name\":\"أمينة\",\"role\":\"photo\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"org.minbar.web.Problem, true", "java.lang.String, false", "java.util.ArrayList, false"})
    void the_house_reads_and_writes_its_own_things_only(Class<?> type, boolean ours) {
        assertThat(Json.isOurs(type, type)).isEqualTo(ours);
    }

    private static Refusal refusal(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(json));
        return Optional.ofNullable(refusal).orElseThrow(() -> new AssertionError("It was not refused: " + json));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object read(String json) throws IOException {
        return new JsonReader()
                .readFrom(
                        (Class) Wish.class,
                        Wish.class,
                        new Annotation[0],
                        new MediaType("application", "json"),
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
