package org.minbar.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The spine of the house: one ordered log of what happened. It is the audit trail, the activity feed and the outbox.
 *
 * <p>Why a follower with a cursor can never skip a row: an entry's number comes from a one-row counter that is locked
 * in the writer's own transaction, as that transaction's last act. Whoever comes next waits at that row until the
 * first has committed or rolled back. So numbers have no gaps (a rollback takes its numbers back), and an entry is
 * visible before any later number is even given out. A database sequence promises neither.
 */
@ApplicationScoped
public class Journal {

    private static final Object PENDING = "org.minbar.journal.pending";

    @Resource(lookup = "java:app/jdbc/newsroom")
    private DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager manager;

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Clock clock;

    private final List<LongConsumer> wakers = new CopyOnWriteArrayList<>();

    protected Journal() {}

    /** Without a transaction manager, as in tests, the registry's own synchronizations must come before the commit. */
    @SuppressWarnings("NullAway") // no manager: see registered()
    public Journal(
            DataSource database, EntityManager em, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.em = em;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes one row in the caller's transaction, without which it refuses. The number is given at the commit. */
    public void record(Happening happening) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Nothing can happen outside a transaction: " + happening);
        }
        pending().add(new Row(clock.instant(), happening));
    }

    /** The entries after this number, oldest first. */
    public List<Entry> after(long number, int atMost) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select number, at, kind, person_id, payload from journal where number > ? order by number"
                                + " fetch first " + atMost + " rows only")) {
            query.setLong(1, number);
            return entries(query);
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /**
     * Which entries somebody asks for; what is empty narrows nothing.
     *
     * @param kind the simple name of a happening
     * @param story the number of the story that it happened to
     * @param from at or after
     * @param to before
     * @param langs only what happened to an edition or a line in one of these languages
     */
    public record Wanted(
            OptionalLong person,
            String kind,
            OptionalLong story,
            Optional<Instant> from,
            Optional<Instant> to,
            List<String> langs) {

        public static final Wanted ALL = new Wanted(
                OptionalLong.empty(), "", OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of());

        public Wanted {
            langs = List.copyOf(langs);
        }
    }

    /**
     * @param entries newest first
     * @param next the number to ask before for what is older; 0 at the end
     */
    public record Found(List<Entry> entries, long next) {}

    // Numbers have no gaps, so a stretch of them is a stretch of rows: what one question reads is bounded.
    private static final int STRETCH = 4_000;
    private static final int MOST_STRETCHES = 25;

    /**
     * The entries before this number that somebody asks for, newest first. A question that finds little reads a hundred
     * thousand entries and then says where to go on.
     *
     * @param number 0 to begin with the newest
     */
    public Found before(long number, Wanted wanted, int atMost) {
        try (Connection connection = database.getConnection()) {
            long[] ends = ends(connection, wanted);
            long below = Math.min(number <= 0 ? Long.MAX_VALUE : number, ends[1] + 1);
            List<Entry> found = new ArrayList<>();
            for (int stretch = 0; stretch < MOST_STRETCHES && below > ends[0]; stretch++) {
                long from = Math.max(ends[0], below - STRETCH);
                found.addAll(stretch(connection, from, below, wanted, atMost + 1 - found.size()));
                if (found.size() > atMost) {
                    return new Found(
                            found.subList(0, atMost), found.get(atMost - 1).number());
                }
                below = from;
            }
            return new Found(found, below > ends[0] ? below : 0);
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /** The lowest and the highest number that can be wanted. */
    private static long[] ends(Connection connection, Wanted wanted) throws SQLException {
        if (wanted.from().isEmpty() && wanted.to().isEmpty()) return new long[] {1, lastNumber(connection)};
        try (PreparedStatement query =
                connection.prepareStatement("select min(number), max(number) from journal where at >= ? and at < ?")) {
            query.setObject(1, wanted.from().orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
            query.setObject(2, wanted.to().orElse(FAR).atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long least = row.getLong(1);
                return row.wasNull() ? new long[] {1, 0} : new long[] {least, row.getLong(2)};
            }
        }
    }

    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    private static List<Entry> stretch(Connection connection, long from, long below, Wanted wanted, int atMost)
            throws SQLException {
        StringBuilder sql = new StringBuilder(
                "select number, at, kind, person_id, payload from journal where number >= ? and number < ?");
        List<Object> given = new ArrayList<>(List.of(from, below));
        wanted.person().ifPresent(person -> {
            sql.append(" and person_id = ?");
            given.add(person);
        });
        if (!wanted.kind().isEmpty()) {
            sql.append(" and kind = ?");
            given.add(wanted.kind());
        }
        wanted.from().ifPresent(instant -> {
            sql.append(" and at >= ?");
            given.add(instant.atOffset(ZoneOffset.UTC));
        });
        wanted.to().ifPresent(instant -> {
            sql.append(" and at < ?");
            given.add(instant.atOffset(ZoneOffset.UTC));
        });
        // A quotation mark inside a value is escaped, so no note that somebody wrote can pass for a field.
        wanted.story().ifPresent(story -> {
            sql.append(" and (payload like ? or payload like ?)");
            given.add("%\"story\":" + story + ",%");
            given.add("%\"story\":" + story + "}%");
        });
        if (!wanted.langs().isEmpty()) {
            sql.append(" and (")
                    .append("payload like ? or ".repeat(wanted.langs().size() - 1))
                    .append("payload like ?)");
            wanted.langs().forEach(lang -> given.add("%\"lang\":\"" + lang + "\"%"));
        }
        sql.append(" order by number desc fetch first ").append(atMost).append(" rows only");
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < given.size(); i++) query.setObject(i + 1, given.get(i));
            return entries(query);
        }
    }

    private static List<Entry> entries(PreparedStatement query) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getLong(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getString(5)));
            }
        }
        return entries;
    }

    /** The number of the newest entry; 0 when nothing has happened yet. */
    public long last() {
        try (Connection connection = database.getConnection()) {
            return lastNumber(connection);
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /**
     * Called after every commit that wrote here, on the committing thread, with the number of its last entry: ring a
     * bell, do no work.
     */
    public void wake(LongConsumer waker) {
        wakers.add(waker);
    }

    /**
     * The place of a cluster follower, its row locked until the caller's transaction ends; empty while another node
     * holds it.
     */
    OptionalLong lease(String follower) {
        try (PreparedStatement query = callersOwn()
                .prepareStatement("select position from follower_cursor where name = ? for update skip locked")) {
            query.setString(1, follower);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /** Moves the cursor of a cluster follower whose lease the caller's transaction holds. */
    void moveTo(String follower, long position) {
        try (PreparedStatement update =
                callersOwn().prepareStatement("update follower_cursor set position = ? where name = ?")) {
            update.setLong(1, position);
            update.setString(2, follower);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /** Whether the caller's transaction now holds this lease, until it ends; false while another node has it. */
    public boolean holdsLease(String name) {
        return lease(name).isPresent();
    }

    /**
     * Makes every other node that would write here wait until the caller's transaction ends: for what must be done once
     * in the life of a newsroom, however many nodes start on it at the same moment.
     */
    public void alone() {
        try (Statement lock = callersOwn().createStatement();
                ResultSet row = lock.executeQuery("select last_number from journal_counter for update")) {
            if (!row.next()) throw new SQLException("The row of journal_counter is missing");
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /** Makes the row of a lease, or of a follower's cursor, that is new to this database. */
    public void enrol(String follower) {
        alone();
        try (PreparedStatement insert = callersOwn()
                .prepareStatement("insert into follower_cursor (name, position) select cast(? as varchar(60)), 0"
                        + " where not exists (select 1 from follower_cursor where name = ?)")) {
            insert.setString(1, follower);
            insert.setString(2, follower);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalUnreadable(e);
        }
    }

    /** The connection of the caller's transaction, which stays open until that ends. */
    private Connection callersOwn() {
        return em.unwrap(Connection.class);
    }

    private Pending pending() {
        @Nullable Pending pending = (Pending) transactions.getResource(PENDING);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(PENDING, pending);
            register(pending);
        }
        return pending;
    }

    /**
     * With the transaction itself: such synchronizations are called before the interposed ones (Jakarta Transactions,
     * TransactionSynchronizationRegistry), of which the entity manager's is one. So the entity manager is still at work
     * when the numbers are given, and gives up the very connection that its own rows go through.
     */
    @SuppressWarnings("NullAway") // the manager is missing in tests only
    private void register(Pending pending) {
        if (manager == null) {
            transactions.registerInterposedSynchronization(pending);
            return;
        }
        try {
            manager.getTransaction().registerSynchronization(pending);
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("The transaction takes no more happenings", e);
        }
    }

    private record Row(Instant at, Happening happening) {}

    private final class Pending implements Synchronization {
        private final List<Row> rows = new ArrayList<>();
        private long last;

        void add(Row row) {
            rows.add(row);
        }

        @Override
        public void beforeCompletion() {
            try {
                // Everything else is written first: the counter is locked as the last act.
                em.flush();
                last = write(callersOwn(), rows);
            } catch (SQLException e) {
                transactions.setRollbackOnly();
                throw new JournalUnreadable(e);
            } catch (RuntimeException e) {
                transactions.setRollbackOnly();
                throw e;
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) wakers.forEach(waker -> waker.accept(last));
        }
    }

    /** @return the number of the last row */
    private static long write(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement take =
                connection.prepareStatement("update journal_counter set last_number = last_number + ?")) {
            take.setLong(1, rows.size());
            take.executeUpdate();
        }
        long number = lastNumber(connection) - rows.size();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into journal (number, at, kind, person_id, payload) values (?, ?, ?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, ++number);
                insert.setObject(2, OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC));
                insert.setString(3, row.happening().kind());
                insert.setLong(4, row.happening().person());
                insert.setString(5, Entry.payloadOf(row.happening()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return number;
    }

    private static long lastNumber(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select last_number from journal_counter")) {
            if (!row.next()) throw new SQLException("The row of journal_counter is missing");
            return row.getLong(1);
        }
    }

    /** The database did not answer, or not as the journal needs it. */
    static final class JournalUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JournalUnreadable(SQLException cause) {
            super("The journal can't be read or written: " + cause.getMessage(), cause);
        }
    }
}
