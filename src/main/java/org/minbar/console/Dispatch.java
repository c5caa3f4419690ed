package org.minbar.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line as somebody sends it, from the console or from a phone.
 *
 * @param body plain paragraphs or HTML
 * @param urgency its tag; absent: normal
 * @param story the number of the story that it leads to, or an address of it
 * @param at when it is to go out by itself, on the newsroom's clock: {@code 2026-03-04T18:00}
 * @param file the number of a picture of the library that stands below the line
 */
record Dispatch(
        @Nullable String lang,
        @Nullable String text,
        @Nullable String body,
        @Nullable String urgency,
        @Nullable String story,
        @Nullable String at,
        @Nullable Long file) {

    static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Empty where nothing was typed. */
    static Optional<String> typed(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
