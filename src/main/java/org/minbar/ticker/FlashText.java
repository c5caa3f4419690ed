package org.minbar.ticker;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a line says in one language: the line, and below it whatever else there is to read and to see. */
@Embeddable
public class FlashText {

    private String text;

    private String body;

    /** The number of the change with which it was written, among those of its ticker. */
    private long changed;

    private @Nullable Instant edited;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected FlashText() {}

    FlashText(String text, String body) {
        this(text, body, 0, null);
    }

    private FlashText(String text, String body, long changed, @Nullable Instant edited) {
        this.text = text;
        this.body = body;
        this.changed = changed;
        this.edited = edited;
    }

    FlashText changedAs(long change) {
        return new FlashText(text, body, change, edited);
    }

    FlashText editedAt(@Nullable Instant now) {
        return new FlashText(text, body, changed, now);
    }

    /** Plain text, never empty. */
    public String text() {
        return text;
    }

    /** As {@link org.minbar.text.BodyHtml} writes it; empty where the line says all. */
    public String body() {
        return body;
    }

    long changed() {
        return changed;
    }

    Optional<Instant> edited() {
        return Optional.ofNullable(edited);
    }

    boolean saysAs(FlashText other) {
        return text.equals(other.text) && body.equals(other.body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlashText that
                && saysAs(that)
                && changed == that.changed
                && Objects.equals(edited, that.edited);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, body, changed, edited);
    }
}
