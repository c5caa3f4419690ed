package org.minbar.ticker;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.minbar.language.Refusal;

/** How loud a line is. */
public enum Urgency {
    NORMAL,
    IMPORTANT,
    /** عاجل */
    URGENT;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Urgency of(String tag) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.MALFORMED,
                        "unknown-value",
                        Map.of(
                                "value",
                                tag,
                                "allowed",
                                Arrays.stream(values()).map(Urgency::tag).collect(Collectors.joining(", "))),
                        "urgency"));
    }
}
