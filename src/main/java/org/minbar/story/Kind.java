package org.minbar.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.minbar.language.Refusal;

/** What sort of story it is. */
public enum Kind {
    ARTICLE,
    /** A few lines; may do without a body. */
    BRIEF,
    /** A press release: somebody else's words, marked as such. */
    RELEASE,
    /** A review of the press. */
    REVIEW,
    /** Live coverage: a ticker of its own. */
    LIVE,
    /** A page that stands outside the news: about us, legal notice. */
    PAGE;

    /** As addresses and the API write it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String tag) {
        return Arrays.stream(values())
                .filter(kind -> kind.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.MALFORMED,
                        "unknown-value",
                        Map.of(
                                "value",
                                tag,
                                "allowed",
                                Arrays.stream(values()).map(Kind::tag).collect(Collectors.joining(", "))),
                        "kind"));
    }

    public boolean needsBody() {
        return this != BRIEF && this != LIVE;
    }
}
