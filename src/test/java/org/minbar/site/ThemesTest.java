package org.minbar.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.HtmlChecker;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.view.Assets;
import org.minbar.view.Cabinet;
import org.minbar.view.Press;
import org.minbar.view.Themes;
import org.minbar.view.View;

class ThemesTest {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    private static final Themes THEMES = new Themes(Cabinet.folder(Path.of("themes")));
    private static final Assets ASSETS = new Assets(THEMES);
    private static final Press PRESS = PressProof.press(LANGUAGES, THEMES, ASSETS, "default");

    private static final HtmlChecker CHECKER = new HtmlChecker();

    /** A printed page: its name for the report, its language, what was printed. */
    record Printed(String name, Language language, String html, Document page) {
        @Override
        public String toString() {
            return language + " " + name;
        }
    }

    private static final List<Printed> PAGES = everything().toList();

    /** Every page in every language and every theme; the desk's own look is the same in all of them. */
    static List<Printed> pages() {
        return PAGES;
    }

    private static Stream<Printed> everything() {
        return readersThemes().flatMap(theme -> {
            Press press = PressProof.press(LANGUAGES, THEMES, ASSETS, theme);
            return LANGUAGES.all().stream().flatMap(language -> new SamplePages(LANGUAGES, language)
                    .all().entrySet().stream()
                            .filter(each ->
                                    theme.equals("default") || each.getValue().room() != View.Room.DESK)
                            .map(each -> printed(
                                    theme.equals("default") ? each.getKey() : theme + "-" + each.getKey(),
                                    language,
                                    press.print(each.getValue()))));
        });
    }

    static Stream<String> readersThemes() {
        File[] folders = Objects.requireNonNull(new File("themes").listFiles(File::isDirectory));
        return Arrays.stream(folders)
                .map(File::getName)
                .filter(theme -> !theme.equals("desk"))
                .sorted();
    }

