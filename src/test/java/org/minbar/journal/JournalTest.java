package org.minbar.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;

/** The spine: gap-free numbers in the order of the commits, and followers that skip nothing. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class JournalTest {

    private static final long SEED = 1405;
    private static final int WRITERS = 8;
    private static final int TURNS = 40;

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Newsroom newsroom;

    private Journal journal;
    private ExecutorService threads;

    JournalTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) throws SQLException {
        newsroom = Newsroom.on(store);
        try (Connection connection = newsroom.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table deed (what varchar(60) primary key)");
        }
    }

    @AfterParameterizedClassInvocation
    static void close() {
        newsroom.close();
    }

    @BeforeEach
    void start() {
        journal = newsroom.journal;
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nothing_can_happen_outside_a_transaction() {
        assertThatThrownBy(() -> journal.record(new Told(1, "nobody's deed")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody's deed");
    }

    @Test
    void a_row_tells_who_did_what_and_when() {
        long before = journal.last();
        newsroom.inTransaction(() -> {
            journal.record(new Told(AMINA.id(), "كتبت أمينة «سطرا»"));
            journal.record(new Told(LOTTE.id(), "l’été"));
            assertThat(journal.after(before, 10)).as("not before the commit").isEmpty();
        });
        List<Entry> entries = journal.after(before, 10);
        assertThat(entries).extracting(Entry::number).containsExactly(before + 1, before + 2);
        assertThat(entries).extracting(Entry::at).containsOnly(NOON);
        assertThat(entries).extracting(Entry::kind).containsOnly("Told");
        assertThat(entries).extracting(Entry::person).containsExactly(AMINA.id(), LOTTE.id());
        assertThat(entries.get(0).as(Told.class)).contains(new Told(AMINA.id(), "كتبت أمينة «سطرا»"));
        assertThat(journal.last()).isEqualTo(before + 2);
        assertThat(journal.after(before, 1)).hasSize(1);
        assertThat(journal.after(before + 2, 10)).isEmpty();
    }

    @Test
    void what_is_taken_back_takes_its_number_back() {
        long before = journal.last();
        Throwable thrown = catchThrowable(() -> newsroom.inTransaction(() -> {
            journal.record(new Told(1, "taken back"));
            throw new IllegalArgumentException("changed her mind");
        }));
        assertThat(thrown).hasMessage("changed her mind");
        newsroom.inTransaction(() -> newsroom.transactions().setRollbackOnly());
        newsroom.inTransaction(() -> {
            journal.record(new Told(1, "doomed"));
            newsroom.transactions().setRollbackOnly();
        });
        assertThat(journal.last()).isEqualTo(before);
        newsroom.inTransaction(() -> journal.record(new Told(1, "done")));
        assertThat(journal.after(before, 10)).extracting(Entry::number).containsExactly(before + 1);
    }

    @Test
    void wakers_are_called_after_a_commit_that_wrote_and_only_then() {
        AtomicInteger bells = new AtomicInteger();
        AtomicLong seen = new AtomicLong();
        Journal own = new Journal(newsroom.database(), newsroom.em, newsroom.transactions(), newsroom.clock);
        own.wake(number -> {
            bells.incrementAndGet();
            seen.set(own.last());
        });
        newsroom.inTransaction(() -> own.record(new Told(1, "rings")));
        assertThat(bells).hasValue(1);
        assertThat(seen).hasValue(own.last());
        newsroom.inTransaction(() -> assertThat(own.last()).isPositive());
        newsroom.inTransaction(() -> {
            own.record(new Told(1, "taken back"));
            newsroom.transactions().setRollbackOnly();
        });
        assertThat(bells).hasValue(1);
    }

    /**
     * Eight writers, some of whose turns are taken back, and one slow one who records first and commits last; three who
     * follow while they write. Each turn leaves a deed in a table of its own: whoever is shown an entry must find its
     * deed, and must find the deeds of all entries before it.
     */
    @Test
    void followers_see_every_entry_once_in_the_order_of_the_commits() throws Exception {
        long before = journal.last();
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean writing = new AtomicBoolean(true);

        NodeFollower node = new NodeFollower(before);
        ClusterFollower cluster = new ClusterFollower();
        newsroom.inTransaction(() -> {
            journal.enrol(cluster.name());
            journal.lease(cluster.name());
            journal.moveTo(cluster.name(), before);
        });
        List<Future<?>> following = List.of(
                threads.submit(() -> followWhile(writing, () -> node.turn())),
                threads.submit(() -> followWhile(writing, () -> turn(cluster))),
                threads.submit(() -> followWhile(writing, () -> turn(cluster))));

        CountDownLatch slowHasRecorded = new CountDownLatch(1);
        CountDownLatch othersAreDone = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> newsroom.inTransaction(() -> {
            deed("slow", done);
            slowHasRecorded.countDown();
            assertThat(othersAreDone.await(60, TimeUnit.SECONDS)).isTrue();
        }));
        assertThat(slowHasRecorded.await(60, TimeUnit.SECONDS)).isTrue();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(threads.submit(() -> write(number, done)));
        }
        for (Future<?> writer : writers) writer.get(120, TimeUnit.SECONDS);
        othersAreDone.countDown();
        slow.get(60, TimeUnit.SECONDS);
        writing.set(false);
        for (Future<?> follower : following) follower.get(60, TimeUnit.SECONDS);

        List<Entry> all = journal.after(before, Integer.MAX_VALUE);
        assertThat(all).extracting(JournalTest::what).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(done);
        assertThat(all).extracting(Entry::number).isEqualTo(numbers(before, all.size()));
        assertThat(what(all.get(all.size() - 1)))
                .as("who commits last has the last number")
                .isEqualTo("slow");
        assertThat(node.seen).isEqualTo(all);
        assertThat(cluster.seen).isEqualTo(all);
        assertThat(cluster.atOnce).as("nodes at work at the same moment").hasValue(1);
    }

    private Object write(int writer, List<String> done) {
        Random random = new Random(SEED + writer);
        for (int turn = 0; turn < TURNS; turn++) {
            String name = writer + "." + turn;
            int deeds = 1 + random.nextInt(3);
            boolean takenBack = random.nextInt(5) == 0;
            List<String> mine = new ArrayList<>();
            newsroom.inTransaction(() -> {
                for (int i = 0; i < deeds; i++) deed(name + "." + i, mine);
                if (takenBack) newsroom.transactions().setRollbackOnly();
            });
            if (!takenBack) done.addAll(mine);
        }
        return done;
    }

    private void deed(String what, List<String> done) throws SQLException {
        journal.record(new Told(1, what));
        try (Connection connection = newsroom.database().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into deed (what) values (?)")) {
            insert.setString(1, what);
            insert.executeUpdate();
        }
        done.add(what);
    }

    private boolean followWhile(AtomicBoolean writing, Callable<Boolean> turn) throws Exception {
        while (writing.get()) turn.call();
        // Until two looks in a row find nothing: another node may have held the lease at the first.
        int quiet = 0;
        long end = journal.last();
        while (quiet < 2) quiet = turn.call() || !reached(end) ? 0 : quiet + 1;
        return true;
    }

    private boolean reached(long end) {
        return newsroom.<Boolean>inTransaction(() -> {
            OptionalLong cluster = journal.lease("deeds");
            return cluster.isEmpty() || cluster.getAsLong() >= end;
        });
    }

    private boolean turn(Follower follower) {
        return newsroom.<Boolean>inTransaction(() -> new LeasedTurn(journal).take(follower));
    }

    /** Keeps its cursor with what it derives, and finds the deed of every entry that it is shown. */
    private final class NodeFollower implements Follower {
        final List<Entry> seen = new ArrayList<>();
        private long cursor;

        NodeFollower(long cursor) {
            this.cursor = cursor;
        }

        boolean turn() {
            List<Entry> entries = journal.after(cursor, 25);
            if (entries.isEmpty()) return false;
            follow(entries);
            return true;
        }

        @Override
        public String name() {
            return "node";
        }

        @Override
        public OptionalLong cursor() {
            return OptionalLong.of(cursor);
        }

        @Override
        public void follow(List<Entry> entries) {
            assertThat(entries.get(0).number()).isEqualTo(cursor + 1);
            assertThat(entries)
                    .allSatisfy(entry ->
                            assertThat(isDone(what(entry))).as(what(entry)).isTrue());
            seen.addAll(entries);
            cursor = entries.get(entries.size() - 1).number();
        }
    }

    /** Works once per cluster, though two nodes try. */
    private static final class ClusterFollower implements Follower {
        final List<Entry> seen = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger atOnce = new AtomicInteger();
        private final AtomicInteger working = new AtomicInteger();

        @Override
        public String name() {
            return "deeds";
        }

        @Override
        public OptionalLong cursor() {
            return OptionalLong.empty();
        }

        @Override
        public void follow(List<Entry> entries) {
            atOnce.accumulateAndGet(working.incrementAndGet(), Math::max);
            seen.addAll(entries);
            working.decrementAndGet();
        }
    }

    private static boolean isDone(String what) {
        try (Connection connection = newsroom.database().getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from deed where what = ?")) {
            query.setString(1, what);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String what(Entry entry) {
        return entry.as(Told.class).orElseThrow().what();
    }

    private static List<Long> numbers(long before, int count) {
        return LongStream.rangeClosed(before + 1, before + count).boxed().toList();
    }

    @Test
    void a_cluster_follower_that_breaks_between_its_work_and_its_move_is_given_the_same_entries_again() {
        Breaking follower = new Breaking("breaking-" + NAMES.incrementAndGet());
        LeasedTurn turn = new LeasedTurn(journal);
        newsroom.inTransaction(() -> {
            turn.enrol(follower);
            journal.moveTo(follower.name(), journal.last());
        });
        newsroom.inTransaction(() -> journal.record(new Told(1, "one")));
        newsroom.inTransaction(() -> journal.record(new Told(1, "two")));

        assertThatThrownBy(() -> newsroom.inTransaction(() -> turn.take(follower)))
                .hasMessage("the power went");
        newsroom.inTransaction(() -> turn.take(follower));

        assertThat(follower.given).hasSize(2);
        assertThat(follower.given.get(0)).extracting(JournalTest::what).containsExactly("one", "two");
        assertThat(follower.given.get(1)).isEqualTo(follower.given.get(0));
        newsroom.inTransaction(() -> assertThat(journal.lease(follower.name())).hasValue(journal.last()));
        assertThat(newsroom.<Boolean>inTransaction(() -> turn.take(follower))).isFalse();
        assertThat(follower.given).as("nothing new, nothing given").hasSize(2);
    }

    /** Breaks down after its first piece of work. */
    private record Breaking(String name, List<List<Entry>> given) implements Follower {

        Breaking(String name) {
            this(name, new ArrayList<>());
        }

        @Override
        public OptionalLong cursor() {
            return OptionalLong.empty();
        }

        @Override
        public void follow(List<Entry> entries) {
            given.add(entries);
            if (given.size() == 1) throw new IllegalStateException("the power went");
        }
    }

    @Test
    void a_lease_is_held_by_one_until_its_transaction_ends() throws Exception {
        String lease = "lease-" + NAMES.incrementAndGet();
        newsroom.inTransaction(() -> assertThat(journal.holdsLease(lease))
                .as("a lease that nobody has enrolled")
                .isFalse());
        newsroom.inTransaction(() -> journal.enrol(lease));
        newsroom.inTransaction(() -> journal.enrol(lease));
        newsroom.inTransaction(() -> {
            assertThat(journal.holdsLease(lease)).isTrue();
            assertThat(journal.holdsLease(lease)).as("its own again").isTrue();
            Future<Boolean> other =
                    threads.submit(() -> newsroom.<Boolean>inTransaction(() -> journal.holdsLease(lease)));
            assertThat(other.get(5, TimeUnit.SECONDS))
                    .as("another node does not wait")
                    .isFalse();
        });
        Future<Boolean> other = threads.submit(() -> newsroom.<Boolean>inTransaction(() -> journal.holdsLease(lease)));
        assertThat(other.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_batch_is_followed_by_another_until_the_end_is_reached() {
        ClusterFollower follower = new ClusterFollower();
        LeasedTurn turn = new LeasedTurn(journal);
        newsroom.inTransaction(() -> turn.enrol(follower));
        newsroom.inTransaction(() -> {
            for (int i = 0; i < 2 * Follower.MOST_ENTRIES; i++) journal.record(new Told(1, "many " + i));
        });
        int turns = 1;
        while (newsroom.<Boolean>inTransaction(() -> turn.take(follower))) turns++;
        assertThat(turns).isGreaterThanOrEqualTo(2);
        newsroom.inTransaction(() -> assertThat(journal.lease(follower.name())).hasValue(journal.last()));
    }
}
