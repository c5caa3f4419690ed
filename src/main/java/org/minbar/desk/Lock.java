package org.minbar.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.minbar.identity.Caller;
import org.minbar.story.Edition;

/**
 * Somebody is writing an edition. It holds for a minute and is renewed by the page that is open, so that a browser which
 * died frees the edition by itself; and it only warns: whoever saves all the same loses nothing, because what two people
 * wrote is merged.
 */
@Entity
@Table(name = "edition_lock")
public class Lock {

    static final Duration LEASE = Duration.ofSeconds(60);

    @Id
    @Column(name = "edition_id")
    private long edition;

    @Column(name = "person_id")
    private long person;

    @Column(name = "person_name")
    private String personName = "";

    private String holder = "";

    private Instant since = Instant.EPOCH;

    @Column(name = "until")
    private Instant until = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Lock() {}

    Lock(Edition edition) {
        this.edition = edition.id();
    }

    /** @param browser tells two browsers of one person apart */
    boolean isHeldBy(String browser, Clock clock) {
        return holder.equals(browser) && isHeld(clock);
    }

    boolean isHeld(Clock clock) {
        return until.isAfter(clock.instant());
    }

    /** Takes it, or holds it for another minute. */
    void take(Caller by, String browser, Clock clock) {
        Instant now = clock.instant();
        if (!isHeldBy(browser, clock)) since = now;
        person = by.id();
        personName = by.name();
        holder = browser;
        until = now.plus(LEASE);
    }

    void free() {
        until = Instant.EPOCH;
    }

    long person() {
        return person;
    }

    String personName() {
        return personName;
    }

    Instant since() {
        return since;
    }

    Instant until() {
        return until;
    }
}
