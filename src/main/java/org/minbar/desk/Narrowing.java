package org.minbar.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Digits;

/**
 * How an overview is narrowed, as the query of its address says it: every value once, none empty, and only by names that
 * the screen knows, so that whatever else stands in an address goes no further.
 */
public record Narrowing(String path, Map<String, String> values) {

    private static final int LONGEST = 200;

    public Narrowing {
        values = Map.copyOf(values);
    }

    static Narrowing of(String path, List<String> names, MultivaluedMap<String, String> query) {
        return of(path, names, name -> query.getFirst(name));
    }

    /** From the query of an address, {@code section=culture&mine=on}. */
    static Narrowing of(String path, List<String> names, String query) {
        Map<String, String> given = Arrays.stream(query.split("&"))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8),
                        (first, second) -> first));
        return of(path, names, given::get);
    }

    /** Gives the value of a name, or nothing. */
    @FunctionalInterface
    interface Given {
        @Nullable
        String value(String name);
    }

    private static Narrowing of(String path, List<String> names, Given given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String value = given.value(name);
            if (value != null && !value.isBlank() && value.length() <= LONGEST) values.put(name, value.strip());
        }
        return new Narrowing(path, values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String orNull(String name) {
        return values.get(name);
    }

    /** A whole number above zero; anything else is none. */
    OptionalLong number(String name) {
        String digits = Digits.latin(get(name));
        return digits.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** With this value instead; an empty one takes it away. */
    Narrowing with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) changed.remove(name);
        else changed.put(name, value);
        return new Narrowing(path, changed);
    }

    String query() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String url() {
        return values.isEmpty() ? path : path + "?" + query();
    }
}
