package org.minbar.ticker;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What is known so far, in one language, over a stream of lines. */
@Embeddable
public class Summary {

    @Column(name = "html")
    private String html;

    @Column(name = "written")
    private Instant written;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Summary() {}

    Summary(String html, Instant written) {
        this.html = html;
        this.written = written;
    }

    /** As {@link org.minbar.text.BodyHtml} writes it. */
    public String html() {
        return html;
    }

    public Instant written() {
        return written;
    }
}
