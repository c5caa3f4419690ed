package org.minbar.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What came back. A failed expectation shows the whole of it. */
record Answer(String asked, int status, HttpHeaders headers, byte[] bytes) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws AssertionError when it has another status */
    Answer expect(int expected) {
        if (status != expected) throw new AssertionError(asked + " was to answer " + expected + ": " + this);
        return this;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Every value of every header of this name, as one list. */
    List<String> listed(String name) {
        List<String> all = new ArrayList<>();
        for (String value : headers.allValues(name)) for (String one : value.split(",")) all.add(one.strip());
        return all;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String unzipped() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(asked + " is not gzip", e);
        }
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError(asked + " is not JSON: " + this, e);
        }
    }

    /** The lines of newline-delimited JSON. */
    List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text().split("\n")) {
            try {
                if (!line.isBlank()) lines.add(MAPPER.readTree(line));
            } catch (JsonProcessingException e) {
                throw new AssertionError(asked + " has a line that is not JSON: " + line, e);
            }
        }
        return lines;
    }

    Document page() {
        return Jsoup.parse(text(), asked.substring(asked.indexOf(' ') + 1));
    }

    /** The offending field of a problem (RFC 9457), after a look at whether it is one at all. */
    String problemField() {
        if (!header("Content-Type").startsWith("application/problem+json")
                || !json().path("type").asText().startsWith("urn:minbar:problem:")
                || json().path("title").asText().isBlank()
                || json().path("status").asInt() != status) {
            throw new AssertionError(asked + " did not answer with a problem: " + this);
        }
        return json().path("field").asText("");
    }

    @Override
    public String toString() {
        String shown = text();
        return status + " " + headers.map() + "\n" + shown.substring(0, Math.min(2_000, shown.length()));
    }
}
