package org.minbar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minbar.Cast.AR;
import static org.minbar.Cast.FR;
import static org.minbar.Cast.LANGUAGES;
import static org.minbar.Cast.LOTTE;
import static org.minbar.Cast.NOON;
import static org.minbar.Cast.THREE_PM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.Newsroom;
import org.minbar.Store;
import org.minbar.darkroom.FileType;
import org.minbar.darkroom.FocalPoint;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.topic.Section;

/** Files of the library on both databases: who finds them, who may see them, and until when. */
class MediaFilesShelfTest {

    private static MediaFile.Bytes bytes(FileType type, String hash) {
        return new MediaFile.Bytes(
                type,
                hash.repeat(64).substring(0, 64),
                hash.repeat(64).substring(0, 64),
                9_000,
                3_000,
                2_000,
                false,
                false);
    }

    private static MediaFile picture(Newsroom newsroom, String hash) {
        MediaFile file = newsroom.files.add(
                new MediaFile("IMG_" + hash + ".jpg", bytes(FileType.JPEG, hash), LOTTE, newsroom.clock));
        newsroom.files.settle();
        file.facts(Optional.empty(), false, LANGUAGES.all(), LOTTE, newsroom.clock);
        newsroom.files.catchwords(file);
        return file;
    }

    private static void say(Newsroom newsroom, MediaFile file, String lang, String alt, String credit) {
        file.describe(lang, FileWords.of(alt, "", credit, "", ""), LANGUAGES.all(), LOTTE, newsroom.clock);
        newsroom.files.catchwords(file);
    }

    private static Story story(Newsroom newsroom) {
        Section section = newsroom.sections.findOrMake("culture", "ar", "ثقافة");
        return newsroom.editing.open(Kind.ARTICLE, section, List.of(), Optional.empty(), LOTTE);
    }

    private static Edition edition(Newsroom newsroom, Story story, Language language, long... shown) {
        List<Block> blocks = new ArrayList<>(List.of(Block.Paragraph.of("نص")));
        for (long file : shown) blocks.add(Block.Figure.of(file));
        return newsroom.editing.begin(story, language, copy(language, blocks), Revision.Cause.SAVE, LOTTE);
    }

    private static Copy copy(Language language, List<Block> blocks) {
        return Copy.of(
                "عنوان",
                "",
                BodyHtml.of(new Body(blocks), language.tag(), language.dir()).html(),
                null,
                List.of(),
                language);
    }

