package org.minbar.ticker;

import jakarta.persistence.Embeddable;
import java.util.Objects;

/** What a line says in one language: the line, and below it whatever else there is to read and to see. */
@Embeddable
public class FlashText {

    private String text;

    private String body;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected FlashText() {}

    FlashText(String text, String body) {
        this.text = text;
        this.body = body;
    }

    /** Plain text, never empty. */
    public String text() {
        return text;
    }

    /** As {@link org.minbar.text.BodyHtml} writes it; empty where the line says all. */
    public String body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlashText that && text.equals(that.text) && body.equals(that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, body);
    }
}
