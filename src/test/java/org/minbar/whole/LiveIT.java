package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.words;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minbar.darkroom.Drawn;

/** A day at a festival, told line by line in three languages, and those who read it as it happens. */
class LiveIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (chromium != null) chromium.close();
    }

    // The desk's hands

    private static long festival() {
        long story = MINBAR.open(
                "live",
                "culture",
                words("ar", "مهرجان كناوة لحظة بلحظة", "ست منصات وورشات", "<p>من الصويرة.</p>"),
                words("fr", "Festival Gnaoua, la journée en direct", "Six scènes, des ateliers", "<p>D’Essaouira.</p>"),
                words("en", "Gnaoua festival, as it happens", "Six stages", "<p>From Essaouira.</p>"));
        for (String lang : List.of("ar", "fr", "en")) MINBAR.publish(story, lang);
        return story;
    }

    private static String flashes(Object ticker) {
        return "/api/v1/tickers/" + ticker + "/flashes";
    }

    private static int tell(Object ticker, String ar, String fr) {
        int number = MINBAR.lotte("POST", flashes(ticker), Map.of("lang", "ar", "text", ar))
                .expect(201)
                .json()
                .get("number")
                .asInt();
        word(ticker, number, "fr", fr);
        return number;
    }

    private static void word(Object ticker, int number, String lang, String text) {
        MINBAR.lotte("PUT", flashes(ticker) + "/" + number, Map.of("lang", lang, "text", text))
                .expect(200);
    }

    private static void mark(Object ticker, int number, String mark) {
        MINBAR.lotte("PUT", flashes(ticker) + "/" + number, Map.of(mark, true)).expect(200);
    }

    private static void takeOut(Object ticker, int number) {
        MINBAR.lotte("DELETE", flashes(ticker) + "/" + number).expect(204);
    }

    // The readers' eyes

    private static BrowserContext reader(String lang, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(lang)
                        .setBaseURL(MINBAR.base())
                        .setViewportSize(width, 800));
        context.setDefaultTimeout(20_000);
        return context;
    }

    private static Page watching(BrowserContext context, String path, List<String> complaints) {
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(path);
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> lines(Page page) {
        return (List<String>)
                page.evaluate(
                        "() => [...document.querySelectorAll('.days .flash')].map(flash => flash.id + ' ' + flash.querySelector('.line').textContent.trim())");
    }

    /** The same lines as somebody finds who opens the page now, without any script. */
    private static List<String> printed(String path) {
        return MINBAR.get(path).expect(200).page().select(".days .flash").stream()
                .map(flash -> flash.id() + " " + flash.expectFirst(".line").text())
                .toList();
    }

    private static void shows(Page page, int number, String words) {
        page.locator(".days #e-" + number + " .line", new Page.LocatorOptions().setHasText(words))
                .waitFor();
    }

    @Test
    void a_day_at_a_festival() {
        long story = festival();
        String ar = MINBAR.get("/ar/" + story).header("Location");
        String fr = MINBAR.get("/fr/" + story).header("Location");
        List<String> complaints = new ArrayList<>();
        try (BrowserContext inAgadir = reader("ar", 390);
                BrowserContext inLyon = reader("fr", 1280)) {
            Page arabic = watching(inAgadir, ar, complaints);
            Page french = watching(inLyon, fr, complaints);

            int doors = tell(story, "فتح الأبواب", "Ouverture des portes");
            word(story, doors, "en", "Doors open");
            shows(arabic, doors, "فتح الأبواب");
            shows(french, doors, "Ouverture des portes");
            assertThat(arabic.locator(".live-news").textContent()).contains("فتح الأبواب");

            int workshop = tell(story, "انطلاق ورشة الكمبري", "Début de l’atelier guembri");
            shows(french, workshop, "Début de l’atelier guembri");
            french.locator(".live-pause").click();
            int paused = tell(story, "تأخر الحفل", "Le concert prend du retard");
            shows(arabic, paused, "تأخر الحفل");
            assertThat(lines(french)).noneMatch(line -> line.startsWith("e-" + paused + " "));
            french.locator(".live-pause").click();
            shows(french, paused, "Le concert prend du retard");

            // One loses the connection on the way to the stage, while the day goes on.
            inLyon.setOffline(true);
            List<Integer> missed = new ArrayList<>();
            for (int i = 1; i <= 5; i++) missed.add(tell(story, "سطر فائت " + i, "Ligne manquée " + i));
            word(story, doors, "fr", "Ouverture des portes à midi");
            takeOut(story, workshop);
            takeOut(story, missed.get(1));
            mark(story, missed.get(4), "pinned");
            mark(story, missed.get(0), "key");
            shows(arabic, missed.get(4), "سطر فائت 5");
            arabic.locator("#e-" + workshop)
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            arabic.locator(".live-pinned", new Page.LocatorOptions().setHasText("سطر فائت 5"))
                    .waitFor();
            inLyon.setOffline(false);
            shows(french, missed.get(4), "Ligne manquée 5");
            shows(french, doors, "Ouverture des portes à midi");
            french.locator("#e-" + workshop)
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            french.locator(".live-key", new Page.LocatorOptions().setHasText("Ligne manquée 1"))
                    .waitFor();
            assertThat(french.locator("#e-" + doors + " .corrected").textContent())
                    .contains("Corrigé");

            // Somebody who has scrolled on is not moved, and told how much is new.
            for (int i = 1; i <= 12; i++) tell(story, "المنصة " + i, "Scène " + i);
            shows(french, missed.get(4) + 12, "Scène 12");
            arabic.evaluate("() => scrollTo(0, document.body.scrollHeight)");
            double where = (Double) arabic.evaluate(
                    "() => document.querySelector('.days .flash:last-child').getBoundingClientRect().top + 0.5");
            int unseen = tell(story, "سطر لم يُر بعد", "Pas encore vu");
            arabic.locator(".live-new:not([hidden])", new Page.LocatorOptions().setHasText("سطر جديد"))
                    .waitFor();
            assertThat(arabic.title()).startsWith("(1)");
            assertThat(
                            (Double)
                                    arabic.evaluate(
                                            "() => document.querySelector('.days .flash:last-child').getBoundingClientRect().top + 0.5"))
                    .isEqualTo(where);
            arabic.locator(".live-new").click();
            shows(arabic, unseen, "سطر لم يُر بعد");
            chromium.shoot(arabic, "live-ar-390");
            chromium.shoot(french, "live-fr-1280");

            int last = tell(story, "ختام اليوم", "Fin de la journée");
            word(story, last, "en", "That was the day");
            shows(french, last, "Fin de la journée");
            Until.within(SOON, "the Arabic reader has all", () -> lines(arabic).equals(printed(ar)));
            Until.within(SOON, "the French reader has all", () -> lines(french).equals(printed(fr)));
            assertThat(printed(fr)).hasSize(doors + 2 + 5 + 12 + 2 - 2);
            // Who reads English is told what was written in it, and nothing in a language that she may not read.
            assertThat(printed(MINBAR.get("/en/" + story).header("Location")))
                    .containsExactly("e-" + last + " That was the day", "e-" + doors + " Doors open");
        }
        assertThat(complaints).isEmpty();
    }

    /** Some networks let nothing through that stays open; the page asks every half minute then. */
    @Test
    void who_cannot_listen_asks_now_and_then() {
        long story = festival();
        List<String> complaints = new ArrayList<>();
        List<Integer> asked = new CopyOnWriteArrayList<>();
        try (BrowserContext context = reader("fr", 390)) {
            context.addInitScript("delete window.EventSource");
            int first = tell(story, "أول", "Première");
            Page page = context.newPage();
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            page.onResponse(answer -> {
                if (answer.url().endsWith("/latest")) asked.add(answer.status());
            });
            page.clock().install();
            page.navigate(MINBAR.get("/fr/" + story).header("Location"));
            shows(page, first, "Première");
            int second = tell(story, "ثان", "Deuxième");
            takeOut(story, first);
            page.clock().fastForward(31_000);
            shows(page, second, "Deuxième");
            assertThat(page.locator(".days #e-" + first).count()).isZero();
            page.clock().fastForward(31_000);
            Until.within(SOON, "asked again", () -> asked.size() == 2);
            assertThat(lines(page)).containsExactly("e-" + second + " Deuxième");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_line_is_found_on_its_page_without_script() {
        long story = festival();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            numbers.add(MINBAR.lotte("POST", flashes(story), Map.of("lang", "fr", "text", "Ligne " + i))
                    .expect(201)
                    .json()
                    .get("number")
                    .asInt());
        }
        String path = URI.create(MINBAR.get("/fr/" + story).header("Location")).getRawPath();
        Document newest = MINBAR.get(path).expect(200).page();
        assertThat(newest.select(".days .flash")).hasSize(50);
        assertThat(newest.select(".paging a[rel=next]").attr("href")).endsWith("?page=2");
        Document older = MINBAR.get(path + "?page=2").expect(200).page();
        assertThat(older.select(".days .flash")).hasSize(10);
        assertThat(older.select("[data-stream]:not(.strip)")).isEmpty();
        for (int number : List.of(numbers.get(0), numbers.get(9), numbers.get(10), numbers.get(59))) {
            Document found = MINBAR.get(path + "?e=" + number).expect(200).page();
            Element line = found.getElementById("e-" + number);
            assertThat(line).as("line %d", number).isNotNull();
            assertThat(line.expectFirst("a.time").attr("href")).isEqualTo(path + "?e=" + number + "#e-" + number);
        }
        MINBAR.get(path + "?page=3").expect(404);
        MINBAR.get(path + "?page=x").expect(404);
        MINBAR.get(path + "?e=99999").expect(200);
    }

    @Test
    void the_strip_stands_on_every_page_and_is_as_new_as_the_last_line() {
        int number = tell("strip", "سطر على كل صفحة", "Une ligne sur chaque page");
        for (String path : List.of("/fr/", "/fr/search?q=x", "/fr/sections/culture", "/fr/releases")) {
            Document page = MINBAR.get(path).page();
            assertThat(page.select(".strip [data-number=" + number + "]").text())
                    .as(path)
                    .contains("Une ligne sur chaque page");
        }
        String before = MINBAR.get("/fr/sections/culture").header("ETag");
        word("strip", number, "fr", "Une ligne sur chaque page, corrigée");
        Answer after = MINBAR.get("/fr/sections/culture");
        assertThat(after.page().select(".strip").text()).contains("corrigée");
        assertThat(after.header("ETag")).isNotEqualTo(before);
        takeOut("strip", number);
        assertThat(MINBAR.get("/fr/sections/culture").page().select(".strip").text())
                .doesNotContain("Une ligne");
        assertThat(MINBAR.get("/ar/live").page().select(".strip")).isEmpty();
    }

    // The wire

    private static long changes(String path) {
        return Long.parseLong(MINBAR.get(path).page().expectFirst(".coverage").attr("data-seen"));
    }

    @Test
    void who_says_what_was_heard_last_gets_the_rest_once_and_in_order() throws IOException {
        long story = festival();
        String path = MINBAR.get("/fr/" + story).header("Location");
        for (int i = 1; i <= 8; i++) tell(story, "سطر " + i, "Ligne " + i);
        long seen = changes(path);
        String address = "/fr/" + story + "/stream";
        try (Wire from = new Wire(MINBAR, address + "?seen=0");
                Wire again = new Wire(MINBAR, address + "?seen=0", "Last-Event-ID", String.valueOf(seen - 3));
                Wire now = new Wire(MINBAR, address + "?seen=" + seen);
                Wire arabic = new Wire(MINBAR, "/ar/" + story + "/stream?seen=" + seen);
                Wire confused = new Wire(MINBAR, address + "?seen=" + (seen + 1_000))) {
            Until.within(SOON, "eight lines", () -> from.heard.size() == 8);
            Until.within(SOON, "those after", () -> again.heard.size() == 2);
            Until.within(SOON, "begin anew", () -> confused.heard.contains(" stale"));
            int number = tell(story, "تاسع", "Neuvième");
            Until.within(SOON, "the line", () -> now.heard.size() == 1);
            word(story, number, "fr", "Neuvième, et dernier");
            Until.within(SOON, "its correction", () -> now.heard.size() == 2);
            takeOut(story, number);
            for (Wire wire : List.of(from, again, now)) {
                Until.within(
                        SOON,
                        "all of it",
                        () -> !wire.heard.isEmpty()
                                && wire.heard.get(wire.heard.size() - 1).endsWith("gone"));
                List<Long> ids = wire.heard.stream()
                        .map(event -> Long.parseLong(event.split(" ")[0]))
                        .toList();
                assertThat(ids).doesNotHaveDuplicates().isSorted();
            }
            // What is mended in French is nothing new in Arabic.
            Until.within(SOON, "the line and its end", () -> arabic.heard.size() == 2);
            assertThat(arabic.heard.get(0)).endsWith("line");
        }
    }

    @Test
    void what_readers_may_not_see_is_not_on_the_air() throws IOException {
        long secret = MINBAR.open("live", "culture", words("fr", "Sous embargo", "x", "<p>x</p>"));
        MINBAR.lotte("POST", flashes(secret), Map.of("lang", "fr", "text", "Ligne secrète"))
                .expect(201);
        long brief = MINBAR.open("brief", "culture", words("fr", "Une brève", "x", "<p>x</p>"));
        MINBAR.publish(brief, "fr");
        Map<String, Integer> refused = new TreeMap<>();
        for (String path : List.of(
                "/fr/" + secret + "/stream",
                "/fr/" + secret + "/latest",
                "/ar/" + brief + "/stream",
                "/fr/" + brief + "/stream",
                "/de/live/stream",
                "/fr/999999999/stream")) {
            refused.put(path, MINBAR.get(path).status());
        }
        assertThat(refused.values()).containsOnly(404);
        MINBAR.publish(secret, "fr");
        try (Wire wire = new Wire(MINBAR, "/fr/" + secret + "/stream?seen=0")) {
            assertThat(wire.status).isEqualTo(200);
            Until.within(SOON, "its line", () -> wire.heard.size() == 1);
            MINBAR.withdraw(secret, "fr", "Erreur");
            Until.within(
                    SOON,
                    "the page is to be read anew",
                    () -> wire.heard.contains(" stale")
                            || wire.heard.stream().anyMatch(event -> event.endsWith("stale")));
            MINBAR.get("/fr/" + secret + "/stream").expect(410);
            assertThat(MINBAR.call("HEAD", "/fr/live/stream").header("Content-Type"))
                    .startsWith("text/event-stream");
        }
    }

    @Test
    void a_picture_in_a_line_is_there_for_as_long_as_the_line() {
        BufferedImage picture = Drawn.photograph(640, 420);
        picture.setRGB(3, 3, 0x123456);
        Multipart form = new Multipart()
                .file("place.jpg", "image/jpeg", Drawn.file(picture, "jpeg"))
                .field("alt.fr", "La place vue de la scène")
                .field("credit.fr", "Photo : Salma Idrissi");
        long file = MINBAR.as(MINBAR.token(), "POST", "/api/v1/media", form.whole(), "Content-Type", Multipart.TYPE)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        long hidden = MINBAR.open("live", "culture", words("fr", "Pas encore", "x", "<p>x</p>"));
        Map<String, String> pictured = Map.of(
                "lang", "fr", "text", "La place est pleine", "body", "<figure data-file=\"" + file + "\"></figure>");
        MINBAR.lotte("POST", flashes(hidden), pictured).expect(201);
        MINBAR.get("/media/" + file + "/whole-320.jpg").expect(404);
        int number = MINBAR.lotte("POST", flashes("strip"), pictured)
                .expect(201)
                .json()
                .get("number")
                .asInt();
        Element line = MINBAR.get("/fr/live").page().getElementById("e-" + number);
        MINBAR.get(line.expectFirst("img").attr("src")).expect(200);
        takeOut("strip", number);
        MINBAR.get(line.expectFirst("img").attr("src")).expect(404);
        assertThat(MINBAR.get("/fr/live").page().getElementById("e-" + number)).isNull();
    }

    @Test
    void a_line_that_is_no_good_is_refused_with_a_sentence() {
        String strip = flashes("strip");
        for (String text : List.of("", "\u202E\u0000\u0007", "خ".repeat(5_000))) {
            Answer refused = MINBAR.lotte("POST", strip, Map.of("lang", "ar", "text", text), "Accept-Language", "ar");
            assertThat(refused.status()).as(text).isEqualTo(400);
            assertThat(refused.problemField()).isEqualTo("text");
        }
        int number = MINBAR.lotte(
                        "POST", strip, Map.of("lang", "fr", "text", "Nom\u202E <img src=x onerror=alert(1)>\nsuite"))
                .expect(201)
                .json()
                .get("number")
                .asInt();
        Element line = MINBAR.get("/fr/live").page().expectFirst("#e-" + number + " .line");
        assertThat(line.text()).isEqualTo("Nom <img src=x onerror=alert(1)> suite");
        assertThat(line.select("img")).isEmpty();
        takeOut("strip", number);
    }
}
