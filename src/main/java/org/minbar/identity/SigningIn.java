package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.minbar.language.Refusal;

/** Compares an e-mail address and a password with what the house knows; slows down whoever guesses. */
@ApplicationScoped
public class SigningIn {

    @Inject
    private People people;

    @Inject
    private Guesses guesses;

    @Inject
    private Clock clock;

    protected SigningIn() {}

    SigningIn(People people, Guesses guesses, Clock clock) {
        this.people = people;
        this.guesses = guesses;
        this.clock = clock;
    }

    /**
     * @param address the network address that the request came from
     * @throws Refusal {@code wrong-password}, the same for an unknown address and after the same time; or
     *     {@code too-often}
     */
    Person with(String email, String password, String address) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        guesses.mayTry(key, address);
        Optional<Person> person = people.findByEmail(key);
        if (person.isEmpty()) Password.pretendToMatch(password);
        if (person.isEmpty() || !person.get().knows(password)) {
            guesses.wasWrong(key, address);
            throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "wrong-password");
        }
        guesses.wasRight(key);
        return person.get();
    }

    /**
     * The second step, for whoever takes one; the password was right.
     *
     * @param code what her telephone shows, or a recovery code; each is taken once
     * @throws Refusal {@code code-needed}, {@code wrong-code}, or {@code too-often}
     */
    void secondStep(Person person, String code, String address) {
        Optional<TwoStep> twoStep = people.twoStepOf(person).filter(TwoStep::confirmed);
        if (twoStep.isEmpty()) return;
        if (code.isBlank()) throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "code-needed");
        // Counted apart from the passwords: a right password must not buy five more guesses at the code.
        String key = person.email() + " code";
        guesses.mayTry(key, address);
        if (!twoStep.get().accepts(code, clock)) {
            guesses.wasWrong(key, address);
            throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "wrong-code");
        }
        guesses.wasRight(key);
    }

    /** Whoever signed in with this cookie, if the session is still open; notes a sign of life now and then. */
    @Transactional
    public Optional<Person> resume(Secret cookie) {
        Optional<Session> session = people.findOpen(cookie, clock);
        session.filter(open -> open.wantsSeeing(clock)).ifPresent(open -> open.seen(clock));
        return session.map(Session::person);
    }

    /** Whom this token speaks for, if it is good. */
    @Transactional
    public Optional<Caller> recognise(Secret token) {
        return people.findGood(token, clock).map(Token::caller);
    }
}
