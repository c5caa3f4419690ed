package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.minbar.identity.Caller;
import org.minbar.journal.Entry;
import org.minbar.journal.Follower;
import org.minbar.journal.Happening;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.search.Found;
import org.minbar.search.Index;
import org.minbar.search.Search;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;

/** The spine of the house in the real server: transactions, the journal, those who follow it. */
@ArquillianTest
class InTheContainerIT {

    /** A bell that a test rings. */
    public record BellRung(long person, String by) implements Happening {}

    /** Listens to the journal from its beginning, as any follower does. */
    @ApplicationScoped
    public static class Listening implements Follower {

        private final List<Entry> heard = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "listening";
        }

        @Override
        public OptionalLong cursor() {
            return OptionalLong.of(
                    heard.isEmpty() ? 0 : heard.get(heard.size() - 1).number());
        }

        @Override
        public void follow(List<Entry> entries) {
            heard.addAll(entries);
        }

        public List<Entry> heard() {
            return List.copyOf(heard);
        }
    }

    /** Rings the bell as every door of the house does, in a transaction that the server keeps. */
    @ApplicationScoped
    public static class Ringing {

        @Inject
        private Journal journal;

        @Inject
        private Sections sections;

        @Inject
        private Clock clock;

        @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
        private TransactionSynchronizationRegistry transactions;

        @PersistenceContext(unitName = "newsroom")
        private EntityManager em;

        @Transactional
        public long ring(String by) {
            return note(by).id();
        }

        @Transactional
        public void ringAlone(String by) {
            journal.alone();
            note(by);
        }

        @Transactional
        public void ringInVain(String by) {
            note(by);
            goBackInTheEnd();
        }

        /** Nothing is read or written beside it: the journal is the first to need a connection. */
        @Transactional
        public void onlyRingInVain(String by) {
            journal.record(new BellRung(0, by));
            goBackInTheEnd();
        }

        /** Like {@link #ringInVain}, for what is no journal's. */
        @Transactional
        public void onlyWriteInVain() {
            em.persist(new Topic("no-such-topic-" + clock.instant().toEpochMilli(), Map.of("fr", "Rien")));
            goBackInTheEnd();
        }

        private void goBackInTheEnd() {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // The journal's rows and the entity's are written by now.
                    transactions.setRollbackOnly();
                }

                @Override
                public void afterCompletion(int status) {
                    // Nothing to do.
                }
            });
        }

        @Transactional(dontRollbackOn = IllegalArgumentException.class)
        public void ringAndRefuse(String by) {
            note(by);
            throw new IllegalArgumentException("but it was rung");
        }

        private Story note(String by) {
            Story story = new Story(Kind.BRIEF, sections.get("culture"), List.of(), clock);
            em.persist(story);
            journal.record(new BellRung(0, by));
            return story;
        }
    }

    @Deployment
    static WebArchive house() throws IOException, URISyntaxException {
        deleteTree(Path.of("target", "its", "container"));
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"))
                .addClass(InTheContainerIT.class)
                .addClass(Until.class)
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    @Inject
    private Journal journal;

    @Inject
    private Listening listening;

    @Inject
    private Ringing ringing;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Clock clock;

    @Inject
    private Languages languages;

    @Inject
    private Index index;

    @Inject
    private Sections sections;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private java.time.ZoneId zone;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @PersistenceUnit(unitName = "newsroom")
    private EntityManagerFactory factory;

    @Test
    void what_happened_gets_its_number_at_the_commit_and_is_followed() throws Exception {
        transaction.begin();
        long before = journal.last();
        journal.record(new BellRung(0, "أمينة"));
        journal.record(new BellRung(0, "Lotte"));
        assertThat(journal.last()).as("no number before the commit").isEqualTo(before);
        transaction.commit();

        List<Entry> entries = journal.after(before, 10);
        assertThat(entries).extracting(Entry::number).containsExactly(before + 1, before + 2);
        assertThat(entries.get(0).as(BellRung.class)).map(BellRung::by).contains("أمينة");
        assertThat(journal.last()).isEqualTo(before + 2);
        Until.within(Duration.ofSeconds(10), "heard", () -> listening.heard().stream()
                .map(Entry::number)
                .toList()
                .containsAll(List.of(before + 1, before + 2)));
        assertThat(listening.heard()).extracting(Entry::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_was_rolled_back_used_no_number() throws Exception {
        long before = journal.last();
        transaction.begin();
        journal.record(new BellRung(0, "nobody"));
        em.persist(new Story(Kind.BRIEF, sections.get("culture"), List.of(), clock));
        transaction.rollback();
        assertThat(journal.last()).isEqualTo(before);

        transaction.begin();
        journal.record(new BellRung(0, "Karim"));
        transaction.commit();
        assertThat(journal.after(before, 10)).extracting(Entry::number).containsExactly(before + 1);
        assertThat(journal.after(before, 1).get(0).as(BellRung.class))
                .map(BellRung::by)
                .contains("Karim");
    }

    @Test
    void who_is_alone_with_the_journal_writes_it_in_the_same_transaction() {
        long before = journal.last();
        ringing.ringAlone("Lotte");
        assertThat(journal.last()).isEqualTo(before + 1);
    }

    @Test
    void a_row_of_the_journal_goes_back_with_what_was_written_beside_it() throws Exception {
        long before = journal.last();
        transaction.begin();
        long stories = stories();
        transaction.commit();
        assertThatThrownBy(() -> ringing.ringInVain("nobody")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> ringing.onlyRingInVain("nobody")).isInstanceOf(Exception.class);
        assertThat(journal.last()).isEqualTo(before);
        assertThat(journal.after(before, 1)).isEmpty();
        assertThat(stories()).isEqualTo(stories);
    }

    @Test
    void an_entity_goes_back_with_its_transaction_although_it_was_written_at_the_commit() {
        long topics = topics();
        assertThatThrownBy(() -> ringing.onlyWriteInVain()).isInstanceOf(Exception.class);
        assertThat(topics()).isEqualTo(topics);
    }

    private long topics() {
        return em.createQuery("select count(t) from Topic t", Long.class).getSingleResult();
    }

    private long stories() {
        return em.createQuery("select count(s) from Story s", Long.class).getSingleResult();
    }

    @Test
    void what_happened_in_spite_of_a_refusal_is_told() {
        long before = journal.last();
        assertThatThrownBy(() -> ringing.ringAndRefuse("Amina")).isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.after(before, 10)).singleElement().satisfies(entry -> assertThat(entry.as(BellRung.class))
                .map(BellRung::by)
                .contains("Amina"));
    }

    @Test
    void desks_at_once_leave_no_gap_and_no_number_twice() throws Exception {
        long before = journal.last();
        List<Future<?>> desks = new ArrayList<>();
        for (int desk = 0; desk < 4; desk++) {
            desks.add(executor.submit(() -> {
                for (int i = 0; i < 25; i++) ringing.ring("bell " + i);
            }));
        }
        for (Future<?> desk : desks) desk.get();
        assertThat(journal.after(before, 200))
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 100).boxed().toList());
    }

    @Test
    void nothing_happens_outside_a_transaction() {
        long before = journal.last();
        assertThatThrownBy(() -> journal.record(new BellRung(0, "the wind"))).hasMessageContaining("transaction");
        assertThat(journal.last()).isEqualTo(before);
    }

    @Test
    void many_at_once_leave_no_gap_and_are_heard_in_order() throws Exception {
        long before = journal.last();
        List<Long> gaps = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 25; i++) {
            transaction.begin();
            journal.record(new BellRung(0, "bell " + i));
            if (i % 3 == 0) transaction.rollback();
            else transaction.commit();
        }
        long expected = before;
        for (Entry entry : journal.after(before, 100)) if (entry.number() != ++expected) gaps.add(entry.number());
        assertThat(gaps).isEmpty();
        assertThat(expected).isEqualTo(before + 16);
    }

    @Test
    void the_index_follows_and_the_entity_manager_writes_first() throws Exception {
        Language french = languages.get("fr");
        transaction.begin();
        Section culture = sections.get("culture");
        Story story = editing.open(Kind.ARTICLE, culture, List.of(), Optional.empty(), Caller.theHouse());
        Copy copy = Copy.of("Le moussem d’Imilchil", "", "<p>Tamghrabit.</p>", null, List.of(), french);
        Edition edition = editing.begin(story, french, copy, Revision.Cause.SAVE, Caller.theHouse());
        editing.publish(edition, Caller.theHouse());
        transaction.commit();

        assertThat(editions.find(story.id(), "fr")).map(Edition::headline).contains("Le moussem d’Imilchil");
        Search search = new Search("imilchil", null, null, null, null, null, null);
        Until.within(Duration.ofSeconds(10), "found", () -> {
            Found found = index.find(search.query(Optional.of(french), zone, 1, 10), clock.instant());
            return found.hits().stream().anyMatch(hit -> hit.storyId() == story.id());
        });
    }

    @Test
    void the_house_is_furnished() {
        Instant now = clock.instant();
        assertThat(now.getNano() % 1_000_000).as("whole milliseconds").isZero();
        assertThat(languages.all()).extracting(Language::tag).containsExactly("ar", "fr", "en");
    }

    @Test
    void no_entity_is_shared_between_requests() {
        ServerSession session = factory.unwrap(ServerSession.class);
        assertThat(session.getDescriptors().values()).isNotEmpty();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (descriptor.isAggregateDescriptor() || descriptor.isAggregateCollectionDescriptor()) continue;
            assertThat(descriptor.isSharedIsolation()).as(descriptor.getAlias()).isFalse();
        }
    }
}
