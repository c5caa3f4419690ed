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
 * The password was right and the code is still to come. It lies in the database, so that any node may take the second
 * step; the page carries its secret, so that nobody types the password twice for a mistyped code.
 */
@Entity
@Table(name = "first_step")
public class FirstStep {

    private static final Duration TIME_FOR_THE_SECOND = Duration.ofMinutes(10);

    @Id
    @Column(name = "id_hash")
    private String idHash;

    @ManyToOne
    @JoinColumn(name = "person_id")
    private Person person;

    private Instant expires;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected FirstStep() {}

    FirstStep(Secret id, Person person, Clock clock) {
        this.idHash = id.hash();
        this.person = person;
        this.expires = clock.instant().plus(TIME_FOR_THE_SECOND);
    }

    boolean isGood(Clock clock) {
        return clock.instant().isBefore(expires) && person.active();
    }

    Person person() {
        return person;
    }
}
