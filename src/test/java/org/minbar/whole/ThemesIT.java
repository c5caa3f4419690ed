package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.minbar.whole.RunningMinbar.Setup;

/**
 * A designer at work on a running newsroom: a theme of her own in a folder, over the gazette, changed and broken and
 * mended while readers read.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ThemesIT {

    @TempDir
    private static Path themes;

    private static RunningMinbar minbar;
    private static int second;

    @BeforeAll
    static void a_newspaper_with_a_theme_of_its_own() throws IOException {
        write("atlas/theme.properties", "parent=gazette");
        write("atlas/templates/parts/nameplate.html", "<a href=\"{{ page.frame.home }}\" rel=\"home\">Atlas</a>");
        minbar = RunningMinbar.start(Setup.fresh("themes")
                .withSample()
                .with("MINBAR_THEMES", themes.toString())
                .with("MINBAR_THEME", "atlas"));
    }

    @AfterAll
    static void it_closes() {
        if (minbar != null) minbar.close();
    }

    /** Time stands still for nobody: each file is a second younger than the one before, as under a designer's hands. */
    private static void write(String file, String text) throws IOException {
        Path path = themes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(
                path, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second++)));
    }

    private static String nameplate(String lang) {
        return minbar.get("/" + lang + "/")
                .expect(200)
                .page()
                .select(".nameplate")
                .text();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void a_theme_lends_what_it_lacks_from_the_gazette_and_changes_while_readers_read() throws IOException {
        assertThat(nameplate("ar")).isEqualTo("Atlas");
        assertThat(minbar.get("/fr/")
                        .expect(200)
                        .page()
                        .select("link[rel=preload]")
                        .eachAttr("href"))
                .anyMatch(href -> href.contains("tajawal-latin-800"));
        write("atlas/templates/parts/nameplate.html", "<a href=\"{{ page.frame.home }}\" rel=\"home\">Haut Atlas</a>");
        Until.within(Duration.ofSeconds(5), "the new name on the page that was kept", () -> nameplate("ar")
                .equals("Haut Atlas"));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void readers_are_not_told_where_a_template_is_broken_and_the_house_is() throws IOException {
        String page =
                minbar.get("/ar/").expect(200).page().expectFirst(".headline a").attr("href");
        write(
                "atlas/templates/story.html",
                "{% extends \"default:story\" %}\n{% block content %}\n{{ page.headlin }}\n{% endblock %}\n");
        try {
            Until.within(
                    Duration.ofSeconds(5),
                    "the broken template",
                    () -> minbar.get(page).status() == 500);
            Answer reader = minbar.get(page);
            assertThat(reader.page().expectFirst("h1").text()).isEqualTo("وقع خلل من جهتنا");
            assertThat(reader.text()).doesNotContain("headlin ", "atlas/templates", "Exception", "pebble");

            Desk desk = Desk.signedIn(minbar, LOTTE, PASSWORD);
            Answer designer = desk.get(page).expect(500);
            assertThat(designer.page().select(".fault").text())
                    .contains("atlas/templates/story.html:3")
                    .contains("headlin");
            assertThat(designer.page().expectFirst("html").attr("lang")).isEqualTo("ar");
            assertThat(designer.header("Cache-Control")).contains("no-store");

            write(
                    "atlas/templates/story.html",
                    "{% extends \"default:story\" %}\n{% block content %}{% include \"parts/nowhere\" %}{% endblock %}");
            assertThat(desk.get(page).expect(500).page().select(".fault").text())
                    .contains("atlas/templates/story.html:2")
                    .contains("parts/nowhere");
            minbar.get(page).expect(500);
        } finally {
            Files.delete(themes.resolve("atlas/templates/story.html"));
        }
        Until.within(
                Duration.ofSeconds(5), "the mended page", () -> minbar.get(page).status() == 200);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void a_theme_whose_refusal_is_broken_still_refuses_in_the_readers_language() throws IOException {
        write("atlas/templates/refusal.html", "{{ nothing.at.all }}");
        try {
            Until.within(Duration.ofSeconds(5), "the broken refusal", () -> !minbar.get("/fr/no-such-page")
                    .text()
                    .contains("masthead"));
            Answer refused = minbar.get("/fr/no-such-page");
            assertThat(refused.status()).isGreaterThanOrEqualTo(400);
            assertThat(refused.page().expectFirst("html").attr("lang")).isEqualTo("fr");
            assertThat(refused.page().expectFirst("h1").text()).isNotBlank();
            assertThat(refused.text()).doesNotContain("nothing.at.all", "Exception", "Payara");
        } finally {
            Files.delete(themes.resolve("atlas/templates/refusal.html"));
        }
        assertThat(minbar.get("/fr/no-such-page").expect(404).page().select(".nameplate"))
                .isNotEmpty();
    }

    /** In the browser: the choice of the reader holds without script, and from page to page with it. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void a_reader_chooses_the_size_of_the_text() {
        try (Chromium chromium = Chromium.start()) {
            for (boolean script : new boolean[] {true, false}) {
                Page page = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale("ar")
                                .setBaseURL(minbar.base())
                                .setJavaScriptEnabled(script))
                        .newPage();
                openTheLead(page);
                double before = size(page);
                page.locator(".text-size label").last().click();
                assertThat(size(page)).as("script " + script).isCloseTo(before * 1.45, within(0.5));
                openTheLead(page);
                assertThat(size(page))
                        .as("on the next page, script " + script)
                        .isCloseTo(script ? before * 1.45 : before, within(0.5));
                page.context().close();
            }
        }
    }

    private static void openTheLead(Page page) {
        page.navigate("/ar/");
        page.locator(".lead .headline a").click();
        page.waitForURL(Pattern.compile(".*/ar/\\d+/.*"));
    }

    private static double size(Page page) {
        return ((Number) page.locator(".prose").evaluate("prose => parseFloat(getComputedStyle(prose).fontSize)"))
                .doubleValue();
    }
}
