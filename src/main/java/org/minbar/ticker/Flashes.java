package org.minbar.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    private static final String BETWEEN =
            " from Flash f join f.texts t where f.at >= :from and f.at < :to and key(t) = :lang" + OUT;

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

    /** The tickers that have lines in this language of a stretch of time. */
    public List<String> publicTickers(Instant from, Instant to, String lang) {
        return em.createQuery("select distinct f.ticker" + BETWEEN, String.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("lang", lang)
                .getResultList();
    }

    /** The lines of these tickers that were told in a stretch of time and have words in this language, newest first. */
    public List<Flash> publicBetween(Instant from, Instant to, String lang, Collection<String> tickers, int limit) {
        if (tickers.isEmpty()) return List.of();
        return em.createQuery(
                        "select f" + BETWEEN + " and f.ticker in :tickers order by f.at desc, f.id desc", Flash.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("lang", lang)
                .setParameter("tickers", tickers)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The beginnings of those spans of a stretch of time in which these tickers told something in this language.
     *
     * @param beginning of the span that an instant lies in: its day, its month
     */
    public Set<Instant> publicSpans(
            Instant from, Instant to, String lang, Collection<String> tickers, UnaryOperator<Instant> beginning) {
        Set<Instant> spans = new HashSet<>();
        List<Flash> last = publicBetween(from, to, lang, tickers, 1);
        while (!last.isEmpty()) {
            Instant start = beginning.apply(last.get(0).at());
            spans.add(start);
            last = publicBetween(from, start, lang, tickers, 1);
        }
        return spans;
    }

    /** Whether a ticker told anything else in a stretch of time, in this language. */
    public boolean toldMore(String ticker, Collection<Integer> numbers, Instant from, Instant to, String lang) {
        return !em.createQuery(
                        "select f.id" + BETWEEN + " and f.ticker = :ticker and f.number not in :numbers", Long.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("lang", lang)
                .setParameter("ticker", ticker)
                .setParameter("numbers", numbers)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** When the first line of a ticker was told that has words in this language. */
    public Optional<Instant> publicBegan(String ticker, String lang) {
        return em.createQuery(
                        "select f.at from Flash f join f.texts t where f.ticker = :ticker and key(t) = :lang" + OUT
                                + " order by f.at",
                        Instant.class)
                .setParameter("ticker", ticker)
                .setParameter("lang", lang)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** When these lines were told, of whatever standing they are: their days look different now. */
    public List<Instant> told(String ticker, Collection<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        return em.createQuery(
                        "select f.at from Flash f where f.ticker = :ticker and f.number in :numbers", Instant.class)
                .setParameter("ticker", ticker)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** When the first and the last line of a ticker that is out were told; empty where there is none. */
    public List<Instant> publicEnds(String ticker) {
        List<Instant> ends = new ArrayList<>();
        for (String direction : List.of("asc", "desc")) {
            ends.addAll(em.createQuery(
                            "select f.at from Flash f where f.ticker = :ticker" + OUT + " order by f.at " + direction,
                            Instant.class)
                    .setParameter("ticker", ticker)
                    .setMaxResults(1)
                    .getResultList());
        }
        return ends;
    }

    /**
     * A line in one language without the rest of it: for what is derived from thousands.
     *
     * @param body as {@link Flash#body}
     * @param updated when it was told or, where its words were changed since, then
     */
    public record Wording(
            long id, String ticker, int number, String lang, String text, String body, Instant at, Instant updated) {}

    private static final String WORDING =
            "select f.id, f.ticker, f.number, key(t), t.text, t.body, f.at, t.edited from Flash f join f.texts t";

    /** Those of these lines of a ticker that are out, in all their languages. */
    public List<Wording> publicWordings(String ticker, Collection<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        return wordings(
                em.createQuery(WORDING + " where f.ticker = :ticker and f.number in :numbers" + OUT, Object[].class)
                        .setParameter("ticker", ticker)
                        .setParameter("numbers", numbers));
    }

    /**
     * All lines that are out with a higher id than this one, in the order of their ids: to walk through everything.
     *
     * @param ticker empty for all of them
     * @param limit of the lines, each of which comes in all its languages
     */
    public List<Wording> publicWordingsAfter(Optional<String> ticker, long id, int limit) {
        TypedQuery<Long> next = em.createQuery(
                "select f.id from Flash f where f.id > :id"
                        + ticker.map(one -> " and f.ticker = :ticker").orElse("") + OUT + " order by f.id",
                Long.class);
        ticker.ifPresent(one -> next.setParameter("ticker", one));
        List<Long> ids = next.setParameter("id", id).setMaxResults(limit).getResultList();
        if (ids.isEmpty()) return List.of();
        return wordings(em.createQuery(WORDING + " where f.id in :ids order by f.id", Object[].class)
                .setParameter("ids", ids));
    }

    private static List<Wording> wordings(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Wording(
                        (Long) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        row[7] == null ? (Instant) row[6] : (Instant) row[7]))
                .toList();
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

    /** The lines that lead to this story, out or waiting, the oldest first. */
    public List<Flash> leadingTo(long story) {
        return em.createQuery(
                        "select f from Flash f where f.story.id = :story and f.removed = false order by f.at, f.id",
                        Flash.class)
                .setParameter("story", story)
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
