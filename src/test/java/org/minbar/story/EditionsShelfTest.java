package org.minbar.story;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minbar.Cast.AMINA;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.EVENING;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.MORNING;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;
import static org.minbar.Cast.TOMORROW;
import static org.minbar.Cast.copy;
import static org.minbar.Cast.withBylines;

import jakarta.persistence.OptimisticLockException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.journal.Entry;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Byline.Role;
import org.minbar.story.EditionHappening.EditionPublished;
import org.minbar.story.EditionHappening.EditionWritten;
import org.minbar.topic.Section;
import org.minbar.topic.Topic;

/** What the shelf of editions promises, on each database. */
@ParameterizedClass
@EnumSource(Store.class)
@SuppressWarnings("NullAway.Init") // opened before each class invocation
class EditionsShelfTest {

    private static final AtomicInteger SECTIONS = new AtomicInteger();

    private static final List<String> EVERY = List.of("ar", "fr", "en");

    private static Newsroom newsroom;
    private static ExecutorService otherDesk;

    private Section section;
    private Topic topic;

    EditionsShelfTest(Store store) {
        assertThat(store).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void open(Store store) {
        newsroom = Newsroom.on(store);
        otherDesk = Executors.newSingleThreadExecutor();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        otherDesk.shutdownNow();
        newsroom.close();
    }

    /** Each test has a section of its own, so that its lists hold nobody else's stories. */
    @BeforeEach
    void furnish() {
        newsroom.clock.set(NOON);
        int number = SECTIONS.incrementAndGet();
        section = newsroom.inTransaction(() -> newsroom.sections.add(
                new Section("culture-" + number, number, Map.of("ar", "ثقافة", "fr", "Culture", "en", "Culture"))));
        topic = newsroom.inTransaction(() ->
                newsroom.topics.add(new Topic("essaouira-" + number, Map.of("ar", "الصويرة", "fr", "Essaouira"))));
    }

    /** What each of the doors to the public shows of a story: the languages of its editions. */
    private static final Map<String, Function<Story, List<String>>> PUBLIC_DOORS = Map.ofEntries(
            entry(
                    "publicFind(long,String)",
                    story -> langs(lang ->
                            newsroom.editions.publicFind(story.id(), lang).isPresent())),
            entry("publicGet(long,String)", story -> langs(lang -> got(story.id(), lang))),
            entry("publicOf(long)", story -> langsOf(newsroom.editions.publicOf(story.id()))),
            entry("publicOf(Collection)", story -> langsOf(newsroom.editions.publicOf(List.of(story.id())))),
            entry("publicOf(Collection,String)", story -> LANGUAGES.all().stream()
                    .flatMap(language -> newsroom.editions.publicOf(List.of(story.id()), language.tag()).stream())
                    .map(Edition::lang)
                    .toList()),
            entry(
                    "publicFiled(Listing,Set)",
                    story -> langs(lang -> isFiled(
                            story, newsroom.editions.publicFiled(Listing.news(lang, 1000), EnumSet.of(story.kind()))))),
            entry(
                    "publicFiled(String,Collection)",
                    story -> langs(lang -> isFiled(story, newsroom.editions.publicFiled(lang, List.of(story.id()))))),
            entry(
                    "publicPage(Listing)",
                    story -> langsOf(newsroom.editions.publicPage(Listing.newest(1000)).editions().stream()
                            .filter(edition -> edition.story().id() == story.id())
                            .toList())),
            entry(
                    "publicStories(Listing)",
                    story -> langs(lang -> newsroom.editions
                            .publicStories(Listing.news(lang, 1000))
                            .contains(story.id()))),
            entry(
                    "publicCount(Listing)",
                    story -> langs(lang -> newsroom.editions.publicCount(Listing.newest(1)
                                    .in(lang)
                                    .inSection(story.section().slug()))
                            == 1)),
            entry(
                    "publicPage(Listing) of corrections",
                    story -> langs(
                            lang -> newsroom.editions.publicPage(Listing.corrections(lang, 1000)).editions().stream()
                                    .anyMatch(edition -> edition.story().id() == story.id()))),
            entry(
                    "publicNewest(Listing)",
                    story -> langs(lang ->
                            newsroom.editions.publicNewest(only(story, lang)).isPresent())),
            entry(
                    "publicOldest(Listing)",
                    story -> langs(lang ->
                            newsroom.editions.publicOldest(only(story, lang)).isPresent())),
            entry(
                    "publicSpans(Listing,UnaryOperator)",
                    story -> langs(lang -> !newsroom.editions
                            .publicSpans(only(story, lang), instant -> instant.truncatedTo(ChronoUnit.DAYS))
                            .isEmpty())),
            entry(
                    "publicAddresses(String,long,long)",
                    story -> langs(lang -> newsroom.editions.publicAddresses(lang, 0, Long.MAX_VALUE).stream()
                            .anyMatch(address -> address.story() == story.id()))),
            entry(
                    "publicAddresses(Collection)",
                    story -> newsroom.editions.publicAddresses(List.of(story.id())).stream()
                            .map(Editions.Address::lang)
                            .toList()),
            entry(
                    "publicChanges(long,long)",
                    story -> langs(lang -> newsroom.editions
                            .find(story.id(), lang)
                            .filter(edition -> newsroom.editions
                                    .publicChanges(edition.id(), edition.id() + 1)
                                    .containsKey(lang))
                            .isPresent())),
            entry(
                    "publicNewsSince(Instant,String,int)",
                    story -> langs(lang -> newsroom.editions.publicNewsSince(Instant.EPOCH, lang, 1000).stream()
                            .anyMatch(address -> address.story() == story.id()))));

    private static Listing only(Story story, String lang) {
        return Listing.newest(1).in(lang).inSection(story.section().slug());
    }

    private static boolean isFiled(Story story, List<Editions.Filed> filed) {
        return filed.stream()
                .anyMatch(each -> each.story() == story.id()
                        && each.section() == story.section().id()
                        && each.kind() == story.kind());
    }

    private static List<String> langsOf(List<Edition> editions) {
        return editions.stream().map(Edition::lang).toList();
    }

    private static List<String> langs(Predicate<String> seen) {
        return LANGUAGES.all().stream().map(Language::tag).filter(seen).toList();
    }

    private static boolean got(long story, String lang) {
        try {
            return newsroom.editions.publicGet(story, lang).lang().equals(lang);
        } catch (Refusal refused) {
            assertThat(refused.reason()).isIn(Refusal.Reason.NOT_FOUND, Refusal.Reason.GONE);
            return false;
        }
    }

    @Test
    void the_end_of_an_embargo_is_told_once_and_how_late() {
        Story story = newsroom.inTransaction(
                () -> newsroom.editing.open(Kind.ARTICLE, section, List.of(), Optional.of(THREE_PM), LOTTE));
        newsroom.inTransaction(() -> newsroom.editing.tellEndedEmbargoes(1_000));
        newsroom.clock.set(THREE_PM.plusSeconds(90));
        newsroom.inTransaction(() -> newsroom.editing.tellEndedEmbargoes(1_000));
        assertThat(newsroom.inTransaction(() -> newsroom.journal.after(0, 100_000)).stream()
                        .flatMap(entry -> entry.as(EmbargoEnded.class).stream())
                        .filter(ended -> ended.story() == story.id()))
                .containsExactly(new EmbargoEnded(0, story.id(), THREE_PM, 90));
        assertThat(newsroom.inTransaction(() -> newsroom.editing.tellEndedEmbargoes(1_000)))
                .isZero();
    }

    @Test
    void a_promised_edition_goes_out_with_its_approval_or_at_the_end_of_the_embargo() {
        for (Optional<Instant> embargo : List.of(Optional.<Instant>empty(), Optional.of(EVENING))) {
            Edition french = newsroom.inTransaction(() -> {
                Story story = newsroom.editing.open(Kind.ARTICLE, section, List.of(), embargo, LOTTE);
                Edition begun = newsroom.editing.begin(story, FR, copy("fr"), Revision.Cause.SAVE, LOTTE);
                newsroom.editing.promise(begun, true, LOTTE);
                newsroom.editing.submit(begun, LOTTE);
                return begun;
            });
            Edition approved = newsroom.inTransaction(() -> {
                Edition edition = newsroom.editions.getToChange(french.id());
                assertThat(edition.isPromised()).isTrue();
                newsroom.editing.approve(edition, LOTTE);
                return edition;
            });
            assertThat(approved.status()).isEqualTo(embargo.isEmpty() ? Status.PUBLISHED : Status.SCHEDULED);
            assertThat(approved.scheduledFor()).isEqualTo(embargo);
            assertThat(approved.isPromised()).isFalse();
            Refusal late = catchThrowableOfType(
                    Refusal.class,
                    () -> newsroom.inTransaction(
                            () -> newsroom.editing.promise(newsroom.editions.getToChange(french.id()), true, LOTTE)));
            assertThat(late.kind()).isEqualTo("wrong-status");
        }
    }

    @Test
    void no_door_to_the_public_shows_what_is_not_public() {
        assertThat(Arrays.stream(Editions.class.getDeclaredMethods())
                        .filter(method -> method.getName().startsWith("public"))
                        .map(EditionsShelfTest::signature)
                        .filter(signature -> !signature.equals("publicShows(long)"))
                        .filter(signature -> !signature.equals("publicLangsBy(String)")))
                .as("every method that begins with public is walked here; files and authors have walks of their own")
                .containsExactlyInAnyOrderElementsOf(PUBLIC_DOORS.keySet().stream()
                        .filter(name -> !name.contains(" of "))
                        .toList());

        long before = aStoryIn("before", story -> {
            begin(story, "ar");
            newsroom.editing.schedule(begin(story, "fr"), TOMORROW, LOTTE);
            Edition withdrawn = corrected(story, "en");
            newsroom.editing.withdraw(withdrawn, "The report could not be confirmed.", LOTTE);
        });
        long inWork = aStoryIn("in-work", story -> {
            newsroom.journal.record(begin(story, "ar").submit(LOTTE, newsroom.clock));
            newsroom.journal.record(begin(story, "fr").approve(LOTTE, newsroom.clock));
            newsroom.journal.record(begin(story, "en").archive(LOTTE, newsroom.clock));
        });
        long embargoed = aStoryIn("embargoed", story -> {
            corrected(story, "ar");
            newsroom.editing.publish(begin(story, "fr"), LOTTE);
            story.embargoedUntil(THREE_PM);
        });
        long out = aStoryIn("out", story -> {
            corrected(story, "ar");
            newsroom.editing.publish(begin(story, "fr"), LOTTE);
            begin(story, "en");
        });

        everyDoorShows(before, List.of());
        everyDoorShows(inWork, List.of());
        everyDoorShows(embargoed, List.of());
        everyDoorShows(out, List.of("ar", "fr"));
        newsroom.clock.set(THREE_PM.minusMillis(1));
        everyDoorShows(embargoed, List.of());
        newsroom.clock.set(THREE_PM);
        everyDoorShows(embargoed, List.of("ar", "fr"));
    }

    /** The door to the corrections shows, of these, what was corrected: the Arabic. */
    private static void everyDoorShows(long story, List<String> langs) {
        newsroom.inTransaction(() -> PUBLIC_DOORS.forEach((name, door) -> {
            boolean corrections = name.endsWith("of corrections");
            assertThat(door.apply(newsroom.stories.get(story)))
                    .as("%s of %s", name, newsroom.stories.get(story).section().slug())
                    .containsExactlyInAnyOrderElementsOf(
                            corrections ? langs.stream().filter("ar"::equals).toList() : langs);
        }));
    }

    /** A story in a section of its own; answers its id. */
    private long aStoryIn(String part, Consumer<Story> life) {
        return newsroom.inTransaction(() -> {
            Section own = newsroom.sections.findOrMake(section.slug() + "-" + part, "fr", "Culture");
            Story story = newsroom.editing.open(Kind.ARTICLE, own, List.of(), Optional.empty(), LOTTE);
            life.accept(story);
            return story.id();
        });
    }

    private static Edition corrected(Story story, String lang) {
        Edition edition = begin(story, lang);
        newsroom.editing.publish(edition, LOTTE);
        newsroom.editing.correct(edition, LANGUAGES.get(lang), "Le prénom était faux.", copy(lang), LOTTE);
        return edition;
    }

    @Test
    void addresses_come_oldest_edition_first_by_their_numbers_and_tell_when_one_of_them_changed() {
        long morning = out(Kind.ARTICLE, List.of(), MORNING, "ar", "fr");
        long noon = out(Kind.ARTICLE, List.of(), NOON, "ar");
        newsroom.inTransaction(() -> {
            long first = newsroom.editions.get(morning, "ar").id();
            long last = newsroom.editions.get(noon, "ar").id();
            assertThat(newsroom.editions.highest()).isGreaterThanOrEqualTo(last);
            assertThat(newsroom.editions.publicAddresses("ar", first, last + 1))
                    .extracting(Editions.Address::story)
                    .containsSubsequence(morning, noon);
            assertThat(newsroom.editions.publicAddresses("ar", first, last))
                    .extracting(Editions.Address::story)
                    .contains(morning)
                    .doesNotContain(noon);
            assertThat(newsroom.editions.publicAddresses("ar", last + 1, Long.MAX_VALUE))
                    .isEmpty();
            assertThat(newsroom.editions.publicAddresses(List.of())).isEmpty();
            assertThat(newsroom.editions.publicChanges(last, last + 1))
                    .containsOnly(entry("ar", newsroom.editions.get(last).updated()));
        });
    }

    @Test
    void news_comes_newest_first_since_an_hour_and_pages_that_stand_outside_are_no_news() {
        long morning = out(Kind.ARTICLE, List.of(), MORNING, "ar", "fr");
        long noon = out(Kind.ARTICLE, List.of(), NOON, "ar");
        long page = out(Kind.PAGE, List.of(), NOON, "ar");
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.publicNewsSince(NOON, "ar", 1000))
                    .extracting(Editions.Address::story)
                    .contains(noon)
                    .doesNotContain(morning, page);
            assertThat(newsroom.editions.publicNewsSince(MORNING, "ar", 1000))
                    .extracting(Editions.Address::story)
                    .containsSubsequence(noon, morning);
            assertThat(newsroom.editions.publicNewsSince(MORNING, "fr", 1000))
                    .extracting(Editions.Address::story)
                    .contains(morning)
                    .doesNotContain(noon);
        });
    }

    private static String signature(Method method) {
        return method.getName() + "("
                + String.join(
                        ",",
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList())
                + ")";
    }

    @Test
    void what_was_withdrawn_says_why_and_what_never_was_public_is_not_there() {
        long story = newsroom.inTransaction(() -> {
            Story begun = story();
            Edition edition = begin(begun, "ar");
            newsroom.editing.publish(edition, LOTTE);
            newsroom.editing.withdraw(edition, "لم يتأكد الخبر.", LOTTE);
            begin(begun, "fr");
            return begun.id();
        });
        newsroom.inTransaction(() -> {
            Refusal gone = refusal(() -> newsroom.editions.publicGet(story, "ar"));
            assertThat(gone.reason()).isEqualTo(Refusal.Reason.GONE);
            assertThat(gone.details()).containsEntry("reason", "لم يتأكد الخبر.");
            assertThat(refusal(() -> newsroom.editions.publicGet(story, "fr")).reason())
                    .isEqualTo(Refusal.Reason.NOT_FOUND);
            assertThat(refusal(() -> newsroom.editions.publicGet(story, "en")).reason())
                    .isEqualTo(Refusal.Reason.NOT_FOUND);
            assertThat(refusal(() -> newsroom.editions.get(-1, "ar")).kind()).isEqualTo("no-such-story");
        });
    }

    @Test
    void what_was_withdrawn_from_under_an_embargo_does_not_give_its_headline_away() {
        long story = newsroom.inTransaction(() -> {
            Story begun = story();
            Edition edition = begin(begun, "ar");
            newsroom.editing.publish(edition, LOTTE);
            newsroom.editing.withdraw(edition, "نشر قبل موعده.", LOTTE);
            begun.embargoedUntil(TOMORROW);
            return begun.id();
        });
        newsroom.inTransaction(() -> {
            Refusal refusal = refusal(() -> newsroom.editions.publicGet(story, "ar"));
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
            assertThat(refusal.details()).isEmpty();
        });
    }

    @Test
    void a_list_is_narrowed_by_what_it_is_asked_for() {
        Topic cinema = newsroom.inTransaction(
                () -> newsroom.topics.add(new Topic("cinema-" + section.slug(), Map.of("fr", "Cinéma"))));
        long article = out(Kind.ARTICLE, List.of(topic, cinema), MORNING, "ar", "fr");
        long release = out(Kind.RELEASE, List.of(topic), NOON, "fr");
        long page = out(Kind.PAGE, List.of(), NOON, "fr");
        newsroom.clock.set(THREE_PM);
        Listing here = Listing.newest(50).inSection(section.slug());
        newsroom.inTransaction(() -> {
            assertThat(stories(here.in("fr"))).containsExactly(page, release, article);
            assertThat(stories(here.in("ar"))).containsExactly(article);
            assertThat(stories(here.ofKind(Kind.RELEASE))).containsExactly(release);
            assertThat(stories(here.ofKind(Kind.PAGE))).containsExactly(page);
            assertThat(stories(here.about(topic.slug()).in("fr"))).containsExactly(release, article);
            assertThat(stories(here.about(cinema.slug()).in("fr"))).containsExactly(article);
            assertThat(stories(here.in("fr").between(NOON, null))).containsExactly(page, release);
            assertThat(stories(here.in("fr").between(null, NOON))).containsExactly(article);
            assertThat(stories(here.in("fr").between(MORNING, NOON))).containsExactly(article);
            assertThat(stories(here.changedSince(NOON.plusMillis(1)))).isEmpty();
            assertThat(stories(Listing.news("fr", 50).inSection(section.slug())))
                    .as("news are without pages")
                    .containsExactly(release, article);
            assertThat(stories(Listing.news("fr", 50).inSection(section.slug()).ofKind(Kind.PAGE)))
                    .as("unless they are asked for")
                    .containsExactly(page);
            assertThat(stories(Listing.newest(50).inSection("no-such-section"))).isEmpty();
        });
    }

    @Test
    void pages_of_a_list_show_every_edition_once_however_many_came_out_at_the_same_moment() {
        long seed = 20240302;
        Random random = new Random(seed);
        List<Long> expected = newsroom.inTransaction(() -> {
            List<Edition> editions = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Edition edition = begin(story(), "ar");
                // Few moments for many editions, some told more precisely than in milliseconds.
                Instant then = MORNING.plusNanos(random.nextInt(4) * 500_000L + random.nextInt(3) * 1_000L);
                newsroom.editing.publishAs(edition, then, LOTTE);
                editions.add(edition);
            }
            editions.sort((a, b) -> {
                int byTime = b.published().orElseThrow().compareTo(a.published().orElseThrow());
                return byTime != 0 ? byTime : Long.compare(b.id(), a.id());
            });
            return editions.stream().map(Edition::id).toList();
        });
        for (int limit : List.of(1, 7, 59, 60, 61)) {
            Listing listing = Listing.newest(limit).inSection(section.slug()).in("ar");
            List<Long> walked = new ArrayList<>();
            Optional<String> cursor = Optional.of("");
            while (cursor.isPresent()) {
                Optional<Listing.Place> place =
                        cursor.filter(text -> !text.isEmpty()).map(Listing.Place::of);
                Editions.Page page = newsroom.inTransaction(() -> newsroom.editions.publicPage(listing.after(place)));
                assertThat(page.editions()).hasSizeBetween(1, limit);
                page.editions().forEach(edition -> walked.add(edition.id()));
                cursor = page.next().map(Listing.Place::cursor);
            }
            assertThat(walked).as("pages of %d, seed %d", limit, seed).isEqualTo(expected);
        }
    }

    @Test
    void a_page_stays_where_it_was_while_new_editions_come_in_above() {
        List<Long> older = IntStream.range(0, 4)
                .mapToObj(i -> out(Kind.ARTICLE, List.of(), MORNING.plusSeconds(i), "ar"))
                .toList();
        Listing two = Listing.newest(2).inSection(section.slug());
        Editions.Page first = newsroom.inTransaction(() -> newsroom.editions.publicPage(two));
        out(Kind.ARTICLE, List.of(), NOON, "ar");
        newsroom.inTransaction(
                () -> assertThat(stories(two.after(first.next()))).containsExactly(older.get(1), older.get(0)));
    }

    @Test
    void a_list_is_leafed_back_to_the_newest_as_it_was_leafed_on() {
        List<Long> newestFirst = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(i -> out(i % 3 == 0 ? Kind.RELEASE : Kind.ARTICLE, List.of(topic), moment(i), "ar", "fr"))
                .toList());
        Collections.reverse(newestFirst);
        Listing bySection = Listing.news("ar", 2).inSection(section.slug());
        for (Listing two : List.of(
                bySection,
                Listing.news("ar", 2).about(topic.slug()),
                bySection.about(topic.slug()),
                Listing.newest(2).in("ar").inSection(section.slug()).between(MORNING, null))) {
            newsroom.inTransaction(() -> {
                Editions.Page last = newsroom.editions.publicPage(two.page(5));
                assertThat(storiesOf(last)).containsExactly(newestFirst.get(8));
                List<Long> back = new ArrayList<>(storiesOf(last));
                Optional<Listing.Place> place =
                        Optional.of(two.placeOf(last.editions().get(0)));
                while (place.isPresent()) {
                    Editions.Page newer = newsroom.editions.publicPage(two.before(place.get()));
                    back.addAll(0, storiesOf(newer));
                    place = newer.next();
                }
                assertThat(back).isEqualTo(newestFirst);
            });
        }
    }

    /** Some at the same moment. */
    private static Instant moment(int i) {
        return MORNING.plusSeconds(i / 2);
    }

    private static List<Long> storiesOf(Editions.Page page) {
        return page.editions().stream().map(edition -> edition.story().id()).toList();
    }

    @Test
    void an_author_has_what_is_public_under_the_name_however_it_is_written() {
        String name = "Élise " + section.slug();
        String slug = "élise-" + section.slug();
        long first = signed(name.toUpperCase(Locale.ROOT), "fr", story -> {});
        long twice = signed(name, "fr", story -> {});
        signed(name, "ar", story -> story.embargoedUntil(TOMORROW));
        newsroom.inTransaction(() -> {
            Story hidden = newsroom.stories.get(twice);
            newsroom.editing.begin(
                    hidden,
                    LANGUAGES.get("en"),
                    withBylines(copy("en"), List.of(new Byline(name, Role.WRITER))),
                    Revision.Cause.SAVE,
                    LOTTE);
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.publicLangsBy(slug)).containsExactly("fr");
            assertThat(stories(Listing.news("fr", 50).by(slug))).containsExactly(twice, first);
            assertThat(stories(Listing.news("ar", 50).by(slug))).isEmpty();
            assertThat(stories(Listing.news("en", 50).by(slug))).isEmpty();
            assertThat(stories(Listing.news("fr", 50).by("nobody-" + section.slug())))
                    .isEmpty();
        });
        newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.getToChange(twice, "fr");
            newsroom.editing.write(
                    edition,
                    FR,
                    withBylines(copy("fr"), List.of(new Byline("Autre " + section.slug(), Role.WRITER))),
                    Revision.Cause.SAVE,
                    LOTTE);
        });
        newsroom.inTransaction(() -> {
            assertThat(stories(Listing.news("fr", 50).by(slug))).containsExactly(first);
            assertThat(stories(Listing.news("fr", 50).by("autre-" + section.slug())))
                    .containsExactly(twice);
        });
    }

    /** Signed twice with one name, as writer and photographer; it counts once. */
    private long signed(String name, String lang, Consumer<Story> life) {
        return newsroom.inTransaction(() -> {
            Story story = story();
            Edition edition = newsroom.editing.begin(
                    story,
                    LANGUAGES.get(lang),
                    withBylines(copy(lang), List.of(new Byline(name, Role.WRITER), new Byline(name, Role.PHOTO))),
                    Revision.Cause.SAVE,
                    LOTTE);
            newsroom.editing.publish(edition, LOTTE);
            life.accept(story);
            return story.id();
        });
    }

    @Test
    void a_story_that_is_filed_elsewhere_leaves_its_lists_and_its_editions_stay_what_they_were() {
        long story = out(Kind.ARTICLE, List.of(), MORNING, "fr");
        Section other = newsroom.inTransaction(
                () -> newsroom.sections.findOrMake(section.slug() + "-elsewhere", "fr", "Ailleurs"));
        long version =
                newsroom.inTransaction(() -> newsroom.editions.get(story, "fr").version());
        newsroom.inTransaction(() ->
                newsroom.editing.file(newsroom.stories.get(story), Kind.RELEASE, managed(other), List.of(), LOTTE));
        newsroom.inTransaction(() -> {
            assertThat(stories(Listing.news("fr", 5).inSection(section.slug()))).isEmpty();
            assertThat(stories(Listing.news("fr", 5).inSection(other.slug()))).containsExactly(story);
            assertThat(stories(Listing.news("fr", 5).inSection(other.slug()).ofKind(Kind.ARTICLE)))
                    .isEmpty();
            assertThat(stories(Listing.news("fr", 5).inSection(other.slug()).ofKind(Kind.RELEASE)))
                    .containsExactly(story);
            assertThat(newsroom.editions.get(story, "fr").version()).isEqualTo(version);
        });
    }

    @Test
    void the_days_of_a_month_are_those_on_which_something_came_out() {
        newsroom.clock.set(Instant.parse("2024-05-01T00:00:00Z"));
        for (String at : List.of(
                "2024-02-29T23:30:00Z",
                "2024-03-01T00:00:00Z",
                "2024-03-01T10:00:00Z",
                "2024-03-09T23:59:59Z",
                "2024-03-31T22:00:00Z",
                "2024-04-01T00:00:00Z")) {
            out(Kind.ARTICLE, List.of(), Instant.parse(at), "ar");
        }
        out(Kind.PAGE, List.of(), Instant.parse("2024-03-15T10:00:00Z"), "ar");
        out(Kind.ARTICLE, List.of(), Instant.parse("2024-03-16T10:00:00Z"), "fr");
        Listing here = Listing.news("ar", 1).inSection(section.slug());
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.publicSpans(
                            Span.of(2024, 3, null).of(here, ZoneOffset.UTC),
                            instant -> instant.truncatedTo(ChronoUnit.DAYS)))
                    .extracting(Instant::toString)
                    .containsExactly("2024-03-31T00:00:00Z", "2024-03-09T00:00:00Z", "2024-03-01T00:00:00Z");
            assertThat(newsroom.editions.publicNewest(here.between(null, Instant.parse("2024-03-01T00:00:00Z"))))
                    .contains(Instant.parse("2024-02-29T23:30:00Z"));
            assertThat(newsroom.editions.publicOldest(here.between(Instant.parse("2024-03-31T22:00:00.001Z"), null)))
                    .contains(Instant.parse("2024-04-01T00:00:00Z"));
        });
    }

    @Test
    void corrections_come_last_changed_first_in_pages() {
        List<Long> editions = newsroom.inTransaction(() -> IntStream.range(0, 3)
                .mapToObj(i -> {
                    newsroom.clock.set(NOON.plusSeconds(i));
                    return corrected(story(), "en").id();
                })
                .toList());
        newsroom.inTransaction(() -> {
            Listing two = Listing.corrections("en", 2);
            Editions.Page first = newsroom.editions.publicPage(two);
            assertThat(first.editions()).extracting(Edition::id).startsWith(editions.get(2), editions.get(1));
            Editions.Page second = newsroom.editions.publicPage(two.after(first.next()));
            assertThat(second.editions().get(0).id()).isEqualTo(editions.get(0));
            Editions.Page back = newsroom.editions.publicPage(
                    two.before(two.placeOf(second.editions().get(0))));
            assertThat(back.editions()).isEqualTo(first.editions());
        });
    }

    @Test
    void the_desk_pages_through_each_status() {
        List<Long> drafts = newsroom.inTransaction(() ->
                IntStream.range(0, 5).mapToObj(i -> begin(story(), "fr").id()).toList());
        Listing two = Listing.newest(2).inSection(section.slug());
        List<Long> walked = new ArrayList<>();
        Optional<Listing.Place> place = Optional.empty();
        do {
            Optional<Listing.Place> from = place;
            Editions.Page page =
                    newsroom.inTransaction(() -> newsroom.editions.page(two.after(from), Status.DRAFT, EVERY));
            page.editions().forEach(edition -> walked.add(edition.id()));
            place = page.next();
        } while (place.isPresent());
        List<Long> newestFirst = new ArrayList<>(drafts);
        Collections.reverse(newestFirst);
        assertThat(walked).isEqualTo(newestFirst);

        long withdrawn = out(Kind.ARTICLE, List.of(), MORNING, "fr");
        newsroom.inTransaction(() -> {
            newsroom.editing.withdraw(newsroom.editions.get(withdrawn, "fr"), "Doublon.", LOTTE);
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.page(two, Status.WITHDRAWN, EVERY).editions())
                    .extracting(edition -> edition.story().id())
                    .containsExactly(withdrawn);
            assertThat(newsroom.editions.page(two, Status.DRAFT, List.of("ar")).editions())
                    .as("in a language that nobody has written in")
                    .isEmpty();
            assertThat(newsroom.editions
                            .page(two, Status.WITHDRAWN, List.of("ar", "en"))
                            .editions())
                    .isEmpty();
            assertThat(newsroom.editions.page(two, Status.DRAFT, List.of()).editions())
                    .isEmpty();
            for (Status status : Status.values()) {
                assertThat(newsroom.editions.page(two, status, EVERY).editions())
                        .extracting(Edition::status)
                        .as(status.tag())
                        .allMatch(status::equals);
            }
        });
    }

    @Test
    void what_is_due_comes_longest_overdue_first() {
        newsroom.clock.set(MORNING);
        long evening = scheduled(THREE_PM);
        long noon = scheduled(NOON);
        long tie = scheduled(NOON);
        scheduled(TOMORROW);
        newsroom.clock.set(THREE_PM);
        newsroom.inTransaction(() -> assertThat(newsroom.editions.due(20))
                .filteredOn(edition -> edition.story().section().id() == section.id())
                .extracting(Edition::id)
                .containsExactly(noon, tie, evening));
        newsroom.clock.set(NOON.minusMillis(1));
        newsroom.inTransaction(() ->
                assertThat(newsroom.editions.due(20)).extracting(Edition::id).doesNotContain(noon, tie, evening));
        newsroom.clock.set(THREE_PM);
        newsroom.inTransaction(
                () -> newsroom.editions.due(50).forEach(edition -> newsroom.editing.publish(edition, LOTTE)));
        newsroom.inTransaction(() -> assertThat(newsroom.editions.due(1)).isEmpty());
    }

    private static final List<Byline> NAMES = Stream.of(
                    "أمينة الإدريسي", "Youssef Alaoui", "Lotte Vermeer", "فاطمة الزهراء", "Noé")
            .flatMap(name -> Stream.of(new Byline(name, Role.WRITER), new Byline(name, Role.PHOTO)))
            .toList();

    @Test
    void bylines_come_back_in_the_order_in_which_they_were_written() {
        long seed = 7;
        Random random = new Random(seed);
        long story = newsroom.inTransaction(() -> begin(story(), "ar").story().id());
        List<Byline> before = List.of();
        for (int turn = 0; turn < 25; turn++) {
            List<Byline> bylines = new ArrayList<>();
            // One name twice is allowed: a writer may have been asked for two things.
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) bylines.add(NAMES.get(random.nextInt(NAMES.size())));
            newsroom.inTransaction(() -> {
                newsroom.editing.write(
                        newsroom.editions.get(story, "ar"),
                        AR,
                        withBylines(copy("ar"), bylines),
                        Revision.Cause.SAVE,
                        AMINA);
            });
            List<Byline> after = newsroom.inTransaction(
                    () -> newsroom.editions.get(story, "ar").bylines());
            assertThat(after)
                    .as("turn %d of seed %d, from %s", turn, seed, before)
                    .isEqualTo(bylines);
            before = bylines;
        }
    }

    @Test
    void corrections_come_back_oldest_first_even_if_two_say_the_same() {
        long story = out(Kind.ARTICLE, List.of(), MORNING, "fr");
        List<String> notes = List.of("Le prénom était faux.", "La date était fausse.", "Le prénom était faux.");
        for (String note : notes) {
            newsroom.clock.advance(Duration.ofMillis(1));
            newsroom.inTransaction(() -> {
                newsroom.editing.correct(newsroom.editions.get(story, "fr"), FR, note, copy("fr"), LOTTE);
            });
        }
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.get(story, "fr").corrections())
                    .extracting(Correction::note)
                    .isEqualTo(notes);
            assertThat(newsroom.editions.revisions(newsroom.editions.get(story, "fr")))
                    .extracting(Revision::number)
                    .containsExactly(1, 2, 3, 4);
        });
    }

    @Test
    void topics_keep_their_order_when_a_story_is_filed_anew() {
        List<Topic> lexicon = newsroom.inTransaction(() -> IntStream.range(0, 5)
                .mapToObj(
                        i -> newsroom.topics.add(new Topic(section.slug() + "-topic-" + i, Map.of("en", "Topic " + i))))
                .toList());
        long story = newsroom.inTransaction(() -> story().id());
        long seed = 11;
        Random random = new Random(seed);
        for (int turn = 0; turn < 12; turn++) {
            List<String> wanted =
                    new ArrayList<>(lexicon.stream().map(Topic::slug).toList());
            Collections.shuffle(wanted, random);
            String when = "turn " + turn + " of seed " + seed;
            List<String> some = wanted.subList(0, random.nextInt(wanted.size() + 1));
            newsroom.inTransaction(() -> {
                newsroom.editing.file(
                        newsroom.stories.get(story),
                        Kind.ARTICLE,
                        newsroom.sections.get(section.slug()),
                        some.stream().map(newsroom.topics::get).toList(),
                        LOTTE);
            });
            newsroom.inTransaction(() -> assertThat(newsroom.stories.get(story).topics())
                    .extracting(Topic::slug)
                    .as(when)
                    .isEqualTo(some));
        }
    }

    @Test
    void everything_that_was_written_comes_back() {
        String astral = "مهرجان \uD83C\uDFB6 «كناوة»: اليوم الأول — \u2066live\u2069";
        long story = newsroom.inTransaction(() -> {
            Story begun = story();
            Edition edition = newsroom.editing.begin(begun, AR, copy(astral, "ar"), Revision.Cause.IMPORT, LOTTE);
            edition.importedFrom("https://press.example/a?b=ج");
            newsroom.editing.publishAs(edition, Instant.parse("1998-07-01T00:00:00.007Z"), LOTTE);
            begun.importedAs("press.example/12");
            return begun.id();
        });
        newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.get(story, "ar");
            assertThat(edition.headline())
                    .isEqualTo(copy(astral, "ar").headline())
                    .contains("\uD83C\uDFB6");
            assertThat(edition.body()).isEqualTo(copy("ar").body());
            assertThat(edition.published()).contains(Instant.parse("1998-07-01T00:00:00.007Z"));
            assertThat(edition.created()).isEqualTo(NOON);
            assertThat(newsroom.editions.findBySources(List.of("https://press.example/a?b=ج", "https://b.example/")))
                    .containsExactly(edition);
            assertThat(newsroom.editions.findBySources(List.of())).isEmpty();
            assertThat(newsroom.stories.findByOrigins(List.of("press.example/12", "press.example/13")))
                    .containsExactly(edition.story());
            assertThat(newsroom.stories.isEmpty()).isFalse();
        });
    }

    @Test
    void an_instant_in_the_hour_that_the_clocks_repeat_comes_back_as_it_was() {
        // Morocco, Ramadan 2024: on 10 March the clocks went back from 3 to 2, so half past two came twice.
        for (String utc : List.of("2024-03-10T01:30:00Z", "2024-03-10T02:30:00Z", "2024-04-14T01:59:59.999Z")) {
            Instant then = Instant.parse(utc);
            newsroom.clock.set(TOMORROW.plus(Duration.ofDays(60)));
            long story = newsroom.inTransaction(() -> {
                Edition edition = begin(story(), "ar");
                newsroom.editing.publishAs(edition, then, LOTTE);
                return edition.story().id();
            });
            newsroom.inTransaction(() ->
                    assertThat(newsroom.editions.get(story, "ar").published()).contains(then));
            newsroom.inTransaction(() -> assertThat(
                            stories(Listing.newest(9).inSection(section.slug()).between(then, then.plusMillis(1))))
                    .containsExactly(story));
        }
    }

    @Test
    void the_journal_tells_of_every_step_in_the_order_in_which_they_were_taken() {
        long before = newsroom.journal.last();
        long story = out(Kind.ARTICLE, List.of(), NOON, "ar");
        List<Entry> entries = newsroom.journal.after(before, 10);
        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly("StoryOpened", "EditionWritten", "EditionPublished");
        assertThat(entries).extracting(Entry::number).containsExactly(before + 1, before + 2, before + 3);
        assertThat(entries.get(2).as(EditionPublished.class).map(EditionPublished::story))
                .contains(story);
        assertThat(entries.get(2).as(EditionWritten.class)).isEmpty();
        assertThat(EditionHappening.of(entries.get(2)).map(EditionHappening::lang))
                .contains("ar");
        assertThat(EditionHappening.of(entries.get(0))).isEmpty();
        assertThat(entries).extracting(Entry::person).containsOnly(LOTTE.id());
        assertThat(entries).extracting(Entry::at).containsOnly(NOON);
    }

    @Test
    void a_change_counts_up_the_version_and_reading_does_not() {
        long story = newsroom.inTransaction(() -> begin(story(), "ar").story().id());
        long first =
                newsroom.inTransaction(() -> newsroom.editions.get(story, "ar").version());
        assertThat(newsroom.<Long>inTransaction(
                        () -> newsroom.editions.getToChange(story, "ar").version()))
                .isEqualTo(first);
        long second = newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.getToChange(story, "ar");
            newsroom.editing.write(edition, AR, copy("كناوة", "ar"), Revision.Cause.SAVE, AMINA);
            newsroom.editions.settle();
            return edition.version();
        });
        assertThat(second).isGreaterThan(first);
        assertThat(newsroom.<Long>inTransaction(
                        () -> newsroom.editions.get(story, "ar").version()))
                .isEqualTo(second);
    }

    @Test
    void of_two_who_changed_what_both_had_read_the_second_is_refused_and_nothing_of_hers_stays() {
        long story = newsroom.inTransaction(() -> begin(story(), "ar").story().id());
        long before = newsroom.journal.last();
        Throwable refused = catchThrowable(() -> newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.get(story, "ar");
            elsewhere(() -> {
                newsroom.editing.write(
                        newsroom.editions.get(story, "ar"), AR, copy("نسخة لوته", "ar"), Revision.Cause.SAVE, LOTTE);
                return true;
            });
            newsroom.editing.write(edition, AR, copy("نسخة أمينة", "ar"), Revision.Cause.SAVE, AMINA);
        }));
        assertThat(refused).isInstanceOf(OptimisticLockException.class);
        newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.get(story, "ar");
            assertThat(edition.headline()).isEqualTo("نسخة لوته");
            assertThat(newsroom.editions.revisions(edition))
                    .extracting(Revision::number)
                    .containsExactly(1, 2);
        });
        assertThat(newsroom.journal.after(before, 10)).extracting(Entry::person).containsExactly(LOTTE.id());
    }

    @Test
    void of_two_who_take_an_edition_to_change_it_one_waits_and_then_sees_the_others_words() throws Exception {
        long story = newsroom.inTransaction(() -> begin(story(), "ar").story().id());
        Future<String> second = newsroom.inTransaction(() -> {
            Edition edition = newsroom.editions.getToChange(story, "ar");
            Future<String> waiting = otherDesk.submit(() -> newsroom.inTransaction(
                    () -> newsroom.editions.getToChange(story, "ar").headline()));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            newsroom.editing.write(edition, AR, copy("نسخة أمينة", "ar"), Revision.Cause.SAVE, AMINA);
            return waiting;
        });
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("نسخة أمينة");
    }

    @Test
    void of_two_who_begin_the_same_edition_the_table_lets_in_one() {
        long story = newsroom.inTransaction(() -> story().id());
        Throwable refused = catchThrowable(() -> newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.find(story, "fr")).isEmpty();
            elsewhere(() -> begin(newsroom.stories.get(story), "fr").id());
            begin(newsroom.stories.get(story), "fr");
        }));
        assertThat(sqlState(refused)).startsWith("23");
        newsroom.inTransaction(() -> assertThat(newsroom.editions.of(story)).hasSize(1));
    }

    @Test
    void the_board_shows_what_was_changed_last_first_and_only_the_languages_asked_for() {
        List<Long> changed = newsroom.inTransaction(() -> {
            List<Long> ids = new ArrayList<>();
            for (String lang : List.of("ar", "fr", "ar")) {
                newsroom.clock.advance(Duration.ofSeconds(1));
                ids.add(begin(story(), lang).id());
            }
            return ids;
        });
        newsroom.inTransaction(() -> {
            assertThat(newsroom.editions.inWork(EnumSet.of(Status.DRAFT), List.of("ar", "fr"), 50))
                    .extracting(Edition::id)
                    .containsSubsequence(changed.get(2), changed.get(1), changed.get(0));
            assertThat(newsroom.editions.inWork(EnumSet.of(Status.DRAFT), List.of("fr"), 50))
                    .extracting(Edition::lang)
                    .containsOnly("fr");
            assertThat(newsroom.editions.inWork(EnumSet.of(Status.DRAFT), List.of(), 50))
                    .isEmpty();
        });
    }

    @Test
    void what_is_derived_walks_through_everything_that_was_published_embargo_or_not() {
        long story = newsroom.inTransaction(() -> {
            Story begun = story();
            newsroom.editing.publish(begin(begun, "ar"), LOTTE);
            begin(begun, "fr");
            begun.embargoedUntil(TOMORROW);
            return begun.id();
        });
        newsroom.inTransaction(() -> {
            List<Edition> of = newsroom.editions.of(story);
            assertThat(of).extracting(Edition::lang).containsExactly("ar", "fr");
            List<Long> ids = of.stream().map(Edition::id).toList();
            assertThat(newsroom.editions.published(ids))
                    .extracting(Edition::lang)
                    .containsExactly("ar");
            assertThat(newsroom.editions.published(List.of())).isEmpty();
            assertThat(newsroom.editions.publicOf(List.of())).isEmpty();
            assertThat(newsroom.editions.publishedAfter(ids.get(0) - 1, 1))
                    .extracting(Edition::id)
                    .containsExactly(ids.get(0));
            List<Long> all = newsroom.editions.publishedAfter(0, 1000).stream()
                    .map(Edition::id)
                    .toList();
            assertThat(all).isEqualTo(new ArrayList<>(new TreeSet<>(all))).doesNotContain(ids.get(1));
        });
    }

    private Story story() {
        return newsroom.editing.open(Kind.ARTICLE, managed(section), List.of(), Optional.empty(), LOTTE);
    }

    private static Section managed(Section section) {
        return newsroom.sections.get(section.slug());
    }

    private static Edition begin(Story story, String lang) {
        return newsroom.editing.begin(story, LANGUAGES.get(lang), copy(lang), Revision.Cause.SAVE, LOTTE);
    }

    /** A story that is public in these languages since this instant; answers its id. */
    private long out(Kind kind, List<Topic> about, Instant since, String... langs) {
        return newsroom.inTransaction(() -> {
            List<Topic> topics =
                    about.stream().map(one -> newsroom.topics.get(one.slug())).toList();
            Story story = newsroom.editing.open(kind, managed(section), topics, Optional.empty(), LOTTE);
            for (String lang : langs) newsroom.editing.publishAs(begin(story, lang), since, LOTTE);
            return story.id();
        });
    }

    private long scheduled(Instant at) {
        return newsroom.inTransaction(() -> {
            Edition edition = begin(story(), "fr");
            newsroom.editing.schedule(edition, at, LOTTE);
            return edition.id();
        });
    }

    private static List<Long> stories(Listing listing) {
        return newsroom.editions.publicPage(listing).editions().stream()
                .map(edition -> edition.story().id())
                .toList();
    }

    /** Does it in a transaction of its own, on another thread, and waits for its commit. */
    private static <T> T elsewhere(Callable<T> work) throws Exception {
        return otherDesk.submit(() -> newsroom.inTransaction(work)).get(10, TimeUnit.SECONDS);
    }

    private static String sqlState(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) return sql.getSQLState();
        }
        throw new AssertionError("No SQLException in it", thrown);
    }

    private static Refusal refusal(ThrowingCallable step) {
        return Optional.ofNullable(catchThrowableOfType(Refusal.class, step))
                .orElseThrow(() -> new AssertionError("It was not refused"));
    }
}
