package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.minbar.journal.Journal;
import org.minbar.language.Refusal;

/**
 * What an administrator does with people: it asks first and changes then, so that a refusal leaves everything as it
 * was, and tells the journal. The house never loses its last administrator.
 */
@ApplicationScoped
public class Staffing {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private People people;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    protected Staffing() {}

    Staffing(People people, Journal journal, Clock clock) {
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    void join(Person person, Caller by) {
        people.add(person);
        journal.record(new PersonJoined(by.id(), person.id(), person.name()));
    }

    void change(Person person, String name, String email, Set<Grant> grants, Caller by) {
        String newName = Person.line(name);
        String newEmail = Person.address(email);
        if (people.findByEmail(newEmail)
                .filter(other -> other.id() != person.id())
                .isPresent()) {
            throw new Refusal(Refusal.Reason.CONFLICT, "email-taken", Map.of("value", newEmail), "email");
        }
        keepAnAdministrator(person, person.active(), grants);
        person.rename(newName);
        person.moveTo(newEmail);
        person.grant(grants);
        journal.record(new PersonChanged(by.id(), person.id()));
    }

    /** She signs in no more; her name stays on what she did. */
    void leave(Person person, Caller by) {
        keepAnAdministrator(person, false, person.grants());
        person.leave();
        people.closeAll(person, clock);
        journal.record(new PersonLeft(by.id(), person.id()));
    }

    void comeBack(Person person, Caller by) {
        person.comeBack();
        journal.record(new PersonChanged(by.id(), person.id()));
    }

    /** A password to be shown once, which she must change when she first signs in; the old one and its sessions end. */
    Password firstPassword(Person person, Caller by) {
        Password password = Password.random(RANDOM);
        person.changePassword(password);
        person.mustChangePassword();
        int open = people.closeAll(person, clock);
        journal.record(new PersonChanged(by.id(), person.id()));
        journal.record(new SessionsClosed(by.id(), person.id(), open));
        return password;
    }

    int closeSessions(Person person, Caller by) {
        int open = people.closeAll(person, clock);
        if (open > 0) journal.record(new SessionsClosed(by.id(), person.id(), open));
        return open;
    }

    /** For somebody who has lost her telephone and her recovery codes. */
    void endTwoStep(Person person, Caller by) {
        people.twoStepOf(person).ifPresent(twoStep -> {
            people.remove(twoStep);
            journal.record(new TwoStepTurnedOff(by.id(), person.id()));
        });
    }

    /** One administrator at a time: two who demote each other at the same moment must not both be believed. */
    void keepAnAdministrator(Person person, boolean active, Set<Grant> grants) {
        boolean remains = active && grants.contains(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE));
        if (remains || !person.isAdministrator()) return;
        journal.alone();
        if (people.administrators() < 2) throw new Refusal(Refusal.Reason.CONFLICT, "last-administrator");
    }
}
