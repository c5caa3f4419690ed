package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.minbar.language.Refusal;

/** The lines of all tickers. */
@ApplicationScoped
public class Flashes {

    /** The ticker on every page of the site. */
    public static final String STRIP = "strip";

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Flashes() {}

    public Flashes(EntityManager em) {
        this.em = em;
    }

    public Flash add(Flash flash) {
        em.persist(flash);
        em.flush();
        return flash;
    }

    /** The number that the next line of the ticker gets. Two who ask at once get the same; the table lets one in. */
    public int nextNumber(String ticker) {
        return em.createQuery("select coalesce(max(f.number), 0) from Flash f where f.ticker = :ticker", Integer.class)
                        .setParameter("ticker", ticker)
                        .getSingleResult()
                + 1;
    }

    public Flash get(String ticker, int number) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.number = :number and f.removed = false",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-flash"));
    }

    /** The lines that have words in this language, newest first. */
    public List<Flash> publicLatest(String ticker, String lang, int limit) {
        return em.createQuery(
                        "select f from Flash f join f.texts t where f.ticker = :ticker and f.removed = false"
                                + " and f.draft = false and key(t) = :lang order by f.at desc, f.number desc",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("lang", lang)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The lines of the ticker in whatever language, newest first. */
    public List<Flash> publicLatest(String ticker, int limit) {
        return latest(ticker, false, limit);
    }

    /** The lines that wait to be let out, newest first. */
    public List<Flash> drafts(String ticker, int limit) {
        return latest(ticker, true, limit);
    }

    private List<Flash> latest(String ticker, boolean draft, int limit) {
        return em.createQuery(
                        "select f from Flash f where f.ticker = :ticker and f.removed = false and f.draft = :draft"
                                + " order by f.at desc, f.number desc",
                        Flash.class)
                .setParameter("ticker", ticker)
                .setParameter("draft", draft)
                .setMaxResults(limit)
                .getResultList();
    }
}
