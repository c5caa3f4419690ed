package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The streams of lines. */
@ApplicationScoped
public class Tickers {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Tickers() {}

    public Tickers(EntityManager em) {
        this.em = em;
    }

    /** The ticker, nobody else's until the caller's transaction ends; begun if nobody has written to it yet. */
    Ticker hold(String name) {
        Ticker held = em.find(Ticker.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (held != null) return held;
        // Two may begin it at the same moment: one of them makes the row, and the other waits for it.
        em.createNativeQuery("insert into ticker (name, numbers, changes, place, head, quiet) values (?, 0, 0, 0, 0, "
                        + new Ticker(name).quiet().map(Duration::toHours).orElse(0L)
                        + ") on conflict do nothing")
                .setParameter(1, name)
                .executeUpdate();
        return em.find(Ticker.class, name, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Empty while nobody has written to it. */
    public Optional<Ticker> find(String name) {
        return Optional.ofNullable(em.find(Ticker.class, name));
    }

    /** Those of these tickers that somebody has written to. */
    public List<String> written(Collection<String> names) {
        if (names.isEmpty()) return List.of();
        return em.createQuery("select t.name from Ticker t where t.name in :names", String.class)
                .setParameter("names", names)
                .getResultList();
    }

    /** Of live stories, those whose coverage goes on. */
    public List<Ticker> going(int atMost) {
        return em.createQuery(
                        "select t from Ticker t where t.ended is null and t.quiet > 0 and t.name <> :strip"
                                + " order by t.place desc",
                        Ticker.class)
                .setParameter("strip", Flashes.STRIP)
                .setMaxResults(atMost)
                .getResultList();
    }
}
