package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minbar.whole.RunningMinbar.Setup;

/**
 * An evening at the desk: Amina writes in Arabic, Youssef makes the French edition beside it, Lotte corrects and
 * schedules both under an embargo, two browsers fight over one edition, the power goes, and nothing is lost.
 */
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
        hire("amina@minbar.example", "أمينة الإدريسي", "writer", "ar");
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
    void an_evening_at_the_desk() {
        List<String> complaints = new ArrayList<>();
        Page amina = watched(signedIn("amina@minbar.example", "ar", 1280), complaints);

        // She begins a story, writes, pastes from Word, and pauses.
        amina.navigate("/desk/new");
        amina.locator("input[name=headline], textarea[name=headline]").first().fill("افتتاح مهرجان ورزازات للفيلم");
        amina.locator("input[name=lang][value=ar], select[name=lang]")
                .first()
                .evaluate(
                        "field => { if (field.tagName === 'SELECT') field.value = 'ar'; else field.checked = true; }");
        amina.locator("main form button[type=submit]").first().click();
        amina.waitForURL(Pattern.compile(".*/desk/editions/\\d+$"));
        String arabic = amina.url();
        Locator text = amina.locator(".ProseMirror");
        text.click();
        amina.keyboard().insertText("افتتحت مساء الخميس الدورة الجديدة من المهرجان بحضور جمهور غفير.");
        amina.keyboard().press("Enter");
        paste(text, FROM_WORD);
        Until.within(Duration.ofSeconds(15), "the draft kept after a pause", () -> unsaved(arabic, amina) == 200);
        chromium.shoot(amina, "desk-writing-ar");
        assertThat(text.locator("strong").innerText()).isEqualTo("20 فيلما");
        assertThat(text.innerHTML()).doesNotContain("Mso", "font-family", "<o:p");

        // The copy desk finds the thousands mark that stands for a comma.
        amina.locator("#copy-desk button").first().click();
        Locator findings = amina.locator("#copy-desk");
        Until.within(
                Duration.ofSeconds(15), "findings", () -> findings.innerText().contains("،"));
        chromium.shoot(amina, "desk-copy-desk-ar");
        amina.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "saved", () -> unsaved(arabic, amina) == 204);

        // The power goes. What was acknowledged is there.
        minbar.kill();
        minbar = RunningMinbar.start(setup);
        amina.navigate(arabic);
        assertThat(amina.locator(".ProseMirror").innerText()).contains("جمهور غفير", "20 فيلما");

        // Youssef begins the French edition and writes it beside the Arabic one.
        long story = Long.parseLong(
                amina.locator("form#details").getAttribute("action").replaceAll("\\D", ""));
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

        // Lotte opens the Arabic edition that Amina has left, and takes it over again from her phone; her desk does not
        // know yet, both save from one version, and both sentences stand.
        amina.navigate("/desk/");
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
        Instant end = Instant.now().plusSeconds(25);
        String at = FIELD.format(LocalDateTime.ofInstant(end, CASABLANCA));
        post(lotte, "/desk/stories/" + story + "/details", "section=culture&kind=article&embargo=" + at);
        post(lotte, "/desk/editions/" + source + "/schedule", "at=" + at + "&with=" + editionOf(story, "fr"));
        assertThat(minbar.get("/ar/" + story).status()).as("under embargo").isEqualTo(404);
        lotte.navigate(arabic);
        chromium.shoot(lotte, "desk-scheduled-fr");
        Until.within(Duration.ofSeconds(60), "both editions out", () -> out("/ar/" + story) && out("/fr/" + story));
        assertThat(Duration.between(end, Instant.now())).as("late").isLessThan(Duration.ofSeconds(10));

        // A correction is told wherever the story is.
        lotte.navigate(french);
        post(
                lotte,
                french.substring(minbar.base().length()) + "/correction",
                "note=" + RunningMinbar.encoded("Le festival s’ouvre jeudi, non vendredi."));
        minbar.settle();
        assertThat(minbar.get("/fr/corrections").text()).contains("jeudi, non vendredi");
        assertThat(follow("/fr/" + story)).contains("jeudi, non vendredi");
        assertThat(complaints).isEmpty();
    }

    private static Page watched(Page page, List<String> complaints) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
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
