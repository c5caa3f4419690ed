package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a reader with a cheap telephone pays for a page: 390 pixels wide, a processor four times slower than this one.
 * Pictures are her own choice and counted apart.
 */
class BudgetIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final long FIRST_VISIT = 100 * 1024;
    private static final long WITHOUT_FACES = 20 * 1024;

    /** Notes what moves, and what was the largest thing painted: it must have known its size before it came. */
    private static final String WITNESS =
            """
            window.moved = []; window.largest = '';
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved.push(entry.value + ' '
              + entry.sources.map(source => source.node?.className || source.node?.nodeName).join(', '))))
              .observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(({element}) => window.largest = !element ? 'nothing'
              : element.nodeName == 'IMG' && !(element.width && element.getAttribute('width') && element.getAttribute('height'))
              ? 'picture of unknown size' : element.nodeName)).observe({type: 'largest-contentful-paint', buffered: true});
            """;

    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (chromium != null) chromium.close();
    }

    /** Bytes on the wire, heads included, by the browser's own account. */
    private static final class Scales {
        private final Map<String, String> types = new HashMap<>();
        private long page;
        private long faces;

        Scales(CDPSession devtools) {
            devtools.send("Network.enable");
            devtools.on(
                    "Network.responseReceived",
                    event -> types.put(id(event), event.get("type").getAsString()));
            devtools.on("Network.loadingFinished", event -> {
                long bytes = event.get("encodedDataLength").getAsLong();
                switch (types.getOrDefault(id(event), "")) {
                    case "Image", "Media" -> {}
                    case "Font" -> faces += bytes;
                    default -> page += bytes;
                }
            });
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }

    private static BrowserContext phone(String lang, boolean scripts) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(lang)
                        .setBaseURL(MINBAR.base())
                        .setJavaScriptEnabled(scripts)
                        .setDeviceScaleFactor(2)
                        .setViewportSize(390, 844));
        context.addInitScript(WITNESS);
        return context;
    }

    private static Page slowPage(BrowserContext context) {
        Page page = context.newPage();
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", 4);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"ar, /ar/", "ar, /ar/1", "fr, /fr/", "fr, /fr/1"})
    void a_page_costs_little_and_keeps_still(String lang, String path) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = phone(lang, true)) {
            Page page = slowPage(context);
            Scales scales = new Scales(context.newCDPSession(page));
            page.onRequest(request -> {
                if (!request.url().startsWith(MINBAR.base() + "/")) complaints.add("asked " + request.url());
            });
            page.onConsoleMessage(message -> complaints.add("said " + message.text() + " of " + message.location()));
            page.onPageError(error -> complaints.add("broke " + error));
            page.navigate(path);
            page.evaluate("() => document.fonts.ready");
            assertThat(scales.faces).as("letters on the wire").isPositive();
            assertThat(scales.page).as("without letters").isPositive().isLessThanOrEqualTo(WITHOUT_FACES);
            assertThat(scales.page + scales.faces).as("the first visit").isLessThanOrEqualTo(FIRST_VISIT);
            readToTheEnd(page);
            assertThat((List<?>) page.evaluate("() => window.moved")).isEmpty();
            assertThat((String) page.evaluate("() => window.largest"))
                    .isNotEmpty()
                    .isNotEqualTo("picture of unknown size");

            long before = scales.page + scales.faces;
            page.navigate(path);
            page.evaluate("() => document.fonts.ready");
            assertThat(scales.page + scales.faces - before)
                    .as("the second visit")
                    .isLessThanOrEqualTo(WITHOUT_FACES);
            assertThat(context.cookies()).isEmpty();
        }
        assertThat(complaints).as(MINBAR.log()).isEmpty();
    }

    /** Pictures that wait until they are near come now; nothing may move for them. */
    private static void readToTheEnd(Page page) {
        page.evaluate(
                """
                async () => {
                  for (const image of [...document.images].filter(each => each.checkVisibility())) {
                    image.scrollIntoView({block: 'center'});
                    await new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)));
                    if (!image.complete) {
                      await new Promise(there => ['load', 'error'].forEach(end => image.addEventListener(end, there)));
                    }
                  }
                  await new Promise(requestAnimationFrame);
                }""");
    }

    @ParameterizedTest
    @CsvSource({"ar, /ar/", "ar, /ar/1", "fr, /fr/", "fr, /fr/1"})
    void no_line_moves_when_the_letters_come_late(String lang, String path) {
        List<Route> held = new ArrayList<>();
        try (BrowserContext context = phone(lang, true)) {
            Page page = slowPage(context);
            page.route("**/*.woff2", held::add);
            page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            page.waitForFunction("() => window.largest");
            assertThat(page.locator("h1").first().boundingBox().height).isPositive();
            assertThat(held).isNotEmpty();
            page.unroute("**/*.woff2");
            held.forEach(Route::resume);
            page.waitForLoadState();
            page.evaluate("async () => { await document.fonts.ready; await new Promise(requestAnimationFrame);"
                    + " await new Promise(requestAnimationFrame); }");
            assertThat((List<?>) page.evaluate("() => window.moved")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, /ar/", "ar, /ar/1", "fr, /fr/", "fr, /fr/1"})
    void nothing_is_missing_without_scripts(String lang, String path) {
        List<String> read = new ArrayList<>();
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = phone(lang, scripts)) {
                Page page = context.newPage();
                page.navigate(path);
                assertThat(page.locator("h1").first().isVisible()).isTrue();
                read.add(page.locator("main").innerText().replaceAll("\\s+", " "));
            }
        }
        assertThat(read.get(1)).hasSizeGreaterThan(200).isEqualTo(read.get(0));
    }
}
