package org.minbar.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.text.Markup;

/** One of the newsroom. */
@Entity
@Table(name = "person")
public class Person {

    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
    private long id;

    private String email;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change")
    private boolean mustChange;

    private boolean active = true;

    private Instant created;

    @Column(name = "screen_language")
    private @Nullable String screenLanguage;

    @ElementCollection
    @CollectionTable(name = "person_grant", joinColumns = @JoinColumn(name = "person_id"))
    private Set<Grant> grants = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Person() {}

    /** @param email kept in lower case; a person signs in with it */
    public Person(String email, String name, Password password, Clock clock) {
        this.email = address(email);
        this.name = line(name);
        this.passwordHash = password.hash();
        this.created = clock.instant();
    }

    /** An e-mail address as the house keeps it, or a refusal. Only a message can prove an address; this catches slips. */
    static String address(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254 || !address.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-email", Map.of("value", email), "email");
        }
        return address;
    }

    /** A name as the house keeps it: one line, at most 200 characters; or a refusal. */
    static String line(String name) {
        String line = Markup.cleanLine(name);
        if (line.isEmpty()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "name"), "name");
        }
        if (line.length() > LONGEST_NAME) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "too-long", Map.of("field", "name", "longest", LONGEST_NAME), "name");
        }
        return line;
    }

    public boolean knows(String password) {
        return active && Password.matches(password, passwordHash);
    }

    public void changePassword(Password password) {
        passwordHash = password.hash();
        mustChange = false;
    }

    /** The next sign-in leads to the change of password and nowhere else. */
    public void mustChangePassword() {
        mustChange = true;
    }

    public void rename(String newName) {
        name = line(newName);
    }

    /** Another address to sign in with; that nobody else has it is for the shelf to see. */
    void moveTo(String newEmail) {
        email = address(newEmail);
    }

    /** The tag of the language in which the desk speaks to her; empty: as her browser asks. */
    public Optional<String> screenLanguage() {
        return Optional.ofNullable(screenLanguage);
    }

    void speakTo(String tag) {
        screenLanguage = tag.isEmpty() ? null : tag;
    }

    /** Whether she administers the house in every language, while she is here. */
    boolean isAdministrator() {
        return active && grants.contains(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE));
    }

    public void grant(Set<Grant> newGrants) {
        grants.clear();
        grants.addAll(newGrants);
    }

    /** Signs in no more. What she wrote stays hers. */
    public void leave() {
        active = false;
    }

    public void comeBack() {
        active = true;
    }

    public long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** Whether she is here and may publish in this language. */
    public boolean mayPublish(String language) {
        return active && grants().stream().anyMatch(grant -> grant.allows(Permission.PUBLISH, language));
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }

    public boolean mustChange() {
        return mustChange;
    }

    public Instant created() {
        return created;
    }

    public Set<Grant> grants() {
        return Set.copyOf(grants);
    }
}
