package org.minbar.story;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.language.Refusal;

/** Where an edition stands between the first word and the archive. */
public enum Status {
    DRAFT,
    REVIEW,
    READY,
    SCHEDULED,
    PUBLISHED,
    /** Public, with a correction that readers see. */
    CORRECTED,
    /** Was public; its address answers 410 with the reason. */
    WITHDRAWN,
    /** Put away without ever having been public. */
    ARCHIVED;

    /** What readers may see, as far as the status decides: the embargo has its say too. */
    static final Set<Status> PUBLIC = EnumSet.of(PUBLISHED, CORRECTED);

    static final Set<Status> IN_WORK = EnumSet.of(DRAFT, REVIEW, READY, SCHEDULED);

    /** As the API writes it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String tag) {
        return Arrays.stream(values())
                .filter(status -> status.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.MALFORMED,
                        "unknown-value",
                        Map.of(
                                "value",
                                tag,
                                "allowed",
                                Arrays.stream(values()).map(Status::tag).collect(Collectors.joining(", "))),
                        "status"));
    }

    boolean isPublic() {
        return PUBLIC.contains(this);
    }
}
