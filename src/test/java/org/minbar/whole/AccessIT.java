package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be tested of WCAG 2.2 AA by a machine (axe-core), on every page in both directions: all of it by day, and by
 * night what depends on colours, which are the same in both directions.
 */
class AccessIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final String AXE = script();
    private static final String LOOK =
            """
            async rules => (await axe.run(document, {
              runOnly: rules, resultTypes: ['violations'], elementRef: false,
            })).violations.flatMap(each => each.nodes.map(node => each.id + ' ' + node.target.join(' ') + ': '
              + [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')))
            """;
    private static final List<String> AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (chromium != null) chromium.close();
    }

    private static String script() {
        try (InputStream axe = Objects.requireNonNull(AccessIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Narrow in one direction and wide in the other: the same markup, each sheet's both halves. */
    @ParameterizedTest
    @CsvSource({"ar, 390", "fr, 1280"})
    void nobody_is_shut_out_of_a_page(String lang, int width) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(lang, width)) {
            Page page = context.newPage();
            for (EveryPage.Seen seen : EveryPage.ofReaders()) found.addAll(barriers(page, seen.name(), seen.in(lang)));
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr"})
    void nor_out_of_the_desk(String lang) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(lang, 1280)) {
            Page page = context.newPage();
            found.addAll(barriers(page, "sign-in", "/desk/sign-in?lang=" + lang));
            page.locator("input[name=email]").fill(LOTTE);
            page.locator("input[name=password]").fill(PASSWORD);
            page.waitForNavigation(() -> page.locator("input[name=password]").press("Enter"));
            for (EveryPage.Seen seen : EveryPage.ofEditors()) found.addAll(barriers(page, seen.name(), seen.path()));
        }
        assertThat(found).isEmpty();
    }

    /** The policy of our pages would keep the tester out: it alone is let past. */
    private static BrowserContext context(String lang, int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(lang)
                        .setBaseURL(MINBAR.base())
                        .setBypassCSP(true)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 900));
    }

    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page, String name, String path) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(path);
        page.evaluate(AXE);
        List<String> found = new ArrayList<>();
        for (String each : (List<String>) page.evaluate(LOOK, AA)) found.add(name + " " + each);
        if (!page.locator("html").getAttribute("dir").equals("rtl")) return found;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> colours = List.of("color-contrast", "link-in-text-block");
        for (String each : (List<String>) page.evaluate(LOOK, colours)) found.add(name + " in the dark " + each);
        return found;
    }
}
