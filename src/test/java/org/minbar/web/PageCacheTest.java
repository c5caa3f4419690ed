package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageCacheTest {

    private static final String STORY = "/fr/12/un-cable";
    private static final String SECTION = "/fr/sections/culture";

    private final PageCache pages = new PageCache();

    @BeforeEach
    void open() {
        pages.open(100);
    }

    @Test
    void a_page_is_given_out_until_something_that_it_shows_is_evicted() {
        keep(STORY, "s12");
        keep(SECTION, SECTION + ",s12,s13");
        keep("/fr/sections/sports", "/fr/sections/sports,s14");
        pages.evict(Set.of("s13", "s99"), 101);
        assertThat(pages.find(STORY)).isPresent();
        assertThat(pages.find(SECTION)).isEmpty();
        assertThat(pages.find("/fr/sections/sports")).isPresent();
        pages.evictAll(102);
        assertThat(pages.find(STORY)).isEmpty();
    }

    @Test
    void what_says_nothing_of_what_it_shows_is_kept_by_nobody() {
        PageCache.Making making = pages.making(STORY);
        making.end(Optional.of(page("", 600)));
        assertThat(pages.find(STORY)).isEmpty();
    }

    @Test
    void before_anybody_follows_the_journal_nothing_is_kept() {
        PageCache closed = new PageCache();
        PageCache.Making making = closed.making(STORY);
        making.end(Optional.of(page("s12", 600)));
        assertThat(closed.find(STORY)).isEmpty();
    }

    @Test
    void a_page_whose_time_is_up_is_made_anew() throws InterruptedException {
        pages.making(STORY).end(Optional.of(page("s12", 1)));
        pages.making(SECTION).end(Optional.of(page("s12", 0)));
        assertThat(pages.find(STORY)).isPresent();
        assertThat(pages.find(SECTION)).isEmpty();
        Thread.sleep(1_100);
        assertThat(pages.find(STORY)).isEmpty();
    }

    @Test
    void a_page_that_was_being_made_when_its_story_changed_is_not_kept() {
        PageCache.Making before = pages.making(STORY);
        PageCache.Making elsewhere = pages.making(SECTION);
        pages.evict(Set.of("s12"), 101);
        before.end(Optional.of(page("s12", 600)));
        elsewhere.end(Optional.of(page("s13", 600)));
        assertThat(pages.find(STORY)).isEmpty();
        assertThat(pages.find(SECTION)).isPresent();
        PageCache.Making everything = pages.making(STORY);
        pages.evictAll(102);
        everything.end(Optional.of(page("s12", 600)));
        assertThat(pages.find(STORY)).isEmpty();
    }

    @Test
    void after_a_commit_nobody_is_given_a_page_before_it_was_followed() throws Exception {
        keep(STORY, "s12");
        keep(SECTION, SECTION);
        pages.committed(101);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Optional<WholePage>> asked = reader.submit(() -> pages.find(STORY));
        Thread.sleep(50);
        assertThat(asked.isDone()).isFalse();
        pages.evict(Set.of("s12"), 101);
        assertThat(asked.get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(pages.find(SECTION)).isPresent();
        pages.committed(102);
        assertThat(pages.find(SECTION)).as("nobody follows: it is made anew").isEmpty();
        reader.shutdown();
    }

    @Test
    void of_many_who_miss_a_page_one_makes_it() throws Exception {
        int readers = 16;
        AtomicInteger made = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(readers);
        ExecutorService crowd = Executors.newFixedThreadPool(readers);
        List<Future<Optional<WholePage>>> answers = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            answers.add(crowd.submit(() -> {
                PageCache.Making making = pages.making(STORY);
                together.countDown();
                together.await();
                if (!making.isMine()) return making.await();
                made.incrementAndGet();
                Optional<WholePage> page = Optional.of(page("s12", 600));
                making.end(page);
                return page;
            }));
        }
        WholePage kept = pages.find(STORY).orElseGet(() -> first(answers));
        for (Future<Optional<WholePage>> answer : answers)
            assertThat(answer.get()).containsSame(kept);
        assertThat(made.get()).isOne();
        crowd.shutdown();
    }

    private static WholePage first(List<Future<Optional<WholePage>>> answers) {
        try {
            return answers.get(0).get().orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_comes_after_a_commit_does_not_join_who_began_before() {
        PageCache.Making before = pages.making(STORY);
        assertThat(pages.making(STORY).isMine()).isFalse();
        pages.committed(101);
        PageCache.Making after = pages.making(STORY);
        assertThat(after.isMine()).isTrue();
        before.end(Optional.of(page("s12", 600)));
        after.end(Optional.empty());
    }

    /** Writers change stories, readers ask for them: nobody who has been told of a change may see what was before it. */
    @Test
    void nobody_sees_the_past() throws Exception {
        long seed = System.nanoTime();
        AtomicLong journal = new AtomicLong(100);
        AtomicLong[] truth = new AtomicLong[4];
        AtomicLong[] told = new AtomicLong[truth.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = new AtomicLong();
            told[i] = new AtomicLong();
        }
        ExecutorService house = Executors.newFixedThreadPool(7);
        ExecutorService follower = Executors.newSingleThreadExecutor();
        List<Future<?>> work = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            Random random = new Random(seed + thread);
            boolean writes = thread < 2;
            work.add(house.submit(() -> {
                for (int i = 0; i < (writes ? 150 : 2_000); i++) {
                    int story = random.nextInt(truth.length);
                    if (writes) {
                        synchronized (journal) {
                            long now = truth[story].incrementAndGet();
                            long number = journal.incrementAndGet();
                            pages.committed(number);
                            // Only now is the writer answered; before, nobody can know.
                            told[story].set(now);
                            follower.execute(() -> pages.evict(Set.of("story-" + story), number));
                        }
                    } else {
                        long atLeast = told[story].get();
                        assertThat(read(story, truth[story])).isGreaterThanOrEqualTo(atLeast);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : work) {
            assertThat(each).as("seed " + seed).succeedsWithin(30, TimeUnit.SECONDS);
        }
        house.shutdown();
        follower.shutdown();
    }

    private long read(int story, AtomicLong truth) {
        String address = "/fr/" + story;
        Optional<WholePage> page = pages.find(address);
        if (page.isEmpty()) {
            PageCache.Making making = pages.making(address);
            if (making.isMine()) {
                page = Optional.of(page("story-" + story, 600, String.valueOf(truth.get())));
                making.end(page);
            } else {
                page = making.await();
            }
        }
        return page.map(shown -> Long.parseLong(shown.text())).orElseGet(truth::get);
    }

    private void keep(String address, String tags) {
        PageCache.Making making = pages.making(address);
        assertThat(making.isMine()).isTrue();
        making.end(Optional.of(page(tags, 600)));
        assertThat(pages.find(address)).isPresent();
    }

    private static WholePage page(String tags, int seconds) {
        return page(tags, seconds, "<p>Un câble</p>");
    }

    private static WholePage page(String tags, int seconds, String text) {
        Map<String, String> headers =
                tags.isEmpty() ? Map.of() : Map.of("Cache-Tag", tags, "Surrogate-Control", "max-age=" + seconds);
        HttpServletResponse answer = (HttpServletResponse) Proxy.newProxyInstance(
                PageCacheTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getContentType" -> "text/html; charset=UTF-8";
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
        return new WholePage(answer, text.getBytes(StandardCharsets.UTF_8), new Inlays());
    }
}
