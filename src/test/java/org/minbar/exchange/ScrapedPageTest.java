package org.minbar.exchange;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.exchange.ScrapedPage.Became;
import org.minbar.exchange.ScrapedPage.Draft;
import org.minbar.exchange.ScrapedPage.FlashLine;
import org.minbar.exchange.ScrapedPage.Items;
import org.minbar.exchange.ScrapedPage.LineReport;
import org.minbar.exchange.ScrapedPage.Paragraph;
import org.minbar.exchange.ScrapedPage.Part;
import org.minbar.exchange.ScrapedPage.Quote;
import org.minbar.exchange.ScrapedPage.Subheading;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Words;

/**
 * The pages in {@code exchange/pages} are named {@code number-language-what}; beside each stands what a reader sees in
 * it, line by line.
 */
class ScrapedPageTest {

    private static final Path PAGES = Path.of("src/test/resources/exchange/pages");
    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    private static final Language ARABIC = LANGUAGES.get("ar");
    private static final Language FRENCH = LANGUAGES.get("fr");
    private static final Language ENGLISH = LANGUAGES.get("en");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_read_as_a_person_reads_it(Path page) throws IOException {
        String expected = Files.readString(Path.of(page.toString().replace(".txt", ".expected")));

        assertThat(String.join("\n", Outline.of(read(page))) + "\n").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_line_is_lost_and_none_stands_twice(Path page) throws IOException {
        everyLineIsAccountedForOnce(Files.readString(page), read(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_word_of_the_page_is_somewhere_in_what_was_read(Path page) throws IOException {
        ScrapedPage read = read(page);
        String kept = Folding.of(everythingKept(read));

        for (LineReport line : read.report()) {
            if (List.of(Became.BYLINE, Became.BLANK, Became.FLASH).contains(line.became())) {
                continue;
            }
            String text = Strands.lines(Files.readString(page)).get(line.line() - 1);
            for (String word : Folding.of(text).split(" ")) {
                assertThat(kept).as("line %s: %s", line.line(), text).contains(word);
            }
        }
    }

    @Test
    void lines_that_change_places_are_still_each_accounted_for() throws IOException {
        long seed = 20_261_121;
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (Path page : pages().toList()) {
            lines.addAll(Strands.lines(Files.readString(page)));
        }
        for (int round = 0; round < 300; round++) {
            String page = IntStream.range(0, random.nextInt(40))
                    .mapToObj(line -> lines.get(random.nextInt(lines.size())))
                    .collect(joining("\n"));
            ScrapedPage read = ScrapedPage.read(page, LANGUAGES.all().get(random.nextInt(3)));
            assertThat(read.report())
                    .as("seed %s, round %s:%n%s", seed, round, page)
                    .hasSize(Strands.lines(page).size());
            everyLineIsAccountedForOnce(page, read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", " \t \u00A0\r\n\r\n", "&nbsp;\n&#8203;"})
    void a_page_without_a_word_has_no_story(String page) {
        ScrapedPage read = ScrapedPage.read(page, FRENCH);

        assertThat(read.stories()).isEmpty();
        assertThat(read.flashes()).isEmpty();
        assertThat(read.setAside()).isEmpty();
        assertThat(read.report()).allMatch(line -> line.became() == Became.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028"})
    void any_line_end_will_do(String lineEnd) {
        String page = String.join(
                lineEnd,
                "Les dattes de Zagora cherchent un label",
                "",
                "Réunis samedi à Zagora, les producteurs de dattes ont décidé de demander une indication géographique.");

        ScrapedPage read = ScrapedPage.read(page, FRENCH);

        assertThat(read.report())
                .extracting(LineReport::became)
                .containsExactly(Became.HEADLINE, Became.BLANK, Became.PARAGRAPH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - 16:06أكثر من ألف زائر  | 16:06 | أكثر من ألف زائر
            16h06 Un bus en panne     | 16:06 | Un bus en panne
            16 h 06 - Un bus en panne | 16:06 | Un bus en panne
            16:06 - Roads are open    | 16:06 | Roads are open
            [16:06] Roads are open    | 16:06 | Roads are open
            4:06 PM – Roads are open  | 16:06 | Roads are open
            ١٦:٠٦ فتح الطريق          | 16:06 | فتح الطريق
            04:06 م – فتح الطريق      | 16:06 | فتح الطريق
            18h : les routes rouvrent | 18:00 | les routes rouvrent
            Roads are open again (16:06) | 16:06 | Roads are open again
            """)
    void a_time_glued_to_a_headline_is_told_from_it(String line, String time, String text) {
        assertThat(TickerLine.parse(line)).map(TickerLine::time).contains(LocalTime.parse(time));
        assertThat(TickerLine.parse(line)).map(TickerLine::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18h de débats au Parlement",
                "25:10 n'est pas une heure",
                "3:1 pour le Raja",
                "10:30-12:00 Atelier",
                "2030 World Cup: Spain loses a stadium"
            })
    void numbers_that_are_no_times_open_no_ticker(String line) {
        assertThat(TickerLine.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "16:06 11:23 01:44, 0 0 0",
        "01:44 00:10 23:50 22:00 23:10, 0 0 -1 -1 -2",
        "09:00 10:30 12:00, 0 0 0",
        "09:00 10:30, 0 -1",
        "10:00 heading 09:00 08:00 heading 07:00, 0 -1 -1 -2",
        "heading 10:00 09:00, 0 0"
    })
    void a_later_time_further_down_is_of_the_day_before(String list, String offsets) {
        List<Optional<LocalTime>> entries = Arrays.stream(list.split(" "))
                .map(entry ->
                        entry.equals("heading") ? Optional.<LocalTime>empty() : Optional.of(LocalTime.parse(entry)))
                .toList();

        assertThat(TickerLine.dayOffsets(entries).stream().map(String::valueOf).collect(joining(" ")))
                .isEqualTo(offsets);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            متابعة – تصوير : حسن جبار                  | حسن جبار=REPORTING حسن جبار=PHOTO
            متابعة وتصوير: حسن جبار                    | حسن جبار=REPORTING حسن جبار=PHOTO
            متابعة – حسن جبار                          | حسن جبار=REPORTING
            تصوير : حسن جبار                           | حسن جبار=PHOTO
            تصوير حسن جبار                             | حسن جبار=PHOTO
            بقلم: نادية العمراني وسعيد أوعمو           | نادية العمراني=WRITER سعيد أوعمو=WRITER
            بقلم أحمد و وداد حنفي                      | أحمد=WRITER وداد حنفي=WRITER
            بقلم: وداد حنفي                            | وداد حنفي=WRITER
            ترجمة: عبد الحق الزروالي                   | عبد الحق الزروالي=TRANSLATION
            Par Amina Haddad                           | Amina Haddad=WRITER
            Par Amina Haddad et Karim Saïdi            | Amina Haddad=WRITER Karim Saïdi=WRITER
            Par Amina Haddad, le 5 mars 2024           | Amina Haddad=WRITER
            Propos recueillis par Anas Filali          | Anas Filali=REPORTING
            Photo : Reuters                            | Reuters=PHOTO
            Texte : Rim Alaoui – Photos : Driss Tazi   | Rim Alaoui=WRITER Driss Tazi=PHOTO
            Traduit de l'anglais par Zineb El Fassi    | Zineb El Fassi=TRANSLATION
            By Amina Haddad and Karim Saidi            | Amina Haddad=WRITER Karim Saidi=WRITER
            By Amina Haddad, photos by Youssef Lahlou  | Amina Haddad=WRITER Youssef Lahlou=PHOTO
            © AFP                                      | AFP=PHOTO
            """)
    void a_credit_names_the_person_and_the_role(String line, String credits) {
        assertThat(new CreditLine(Furniture.shipped())
                        .read(line).stream()
                                .map(credit -> credit.name() + "=" + credit.role())
                                .collect(joining(" ")))
                .isEqualTo(credits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Par ailleurs, la commune annonce un marché",
                "By Friday the road had reopened",
                "تصوير فيلم جديد بورزازات",
                "ترجمة القرآن إلى الأمازيغية",
                "متابعة: إطلاق الحملة الوطنية لمحاربة الأمية بإقليم أزيلال",
                "Photo de famille au sommet de Rabat",
                "Reportage : Fès sous la pluie",
                "تقرير : المغرب صار \"حديقة الخضروات لأوروبا\""
            })
    void a_headline_that_opens_like_a_credit_is_none(String line) {
        assertThat(new CreditLine(Furniture.shipped()).read(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            fr | Le maire de Safi a déclaré mercredi que la corniche serait fermée aux voitures dès le mois de juillet. | La corniche serait fermée aux voitures dès le mois de juillet
            en | The minister said on Monday that schools in the valley would stay closed until the road is repaired. | Schools in the valley would stay closed until the road is repaired
            ar | قالت السيدة وداد حنفي، مديرة البرنامج، إن شبكات التواصل تتيح إمكانيات كبيرة للجمعيات المحلية. | شبكات التواصل تتيح إمكانيات كبيرة للجمعيات المحلية
            en | Rain has returned to the Souss. Farmers are sowing again after three years. | Rain has returned to the Souss
            fr | La bibliothèque de Fès numérise ses manuscrits, un travail de cinq ans mené par une dizaine de personnes dans un atelier. | La bibliothèque de Fès numérise ses manuscrits
            """)
    void a_story_without_a_headline_gets_one_from_its_first_sentence(String tag, String text, String headline) {
        Language language = LANGUAGES.get(tag);

        assertThat(ScrapedPage.read(text, language).stories())
                .extracting(Draft::headline)
                .containsExactly(headline);
    }

    @Test
    void a_working_headline_is_never_longer_than_ninety_characters() {
        String endless = "كلمة طويلة جدا ".repeat(400) + ".";

        String headline = ScrapedPage.read(endless, ARABIC).stories().get(0).headline();

        assertThat(Words.graphemes(headline)).isBetween(30, 90);
        assertThat(headline).endsWith("…");
    }

    @Test
    void a_paragraph_too_long_to_read_is_divided_at_its_sentences_and_nowhere_else() {
        String sentence = "Le Dr. Alami a reçu 3.500 lettres en 2023, dont « Merci. Merci ! » était la plus courte. ";
        ScrapedPage read = ScrapedPage.read(sentence.repeat(20), FRENCH);

        List<Part> parts = read.stories().get(0).parts();

        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(part -> assertThat(((Paragraph) part).text())
                .startsWith("Le Dr.")
                .endsWith("courte."));
        assertThat(parts.stream().map(part -> ((Paragraph) part).text()).collect(joining(" ")))
                .isEqualTo(sentence.repeat(20).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\n",
                "a\n",
                "A headline that leads nowhere\n",
                "- 16:06 A ticker that never ends\n",
                "16:06\nA ticker that never ends\n",
                "“An open quotation that nobody closes\n",
                "Sentences, of which there is no end. ",
                "A paragraph that is long enough to be taken for the text of a story, and which ends.\n",
                "and so on and on without a capital or a stop\n",
                "- an item of a list\n",
                "Read also\nA headline\n",
                "* * ** # : : ",
                "&amp;&nbsp;&#8217;"
            })
    void a_heap_of_the_same_is_read_to_its_end(String piece) {
        String page = piece.repeat(300_000 / piece.length());

        assertThat(ScrapedPage.read(page, ENGLISH).report()).hasSameSizeAs(Strands.lines(page));
    }

    @Test
    void five_megabytes_of_pages_are_read_in_bounded_time() throws IOException {
        StringBuilder heap = new StringBuilder();
        for (Path page : pages().toList()) {
            heap.append(Files.readString(page)).append("\n");
        }
        String page = heap.toString().repeat(5_000_000 / heap.length());

        ScrapedPage read = assertTimeout(Duration.ofMinutes(2), () -> ScrapedPage.read(page, ARABIC));

        assertThat(read.report()).hasSameSizeAs(Strands.lines(page));
    }

    private static ScrapedPage read(Path page) throws IOException {
        String language = page.getFileName().toString().split("-")[1];
        return ScrapedPage.read(Files.readString(page), LANGUAGES.get(language));
    }

    private static void everyLineIsAccountedForOnce(String page, ScrapedPage read) {
        int lines = Strands.lines(page).size();
        assertThat(read.report())
                .extracting(LineReport::line)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, lines).boxed().toList());
        assertThat(read.setAside())
                .extracting(ScrapedPage.SetAside::line)
                .containsExactlyElementsOf(linesThatBecame(read, Became.SET_ASIDE));
        List<Integer> flashes = linesThatBecame(read, Became.FLASH);
        assertThat(read.flashes())
                .extracting(FlashLine::line)
                .isSubsetOf(flashes)
                .doesNotHaveDuplicates();
        long headlines = read.report().stream()
                .filter(line ->
                        (line.became() == Became.HEADLINE && !line.notes().contains(ScrapedPage.Note.JOINED))
                                || line.notes().contains(ScrapedPage.Note.DERIVED_HEADLINE))
                .count();
        assertThat(headlines).as(page).isEqualTo(read.stories().size());
    }

    private static List<Integer> linesThatBecame(ScrapedPage read, Became became) {
        return read.report().stream()
                .filter(line -> line.became() == became)
                .map(LineReport::line)
                .toList();
    }

    private static String everythingKept(ScrapedPage read) {
        Stream<String> stories = read.stories().stream()
                .flatMap(story -> Stream.concat(
                        Stream.of(
                                story.headline(),
                                story.standfirst(),
                                story.dateline().orElse("")),
                        story.parts().stream().map(ScrapedPageTest::text)));
        return Stream.concat(stories, read.setAside().stream().map(ScrapedPage.SetAside::text))
                .collect(joining(" "));
    }

    private static String text(Part part) {
        if (part instanceof Paragraph paragraph) {
            return paragraph.text();
        }
        if (part instanceof Subheading subheading) {
            return subheading.text();
        }
        if (part instanceof Items list) {
            // The number in front of an item is its mark, and is not kept.
            return IntStream.rangeClosed(1, list.items().size())
                            .mapToObj(String::valueOf)
                            .collect(joining(" ")) + " " + String.join(" ", list.items());
        }
        return String.join(" ", ((Quote) part).paragraphs());
    }
}
