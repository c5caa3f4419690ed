package org.minbar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.minbar.language.Refusal;

/** The house's JSON: strict about what comes in, and exact about what was wrong with it. */
public final class Json {

    /** Thread-safe. Times are ISO 8601 text, an absent Optional is left out. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            // A list with nothing in one of its places is nobody's wish.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Json() {}

    /** What was wrong with a JSON text, as a refusal that names the field where one is to blame. */
    public static Refusal refusal(JsonProcessingException e) {
        if (e.getCause() instanceof Refusal refusal) return refusal;
        if (e instanceof UnrecognizedPropertyException unknown) {
            String field = path(unknown.getPath());
            Collection<Object> known = unknown.getKnownPropertyIds();
            String allowed = known == null
                    ? ""
                    : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
            return new Refusal(
                    Refusal.Reason.MALFORMED, "unknown-field", Map.of("field", field, "allowed", allowed), field);
        }
        if (e instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            if (e.getCause() instanceof JsonParseException) return notJson(e);
            String field = path(wrong.getPath());
            return new Refusal(Refusal.Reason.MALFORMED, "wrong-type", Map.of("field", field), field);
        }
        return notJson(e);
    }

    /** A body that is the word {@code null}. */
    static Refusal nothing() {
        return new Refusal(Refusal.Reason.MALFORMED, "malformed-json", Map.of("line", 1L, "column", 1L));
    }

    private static Refusal notJson(JsonProcessingException e) {
        long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        long column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
        return new Refusal(Refusal.Reason.MALFORMED, "malformed-json", Map.of("line", line, "column", column));
    }

    /** {@code roles.languages}; the places within lists are left out. */
    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    /** Whether the house reads and writes this type, and not the server. */
    static boolean isOurs(Class<?> type, Type generic) {
        return type.getName().startsWith("org.minbar.") || generic.getTypeName().contains("org.minbar.");
    }
}
