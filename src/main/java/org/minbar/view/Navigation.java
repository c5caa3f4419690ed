package org.minbar.view;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a browser that goes to a page from a script or a program that asks for data. */
public final class Navigation {

    private Navigation() {}

    /**
     * Whether the answer will be read by a person as a page. A browser says so in {@code Sec-Fetch-Mode} (W3C Fetch
     * Metadata); whoever asks for JSON, or sends it, will not.
     */
    public static boolean is(@Nullable String fetchMode, @Nullable String accept, @Nullable String contentType) {
        if (fetchMode != null && !fetchMode.equals("navigate")) return false;
        if (contentType != null && isJson(contentType)) return false;
        return accept == null || accept.contains("text/html") || !isJson(accept);
    }

    private static boolean isJson(String types) {
        String lower = types.toLowerCase(Locale.ROOT);
        return lower.contains("application/json") || lower.contains("application/problem+json");
    }
}
