package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    Session open(Session session) {
        em.persist(session);
        return session;
    }

    Optional<Session> findOpen(Secret id, Clock clock) {
        return Optional.ofNullable(em.find(Session.class, id.hash())).filter(session -> session.isOpen(clock));
    }

    void close(Secret id) {
        em.createQuery("delete from Session s where s.idHash = :hash")
                .setParameter("hash", id.hash())
                .executeUpdate();
    }

    void closeAll(Person person) {
        em.createQuery("delete from Session s where s.person = :person")
                .setParameter("person", person)
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
