package org.minbar.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.darkroom.Drawn;

/**
 * A photographer's pictures in the browser: brought in by the handful, described in three languages, made into a gallery,
 * and out in Arabic and French with the right words.
 */
class LibraryIT {

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

    private static Page lotte(String language, int width, List<String> complaints) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setBaseURL(MINBAR.base())
                        .setTimezoneId("Africa/Casablanca")
                        .setViewportSize(width, 900));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
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

    /** A drawing of its own colour, with what a photographer wrote into it. */
    private static FilePayload picture(String name, Color colour, String caption) {
        BufferedImage drawn = Drawn.photograph(1_200, 800);
        drawn.getGraphics().setColor(colour);
        for (int x = 300; x < 900; x++) for (int y = 200; y < 600; y++) drawn.setRGB(x, y, colour.getRGB());
        byte[] exif = Drawn.exif(1, caption, "Salma Idrissi", "2026:06:21 08:30:00");
        byte[] bytes = Drawn.withSegment(
                Drawn.file(drawn, "jpeg"), 0xe1, Drawn.joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif));
        return new FilePayload(name, "image/jpeg", bytes);
    }

    @Test
    void a_festival_in_pictures() {
        List<String> complaints = new ArrayList<>();
        Page page = lotte("ar", 1280, complaints);

        // Three pictures and something that is none, all at once.
        page.navigate("/desk/media");
        page.locator("#upload-file").setInputFiles(new FilePayload[] {
            picture("port.jpg", new Color(0x2a5d8f), "Le port"),
            picture("المرفأ.jpg", new Color(0x8f2a3d), "Les remparts"),
            picture("scene.jpg", new Color(0x2a8f4d), "La scène"),
            new FilePayload("programme.exe", "image/jpeg", "MZ".getBytes(StandardCharsets.UTF_8))
        });
        Locator arrivals = page.locator(".arrivals > li");
        Until.within(
                Duration.ofSeconds(60),
                "three taken and one refused",
                () -> page.locator(".arrivals > li[data-state=ready]").count() == 3
                        && page.locator(".arrivals > li[data-state=refused]").count() == 1);
        chromium.shoot(page, "library-arrivals-ar");
        List<String> addresses = new ArrayList<>();
        for (Locator link : page.locator(".arrivals > li[data-state=ready] a").all())
            addresses.add(link.getAttribute("href"));
        assertThat(addresses).hasSize(3);
        assertThat(arrivals.count()).isEqualTo(4);

        // What the camera wrote stands in the form; the words in three languages are typed beside it.
        for (String address : addresses) {
            page.navigate(address);
            page.locator("label[for=tab-fr]").click();
            Map<String, String> captions = Map.of("ar", "من المهرجان", "en", "From the festival");
            assertThat(page.locator("#taken").inputValue()).isEqualTo("2026-06-21");
            for (String lang : List.of("ar", "fr", "en")) {
                page.locator("label[for=tab-" + lang + "]").click();
                page.locator("#alt-" + lang)
                        .fill(Map.of(
                                        "ar",
                                        "لون في وسط الصورة",
                                        "fr",
                                        "Une couleur au milieu",
                                        "en",
                                        "A colour in the middle")
                                .get(lang));
                if (captions.containsKey(lang)
                        && page.locator("#caption-" + lang).inputValue().isEmpty())
                    page.locator("#caption-" + lang).fill(captions.get(lang));
                page.locator("#credit-" + lang).fill(lang.equals("ar") ? "تصوير: سلمى" : "Salma Idrissi");
            }
            page.locator("form.words button[type=submit]").click();
            page.locator(".notice[role=status]").waitFor();
            page.locator(".stage img").click();
            page.locator("form.framing input[name=x]").fill("30");
            page.locator("form.framing button[type=submit]").click();
            page.locator(".notice[role=status]").waitFor();
            assertThat(page.locator("form.framing input[name=x]").inputValue()).isEqualTo("30");
        }
        chromium.shoot(page, "library-file-ar");

        // A story in Arabic: the pictures are chosen from the library and stand as a gallery.
        page.navigate("/desk/new");
        page.locator("input[name=headline], textarea[name=headline]").first().fill("المهرجان بالصور");
        page.locator("input[name=lang][value=ar], select[name=lang]")
                .first()
                .evaluate(
                        "field => { if (field.tagName === 'SELECT') field.value = 'ar'; else field.checked = true; }");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(Pattern.compile(".*/desk/editions/\\d+$"));
        String edition = URI.create(page.url()).getPath();
        page.locator(".ProseMirror").click();
        page.keyboard().insertText("اختتم المهرجان مساء الأحد.");
        page.locator("[data-command=picture]").click();
        page.locator("#library .media-card").first().waitFor();
        for (int i = 0; i < 3; i++) {
            String id = addresses.get(i).replaceAll("\\D", "");
            Locator card = page.locator("#library [data-id='" + id + "']");
            if (i == 0) card.click();
            else
                card.click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.CONTROL)));
        }
        chromium.shoot(page, "library-choosing-ar");
        page.locator("#library [value=done]").click();
        page.locator(".ProseMirror .gallery .file").nth(2).waitFor();
        page.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "the gallery saved", () -> stored(page, edition)
                .contains("class=\"gallery\""));
        chromium.shoot(page, "library-gallery-ar");

        // One more comes from the clipboard, and stands in the text when it has come in.
        page.locator(".ProseMirror > p").first().click();
        page.locator(".ProseMirror")
                .evaluate(
                        "(field, encoded) => { const bytes = Uint8Array.from(atob(encoded), c => c.charCodeAt(0));"
                                + " const data = new DataTransfer(); data.items.add(new File([bytes], 'image.png', {type: 'image/jpeg'}));"
                                + " field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                        Base64.getEncoder().encodeToString(picture("x.jpg", new Color(0x777711), "").buffer));
        page.locator(".ProseMirror > figure.file").waitFor();
        String pasted = page.locator(".ProseMirror > figure.file img")
                .first()
                .getAttribute("src")
                .replaceAll("^/desk/media/(\\d+)/.*", "$1");
        MINBAR.lotte("PUT", "/api/v1/media/" + pasted + "/words/ar", Map.of("alt", "لون", "credit", "سلمى"))
                .expect(200);
        MINBAR.lotte("PUT", "/api/v1/media/" + pasted + "/words/fr", Map.of("alt", "Une couleur", "credit", "Salma"))
                .expect(200);
        page.keyboard().press("Control+s");
        Until.within(Duration.ofSeconds(15), "the pasted picture saved", () -> stored(page, edition)
                .contains("data-file=\"" + pasted + "\""));

        // The same story in French shows the same gallery, and goes out with it.
        String story = page.locator("form#details").getAttribute("action").replaceAll("\\D", "");
        String body = stored(page, edition);
        MINBAR.lotte(
                        "PUT",
                        RunningMinbar.edition(Long.parseLong(story), "fr"),
                        Map.of("headline", "Le festival en images", "standfirst", "", "body", body))
                .expect(201);
        MINBAR.publish(Long.parseLong(story), "ar");
        MINBAR.publish(Long.parseLong(story), "fr");
        for (String lang : List.of("ar", "fr")) {
            Page reader = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setBaseURL(MINBAR.base())
                            .setViewportSize(lang.equals("ar") ? 390 : 1280, 900))
                    .newPage();
            reader.navigate("/" + lang + "/" + story);
            Locator shown = reader.locator(".gallery img");
            assertThat(shown.count()).isEqualTo(3);
            assertThat(shown.first().getAttribute("alt"))
                    .isEqualTo(lang.equals("ar") ? "لون في وسط الصورة" : "Une couleur au milieu");
            shown.first().scrollIntoViewIfNeeded();
            Until.within(Duration.ofSeconds(20), "the picture seen", () ->
                    (boolean) shown.first().evaluate("img => img.complete && img.naturalWidth > 0"));
            assertThat((String) shown.first().evaluate("img => img.currentSrc")).contains(".webp");
            int scrolls = (int) reader.evaluate("() => document.scrollingElement.scrollWidth");
            assertThat(scrolls).isLessThanOrEqualTo(lang.equals("ar") ? 390 : 1280);
            chromium.shoot(reader, "library-page-" + lang);
            reader.context().close();
        }
        Document french =
                MINBAR.get(MINBAR.get("/fr/" + story).header("Location")).page();
        assertThat(french.select(".gallery figcaption").eachText()).contains("Le port Salma Idrissi");
        assertThat(complaints).isEmpty();
    }

    private static String stored(Page page, String edition) {
        return (String) page.evaluate(
                "async address => { const text = await (await fetch(address)).text(); const page = new DOMParser()"
                        + ".parseFromString(text, 'text/html'); return page.querySelector('textarea[name=body]').value; }",
                edition);
    }

    @ParameterizedTest
    @CsvSource({"ar, 1280", "ar, 390", "fr, 1280", "fr, 390"})
    void every_screen_of_the_library_and_the_press_desk_fits_its_window(String language, int width) {
        List<String> complaints = new ArrayList<>();
        List<String> wide = new ArrayList<>();
        Page page = lotte(language, width, complaints);
        long file = MINBAR.lotte("GET", "/api/v1/media?form=picture&limit=1")
                .expect(200)
                .json()
                .at("/files/0/id")
                .asLong();
        long release = MINBAR.get("/api/v1/stories?kind=release&limit=1")
                .json()
                .at("/stories/0/id")
                .asLong();
        for (String path :
                List.of("/desk/media?show=unused", "/desk/media/" + file, "/desk/stories/" + release + "/release")) {
            page.navigate(path);
            String name = "library"
                    + path.replace("/desk", "").replaceAll("[0-9]+", "one").replaceAll("[/?=]+", "-");
            chromium.shoot(page, name.replaceAll("-+$", "") + "-" + language + "-" + width);
            int scrolls = (int) page.evaluate("() => document.scrollingElement.scrollWidth");
            if (scrolls > width) wide.add(path + ": " + scrolls);
        }
        assertThat(wide).isEmpty();
        assertThat(complaints).isEmpty();
    }
}
