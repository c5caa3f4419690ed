package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;
import static org.minbar.whole.RunningMinbar.words;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The front page as editors arrange it and as readers see it, and what readers read most. */
// First: it waits much, while others work.
@Order(1)
class FrontIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static Chromium chromium;

    @BeforeAll
    static void a_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void it_closes() {
        if (chromium != null) chromium.close();
    }

    private static BrowserContext context(String language, boolean script) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setBaseURL(MINBAR.base())
                        .setJavaScriptEnabled(script)
                        .setTimezoneId("Africa/Casablanca")
                        .setViewportSize(1280, 1000));
        context.setDefaultTimeout(30_000);
        return context;
    }

    private static Page lotte(String language, boolean script, List<String> complaints) {
        Page page = context(language, script).newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4"))
                complaints.add(page.url() + ": " + message.text());
        });
        page.navigate("/desk/sign-in");
        page.locator("input[name=email]").fill(LOTTE);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(Pattern.compile(".*/desk/$"));
        return page;
    }

    private static long published(String lang, String headline) {
        long id = MINBAR.open("article", "culture", words(lang, headline, "", "<p>" + headline + "</p>"));
        MINBAR.publish(id, lang);
        return id;
    }

    private static Document front(String lang) {
        return MINBAR.get("/" + lang + "/").expect(200).page();
    }

    private static String lead(String lang) {
        return front(lang).select(".lead .headline").text();
    }

    private static Locator slot(Page page, int number) {
        return page.locator("#slot-" + number);
    }

    /** As a hand does it: down, over to the place, a little further there, up. */
    private static void drag(Page page, Locator what, Locator where) {
        what.hover();
        page.mouse().down();
        where.hover();
        where.hover(new Locator.HoverOptions().setPosition(4, 4));
        page.mouse().up();
    }

    private static void awaitDone(Page page, String what) {
        try {
            page.waitForURL(Pattern.compile(".*done=" + what + ".*"));
        } catch (TimeoutError never) {
            chromium.shoot(page, "front-not-" + what);
            throw new AssertionError(
                    what + " was not done at " + page.url() + ": "
                            + page.locator("[role=alert]").allInnerTexts(),
                    never);
        }
    }

    /** Where one takes hold of a slot: in its middle there may be a button. */
    private static Locator handle(Page page, int number) {
        return slot(page, number).locator(".slot-name");
    }

    private static String shown(Page page, int number) {
        return slot(page, number).locator(".now > .words").textContent().strip();
    }

    @ParameterizedTest
    @CsvSource({"ar, زيتون, مائدة", "fr, Grenadier, Figuier"})
    void stories_are_dragged_into_slots_and_moved_by_buttons(String lang, String one, String other) {
        String first = one + " " + System.nanoTime();
        String second = other + " " + System.nanoTime();
        published(lang, first);
        published(lang, second);
        List<String> complaints = new ArrayList<>();
        Page page = lotte(lang, true, complaints);
        page.navigate("/desk/front?in=" + lang + "&lang=" + lang);
        page.locator("#q").fill(first);
        page.locator("#q").press("Enter");
        page.waitForURL(Pattern.compile(".*q=.*"));

        drag(page, page.locator(".front-card .words").first(), handle(page, 2));
        awaitDone(page, "placements");
        assertThat(shown(page, 2)).isEqualTo(first);
        assertThat(slot(page, 2).getAttribute("class")).contains("by-hand");

        // From the top of the screen, where both slots are in sight: nobody drags to what she doesn't see.
        page.navigate("/desk/front?in=" + lang + "&lang=" + lang);
        drag(page, handle(page, 2), handle(page, 0));
        awaitDone(page, "moves");
        assertThat(shown(page, 0)).isEqualTo(first);
        assertThat(lead(lang)).isEqualTo(first);
        chromium.shoot(page, "desk-front-" + lang);

        slot(page, 0).locator("button.down").click();
        page.waitForURL(Pattern.compile(".*slot-1$"));
        assertThat(shown(page, 1)).isEqualTo(first);
        slot(page, 1).locator("button.remove").click();
        awaitDone(page, "removals");
        assertThat(slot(page, 1).getAttribute("class")).contains("by-rule");

        // Nothing on the areas twice, and nothing of another language.
        List<String> headlines = front(lang)
                .select(":is(.lead, .beside, .choice, .latest, .shelf) .headline a")
                .eachAttr("href");
        assertThat(headlines)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(8)
                .allMatch(href -> href.startsWith("/" + lang + "/"));
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void without_script_the_same_is_done_with_forms() {
        String headline = "Caroubier " + System.nanoTime();
        published("fr", headline);
        Page page = lotte("fr", false, new ArrayList<>());
        page.navigate("/desk/front?in=fr");
        page.locator("#q").fill(headline);
        page.locator(".front-search button").click();
        Locator card = page.locator(".front-card").first();
        card.locator("select").selectOption("4");
        card.locator("button").click();
        assertThat(shown(page, 4)).isEqualTo(headline);
        slot(page, 4).locator("button.up").click();
        assertThat(shown(page, 3)).isEqualTo(headline);
        slot(page, 3).locator("summary").click();
        slot(page, 3).locator("input[name=until]").fill("2099-01-01T08:00");
        slot(page, 3).locator("form[action$=placements] button").click();
        assertThat(slot(page, 3).locator(".how time").getAttribute("datetime")).startsWith("2099-01-01T08:00");
        slot(page, 3).locator("summary").click();
        slot(page, 3).locator("select[name=section]").selectOption("sports");
        slot(page, 3).locator("form[action$=rules] button").click();
        assertThat(slot(page, 3).locator("select[name=section]").inputValue()).isEqualTo("sports");
        slot(page, 3).locator("button.remove").click();
        assertThat(slot(page, 3).getAttribute("class")).contains("by-rule");
        page.context().close();
    }

    @Test
    void of_two_editors_the_second_sees_what_the_first_did_and_loses_nothing() {
        long one = published("en", "Argan " + System.nanoTime());
        long other = published("en", "Thyme " + System.nanoTime());
        Desk desk = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        String version = version(desk.get("/desk/front?in=en").expect(200).page());
        String[] first = {"in", "en", "version", version, "slot", "0", "story", String.valueOf(one)};
        String[] second = {"in", "en", "version", version, "slot", "0", "story", String.valueOf(other)};
        desk.post("/desk/front/placements", first).expect(303);
        Document late = desk.post("/desk/front/placements", second).expect(409).page();
        assertThat(late.expectFirst("[role=alert]").text()).isNotBlank();
        assertThat(late.expectFirst("#slot-0").attr("data-story")).isEqualTo(String.valueOf(one));

        List<String> again = new ArrayList<>();
        for (Element field : late.select("form.again input")) again.addAll(List.of(field.attr("name"), field.val()));
        desk.post(late.expectFirst("form.again").attr("action"), again.toArray(String[]::new))
                .expect(303);
        Document now = desk.get("/desk/front?in=en").expect(200).page();
        assertThat(now.expectFirst("#slot-0").attr("data-story")).isEqualTo(String.valueOf(other));
        assertThat(Integer.parseInt(version(now))).isEqualTo(Integer.parseInt(version) + 2);
        desk.post("/desk/front/removals", "in", "en", "version", version(now), "slot", "0")
                .expect(303);
    }

    private static String version(Document page) {
        return page.expectFirst("#front-desk").attr("data-version");
    }

    @Test
    void a_draft_is_not_placed_and_a_slot_that_is_not_there_is_refused() {
        long draft = MINBAR.open("article", "culture", words("en", "Not yet", "", "<p>Not yet</p>"));
        Desk desk = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        String version = version(desk.get("/desk/front?in=en").page());
        desk.post("/desk/front/placements", "in", "en", "version", version, "slot", "0", "story", String.valueOf(draft))
                .expect(409);
        desk.post("/desk/front/removals", "in", "en", "version", version, "slot", "99")
                .expect(400);
        desk.get("/desk/front?in=xx").expect(400);
        MINBAR.get("/desk/front").expect(303);
    }

    @Test
    void readings_are_taken_from_the_storys_own_page_and_from_nowhere_else() {
        long id = published("en", "Read me " + System.nanoTime());
        long draft = MINBAR.open("article", "culture", words("en", "Hidden", "", "<p>Hidden</p>"));
        String readings = "/en/" + id + "/readings";
        sent("POST", readings, "Sec-Fetch-Site", "same-origin").expect(204);
        sent("POST", readings).expect(204);
        for (String elsewhere : List.of("cross-site", "same-site", "none")) {
            sent("POST", readings, "Sec-Fetch-Site", elsewhere).expect(403);
            sent("POST", readings, "Sec-Fetch-Site", elsewhere, "Authorization", "Basic eDp5")
                    .expect(403);
        }
        for (String unknown : List.of("/fr/" + id, "/en/" + draft, "/en/999999999", "/xx/" + id)) {
            sent("POST", unknown + "/readings", "Sec-Fetch-Site", "same-origin").expect(404);
        }
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH"))
            sent(method, readings).expect(405);
    }

    private static Answer sent(String method, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(List.of(headers));
        return MINBAR.send(method, path, BodyPublishers.noBody(), all.toArray(String[]::new));
    }

    @Test
    void what_is_read_longest_in_sight_is_counted_and_stands_among_the_most_read() {
        String headline = "Much read " + System.nanoTime();
        long id = published("en", headline);
        String address = "/en/" + id;
        Page page = context("en", true).newPage();
        Response answer = page.waitForResponse(
                each -> each.url().endsWith(address + "/readings"), () -> page.navigate(address + "/x"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();
        for (int i = 0; i < 20; i++) sent("POST", address + "/readings").expect(204);
        Until.within(
                Duration.ofSeconds(60),
                "it stands first among the most read",
                () -> headline.equals(front("en").select(".most-read .headline").eachText().stream()
                        .findFirst()
                        .orElse("")));
        MINBAR.withdraw(id, "en", "A mistake.");
        assertThat(front("en").select(".most-read .headline").eachText()).doesNotContain(headline);
    }

    @Test
    void who_asks_not_to_be_followed_is_not_counted() {
        long id = published("en", "Unfollowed " + System.nanoTime());
        List<Page> pages = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        Map<String, String> wishes = Map.of("globalPrivacyControl", "true", "doNotTrack", "'1'");
        wishes.forEach((property, value) -> {
            Page page = context("en", true).newPage();
            page.onRequest(request -> asked.add(request.method() + " " + request.url()));
            page.addInitScript(
                    "Object.defineProperty(Navigator.prototype, '" + property + "', {get: () => " + value + "})");
            page.navigate("/en/" + id + "/x");
            pages.add(page);
        });
        pages.get(1).waitForTimeout(6_500);
        pages.get(0).waitForTimeout(100);
        assertThat(asked).isNotEmpty().noneMatch(each -> each.startsWith("POST"));
        pages.forEach(page -> page.context().close());
    }

    @Test
    void a_story_called_readings_has_an_address_of_its_own() {
        long id = published("en", "Readings");
        String url = MINBAR.lotte("GET", RunningMinbar.edition(id, "en"))
                .expect(200)
                .json()
                .get("url")
                .asText();
        assertThat(url).endsWith("/readings-1");
        MINBAR.get("/en/" + id + "/readings-1").expect(200);
    }

    @Test
    void the_front_page_has_the_strip_on_top_and_needs_no_script() {
        Document front = front("ar");
        assertThat(front.select("main#content").first().previousElementSibling().className())
                .isEqualTo("strip");
        assertThat(front.select("script[src]"))
                .as("only what brings new lines in")
                .singleElement()
                .satisfies(script -> assertThat(script.attr("src")).endsWith("/js/live.js"));
        assertThat(front.select(".lead .teaser")).hasSize(1);
        assertThat(front.select(".beside .teaser")).hasSize(3);
        assertThat(front.select(".choice .teaser")).hasSize(4);
        assertThat(front.select(".latest li")).hasSizeBetween(1, 6);
        assertThat(front.select(".shelves .shelf")).isNotEmpty();
    }
}
