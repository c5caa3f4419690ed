package org.minbar.media;

import java.util.Map;
import org.minbar.language.Refusal;

/** What a store says to people when it can't. */
final class NotNow {

    private static final long MEGABYTE = 1_000_000;
    private static final long SOON_SECONDS = 30;

    private NotNow() {}

    static Refusal full(long bytes) {
        return new Refusal(Refusal.Reason.NOT_NOW, "store-full", Map.of("length", (bytes + MEGABYTE - 1) / MEGABYTE));
    }

    static Refusal silent() {
        return new Refusal(Refusal.Reason.NOT_NOW, "store-silent", Map.of("seconds", SOON_SECONDS));
    }
}
