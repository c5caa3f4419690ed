package org.minbar.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Logger LOG = Logger.getLogger(Pace.class.getName());

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @BeforeAll
    static void hush() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    private static final class Nobody implements Follower {
        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public OptionalLong cursor() {
            return OptionalLong.of(0);
        }

        @Override
        public void follow(List<Entry> entries) {
            throw new AssertionError("The pace calls the pass, not the follower");
        }
    }

    private Pace pace(Predicate<Follower> pass) {
        return new Pace(new Nobody(), pass, tasks::add);
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }

    @Test
    void many_bells_before_the_work_begins_are_one_piece_of_work() {
        AtomicInteger passes = new AtomicInteger();
        Pace pace = pace(follower -> {
            passes.incrementAndGet();
            return false;
        });
        for (int i = 0; i < 5; i++) pace.wake();
        assertThat(tasks).hasSize(1);
        runAll();
        assertThat(passes).hasValue(1);
        pace.wake();
        runAll();
        assertThat(passes).hasValue(2);
    }

    @Test
    void it_looks_again_as_long_as_there_may_be_more() {
        AtomicInteger passes = new AtomicInteger();
        Pace pace = pace(follower -> passes.incrementAndGet() < 4);
        pace.wake();
        runAll();
        assertThat(passes).hasValue(4);
    }

    @Test
    void a_bell_during_the_work_causes_one_more_look() {
        AtomicInteger passes = new AtomicInteger();
        Pace[] itself = new Pace[1];
        Pace pace = pace(follower -> {
            if (passes.incrementAndGet() == 1) {
                itself[0].wake();
                itself[0].wake();
            }
            return false;
        });
        itself[0] = pace;
        pace.wake();
        assertThat(tasks).hasSize(1);
        runAll();
        assertThat(passes).hasValue(2);
    }

    @Test
    void a_follower_that_failed_is_tried_again_at_the_next_bell() {
        List<Throwable> failures = new ArrayList<>(List.of(
                new IllegalStateException("the partner does not answer"),
                new NoClassDefFoundError("org/minbar/Gone"),
                new StackOverflowError()));
        AtomicInteger worked = new AtomicInteger();
        Pace pace = pace(follower -> {
            if (failures.isEmpty()) return worked.incrementAndGet() < 0;
            Throwable failure = failures.remove(0);
            if (failure instanceof Error error) throw error;
            throw (RuntimeException) failure;
        });
        for (int bell = 0; bell < 4; bell++) {
            pace.wake();
            assertThat(tasks).as("bell %d is heard", bell).hasSize(1);
            // An error may rise to the executor, which survives it.
            Throwable risen = catchThrowable(this::runAll);
            assertThat(risen == null || risen instanceof Error).isTrue();
        }
        assertThat(worked).hasValue(1);
    }

    @Test
    void it_never_runs_twice_at_once_and_hears_every_bell() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            AtomicInteger written = new AtomicInteger();
            AtomicInteger read = new AtomicInteger();
            AtomicBoolean inside = new AtomicBoolean();
            AtomicBoolean twice = new AtomicBoolean();
            CountDownLatch caughtUp = new CountDownLatch(1);
            Pace pace = new Pace(
                    new Nobody(),
                    follower -> {
                        if (!inside.compareAndSet(false, true)) twice.set(true);
                        read.set(written.get());
                        inside.set(false);
                        if (read.get() == 4 * 2_000) caughtUp.countDown();
                        return false;
                    },
                    threads);
            ExecutorService writers = Executors.newFixedThreadPool(4);
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        written.incrementAndGet();
                        pace.wake();
                    }
                });
            }
            writers.shutdown();
            assertThat(caughtUp.await(30, TimeUnit.SECONDS))
                    .as("the last bell was heard")
                    .isTrue();
            assertThat(twice).isFalse();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void after_it_is_stopped_no_bell_is_heard() {
        AtomicInteger passes = new AtomicInteger();
        Pace[] itself = new Pace[1];
        Pace pace = pace(follower -> {
            passes.incrementAndGet();
            itself[0].stop();
            return true;
        });
        itself[0] = pace;
        pace.wake();
        runAll();
        assertThat(passes).as("it ends its batch and takes no other").hasValue(1);
        pace.wake();
        assertThat(tasks).isEmpty();
    }

    @Test
    void an_executor_that_closes_does_not_break_the_commit_that_rang() {
        AtomicBoolean closing = new AtomicBoolean(true);
        AtomicInteger passes = new AtomicInteger();
        Pace pace = new Pace(
                new Nobody(),
                follower -> {
                    passes.incrementAndGet();
                    return false;
                },
                task -> {
                    if (closing.get()) throw new RejectedExecutionException("closing");
                    task.run();
                });
        assertThat(catchThrowable(pace::wake)).isNull();
        closing.set(false);
        pace.wake();
        assertThat(passes).hasValue(1);
    }
}
