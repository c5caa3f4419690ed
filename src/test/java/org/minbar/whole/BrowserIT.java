package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor and a reader, each with a browser, from a pasted page to a story in three languages. */
class BrowserIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    /** What an editor has in her clipboard after marking everything on somebody's page. */
    private static final String PASTED =
            """
            الرئيسية
            - 19:40افتتاح مكتبة متنقلة في سيدي إفني
            - 18:05رياح قوية على ساحل الصويرة
            تابعونا على إنستغرام
            الصويرة: إقامة فنية تجمع حرفيي العرعار بمصممين شباب من جمعية Derb Lab
            تحتضن مدينة الصويرة، ابتداء من الاثنين المقبل، إقامة فنية تجمع حرفيي خشب العرعار بمصممين شباب، بشراكة مع جمعية Derb Lab وبدعم من غرفة الصناعة التقليدية.
            ويشتغل المشاركون طوال ثلاثة أسابيع على قطع صغيرة تصلح للبيت، ثم تعرض الأعمال في برج باب مراكش أمام العموم.
            وقالت منسقة الإقامة إن المشروع يروم نقل الحرفة إلى جيل جديد، وإن خمس عشرة ورشة فتحت أبوابها للشباب.
            تعليقات (0)
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

    /** A browser of her own, which complains when a page asks anybody else for anything or breaks its own rules. */
    private static BrowserContext reader(String language, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setBaseURL(MINBAR.base())
                        .setViewportSize(width, 800));
        context.setDefaultTimeout(30_000);
        return context;
    }

    private static Page watched(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(MINBAR.base())) complaints.add("asked " + request.url());
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private static void shoot(Page page, String name) {
        chromium.shoot(page, name);
    }

    @Test
    void from_a_pasted_page_to_readers_in_three_languages() {
        long story = pastedAtTheDesk();
        for (String lang : List.of("fr", "en")) {
            Map<String, String> words = lang.equals("fr")
                    ? Map.of(
                            "headline", "À Essaouira, le thuya passe de main en main", "body", "<p>Trois semaines.</p>")
                    : Map.of("headline", "In Essaouira, thuya wood changes hands", "body", "<p>Three weeks.</p>");
            MINBAR.lotte("PUT", edition(story, lang), words).expect(201);
        }
        for (String lang : LANGUAGES) MINBAR.publish(story, lang);
        MINBAR.settle();
        readInTwoLanguages(story);
    }

    /** Keyboard only, from the first key to the report. */
    private static long pastedAtTheDesk() {
        List<String> complaints = new ArrayList<>();
        long story;
        try (BrowserContext context = reader("ar", 1280)) {
            Page page = watched(context, complaints);
            page.navigate("/desk/import?lang=ar");
            assertThat(page.url()).as("the desk asks who is there").contains("/desk/sign-in");
            signIn(page, "not the password");
            assertThat(page.locator("[role=alert], .refusal").first().innerText())
                    .isNotBlank();
            assertThat(page.locator("#email").inputValue())
                    .as("not to be typed again")
                    .isEqualTo(LOTTE);
            shoot(page, "desk-sign-in-refused");
            signIn(page, PASSWORD);
            page.navigate("/desk/import?lang=ar");
            assertThat(direction(page, "html")).isEqualTo("rtl");
            assertThat(page.locator("h1").innerText()).isEqualTo("استيراد نص");

            page.locator("input[name=lang][value=ar]").focus();
            page.keyboard().press("Space");
            focusByTab(page, "text");
            page.keyboard().insertText(PASTED);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            Locator report = page.locator(".report");
            report.waitFor();
            shoot(page, "desk-import-report-ar");
            assertThat(report.innerText())
                    .contains("الصويرة: إقامة فنية", "افتتاح مكتبة متنقلة", "تابعونا على إنستغرام");

            page.navigate("/desk/?lang=en");
            assertThat(direction(page, "html")).isEqualTo("ltr");
            assertThat(page.content()).contains("الصويرة: إقامة فنية");
            shoot(page, "desk-board-en");
            page.navigate("/desk/?lang=ar");
            assertThat(direction(page, "html")).isEqualTo("rtl");
            shoot(page, "desk-board-ar");
            assertThat(complaints).isEmpty();
        }
        story = 0;
        for (JsonNode draft : MINBAR.lotte("GET", "/api/v1/stories?status=draft&lang=ar&limit=100")
                .json()
                .get("stories")) {
            if (draft.get("headline").asText().startsWith("الصويرة: إقامة فنية"))
                story = draft.get("id").asLong();
        }
        assertThat(story).as("the draft").isPositive();
        return story;
    }

    private static void signIn(Page page, String password) {
        focusByTab(page, "email");
        page.keyboard().press("Control+A");
        page.keyboard().type(LOTTE);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Whoever has no mouse gets there with the tabulator, and sees where she is. */
    private static void focusByTab(Page page, String id) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("() => document.activeElement.id"))) return;
        }
        throw new AssertionError("The keyboard does not reach #" + id + " at " + page.url());
    }

    private static void readInTwoLanguages(long story) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = reader("ar-MA", 1280)) {
            Page page = watched(context, complaints);
            page.navigate("/s/" + story);
            assertThat(page.url()).startsWith(MINBAR.base() + "/ar/" + story + "/");
            assertThat(direction(page, "h1")).isEqualTo("rtl");
            assertThat(page.locator("h1").innerText()).contains("Derb Lab");
            assertThat(page.evaluate("async () => { await document.fonts.ready;"
                            + " return [...document.fonts].filter(font => font.status == 'error'"
                            // A stand-in is a face of the reader's own machine, which may not have it.
                            + " && !font.family.includes('Stand-in')).length }"))
                    .as("fonts that failed")
                    .isEqualTo(0);
            shoot(page, "story-ar");

            page.locator(".languages a[hreflang=fr]").first().click();
            page.waitForURL(url -> url.contains("/fr/" + story + "/"));
            assertThat(direction(page, "h1")).isEqualTo("ltr");
            assertThat(page.locator("h1").innerText()).isEqualTo("À Essaouira, le thuya passe de main en main");
            shoot(page, "story-fr");

            page.locator("input[name=q]").first().fill("thuya");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/fr/search"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("le thuya passe de main en main"))
                    .first()
                    .click();
            page.waitForURL(url -> url.contains("/fr/" + story + "/"));
            assertThat(complaints).isEmpty();
        }
        assertThat(MINBAR.get("/ar/feed.atom").text()).contains("Derb Lab");
        assertThat(MINBAR.get("/en/feed.json").text()).contains("thuya wood changes hands");
    }

    @Test
    void a_latin_name_in_an_arabic_sentence_keeps_its_direction() {
        long story = MINBAR.open(
                "article", "culture", words("ar", "Timitar يعود", "", "<p>عاد مهرجان Timitar إلى المدينة.</p>"));
        String named = "/api/v1/stories/" + story + "/editions/ar";
        String seen = MINBAR.lotte("GET", named).header("ETag");
        MINBAR.lotte(
                        "PUT",
                        named,
                        Map.of(
                                "headline", "Timitar يعود",
                                "body", "<p>عاد مهرجان Timitar إلى المدينة.</p>",
                                "bylines", List.of("Amina Berrada")),
                        "If-Match",
                        seen)
                .expect(200);
        String path =
                URI.create(MINBAR.publish(story, "ar").get("url").asText()).getRawPath();
        try (BrowserContext context = reader("ar", 390)) {
            Page page = context.newPage();
            page.navigate(path);
            // The headline begins with a Latin name and is Arabic all the same: the page decides, not the first letter.
            assertThat(direction(page, "h1")).isEqualTo("rtl");
            // The Latin name in the byline stands in an isolate (UAX #9): an element's, or the character's own.
            String byline = page.locator(".bylines li").first().innerHTML();
            assertThat(byline).containsPattern("(<bdi[^>]*>|\u2068)Amina Berrada(</bdi>|\u2069)");
            shoot(page, "latin-in-arabic");
        }
    }

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"ar, 390", "fr, 390", "en, 390", "ar, 1280", "fr, 1280", "en, 1280"})
    void no_page_is_wider_than_the_screen(String lang, int width) {
        String story = URI.create(MINBAR.get("/api/v1/stories?limit=1&kind=article&lang=" + lang)
                        .json()
                        .at("/stories/0/url")
                        .asText())
                .getRawPath();
        String home = "/" + lang;
        Map<String, String> pages = Map.of(
                "front", home + "/",
                "story", story,
                "section", home + "/sections/culture",
                "topic", home + "/topics/festival",
                "archive", home + "/archive",
                "releases", home + "/releases",
                "corrections", home + "/corrections",
                "live", home + "/live",
                "search",
                        home + "/search?q=" + (lang.equals("ar") ? "%D9%85%D9%87%D8%B1%D8%AC%D8%A7%D9%86" : "festival"),
                "missing", home + "/nowhere");
        List<String> wide = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = reader(lang, width)) {
            Page page = watched(context, complaints);
            for (Map.Entry<String, String> each : pages.entrySet()) {
                page.navigate(each.getValue());
                String what = each.getKey() + "-" + lang + "-" + width;
                int scrolls = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
                int has = (int) page.evaluate("() => window.innerWidth");
                if (scrolls > has) wide.add(what + ": " + scrolls + " of " + has + " " + widest(page));
                if (each.getKey().equals("front") || each.getKey().equals("story")) shoot(page, what);
            }
            page.navigate("/desk/sign-in?lang=" + lang);
            if ((boolean) page.evaluate("() => document.scrollingElement.scrollWidth > innerWidth")) {
                wide.add("sign-in " + widest(page));
            }
        }
        assertThat(wide).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static Object widest(Page page) {
        return page.evaluate("() => [...document.querySelectorAll('body *')].filter(e => {"
                + " const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1 })"
                + ".slice(0, 5).map(e => e.tagName + '.' + e.className)");
    }

    private static Object direction(Page page, String selector) {
        return page.evaluate("selector => getComputedStyle(document.querySelector(selector)).direction", selector);
    }
}
