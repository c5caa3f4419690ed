package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.whole.RunningMinbar.Setup;

/**
 * An evening at the desk: Mariam sends her story in Arabic, Youssef makes the French edition beside it, Lotte corrects
 * and schedules both under an embargo and lets the English one follow, two browsers fight over one edition, the power
 * goes, and nothing is lost. The pictures of the editors' guide are taken on the way.
 */
@Execution(ExecutionMode.CONCURRENT)
class DeskIT {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** What the clipboard holds after copying a paragraph out of Word: its own classes, its own styles, its own tags. */
    private static final String FROM_WORD =
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
            <p class=MsoNormal dir=RTL style='text-align:right;direction:rtl'><span lang=AR-SA
            style='font-size:14.0pt;font-family:"Traditional Arabic"'>ويشارك في الدورة <b>20 فيلما</b> من المغرب٬ وتونس٬
            والسنغال.<o:p></o:p></span></p><!--EndFragment--></body></html>
            """;

    private static Chromium chromium;
    private static Setup setup;
    private static RunningMinbar minbar;

    @BeforeAll
    static void a_newsroom_with_three_at_the_desk() {
        chromium = Chromium.start();
        setup = Setup.fresh("desk");
        minbar = RunningMinbar.start(setup);
        hire("mariam@minbar.example", "مريم الإدريسي", "correspondent", "ar");
        hire("youssef@minbar.example", "Youssef Alaoui", "translator", "fr");
    }

    private static void hire(String email, String name, String role, String lang) {
        List<Map<String, Object>> roles = new ArrayList<>(List.of(Map.of("role", role, "languages", List.of(lang))));
        // A translator reads what she translates from.
        if (role.equals("translator")) roles.add(Map.of("role", "writer", "languages", List.of("ar")));
        minbar.lotte(
                        "POST",
                        "/api/v1/people",
                        Map.of("email", email, "name", name, "password", PASSWORD, "roles", roles))
                .expect(201);
    }

    @AfterAll
    static void everybody_goes_home() {
        if (minbar != null) minbar.close();
        if (chromium != null) chromium.close();
    }

    private static Page signedIn(String email, String language, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setBaseURL(minbar.base())
                        .setTimezoneId("Africa/Casablanca")
                        .setViewportSize(width, 900));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.navigate("/desk/sign-in");
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/$"));
        return page;
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void an_evening_at_the_desk() {
        List<String> complaints = new ArrayList<>();
        Page mariam = watched(signedIn("mariam@minbar.example", "ar", 1280), complaints);

        // She sends from outside, and reads nothing of other people's. She writes, pastes from Word, and pauses.
        mariam.navigate("/desk/new");
        mariam.locator("input[name=headline], textarea[name=headline]").first().fill("افتتاح مهرجان ورزازات للفيلم");
        mariam.locator("input[name=lang][value=ar], select[name=lang]")
                .first()
                .evaluate(
                        "field => { if (field.tagName === 'SELECT') field.value = 'ar'; else field.checked = true; }");
        mariam.locator("main form button[type=submit]").first().click();
        mariam.waitForURL(Pattern.compile(".*/desk/editions/\\d+$"));
        String arabic = mariam.url();
        Locator text = mariam.locator(".ProseMirror");
        text.click();
        mariam.keyboard().insertText("افتتحت مساء الخميس الدورة الجديدة من المهرجان بحضور جمهور غفير.");
        mariam.keyboard().press("Enter");
        paste(text, FROM_WORD);
        Until.within(Duration.ofSeconds(15), "the draft kept after a pause", () -> unsaved(arabic, mariam) == 200);
        chromium.shoot(mariam, "desk-writing-ar");
        assertThat(text.locator("strong").innerText()).isEqualTo("20 فيلما");
        assertThat(text.innerHTML()).doesNotContain("Mso", "font-family", "<o:p");

        // The copy desk finds the thousands mark that stands for a comma.
        mariam.locator("#copy-desk button").first().click();
        Locator findings = mariam.locator("#copy-desk");
        Until.within(
                Duration.ofSeconds(15), "findings", () -> findings.innerText().contains("،"));
        chromium.shoot(mariam, "desk-copy-desk-ar");
        mariam.locator("#copy-desk [data-do=all]").click();
        Until.within(Duration.ofSeconds(15), "the comma mended", () -> text.innerText()
                .contains("المغرب، وتونس، والسنغال"));
        mariam.keyboard().press("Control+s");
        // Acknowledged to her: others may see it a moment before it is on the disk.
        mariam.locator("[data-state=saved]").waitFor();
        assertThat(unsaved(arabic, mariam)).isEqualTo(204);

        // The power goes. What was acknowledged is there.
        assertThat(complaints).as("until then").isEmpty();
        minbar.kill();
        minbar = RunningMinbar.start(setup);
        mariam.navigate(arabic);
        assertThat(mariam.locator(".ProseMirror").innerText()).contains("جمهور غفير", "20 فيلما", "المغرب،");
        mariam.locator("form[data-step=review] button").click();
        mariam.locator(".standing .status-review").waitFor();
        mariam.navigate("/desk/");
        assertThat(mariam.locator("#column-review ~ ul .story-card").count()).isEqualTo(1);
        assertThat(mariam.locator(".story-card").count()).as("hers alone").isEqualTo(1);
        mariam.navigate(arabic);

        // Youssef begins the French edition and writes it beside the Arabic one.
        long story = Long.parseLong(
                mariam.locator("form#details").getAttribute("action").replaceAll("\\D", ""));
        Page youssef = watched(signedIn("youssef@minbar.example", "fr", 1280), complaints);
        long source = Long.parseLong(arabic.replaceAll(".*/", ""));
        Answer begun = post(youssef, "/desk/stories/" + story + "/editions", "lang=fr&source=" + source);
        assertThat(begun.status()).isEqualTo(200);
        youssef.navigate("/desk/");
        String french = minbar.base() + "/desk/editions/" + editionOf(story, "fr");
        youssef.navigate(french + "?beside=" + source);
        assertThat(youssef.locator("#beside .source").getAttribute("dir")).isEqualTo("rtl");
        youssef.locator("#headline").fill("Le festival du film de Ouarzazate s’ouvre");
        youssef.locator(".ProseMirror").click();
        youssef.keyboard().insertText("La nouvelle édition s’est ouverte jeudi soir devant un public nombreux.");
        chromium.shoot(youssef, "desk-beside-fr");
        youssef.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "saved", () -> unsaved(french, youssef) == 204);

        // His train goes through a tunnel: what he types waits in the browser and is sent on the other side.
        youssef.context().setOffline(true);
        write(youssef, 0, " Le jury compte sept membres.");
        youssef.locator(".state[data-state=offline]").waitFor();
        youssef.context().setOffline(false);
        Until.within(Duration.ofSeconds(40), "the draft sent", () -> unsaved(french, youssef) == 200);

        // His session is ended elsewhere: the password is asked for over the untouched text, and then it is saved.
        Page elsewhere = signedIn("youssef@minbar.example", "fr", 390);
        post(elsewhere, "/desk/sessions/others/end", "");
        youssef.locator(".ProseMirror").click();
        youssef.keyboard().press("Control+s");
        youssef.locator("#sign-in[open]").waitFor();
        chromium.shoot(youssef, "desk-session-over-fr");
        youssef.locator("#sign-in-password").fill(PASSWORD);
        youssef.locator("#sign-in-password").press("Enter");
        Until.within(Duration.ofSeconds(20), "saved after all", () -> body(french, elsewhere)
                .contains("sept membres"));

        // English is begun too, and not ready by far.
        Page english = watched(signedIn(LOTTE, "en", 1280), complaints);
        post(english, "/desk/stories/" + story + "/editions", "lang=en&source=" + source);
        String third = minbar.base() + "/desk/editions/" + editionOf(story, "en");
        english.navigate(third);
        english.locator("#headline").fill("Ouarzazate film festival opens");
        english.locator(".ProseMirror").click();
        english.keyboard().insertText("The new edition opened on Thursday evening before a large audience. TK numbers");
        english.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "saved", () -> unsaved(third, english) == 204);

        // Lotte opens the Arabic edition that Mariam has left, and takes it over again from her phone; her desk does
        // not
        // know yet, both save from one version, and both sentences stand.
        mariam.navigate("/desk/");
        Page lotte = watched(signedIn(LOTTE, "fr", 1280), complaints);
        lotte.navigate(arabic);
        lotte.locator(".ProseMirror[contenteditable=true]").waitFor();
        Page phone = watched(signedIn(LOTTE, "ar", 390), complaints);
        phone.navigate(arabic);
        phone.locator("#lock").waitFor();
        chromium.shoot(phone, "desk-locked-ar-phone");
        phone.waitForNavigation(() -> phone.locator("#lock button").click());
        phone.locator(".ProseMirror[contenteditable=true]").waitFor();
        write(phone, 1, " وأضاف الهاتف أخرى.");
        phone.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "the phone's sentence in the saved text", () -> body(arabic, lotte)
                .contains("وأضاف الهاتف أخرى"));
        write(lotte, 0, " أضافت لوت جملة.");
        lotte.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "both sentences in the saved text", () -> {
            String body = body(arabic, lotte);
            return body.contains("أضافت لوت جملة") && body.contains("وأضاف الهاتف أخرى");
        });

        // An embargo that ends in some seconds; both editions on the timetable for then.
        Instant end = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
        String at = FIELD.format(LocalDateTime.ofInstant(end, CASABLANCA));
        post(lotte, "/desk/stories/" + story + "/details", "section=culture&kind=article&embargo=" + at);
        lotte.navigate(arabic);
        Locator schedule = lotte.locator("form[data-step=schedule]");
        // People schedule by the minute; the test has less time.
        schedule.evaluate("form => { form.closest('details').open = true; form.elements.at.step = 1; }");
        schedule.locator("input[name=at]").fill(at);
        schedule.locator("#schedule-with-fr").selectOption(String.valueOf(editionOf(story, "fr")));
        schedule.locator("#schedule-with-en").selectOption(editionOf(story, "en") + ":ready");
        schedule.locator("button[type=submit]").click();
        lotte.locator("#checks[open] [value=go]:not([disabled])").waitFor();
        chromium.shoot(lotte, "desk-checks-fr");
        lotte.keyboard().press("Control+Enter");
        lotte.locator(".standing .status-scheduled").waitFor();
        assertThat(minbar.get("/ar/" + story).status()).as("under embargo").isEqualTo(404);
        lotte.navigate(arabic);
        chromium.shoot(lotte, "desk-scheduled-fr");
        Until.within(Duration.ofSeconds(60), "both editions out", () -> out("/ar/" + story) && out("/fr/" + story));
        assertThat(Duration.between(end, Instant.now())).as("late").isLessThan(Duration.ofSeconds(10));

        // The English edition follows when it is ready; with a TK left in it is not.
        english.navigate(third);
        assertThat(english.locator(".steps").innerText()).contains("as soon as it is approved");
        assertThat(post(english, "/desk/editions/" + editionOf(story, "en") + "/approval", "")
                        .status())
                .isEqualTo(409);
        english.locator(".ProseMirror").click();
        english.keyboard().press("Control+a");
        english.keyboard().insertText("The new edition opened on Thursday evening before a large audience.");
        english.locator("form[data-step=approval] button").click();
        english.locator(".standing .status-published").waitFor();
        assertThat(out("/en/" + story)).isTrue();

        // A correction is told wherever the story is.
        lotte.navigate(french);
        post(
                lotte,
                french.substring(minbar.base().length()) + "/correction",
                "note=" + RunningMinbar.encoded("Le festival s’ouvre jeudi, non vendredi."));
        minbar.settle();
        assertThat(minbar.get("/fr/corrections").text()).contains("jeudi, non vendredi");
        assertThat(follow("/fr/" + story)).contains("jeudi, non vendredi", "CorrectionComment");
        assertThat(minbar.get("/fr/feed.atom").text()).contains("jeudi, non vendredi");
        lotte.navigate("/desk/audit?story=" + story);
        assertThat(lotte.locator(".audit").innerText()).contains("jeudi, non vendredi", "مريم الإدريسي");
        assertThat(complaints).isEmpty();
    }

    /** Every screen in both directions, on a desk and on a phone: nothing runs out of the window, nothing complains. */
    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @CsvSource({"ar, 1280", "ar, 390", "fr, 1280", "fr, 390"})
    void every_screen_fits_its_window(String language, int width) {
        List<String> complaints = new ArrayList<>();
        List<String> wide = new ArrayList<>();
        Page page = watched(signedIn(LOTTE, language, width), complaints);
        page.navigate("/desk/new?lang=" + language);
        page.locator("input[name=headline], textarea[name=headline]")
                .first()
                .fill(language.equals("ar") ? "قطار جديد بين فاس ووجدة" : "Un nouveau train entre Fès et Oujda");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*/desk/editions/\\d+.*"));
        String edition = URI.create(page.url()).getPath();
        for (String path : List.of(
                "/desk/",
                "/desk/new",
                edition,
                edition + "/revisions",
                "/desk/matrix",
                "/desk/timetable",
                "/desk/audit",
                "/desk/people",
                "/desk/people/new",
                "/desk/me",
                "/desk/import",
                "/desk/media",
                "/desk/press")) {
            page.navigate(path);
            String name =
                    "desk" + path.replace("/desk", "").replaceAll("[0-9]+", "").replaceAll("/+", "-");
            chromium.shoot(page, name.replaceAll("-+$", "") + "-" + language + "-" + width);
            int scrolls = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
            if (scrolls > width) wide.add(path + ": " + scrolls);
        }
        assertThat(wide).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static Page watched(Page page, List<String> complaints) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url() + " "
                        + response.request().postData() + " " + response.headers());
            }
        });
        page.onConsoleMessage(message -> {
            boolean expected =
                    message.text().contains("status of 4") || message.text().contains("ERR_");
            if (message.type().equals("error") && !expected) complaints.add(page.url() + ": " + message.text());
        });
        return page;
    }

    private static void paste(Locator into, String html) {
        into.evaluate(
                "(field, html) => { const data = new DataTransfer(); data.setData('text/html', html);"
                        + " field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                html);
    }

    private static void write(Page page, int paragraph, String sentence) {
        page.locator(".ProseMirror > p").nth(paragraph).click();
        page.keyboard().press("Control+End");
        page.locator(".ProseMirror > p")
                .nth(paragraph)
                .evaluate(
                        "p => { const range = document.createRange(); range.selectNodeContents(p); range.collapse(false);"
                                + " const s = getSelection(); s.removeAllRanges(); s.addRange(range); }");
        page.waitForTimeout(150);
        page.keyboard().insertText(sentence);
    }

    /** 200: something is kept that was never saved. 204: nothing is. */
    private static int unsaved(String edition, Page page) {
        return page.request().get(edition + "/drafts/mine").status();
    }

    private static String body(String edition, Page page) {
        return page.request().get(edition).text();
    }

    private static Answer post(Page page, String path, String form) {
        var response = page.request()
                .post(
                        minbar.base() + path,
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setHeader("Origin", minbar.base())
                                .setData(form));
        return new Answer(path, response.status(), response.text());
    }

    private record Answer(String path, int status, String text) {}

    private static long editionOf(long story, String lang) {
        // The ETag of an edition begins with its number.
        String tag = minbar.lotte("GET", RunningMinbar.edition(story, lang))
                .expect(200)
                .header("ETag");
        return Long.parseLong(tag.replaceAll("[^0-9.]", "").replaceAll("\\..*", ""));
    }

    private static boolean out(String path) {
        return minbar.get(path).status() == 301;
    }

    private static String follow(String path) {
        return minbar.get(minbar.get(path).header("Location")).expect(200).text();
    }
}
