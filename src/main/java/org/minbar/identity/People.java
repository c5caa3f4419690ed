package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.language.Refusal;

/** The newsroom's people, their sessions and their tokens. */
@ApplicationScoped
public class People {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected People() {}

    public People(EntityManager em) {
        this.em = em;
    }

    /** @throws Refusal when somebody has this e-mail address already */
    public Person add(Person person) {
        if (findByEmail(person.email()).isPresent()) {
            throw new Refusal(Refusal.Reason.CONFLICT, "email-taken", Map.of("value", person.email()), "email");
        }
        em.persist(person);
        em.flush();
        return person;
    }

    public Optional<Person> find(long id) {
        return Optional.ofNullable(em.find(Person.class, id));
    }

    public Person get(long id) {
        return find(id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-person"));
    }

    public Optional<Person> findByEmail(String email) {
        return em.createQuery("select p from Person p where p.email = :email", Person.class)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public List<Person> all() {
        return em.createQuery("select p from Person p order by p.name, p.id", Person.class)
                .getResultList();
    }

    public boolean isEmpty() {
        return em.createQuery("select count(p) from Person p", Long.class).getSingleResult() == 0;
    }

    /** How many can still administer the house: it never locks itself out. */
    long administrators() {
        return em.createQuery(
                        "select count(distinct p) from Person p join p.grants g"
                                + " where p.active = true and g.role = :role and g.lang = :every",
                        Long.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setParameter("every", Grant.EVERY_LANGUAGE)
                .getSingleResult();
    }

    /** Sweeps out, while it is at it, what ended long ago. */
    Session open(Session session) {
        em.createQuery("delete from Session s where s.lastSeen < :long")
                .setParameter("long", session.created().minus(Session.KEPT))
                .executeUpdate();
        em.persist(session);
        return session;
    }

    /** Whose this browser was, be the session open or not. */
    Optional<Person> lastAt(Secret id) {
        return Optional.ofNullable(em.find(Session.class, id.hash())).map(Session::person);
    }

    /** A person's open sessions, the one that was seen last first. */
    List<Session> openOf(Person person, Clock clock) {
        return em.createQuery(
                        "select s from Session s where s.person = :person and s.expires > :now"
                                + " order by s.lastSeen desc, s.created desc",
                        Session.class)
                .setParameter("person", person)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** When each person gave her last sign of life, by her id; without those who have not been here for 90 days. */
    Map<Long, Instant> lastSeen() {
        return em.createQuery(
                        "select s from Session s where s.lastSeen ="
                                + " (select max(t.lastSeen) from Session t where t.person = s.person)",
                        Session.class)
                .getResultStream()
                .collect(Collectors.toMap(session -> session.person().id(), Session::lastSeen, (one, same) -> one));
    }

    /** The same for one person. */
    Optional<Instant> lastSeen(Person person) {
        return em.createQuery(
                        "select s from Session s where s.person = :person order by s.lastSeen desc", Session.class)
                .setParameter("person", person)
                .setMaxResults(1)
                .getResultStream()
                .map(Session::lastSeen)
                .findFirst();
    }

    Optional<Session> findOpen(Secret id, Clock clock) {
        return Optional.ofNullable(em.find(Session.class, id.hash())).filter(session -> session.isOpen(clock));
    }

    void close(Secret id, Clock clock) {
        em.createQuery("update Session s set s.expires = :now where s.idHash = :hash and s.expires > :now")
                .setParameter("now", clock.instant())
                .setParameter("hash", id.hash())
                .executeUpdate();
    }

    /** @return whether this was an open session of hers */
    boolean closeOne(Person person, String mark, Clock clock) {
        return em.createQuery("update Session s set s.expires = :now where s.idHash = :hash"
                                + " and s.person = :person and s.expires > :now")
                        .setParameter("now", clock.instant())
                        .setParameter("hash", mark)
                        .setParameter("person", person)
                        .executeUpdate()
                > 0;
    }

    /** @return how many were open */
    int closeAll(Person person, Clock clock) {
        return em.createQuery("update Session s set s.expires = :now where s.person = :person and s.expires > :now")
                .setParameter("now", clock.instant())
                .setParameter("person", person)
                .executeUpdate();
    }

    /** @return how many besides this one were open */
    int closeOthers(Person person, Secret here, Clock clock) {
        return em.createQuery("update Session s set s.expires = :now where s.person = :person and s.idHash <> :here"
                        + " and s.expires > :now")
                .setParameter("now", clock.instant())
                .setParameter("person", person)
                .setParameter("here", here.hash())
                .executeUpdate();
    }

    /** The second step of this person's sign-in, prepared or confirmed. */
    Optional<TwoStep> twoStepOf(Person person) {
        return Optional.ofNullable(em.find(TwoStep.class, person.id()));
    }

    /** Whether her password alone does not let her in. */
    boolean signsInInTwoSteps(Person person) {
        return twoStepOf(person).filter(TwoStep::confirmed).isPresent();
    }

    /** The ids of all whose password alone does not let them in. */
    Set<Long> inTwoSteps() {
        return Set.copyOf(em.createQuery("select t.personId from TwoStep t where t.confirmed = true", Long.class)
                .getResultList());
    }

    TwoStep prepare(TwoStep twoStep) {
        em.persist(twoStep);
        return twoStep;
    }

    void remove(TwoStep twoStep) {
        em.remove(twoStep);
        // Before anything new takes its place.
        em.flush();
    }

    /** Sweeps out, while it is at it, those whose time is over. */
    void remember(FirstStep step, Clock clock) {
        em.createQuery("delete from FirstStep s where s.expires <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        em.persist(step);
    }

    /** Who took the first step with this secret, while there is time for the second. */
    Optional<Person> atFirstStep(Secret id, Clock clock) {
        return Optional.ofNullable(em.find(FirstStep.class, id.hash()))
                .filter(step -> step.isGood(clock))
                .map(FirstStep::person);
    }

    void forget(Secret firstStep) {
        em.createQuery("delete from FirstStep s where s.idHash = :hash")
                .setParameter("hash", firstStep.hash())
                .executeUpdate();
    }

    Token issue(Token token) {
        em.persist(token);
        em.flush();
        return token;
    }

    Optional<Token> findGood(Secret secret, Clock clock) {
        return em.createQuery("select t from Token t where t.tokenHash = :hash", Token.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .filter(token -> token.isGood(clock))
                .findFirst();
    }

    /** @return how many were not revoked yet */
    int revokeTokens(Person person) {
        return em.createQuery("update Token t set t.revoked = true where t.person = :person and t.revoked = false")
                .setParameter("person", person)
                .executeUpdate();
    }

    List<Token> tokensOf(Caller caller) {
        return em.createQuery(
                        "select t from Token t where t.person.id = :person and t.revoked = false order by t.id",
                        Token.class)
                .setParameter("person", caller.id())
                .getResultList();
    }

    /** @throws Refusal when there is none with this number that belongs to the caller */
    Token tokenOf(Caller caller, long id) {
        return tokensOf(caller).stream()
                .filter(token -> token.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-token"));
    }
}