    private static Printed printed(String name, Language language, String html) {
        return new Printed(name, language, html, Jsoup.parse(html, "https://minbar.example/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_html_without_an_error(Printed printed) {
        assertThat(CHECKER.errors(printed.html)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readersThemes")
    void a_piece_that_is_sent_alone_is_html_without_an_error(String theme) {
        Press press = PressProof.press(LANGUAGES, THEMES, ASSETS, theme);
        for (Language language : LANGUAGES.all()) {
            new SamplePages(LANGUAGES, language).pieces().forEach((name, piece) -> {
                String html = "<!doctype html><html lang=" + language.tag() + " dir=" + language.dir()
                        + "><title>Minbar</title><h1>Minbar</h1>" + press.print(piece) + "</html>";
                assertThat(CHECKER.errors(html)).as(name).isEmpty();
                assertThat(Jsoup.parse(html).select("style, [style], script")).isEmpty();
            });
        }
    }

    /** Else none of the pages would have any. */
    @Test
    void an_error_would_be_found() {
        assertThat(CHECKER.errors(
                        "<!doctype html><html lang=fr><title>À la une</title><ul><p role=paper>Une<img src=a></ul>"))
                .hasSize(2);
        assertThat(CHECKER.errors("<!doctype html><html lang=fr><title>À la une</title><p>Une"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_says_its_language_and_direction(Printed printed) {
        Element html = printed.page.expectFirst("html");
        assertThat(html.attr("lang")).isEqualTo(printed.language.tag());
        assertThat(html.attr("dir")).isEqualTo(printed.language.dir());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_its_landmarks_and_a_way_past_the_masthead(Printed printed) {
        assertThat(printed.page.select("main#content")).hasSize(1);
        assertThat(printed.page.select("a.skip[href=#content]")).hasSize(1);
        assertThat(printed.page.title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headings_begin_with_one_h1_and_skip_no_level(Printed printed) {
        List<Element> headings = printed.page.select("h1, h2, h3, h4, h5, h6");
        assertThat(printed.page.select("h1")).hasSize(1);
        int level = 0;
        for (Element heading : headings) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as("%s after h%d", heading, level).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_styled_or_scripted_inside_the_page(Printed printed) {
        assertThat(printed.page.select("style, [style], script:not([src], [type=application/ld+json])"))
                .isEmpty();
        assertThat(printed.page.select("script[src]:not([type=module])")).isEmpty();
        for (Element element : printed.page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as("%s", element.tagName()).doesNotStartWith("on");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everything_a_page_loads_comes_from_the_house_and_exists(Printed printed) {
        List<String> addresses = new ArrayList<>();
        printed.page
                .select("link[rel=stylesheet], link[rel=icon], link[rel=preload]")
                .forEach(link -> addresses.add(link.attr("href")));
        printed.page.select("script[src]").forEach(script -> addresses.add(script.attr("src")));
        assertThat(addresses).isNotEmpty();
        for (String address : addresses) {
            Assets.Asset asset = ASSETS.at(address).orElseThrow(() -> new AssertionError(address));
            assertThat(asset.fresh()).as(address).isTrue();
        }
        printed.page
                .select("img[src], script[src], iframe[src], source[src]")
                .forEach(loaded -> assertThat(loaded.attr("src")).startsWith("/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_time_can_be_read_by_a_machine(Printed printed) {
        for (Element time : printed.page.select("time")) {
            assertThat(time.attr("datetime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
            assertThat(time.text()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_run_in_the_other_script_carries_its_language(Printed printed) {
        if (printed.name.startsWith("desk-import")) {
            return; // What was pasted is shown as it came, with dir=auto.
        }
        Pattern other = printed.language.rightToLeft()
                ? Pattern.compile("\\p{IsLatin}{7,}")
                : Pattern.compile("\\p{IsArabic}{2,}");
        for (Element element : printed.page.body().getAllElements()) {
            // What a sentence was said with is isolated in it; only markup could say its language.
            Matcher run = other.matcher(element.ownText().replaceAll("\u2068[^\u2069]*\u2069", ""));
            if (run.find() && !element.ownText().contains("://")) {
                Element marked = Objects.requireNonNull(element.closest("[lang]"));
                assertThat(marked.attr("lang"))
                        .as("«%s» in %s", run.group(), element.outerHtml())
                        .isNotEqualTo(printed.language.tag());
                assertThat(marked.attr("dir")).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_field_has_a_label_and_every_picture_its_words(Printed printed) {
        for (Element field : printed.page.select("input:not([type=hidden]), textarea")) {
            boolean labelled = field.closest("label") != null
                    || !field.attr("aria-label").isBlank()
                    || !field.id().isEmpty()
                            && !printed.page
                                    .select("label[for=" + field.id() + "]")
                                    .isEmpty();
            assertThat(labelled).as("%s", field).isTrue();
        }
        printed.page.select("img").forEach(image -> assertThat(image.hasAttr("alt"))
                .isTrue());
        printed.page.select("nav, section").forEach(part -> assertThat(
                        part.hasAttr("aria-label") || part.hasAttr("aria-labelledby"))
                .as("%s", part)
                .isTrue());
        List<String> ids = printed.page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void what_a_reader_types_is_escaped() {
        View asked = new SamplePages(LANGUAGES, LANGUAGES.get("en")).all().get("search-none");
        Document page = Jsoup.parse(PRESS.print(Objects.requireNonNull(asked)));
        assertThat(page.select("main b")).isEmpty();
        assertThat(page.expectFirst("#q").attr("value")).isEqualTo("ESCWA <b>");
    }

    static Stream<Path> sheets() throws IOException {
        return Files.walk(Path.of("themes")).filter(file -> file.toString().endsWith(".css"));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_sheet_measures_along_the_text_and_never_by_left_and_right(Path sheet) throws IOException {
        String rules = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
        assertThat(rules).doesNotContainPattern("(?<![a-z])(left|right)(?![a-z])");
        assertThat(rules).doesNotContainPattern("(?<![a-z-])(margin|padding|border)-(top|bottom)");
        assertThat(rules).doesNotContain("letter-spacing", "http:", "https:", "!important");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_sheet_loads_only_what_exists(Path sheet) {
        String theme = sheet.getName(1).toString();
        String path = sheet.subpath(3, sheet.getNameCount()).toString();
        Assets.Asset set = ASSETS.at(ASSETS.address(theme, path)).orElseThrow();
        Matcher urls =
                Pattern.compile("url\\(\"([^\"]+)\"\\)").matcher(new String(set.bytes(), StandardCharsets.UTF_8));
        int loaded = 0;
        while (urls.find()) {
            assertThat(ASSETS.at(urls.group(1))).as(urls.group(1)).isPresent();
            loaded++;
        }
        // The sheet of a single screen stands upon the theme's own, which brings the faces.
        if (List.of("css/site.css", "css/desk.css").contains(path))
            assertThat(loaded).isPositive();
    }

    @Test
    void the_faces_that_a_page_loads_weigh_less_than_76_kilobytes() throws IOException {
        long weight = 0;
        try (Stream<Path> faces = Files.list(Path.of("themes/base/assets/fonts"))) {
            for (Path face : faces.filter(each -> each.toString().endsWith("00.woff2"))
                    .filter(each -> !each.toString().contains("-rare-"))
                    .toList()) {
                weight += Files.size(face);
            }
        }
        assertThat(weight).isBetween(40L * 1024, 76L * 1024);
    }

    @ParameterizedTest
    @MethodSource("readersThemes")
    void what_a_theme_fetches_beforehand_weighs_less_than_76_kilobytes(String theme) {
        Press press = PressProof.press(LANGUAGES, THEMES, ASSETS, theme);
        for (Language language : LANGUAGES.all()) {
            View story = new SamplePages(LANGUAGES, language).all().get("story");
            int weight = 0;
            for (Element face : Jsoup.parse(press.print(story)).select("link[rel=preload][as=font]")) {
                weight += ASSETS.at(face.attr("href")).orElseThrow().bytes().length;
            }
            assertThat(weight).as(language.tag()).isLessThan(76 * 1024);
        }
    }

    @Test
    void every_template_is_printed_by_a_sample() throws IOException {
        SamplePages samples = new SamplePages(LANGUAGES, LANGUAGES.first());
        List<String> used = Stream.of(samples.all(), samples.pieces())
                .flatMap(views -> views.values().stream())
                .map(view -> (view.room() == View.Room.DESK ? "desk/" : "base/") + view.template())
                .toList();
        for (String theme : List.of("base", "desk")) {
            try (Stream<Path> templates = Files.list(Path.of("themes", theme, "templates"))) {
                List<String> names = templates
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".html") && !name.equals("layout.html"))
                        .map(name -> theme + "/" + name.replace(".html", ""))
                        .toList();
                assertThat(used).containsAll(names);
            }
        }
    }
}
