package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.language.Refusal;

/** The files on their way in. */
@ApplicationScoped
public class Arrivals {

    /** So long a phone may be without a line. */
    static final Duration PATIENCE = Duration.ofHours(24);

    /** Files that one person may have begun and not finished. */
    private static final int MOST_AT_ONCE = 200;

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Clock clock;

    protected Arrivals() {}

    public Arrivals(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    Arrival add(Arrival arrival, Caller by) {
        long begun = em.createQuery("select count(a) from Arrival a where a.person = :person", Long.class)
                .setParameter("person", by.id())
                .getSingleResult();
        if (begun >= MOST_AT_ONCE) throw new Refusal(Refusal.Reason.TOO_OFTEN, "too-many-arrivals");
        em.persist(arrival);
        return arrival;
    }

    Optional<Arrival> find(String id, Caller by) {
        return Optional.ofNullable(em.find(Arrival.class, id)).filter(arrival -> arrival.isOf(by));
    }

    /** @throws Refusal {@code no-such-arrival}: there is none of this caller's, or it was given up */
    public Arrival get(String id, Caller by) {
        return find(id, by).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-arrival"));
    }

    Arrival getToChange(String id, Caller by) {
        Arrival arrival = get(id, by);
        em.refresh(arrival, LockModeType.PESSIMISTIC_WRITE);
        return arrival;
    }

    void remove(Arrival arrival) {
        em.remove(arrival);
    }

    /** Those that nobody has sent anything for since yesterday. */
    List<Arrival> forgotten(int limit) {
        return em.createQuery("select a from Arrival a where a.touched < :long order by a.touched", Arrival.class)
                .setParameter("long", clock.instant().minus(PATIENCE))
                .setMaxResults(limit)
                .getResultList();
    }
}
