package org.minbar.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser in which somebody has signed in. It lies in the database, so that any node may answer the next request
 * and a restart signs nobody out.
 */
@Entity
@Table(name = "session")
public class Session {

    /** Without a sign of life for this long, it asks for the password again. */
    static final Duration IDLE = Duration.ofHours(12);

    /** So long it is kept after its end, to tell whose the browser was and when she was last here. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 300;

    @Id
    @Column(name = "id_hash")
    private String idHash;

    @ManyToOne
    @JoinColumn(name = "person_id")
    private Person person;

    private Instant created;

    @Column(name = "last_seen")
    private Instant lastSeen;

    private Instant expires;

    private String agent;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Session() {}

    Session(Secret id, Person person, String agent, Clock clock) {
        this.idHash = id.hash();
        this.person = person;
        this.created = clock.instant();
        this.lastSeen = created;
        this.expires = created.plus(IDLE);
        this.agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }

    boolean isOpen(Clock clock) {
        return clock.instant().isBefore(expires) && person.active();
    }

    /** Whether its sign of life is old enough to be worth a write. */
    boolean wantsSeeing(Clock clock) {
        return clock.instant().isAfter(lastSeen.plus(SEEN_AGAIN_AFTER));
    }

    void seen(Clock clock) {
        lastSeen = clock.instant();
        expires = lastSeen.plus(IDLE);
    }

    /** What the lists of sessions call it; it opens nothing. */
    String mark() {
        return idHash;
    }

    boolean is(Secret cookie) {
        return idHash.equals(cookie.hash());
    }

    Person person() {
        return person;
    }

    Instant created() {
        return created;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    String agent() {
        return agent;
    }
}