    @ParameterizedTest
    @EnumSource
    void the_public_sees_a_picture_as_long_as_an_edition_that_it_may_see_shows_it(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            List<Long> ids = newsroom.inTransaction(() -> {
                MediaFile inFrench = picture(newsroom, "a");
                MediaFile leading = picture(newsroom, "b");
                MediaFile nowhere = picture(newsroom, "c");
                for (MediaFile file : List.of(inFrench, leading)) {
                    say(newsroom, file, "ar", "نوارس", "سلمى");
                    say(newsroom, file, "fr", "Des mouettes", "Salma");
                }
                Story story = story(newsroom);
                edition(newsroom, story, AR);
                edition(newsroom, story, FR, inFrench.id());
                newsroom.editing.picture(story, Optional.of(leading.id()), LOTTE);
                return List.of(inFrench.id(), leading.id(), nowhere.id(), story.id());
            });
            long inFrench = ids.get(0);
            long leading = ids.get(1);
            assertThat(shown(newsroom, ids)).as("nothing is published").isEmpty();

            newsroom.inTransaction(() -> newsroom.editing.publish(newsroom.editions.get(ids.get(3), "ar"), LOTTE));
            assertThat(shown(newsroom, ids)).as("the lead is every edition's").containsExactly(leading);

            newsroom.inTransaction(() -> newsroom.editing.publish(newsroom.editions.get(ids.get(3), "fr"), LOTTE));
            assertThat(shown(newsroom, ids)).containsExactly(inFrench, leading);

            newsroom.inTransaction(
                    () -> newsroom.editing.embargo(newsroom.stories.get(ids.get(3)), Optional.of(THREE_PM), LOTTE));
            assertThat(shown(newsroom, ids)).as("under embargo").isEmpty();
            newsroom.clock.set(THREE_PM.minusMillis(1));
            assertThat(shown(newsroom, ids)).isEmpty();
            newsroom.clock.set(THREE_PM);
            assertThat(shown(newsroom, ids)).as("to the millisecond").containsExactly(inFrench, leading);

            newsroom.inTransaction(() -> {
                Edition french = newsroom.editions.get(ids.get(3), "fr");
                newsroom.editing.write(
                        french, FR, copy(FR, List.of(Block.Paragraph.of("Texte"))), Revision.Cause.SAVE, LOTTE);
            });
            assertThat(shown(newsroom, ids)).as("taken out of the text").containsExactly(leading);

            newsroom.inTransaction(() -> {
                for (String lang : List.of("ar", "fr")) {
                    newsroom.editing.withdraw(newsroom.editions.get(ids.get(3), lang), "خطأ", LOTTE);
                }
            });
            assertThat(shown(newsroom, ids)).as("withdrawn").isEmpty();
        }
    }

    private static List<Long> shown(Newsroom newsroom, List<Long> ids) {
        return newsroom.inTransaction(() -> ids.subList(0, 3).stream()
                .filter(newsroom.editions::publicShows)
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void nothing_goes_out_with_a_picture_that_says_nothing(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                MediaFile file = picture(newsroom, "a");
                say(newsroom, file, "ar", "نوارس", "سلمى");
                Story story = story(newsroom);
                Edition arabic = edition(newsroom, story, AR, file.id());
                Edition french = edition(newsroom, story, FR, file.id());
                newsroom.editing.publish(arabic, LOTTE);
                assertThatThrownBy(() -> newsroom.editing.publish(french, LOTTE))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                                .isEqualTo("not-ready.picture-alt"));
                newsroom.editing.write(
                        french,
                        FR,
                        copy(
                                FR,
                                List.of(
                                        Block.Paragraph.of("Texte"),
                                        new Block.Figure(
                                                file.id(),
                                                "Des mouettes",
                                                org.minbar.text.Wording.EMPTY,
                                                "Salma",
                                                false))),
                        Revision.Cause.SAVE,
                        LOTTE);
                newsroom.editing.publish(french, LOTTE);
                assertThat(french.isPublished()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_is_found_by_its_words_in_any_language_however_they_are_typed(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                MediaFile gulls = picture(newsroom, "a");
                say(newsroom, gulls, "ar", "نوارسُ فوق الأسوار", "سلمى الإدريسي");
                say(newsroom, gulls, "fr", "Des mouettes à Essaouira", "Salma Idrissi");
                say(newsroom, gulls, "en", "Gulls", "Salma Idrissi");
                MediaFile bare = picture(newsroom, "b");
                edition(newsroom, story(newsroom), AR, bare.id());
            });
            newsroom.inTransaction(() -> {
                assertThat(found(newsroom, "اسوار الادريسي")).containsExactly("IMG_a.jpg");
                assertThat(found(newsroom, "mouettes essaouira")).containsExactly("IMG_a.jpg");
                assertThat(found(newsroom, "img_")).containsExactly("IMG_b.jpg", "IMG_a.jpg");
                assertThat(found(newsroom, "100%")).isEmpty();
                assertThat(chosen(newsroom, Choice.Show.UNUSED)).containsExactly("IMG_a.jpg");
                assertThat(chosen(newsroom, Choice.Show.LACKING)).containsExactly("IMG_b.jpg");
            });
        }
    }

    private static List<String> found(Newsroom newsroom, String typed) {
        return names(newsroom, new Choice(typed, null, Choice.Show.ALL, null, null, null, null));
    }

    private static List<String> chosen(Newsroom newsroom, Choice.Show show) {
        return names(newsroom, new Choice("", null, show, null, null, null, null));
    }

    private static List<String> names(Newsroom newsroom, Choice choice) {
        Chosen whole = newsroom.files.choose(choice, 10);
        assertThat(whole.inAll()).isEqualTo(whole.files().size());
        assertThat(whole.before()).isEmpty();
        List<MediaFile> leafed = new ArrayList<>();
        for (Chosen page = newsroom.files.choose(choice, 1); !page.files().isEmpty(); ) {
            assertThat(page.inAll()).isEqualTo(whole.inAll());
            leafed.addAll(page.files());
            if (!page.more()) break;
            page = newsroom.files.choose(choice.before(Long.valueOf(page.before())), 1);
        }
        assertThat(leafed).as("page by page").isEqualTo(whole.files());
        return leafed.stream().map(MediaFile::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_its_rights_is_told_a_week_before_and_once_more_when_it_comes(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            LocalDate today = LocalDate.ofInstant(NOON, java.time.ZoneOffset.UTC);
            long id = newsroom.inTransaction(() -> {
                MediaFile file = picture(newsroom, "a");
                file.license("", Optional.of(today.plusDays(9)), true, LOTTE, newsroom.clock);
                return file.id();
            });
            assertThat(told(newsroom)).isEmpty();
            newsroom.clock.set(NOON.plus(Duration.ofDays(2)));
            assertThat(told(newsroom)).containsExactly("RightsEnding");
            assertThat(told(newsroom)).as("once").isEmpty();
            assertThat(chosen(newsroom)).containsExactly(id);
            newsroom.clock.set(NOON.plus(Duration.ofDays(9)));
            assertThat(told(newsroom)).as("the last day is a day").isEmpty();
            newsroom.clock.set(NOON.plus(Duration.ofDays(10)));
            assertThat(told(newsroom)).containsExactly("RightsEnded");
            assertThat(told(newsroom)).isEmpty();
            newsroom.inTransaction(() ->
                    newsroom.files.get(id).license("", Optional.of(today.plusDays(12)), true, LOTTE, newsroom.clock));
            assertThat(told(newsroom)).as("another day, told anew").containsExactly("RightsEnding");
        }
    }

    private static List<Long> chosen(Newsroom newsroom) {
        return newsroom.inTransaction(() ->
                newsroom
                        .files
                        .choose(new Choice("", null, Choice.Show.EXPIRING, null, null, null, null), 10)
                        .files()
                        .stream()
                        .map(MediaFile::id)
                        .toList());
    }

    private static List<String> told(Newsroom newsroom) {
        return newsroom.inTransaction(() -> newsroom.files.ending(10).stream()
                .flatMap(file -> file.tellExpiry(newsroom.files.today()).stream())
                .map(RightsHappening::kind)
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void of_two_who_bring_the_same_bytes_at_once_the_second_gets_the_firsts(Store store) throws Exception {
        try (Newsroom newsroom = Newsroom.on(store)) {
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<Future<Long>> brought = new ArrayList<>();
                for (int desk = 0; desk < 2; desk++) {
                    brought.add(two.submit(() -> newsroom.inTransaction(() -> {
                        String hash = "d".repeat(64);
                        newsroom.files.claim(hash);
                        return newsroom.files.known(hash).map(MediaFile::id).orElseGet(() -> picture(newsroom, "d")
                                .id());
                    })));
                }
                assertThat(brought.get(0).get()).isEqualTo(brought.get(1).get());
            } finally {
                two.shutdown();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_framing_is_another_address_and_another_file_keeps_words_and_number(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                MediaFile file = picture(newsroom, "a");
                say(newsroom, file, "ar", "نوارس", "سلمى");
                String stamp = file.stamp();
                file.frame(new FocalPoint(0.2, 0.3), Map.of(), LOTTE, newsroom.clock);
                assertThat(file.stamp()).isNotEqualTo(stamp);
                String framed = file.stamp();
                file.replace("autre.jpg", bytes(FileType.JPEG, "b"), LOTTE, newsroom.clock);
                assertThat(file.stamp()).isNotIn(stamp, framed);
                assertThat(file.words("ar").alt()).isEqualTo("نوارس");
                assertThatThrownBy(() -> file.replace("a.pdf", bytes(FileType.PDF, "e"), LOTTE, newsroom.clock))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                                .isEqualTo("another-form"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_is_for_people_and_never_a_path(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                assertThat(named(newsroom, "../../etc/passwd")).isEqualTo("passwd");
                assertThat(named(newsroom, "C:\\fotos\\a.jpg")).isEqualTo("a.jpg");
                assertThat(named(newsroom, "\u202Egpj.exe\u0007")).isEqualTo("gpj.exe");
                assertThat(named(newsroom, "صورة ".repeat(200))).hasSize(300);
            });
        }
    }

    private static String named(Newsroom newsroom, String name) {
        return new MediaFile(name, bytes(FileType.JPEG, "a"), LOTTE, newsroom.clock).name();
    }
}
