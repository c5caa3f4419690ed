package org.minbar.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that the house turns down, and how to put it right: the key of a whole sentence in {@code i18n} and what
 * goes into it. The web room says the sentence in the reader's language; rooms below only know why they refuse.
 */
public class Refusal extends RuntimeException {

    /** Why a request is turned down. The web room knows which HTTP status each one is. */
    public enum Reason {
        /** What was sent can't be understood, or breaks a rule of form. */
        MALFORMED,
        /** Nobody is signed in, or the token is unknown, expired or revoked. */
        UNKNOWN_CALLER,
        /** The caller is known and may not do this. */
        NOT_ALLOWED,
        /** There is no such thing, or the caller may not know that there is. */
        NOT_FOUND,
        /** The thing is in a state that does not admit this. */
        CONFLICT,
        /** It was public and has been withdrawn. */
        GONE,
        /** The caller must say which version it has seen. */
        VERSION_MISSING,
        /** Somebody else has changed it since. */
        VERSION_STALE,
        /** More than the house takes in one piece. */
        TOO_LARGE,
        /** Not a kind of content that is taken here. */
        WRONG_TYPE,
        /** Too many tries; wait. */
        TOO_OFTEN,
        /** The house cannot do it now and will be able to later. */
        NOT_NOW
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String key;
    private final transient Map<String, Object> details;
    private final @Nullable String field;

    public Refusal(Reason reason, String key) {
        this(reason, key, Map.of(), null);
    }

    public Refusal(Reason reason, String key, Map<String, Object> details) {
        this(reason, key, details, null);
    }

    /**
     * @param key the message in the bundles, without the {@code refusal.} in front: {@code no-such-section}
     * @param details what the sentence needs, by the names that its placeholders have
     * @param field the offending field as the caller spelt it, dotted where nested, or null
     */
    public Refusal(Reason reason, String key, Map<String, Object> details, @Nullable String field) {
        super(key + (details.isEmpty() ? "" : " " + details));
        this.reason = reason;
        this.key = key;
        this.details = Map.copyOf(details);
        this.field = field;
    }

    public Reason reason() {
        return reason;
    }

    /** The key of the sentence, {@code refusal.} in front. */
    public String messageKey() {
        return "refusal." + key;
    }

    /** The last part of the problem type's address. */
    public String kind() {
        return key;
    }

    public Map<String, Object> details() {
        return details;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The seconds after which another try makes sense, where that is known. */
    public Optional<Long> retryAfterSeconds() {
        return List.of(Reason.TOO_OFTEN, Reason.NOT_NOW).contains(reason)
                ? Optional.ofNullable((Long) details.get("seconds"))
                : Optional.empty();
    }
}
