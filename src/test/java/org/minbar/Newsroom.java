package org.minbar;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.minbar.identity.People;
import org.minbar.journal.Journal;
import org.minbar.media.Exhibits;
import org.minbar.media.MediaFiles;
import org.minbar.media.Uses;
import org.minbar.story.Editing;
import org.minbar.story.Editions;
import org.minbar.story.Stories;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Tickers;
import org.minbar.ticker.Ticking;
import org.minbar.topic.Sections;
import org.minbar.topic.Topics;

/**
 * A newsroom on a database of its own, without a server around it: the tables, the shelves, the journal, a clock that
 * stands at {@link Cast#NOON}. Everything happens {@link #inTransaction}.
 */
public final class Newsroom implements AutoCloseable {

    private static final AtomicInteger FACTORIES = new AtomicInteger();

    private final Pool pool;
    private final EntityManagerFactory factory;
    private final Transactions transactions;

    public final SetClock clock = new SetClock(Cast.NOON);
    public final EntityManager em;
    public final Journal journal;
    public final Sections sections;
    public final Topics topics;
    public final Stories stories;
    public final Editions editions;
    public final Flashes flashes;
    public final Tickers tickers;
    public final People people;
    public final MediaFiles files;
    public final Uses uses;
    public final Editing editing;

    /** With a database of its own. */
    public static Newsroom on(Store store) {
        return over(new Pool(store.furnished()));
    }

    private static Newsroom over(Pool pool) {
        return new Newsroom(pool);
    }

    private Newsroom(Pool pool) {
        this.pool = pool;
        // One unit, many databases: EclipseLink tells them apart by the name of the session.
        this.factory = Persistence.createEntityManagerFactory(
                "newsroom",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", pool,
                        "eclipselink.session-name", "newsroom-" + FACTORIES.incrementAndGet(),
                        "eclipselink.weaving", "false"));
        this.transactions = new Transactions(factory, pool);
        this.em = transactions.entityManager();
        this.journal = new Journal(pool, transactions.entityManager(), transactions, clock);
        this.sections = new Sections(em);
        this.topics = new Topics(em);
        this.stories = new Stories(em);
        this.editions = new Editions(em, clock);
        this.flashes = new Flashes(em);
        this.tickers = new Tickers(em);
        this.people = new People(em);
        this.files = new MediaFiles(em, clock, ZoneId.of("Africa/Casablanca"));
        this.uses = new Uses(em);
        this.editing = new Editing(stories, editions, uses, new Exhibits(files, Cast.LANGUAGES), journal, clock);
    }

    /** Writes lines, by the clock of this newsroom. */
    public Ticking ticking() {
        return new Ticking(tickers, flashes, Cast.LANGUAGES, journal, ZoneId.of("Africa/Casablanca"), clock);
    }

    /** Another node on the same database, with caches, if any, of its own. */
    public Newsroom anotherNode() {
        return over(pool);
    }

    /** Connections as the house gets them: within a transaction those of the transaction. */
    public DataSource database() {
        return pool;
    }

    public TransactionSynchronizationRegistry transactions() {
        return transactions;
    }

    /** Runs it in a transaction that commits, unless it throws. */
    public <T> T inTransaction(Callable<T> work) {
        try {
            return transactions.run(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void inTransaction(Act work) {
        inTransaction(() -> {
            work.act();
            return true;
        });
    }

    /** Something that is done and answers nothing. */
    @FunctionalInterface
    public interface Act {
        void act() throws Exception;
    }

    @Override
    public void close() {
        factory.close();
        try {
            pool.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
