package org.minbar.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;

/** What a caller has given, or a refusal that names the field. */
public final class Given {

    private Given() {}

    public static Refusal missing(String field) {
        return new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", field), field);
    }

    public static String text(@Nullable String value, String field) {
        if (value == null || value.isBlank()) throw missing(field);
        return value.strip();
    }

    public static Language language(@Nullable String tag, String field, Languages languages) {
        String given = text(tag, field);
        return languages
                .find(given)
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.MALFORMED,
                        "bad-language",
                        Map.of(
                                "value",
                                given,
                                "allowed",
                                languages.all().stream().map(Language::tag).collect(Collectors.joining(", "))),
                        field));
    }

    /** A whole number; one that is too large counts as the largest. */
    public static int number(String value, String field, int least, int most) {
        try {
            int number = Integer.parseInt(Digits.latin(value.strip()));
            if (number >= least) return Math.min(number, most);
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new Refusal(Refusal.Reason.MALFORMED, "wrong-type", Map.of("field", field), field);
    }

    /** ISO 8601 with an offset or Z. */
    public static Instant instant(String value, String field) {
        try {
            // A plus sign in a query arrives as a space.
            return OffsetDateTime.parse(value.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-instant", Map.of("value", value, "field", field), field);
        }
    }
}
