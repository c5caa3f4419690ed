package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live console: Lotte at her keyboard, Mariam in the street with a telephone, and somebody without script. */
class LiveDeskIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final Path PICTURE = Path.of("src/main/resources/sample/pictures/nouba-guembri.jpg");
    private static final String MARIAM = "mariam.live@minbar.example";

    private static Chromium chromium;

    @BeforeAll
    static void a_browser_and_a_correspondent() {
        chromium = Chromium.start();
        MINBAR.lotte(
                        "POST",
                        "/api/v1/people",
                        Map.of(
                                "email",
                                MARIAM,
                                "name",
                                "مريم الإدريسي",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of(Map.of("role", "correspondent", "languages", List.of("ar")))))
                .expect(201);
    }

    @AfterAll
    static void it_closes() {
        if (chromium != null) chromium.close();
    }

    private static Page signedIn(String email, String language, int width, boolean script, List<String> complaints) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setBaseURL(MINBAR.base())
                        .setJavaScriptEnabled(script)
                        .setTimezoneId("Africa/Casablanca")
                        .setViewportSize(width, 900));
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate("/desk/sign-in");
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/$"));
        return page;
    }

    private static List<String> texts(String query, String lang) {
        JsonNode flashes = MINBAR.lotte("GET", "/api/v1/tickers/strip/flashes?" + query)
                .expect(200)
                .json()
                .get("flashes");
        return StreamSupport.stream(flashes.spliterator(), false)
                .map(flash -> flash.get("texts").path(lang).asText())
                .toList();
    }

    private static void within(int seconds, String what, BooleanSupplier cameAbout) {
        Until.within(Duration.ofSeconds(seconds), what, cameAbout);
    }

    private static Locator line(Page page, String words) {
        return page.locator("#stream .live-line").filter(new Locator.FilterOptions().setHasText(words));
    }

    @Test
    void an_editor_does_everything_by_keyboard() {
        List<String> complaints = new ArrayList<>();
        Page lotte = signedIn(LOTTE, "ar", 1280, true, complaints);
        Page colleague = signedIn(LOTTE, "fr", 1280, true, complaints);
        colleague.navigate("/desk/live");
        lotte.navigate("/desk/live");
        String words = "انطلاق المسيرة من ساحة الأمم " + System.nanoTime();
        lotte.keyboard().press("n");
        lotte.keyboard().insertText(words);
        long sent = System.nanoTime();
        lotte.keyboard().press("Control+Enter");
        within(2, "online", () -> texts("lang=ar&limit=1", "ar").contains(words));
        line(lotte, words).waitFor();
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(2));
        assertThat(MINBAR.get("/ar/live").text()).contains(words);
        // Hers is on her colleague's screen by itself.
        line(colleague, words).waitFor();

        lotte.keyboard().press("Escape");
        line(lotte, words).focus();
        lotte.keyboard().press("t");
        lotte.locator(".in-place form[data-lang=fr] textarea[name=text]:focus").waitFor();
        lotte.keyboard().insertText("La marche part");
        lotte.keyboard().press("Control+Enter");
        line(lotte, words)
                .filter(new Locator.FilterOptions().setHasText("La marche part"))
                .waitFor();
        assertThat(texts("lang=fr&limit=1", "fr")).containsExactly("La marche part");

        // The line has the focus again, and its letters do what the page says.
        lotte.keyboard().press("p");
        line(lotte, words).locator(".tag.pinned").waitFor();
        lotte.keyboard().press("k");
        line(lotte, words).locator(".tag.key").waitFor();
        chromium.shoot(lotte, "desk-live-ar");
        lotte.keyboard().press("e");
        lotte.locator(".in-place textarea[name=text]:focus").waitFor();
        lotte.keyboard().press("End");
        lotte.keyboard().insertText(" بطنجة");
        lotte.keyboard().press("Control+Enter");
        line(lotte, words + " بطنجة").locator(".corrected").waitFor();

        // Letters that are typed stay letters.
        lotte.keyboard().press("n");
        lotte.keyboard().type("nepk");
        assertThat(lotte.locator("#text").inputValue()).isEqualTo("nepk");
        lotte.locator("#text").fill("");
        lotte.keyboard().press("Escape");
        line(lotte, words).focus();
        lotte.keyboard().press("Delete");
        lotte.locator("#confirm-removal[open]").waitFor();
        lotte.keyboard().press("Enter");
        within(5, "gone everywhere", () -> !texts("lang=ar&limit=5", "ar").contains(words + " بطنجة"));
        within(
                5,
                "gone from her colleague's screen",
                () -> line(colleague, words).count() == 0);
        assertThat(complaints).isEmpty();
        lotte.context().close();
        colleague.context().close();
    }

    @Test
    void a_correspondent_writes_offline_and_both_lines_arrive_once_and_in_order() {
        List<String> complaints = new ArrayList<>();
        Page mariam = signedIn(MARIAM, "ar", 390, true, complaints);
        mariam.navigate("/desk/live/phone");
        String kept = "async () => navigator.serviceWorker.controller"
                + " && !!(await caches.match(location.href, {cacheName: 'minbar-phone', ignoreVary: true}))";
        within(10, "the page is kept", () -> Boolean.TRUE.equals(mariam.evaluate(kept)));
        mariam.context().setOffline(true);
        // Her telephone has put the page away meanwhile; it opens as it was kept.
        mariam.evaluate(
                """
                async () => {
                  const shelf = await caches.open('minbar-phone');
                  const page = await shelf.match(location.href, {ignoreVary: true});
                  const html = (await page.text()).replace('<h1>', '<h1 class="as-kept">');
                  await shelf.put(location.href, new Response(html, {headers: page.headers}));
                }""");
        mariam.reload();
        assertThat(mariam.locator("h1.as-kept").count()).isEqualTo(1);
        String mark = String.valueOf(System.nanoTime());
        List<String> both = List.of("قطعت الشرطة الطريق " + mark, "وصلت سيارات الإسعاف " + mark);
        for (String words : both) {
            if (words.equals(both.get(1))) mariam.locator("#picture").setInputFiles(PICTURE);
            mariam.locator("#text").fill(words);
            mariam.locator("#phone > button").click();
            mariam.locator("#kept li")
                    .filter(new Locator.FilterOptions().setHasText(words))
                    .waitFor();
        }
        chromium.shoot(mariam, "desk-live-phone-ar");
        assertThat(texts("status=draft", "ar")).doesNotContainAnyElementsOf(both);
        // The first answer gets lost on its way: the line is there already when it is sent again.
        AtomicInteger tries = new AtomicInteger();
        mariam.context().route(Pattern.compile(".*/dispatches"), route -> {
            if (tries.getAndIncrement() > 0) {
                route.resume();
            } else {
                route.fetch();
                route.abort();
            }
        });
        mariam.context().setOffline(false);
        // She reloads; what waits is still there, and goes.
        mariam.reload();
        Locator arrived = mariam.locator("#queue .live-line").filter(new Locator.FilterOptions().setHasText(mark));
        within(20, "both at the desk", () -> arrived.count() == 2);
        assertThat(tries.get()).as("sent again").isGreaterThan(2);
        assertThat(texts("status=draft", "ar").stream().filter(both::contains).toList())
                .isEqualTo(both);
        within(5, "nothing waits", () -> mariam.locator("#kept li").count() == 0);

        // She may not let them out, and sees nobody else's.
        Desk hers = Desk.signedIn(MINBAR, MARIAM, PASSWORD);
        assertThat(hers.get("/desk/live").expect(200).page().select("#stream, .let-out"))
                .isEmpty();
        hers.get("/desk/live/strip/lines/1").expect(404);

        Page lotte = signedIn(LOTTE, "fr", 1280, true, complaints);
        lotte.navigate("/desk/live");
        chromium.shoot(lotte, "desk-live-queue-fr");
        for (String words : both) {
            Locator waiting = lotte.locator("#queue .live-line").filter(new Locator.FilterOptions().setHasText(words));
            waiting.focus();
            lotte.keyboard().press("l");
            line(lotte, words).waitFor();
        }
        assertThat(texts("lang=ar&limit=2", "ar")).containsExactly(both.get(1), both.get(0));
        assertThat(line(lotte, both.get(1)).locator("img").count())
                .as("with the picture")
                .isEqualTo(1);
        assertThat(complaints).isEmpty();
        mariam.context().close();
        lotte.context().close();
    }

    @Test
    void without_script_a_line_is_written_mended_and_made_a_story() {
        Page lotte = signedIn(LOTTE, "fr", 1280, false, new ArrayList<>());
        lotte.navigate("/desk/live");
        String words = "Le cortège arrive " + System.nanoTime();
        lotte.locator("#text").fill(words);
        lotte.locator("#lang").selectOption("fr");
        lotte.locator("#urgency").selectOption("important");
        lotte.locator("#composer summary").click();
        lotte.locator("#body").fill("Premier alinéa.\n\nSecond alinéa.");
        lotte.locator("#composer button").click();
        assertThat(line(lotte, words).getAttribute("class")).contains("urgency-important");
        line(lotte, words).locator("a.edit").click();
        lotte.locator(".promote select[name=kind]").selectOption("brief");
        lotte.locator(".promote select[name=section]").selectOption("society");
        lotte.locator(".promote button").click();
        lotte.waitForURL(Pattern.compile(".*/desk/editions/\\d+$"));
        assertThat(lotte.locator("#headline").inputValue()).isEqualTo(words);
        assertThat(lotte.locator("main").innerText()).contains(words);
        Locator back = lotte.locator("a[href*='/desk/live/strip/lines/']");
        assertThat(back.innerText()).isEqualTo(words);
        back.click();
        assertThat(lotte.locator(".live-line .about a").innerText()).isEqualTo(words);
        // Its story is a draft: readers are not led there.
        assertThat(MINBAR.get("/fr/live").page().select("li a:contains(" + words + ")"))
                .isEmpty();

        lotte.locator(".live-line form[data-act=pin] button").click();
        assertThat(line(lotte, words).locator(".tag.pinned").count()).isEqualTo(1);
        line(lotte, words).locator("a.edit").click();
        lotte.locator("form.removal button").click();
        assertThat(line(lotte, words).count()).isZero();
        lotte.context().close();
    }

    @Test
    void a_line_that_is_sent_again_after_signing_in_anew_is_one_line() {
        String words = "Le pont de Ouarzazate rouvre " + System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(Desk.signedIn(MINBAR, LOTTE, PASSWORD)
                    .json(
                            "POST",
                            "/desk/live/strip/dispatches",
                            Map.of("lang", "fr", "text", words),
                            "Idempotency-Key",
                            words)
                    .expect(200));
        }
        assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
        assertThat(texts("lang=fr&limit=5", "fr")).containsOnlyOnce(words);
    }

    @Test
    void coverage_is_summed_up_ended_and_resumed() {
        long story = MINBAR.open(
                "live", "society", RunningMinbar.words("fr", "Marche pour la terre, en direct", "", "<p>x</p>"));
        MINBAR.publish(story, "fr");
        Desk lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        String console = "/desk/live/" + story;
        lotte.post(console + "/lines", "lang", "fr", "text", "Premiers pas").expect(303);
        lotte.post(console + "/summaries", "lang", "fr", "summary", "Ils sont 3 000.\n\nAucun blessé.")
                .expect(303);
        assertThat(lotte.get(console).page().expectFirst("#known-fr").val())
                .isEqualTo("Ils sont 3 000.\n\nAucun blessé.");
        lotte.post(console + "/silence", "hours", "6").expect(303);
        assertThat(lotte.get(console)
                        .page()
                        .expectFirst("#hours option[selected]")
                        .val())
                .isEqualTo("6");
        lotte.post(console + "/silence", "hours", "-1").expect(400);
        lotte.post(console + "/resumption").expect(409);
        lotte.post(console + "/end").expect(303);
        lotte.post(console + "/end").expect(409);
        assertThat(lotte.post(console + "/lines", "lang", "fr", "text", "Trop tard")
                        .expect(409)
                        .page()
                        .expectFirst("main > .refusal")
                        .text())
                .isNotBlank();
        lotte.post(console + "/resumption").expect(303);
        lotte.post(console + "/lines", "lang", "fr", "text", "Et encore").expect(303);
        lotte.post("/desk/live/strip/end").expect(409);
        lotte.post("/desk/live/strip/lines", "lang", "fr", "text", "Hier", "at", "2020-01-01T08:00")
                .expect(400);
        lotte.get("/desk/live/999999999").expect(404);
    }
}
