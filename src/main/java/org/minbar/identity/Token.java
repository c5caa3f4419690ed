package org.minbar.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key that speaks for a person at the API, within its scopes and until it expires. */
@Entity
@Table(name = "token")
public class Token {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "token")
    @SequenceGenerator(name = "token", sequenceName = "token_seq", allocationSize = 50)
    private long id;

    @ManyToOne
    @JoinColumn(name = "person_id")
    private Person person;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    private String scopes;

    private Instant created;

    private @Nullable Instant expires;

    private boolean revoked;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Token() {}

    /** @param expires null for a token that lasts until it is revoked */
    Token(Person person, String name, Secret secret, Set<Permission> scopes, @Nullable Instant expires, Clock clock) {
        this.person = person;
        this.name = Person.line(name);
        this.tokenHash = secret.hash();
        this.scopes = scopes.stream().map(Permission::scope).sorted().collect(Collectors.joining(" "));
        this.created = clock.instant();
        this.expires = expires;
    }

    boolean isGood(Clock clock) {
        return !revoked
                && person.active()
                && (expires == null || clock.instant().isBefore(expires));
    }

    void revoke() {
        revoked = true;
    }

    Caller caller() {
        return new Caller(person.id(), person.name(), person.grants(), scopes());
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    Set<Permission> scopes() {
        return Arrays.stream(scopes.split(" "))
                .flatMap(scope -> Permission.ofScope(scope).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    Instant created() {
        return created;
    }

    Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }
}
