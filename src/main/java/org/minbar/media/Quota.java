package org.minbar.media;

import java.util.Map;
import org.minbar.language.Refusal;

/** How many bytes the library may keep; 0 for as many as there is room for. */
public record Quota(long bytes) {

    void mustHold(long wanted) {
        if (bytes > 0 && wanted > bytes) {
            throw new Refusal(Refusal.Reason.NOT_NOW, "quota-full", Map.of("megabytes", bytes >> 20));
        }
    }
}
