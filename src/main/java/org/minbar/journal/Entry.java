package org.minbar.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of the journal.
 *
 * @param number its place: 1, 2, 3 … without gaps, in the order in which the transactions were committed
 * @param kind the simple name of the {@link Happening}
 * @param payload the happening as JSON
 */
public record Entry(long number, Instant at, String kind, long person, String payload) {

    // Rows outlive the code that wrote them: a component that has gone since must not stop a follower.
    private static final ObjectMapper PAYLOADS = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static String payloadOf(Happening happening) {
        try {
            return PAYLOADS.writeValueAsString(happening);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A happening is a record of ids and values: " + happening, e);
        }
    }

    /** A number that the happening has under this name: of its {@code story}, its {@code file}. */
    public OptionalLong number(String name) {
        JsonNode value = read().path(name);
        return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    /** A word that the happening has under this name: its {@code lang}, its {@code ticker}. */
    public Optional<String> text(String name) {
        return Optional.of(read().path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private JsonNode read() {
        try {
            return PAYLOADS.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Journal entry " + number + " can't be read", e);
        }
    }

    /** The happening, if it is one of these. */
    public <T extends Happening> Optional<T> as(Class<T> kindOfHappening) {
        if (!kind.equals(kindOfHappening.getSimpleName())) return Optional.empty();
        try {
            return Optional.of(PAYLOADS.readValue(payload, kindOfHappening));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Journal entry " + number + " can't be read as " + kind, e);
        }
    }
}
