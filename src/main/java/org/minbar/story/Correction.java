package org.minbar.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What was wrong and has been put right, as readers and partners are told. */
@Embeddable
public class Correction {

    @Column(name = "at")
    private Instant at;

    private String note;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Correction() {}

    Correction(Instant at, String note) {
        this.at = at;
        this.note = note;
    }

    public Instant at() {
        return at;
    }

    public String note() {
        return note;
    }
}
