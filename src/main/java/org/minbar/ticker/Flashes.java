package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Refusal;

/**
 * The lines of all tickers. The methods {@code public…} answer lines that are out; whether readers may see the live story
 * that they belong to is decided by {@link org.minbar.story.Editions}.
 */
@ApplicationScoped
public class Flashes {

    /** The ticker on every page of the site. */
    public static final String STRIP = "strip";

    private static final String OUT = " and f.removed = false and f.waiting is null";
    private static final String NEWEST_FIRST = " order by f.place desc, f.number desc";

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Flashes() {}

    public Flashes(EntityManager em) {
        this.em = em;
    }

    Flash add(Flash flash) {
        em.persist(flash);
        em.flush();
        return flash;
    }

    public Optional<Flash> find(String ticker, int number) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.number = :number and f.removed = false",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    public Flash get(String ticker, int number) {
        return find(ticker, number).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-flash"));
    }

    /** The lines that have words in this language, newest first. */
    public List<Flash> publicLatest(String ticker, String lang, int limit) {
        return publicFrom(ticker, lang, 0, limit);
    }

    /** As {@link #publicLatest}, beginning with line {@code from}, counted from 0. */
    public List<Flash> publicFrom(String ticker, String lang, int from, int limit) {
        return worded("", NEWEST_FIRST, ticker, lang)
                .setFirstResult(from)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many lines have words in this language. */
    public int publicCount(String ticker, String lang) {
        return em.createQuery(
                        "select count(f) from Flash f join f.texts t where f.ticker = :ticker and key(t) = :lang" + OUT,
                        Long.class)
                .setParameter("ticker", ticker)
                .setParameter("lang", lang)
                .getSingleResult()
                .intValue();
    }

    /** How many lines that have words in this language stand above this one. */
    public int publicAbove(Flash flash, String lang) {
        return em.createQuery(
                        "select count(f) from Flash f join f.texts t where f.ticker = :ticker and key(t) = :lang" + OUT
                                + " and (f.place > :place or f.place = :place and f.number > :number)",
                        Long.class)
                .setParameter("ticker", flash.ticker())
                .setParameter("lang", lang)
                .setParameter("place", flash.place())
                .setParameter("number", flash.number())
                .getSingleResult()
                .intValue();
    }

    /** The lines that stand over the stream: pinned, or key moments of the whole of it; newest first. */
    public List<Flash> publicHead(String ticker, String lang) {
        return worded(" and (f.pinned = true or f.keyMoment = true)", NEWEST_FIRST, ticker, lang)
                .getResultList();
    }

    private TypedQuery<Flash> worded(String condition, String order, String ticker, String lang) {
        return em.createQuery(
                        "select f from Flash f join f.texts t where f.ticker = :ticker and key(t) = :lang" + OUT
                                + condition + order,
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("lang", lang);
    }

    List<Flash> pinned(String ticker) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.pinned = true and f.removed = false",
                        Flash.class)
                .setParameter("ticker", ticker)
                .getResultList();
    }

    /** The lines of the ticker in whatever language, newest first. */
    public List<Flash> publicLatest(String ticker, int limit) {
        return em.createQuery("select f from Flash f where f.ticker = :ticker" + OUT + NEWEST_FIRST, Flash.class)
                .setParameter("ticker", ticker)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The lines of all tickers that were told in a stretch of time and have words in this language, newest first. */
    public List<Flash> publicBetween(Instant from, Instant to, String lang, int limit) {
        return em.createQuery(
                        "select f from Flash f join f.texts t where f.at >= :from and f.at < :to and key(t) = :lang"
                                + OUT + " order by f.at desc, f.id desc",
                        Flash.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("lang", lang)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The lines that are out and show this file. */
    public List<Flash> publicShowing(long file) {
        return em.createQuery("select f from Flash f join f.files s where s = :file" + OUT, Flash.class)
                .setParameter("file", file)
                .getResultList();
    }

    /** What has changed in a ticker since a change that somebody has seen, in the order of the changes; removed and waiting lines too. */
    public List<Flash> changedAfter(String ticker, long change, int limit) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.changed > :change order by f.changed",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("change", change)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Lines by their ids, of whatever standing. */
    public List<Flash> of(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return em.createQuery("select f from Flash f where f.id in :ids", Flash.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The lines that wait to be let out, the one that waits longest first. */
    public List<Flash> waiting(String ticker, int limit) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.removed = false and f.waiting is not null"
                                + " order by f.at, f.number",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The lines whose time has come. */
    List<Flash> due(Instant now, int limit) {
        return em.createQuery(
                        "select f from Flash f where f.waiting = org.minbar.ticker.Waiting.SCHEDULED and f.at <= :now"
                                + " and f.removed = false order by f.at, f.number",
                        Flash.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** When the last line of the ticker was told; empty when there is none. */
    Optional<Instant> lastTold(String ticker) {
        return publicLatest(ticker, 1).stream().map(Flash::at).findFirst();
    }
}
