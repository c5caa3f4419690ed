package org.minbar.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minbar.whole.RunningMinbar.LOTTE;
import static org.minbar.whole.RunningMinbar.PASSWORD;
import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.encoded;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minbar.darkroom.Drawn;

/** A photographer's pictures and a ministry's document: how they come in, whom they are shown to, and with which words. */
class MediaIT {

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final AtomicInteger DRAWN = new AtomicInteger();

    /** A picture that nobody has drawn before, with what a camera and its owner wrote into it. */
    private static byte[] photograph() {
        BufferedImage picture = Drawn.photograph(900, 600);
        int number = DRAWN.incrementAndGet();
        picture.setRGB(number, 0, Color.WHITE.getRGB());
        picture.setRGB(0, number, Color.RED.getRGB());
        byte[] exif = Drawn.exif(1, "Le port au matin", "Salma Idrissi", "2026:06:21 08:30:00");
        return Drawn.withSegment(
                Drawn.file(picture, "jpeg"),
                0xe1,
                Drawn.joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif));
    }

    private static Answer bring(Multipart form, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.addAll(List.of("Content-Type", Multipart.TYPE));
        return MINBAR.as(MINBAR.token(), "POST", "/api/v1/media", form.whole(), all.toArray(String[]::new));
    }

    private static Multipart said(byte[] picture) {
        return new Multipart()
                .file("IMG_0042.JPG", "image/jpeg", picture)
                .field("alt.ar", "قوارب زرقاء في الميناء")
                .field("caption.ar", "ميناء الصويرة «ذات صباح»")
                .field("credit.ar", "تصوير: سلمى الإدريسي")
                .field("alt.fr", "Des barques bleues & des filets")
                .field("caption.fr", "Le port d’Essaouira")
                .field("credit.fr", "Photo : Salma Idrissi")
                .field("alt.en", "Blue boats")
                .field("credit.en", "Photo: Salma Idrissi");
    }

    private static JsonNode brought() {
        return bring(said(photograph())).expect(201).json();
    }

    private static String figure(long file) {
        return "<figure data-file=\"" + file + "\"></figure>";
    }

    private static String path(JsonNode file, String print) {
        return file.at("/prints/" + print).asText().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_picture_speaks_three_languages_on_pages_in_feeds_and_to_machines() {
        JsonNode lead = brought();
        JsonNode inside = brought();
        long story = MINBAR.lotte(
                        "POST",
                        "/api/v1/stories",
                        Map.of(
                                "kind",
                                "article",
                                "section",
                                "culture",
                                "picture",
                                lead.get("id").asLong(),
                                "editions",
                                List.of(
                                        words(
                                                "ar",
                                                "صور الميناء",
                                                "قوارب وشباك",
                                                "<p>نص.</p>"
                                                        + figure(
                                                                inside.get("id").asLong())),
                                        words(
                                                "fr",
                                                "Images du port",
                                                "Des barques",
                                                "<p>Texte.</p><figure class=\"gallery\">"
                                                        + figure(
                                                                inside.get("id").asLong())
                                                        + "<figure data-file=\""
                                                        + inside.get("id").asLong()
                                                        + "\" data-alt=\"La même, de près\"><figcaption>De <em>près</em></figcaption></figure></figure>"))))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        assertThat(MINBAR.get(path(lead, "16x9-1280")).status()).isEqualTo(404);
        MINBAR.publish(story, "ar");
        MINBAR.publish(story, "fr");
        MINBAR.settle();

        Document arabic = MINBAR.get(MINBAR.get("/ar/" + story).header("Location"))
                .expect(200)
                .page();
        Element opening = arabic.expectFirst(".story-picture img");
        assertThat(opening.attr("alt")).isEqualTo("قوارب زرقاء في الميناء");
        assertThat(opening.attr("srcset")).contains(" 320w", " 640w", " 900w").doesNotContain("1280w");
        assertThat(arabic.expectFirst(".story-picture figcaption").text())
                .isEqualTo("ميناء الصويرة «ذات صباح» تصوير: سلمى الإدريسي");
        assertThat(arabic.expectFirst(".prose figure.picture img").attr("alt")).isEqualTo("قوارب زرقاء في الميناء");
        assertThat(arabic.expectFirst("meta[property=og:image]").attr("content"))
                .as("the headline drawn over the lead")
                .contains("/card-");
        assertThat(arabic.expectFirst("meta[property=og:image:alt]").attr("content"))
                .contains("قوارب");
        assertThat(structured(arabic).at("/image/0/creditText").asText()).isEqualTo("تصوير: سلمى الإدريسي");
        assertThat(structured(arabic).at("/image").size())
                .as("three shapes of the lead, and the other")
                .isEqualTo(4);

        Document french = MINBAR.get(MINBAR.get("/fr/" + story).header("Location"))
                .expect(200)
                .page();
        assertThat(french.select(".prose .gallery .tiles img").eachAttr("alt"))
                .containsExactly("Des barques bleues & des filets", "La même, de près");
        assertThat(french.select(".prose .gallery figcaption").eachText())
                .containsExactly("Le port d’Essaouira Photo : Salma Idrissi", "De près Photo : Salma Idrissi");
        assertThat(french.select(".prose .gallery").attr("aria-label")).isEqualTo("Galerie de 2 images");
        for (Element image : french.select("picture source, picture img")) {
            for (String candidate : image.attr("srcset").split(", ")) {
                Answer print = MINBAR.get(candidate.split(" ")[0]).expect(200);
                assertThat(print.header("Cache-Control")).contains("immutable");
                assertThat(print.header("Content-Type"))
                        .startsWith(candidate.contains(".webp") ? "image/webp" : "image/jpeg");
            }
        }

        Element entry = Jsoup.parse(MINBAR.get("/fr/feed.atom").text(), "", Parser.xmlParser()).select("entry").stream()
                .filter(each -> each.text().contains("Images du port"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.select("media|credit").text()).isEqualTo("Photo : Salma Idrissi");
        assertThat(entry.select("media|description").text()).isEqualTo("Des barques bleues & des filets");
        Document content = Jsoup.parseBodyFragment(entry.select("content").text());
        assertThat(content.select("img").eachAttr("src")).hasSize(3).allMatch(src -> src.startsWith("http"));
        JsonNode told = MINBAR.get(edition(story, "fr")).expect(200).json();
        assertThat(told.at("/pictures/0/credit").asText()).isEqualTo("Photo : Salma Idrissi");

        // One that partners may not have stays on the pages and leaves the feeds.
        MINBAR.lotte("PUT", "/api/v1/media/" + inside.get("id").asLong() + "/rights", Map.of("partners", false))
                .expect(200);
        assertThat(MINBAR.get("/fr/feed.atom").text())
                .contains("/media/" + lead.get("id") + "/")
                .doesNotContain("/media/" + inside.get("id") + "/");
        assertThat(MINBAR.get(MINBAR.get("/fr/" + story).header("Location"))
                        .page()
                        .select(".gallery img"))
                .hasSize(2);

        // One whose rights have ended is gone, and a note stands in its place.
        LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(2);
        MINBAR.lotte(
                        "PUT",
                        "/api/v1/media/" + inside.get("id").asLong() + "/rights",
                        Map.of("expires", yesterday.toString()))
                .expect(200);
        assertThat(MINBAR.get(path(inside, "16x9-1280")).status()).isEqualTo(404);
        assertThat(MINBAR.get(MINBAR.get("/ar/" + story).header("Location"))
                        .page()
                        .select(".prose .expired")
                        .text())
                .isEqualTo("انتهت حقوق نشر هذه الصورة، فلم تعد معروضة.");
    }

    private static JsonNode structured(Document page) {
        try {
            return Answer.MAPPER.readTree(
                    page.expectFirst("script[type=application/ld+json]").data());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_no_public_edition_shows_is_not_there_whatever_is_guessed() {
        JsonNode file = brought();
        long id = file.get("id").asLong();
        long story = MINBAR.open("article", "culture", words("fr", "Sous embargo", "", "<p>x</p>" + figure(id)));
        nowhere(file);
        MINBAR.lotte(
                        "POST",
                        "/api/v1/stories",
                        Map.of(
                                "kind",
                                "article",
                                "section",
                                "culture",
                                "picture",
                                id,
                                "embargo",
                                Clock.systemUTC()
                                        .instant()
                                        .plus(Duration.ofHours(1))
                                        .toString(),
                                "editions",
                                List.of(words("fr", "Autre", "", "<p>y</p>"))))
                .expect(201);
        nowhere(file);
        MINBAR.publish(story, "fr");
        Answer print = MINBAR.get(path(file, "16x9-1280")).expect(200);
        assertThat(print.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        MINBAR.get(path(file, "16x9-1280"), "If-None-Match", print.header("ETag"))
                .expect(304);
        MINBAR.call("HEAD", path(file, "16x9-1280")).expect(200);
        Answer some =
                MINBAR.get(path(file, "16x9-1280"), "Range", "bytes=10-19").expect(206);
        assertThat(some.bytes()).isEqualTo(Arrays.copyOfRange(print.bytes(), 10, 20));
        assertThat(some.header("Content-Range")).isEqualTo("bytes 10-19/" + print.bytes().length);
        assertThat(MINBAR.get(path(file, "16x9-1280"), "Range", "bytes=-5")
                        .expect(206)
                        .bytes())
                .isEqualTo(Arrays.copyOfRange(print.bytes(), print.bytes().length - 5, print.bytes().length));
        MINBAR.get(path(file, "16x9-1280"), "Range", "bytes=99999999-").expect(416);
        assertThat(MINBAR.get("/media/" + id + "/16x9-1280.jpg").expect(302).header("Location"))
                .endsWith(path(file, "16x9-1280"));
        for (String guess : List.of(
                "16x9-333.jpg",
                "16x9-1280.gif",
                "original.jpg",
                "..%2f..%2fminbar.mv.db",
                "%2e%2e/x",
                "whole-960.jpg%00"))
            assertThat(MINBAR.get("/media/" + id + "/" + guess).status())
                    .as(guess)
                    .isIn(400, 404);

        // Replaced, it keeps its number and leads from the old address to the new one.
        byte[] other = photograph();
        Desk lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        lotte.multipart("/desk/media/" + id + "/replacement", new Multipart().file("autre.jpg", "image/jpeg", other))
                .expect(303);
        assertThat(MINBAR.get(path(file, "16x9-1280")).expect(302).header("Location"))
                .contains("/media/" + id + "/16x9-1280-")
                .doesNotEndWith(path(file, "16x9-1280"));
        MINBAR.withdraw(story, "fr", "Erreur.");
        nowhere(file);
    }

    private static void nowhere(JsonNode file) {
        long id = file.get("id").asLong();
        for (String path : List.of(
                path(file, "16x9-1280"),
                path(file, "whole-1280"),
                "/media/" + id + "/whole-640.webp",
                "/media/" + id + "/original.jpg")) {
            MINBAR.get(path).expect(404);
        }
        MINBAR.get("/api/v1/media/" + id).expect(401);
        MINBAR.get("/desk/media/" + id + "/prints/whole-640.jpg", "Accept", "application/json")
                .expect(401);
    }

    @Test
    void nothing_that_a_camera_wrote_is_given_out() {
        byte[] photograph = photograph();
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains("Salma Idrissi");
        JsonNode file = bring(said(photograph)).expect(201).json();
        assertThat(file.get("taken").asText()).isEqualTo("2026-06-21");
        long story = MINBAR.open(
                "article",
                "culture",
                words(
                        "fr",
                        "Métadonnées",
                        "",
                        "<p>x</p>" + figure(file.get("id").asLong())));
        MINBAR.publish(story, "fr");
        for (String print : List.of("whole-1280", "1x1-1280")) {
            String bytes = new String(MINBAR.get(path(file, print)).expect(200).bytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Exif", "Salma", "Le port au matin", "2026:06:21", "http://ns.adobe.com");
        }
    }

    @Test
    void the_same_bytes_are_one_file_however_often_and_from_however_many_they_come() throws Exception {
        byte[] picture = photograph();
        ExecutorService desks = Executors.newFixedThreadPool(4);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) answers.add(desks.submit(() -> bring(said(picture))));
            List<Long> ids = new ArrayList<>();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                ids.add(answer.get().json().get("id").asLong());
                statuses.add(answer.get().status());
            }
            assertThat(ids.stream().distinct()).hasSize(1);
            assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
        } finally {
            desks.shutdown();
        }
        byte[] other = photograph();
        bring(said(other), "Idempotency-Key", "k-1").expect(201);
        bring(said(other), "Idempotency-Key", "k-1").expect(201);
        bring(said(other)).expect(200);
    }

    static List<List<Object>> hostile() {
        byte[] jpeg = Drawn.file(Drawn.photograph(300, 200), "jpeg");
        return List.of(
                List.of("logo.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8), 415),
                List.of("photo.jpg", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8), 415),
                List.of("photo.jpg", "MZ\0\0This program cannot be run".getBytes(UTF_8), 415),
                List.of("photo.jpg", new byte[0], 400),
                List.of("photo.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), 400),
                List.of("carte.png", Drawn.png(50_000, 50_000, 2), 413),
                List.of("lettre.pdf", "%PDF-1.7\n%âãÏÓ\nrien".getBytes(UTF_8), 400));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_no_good_is_refused_with_a_sentence_and_leaves_nothing(List<Object> attack) {
        long before = kept();
        Answer refused = bring(new Multipart().file((String) attack.get(0), "image/jpeg", (byte[]) attack.get(1)));
        assertThat(refused.status()).as(refused.toString()).isBetween(400, 422);
        refused.problemField();
        assertThat(refused.json().get("detail").asText()).as("what to do next").isNotBlank();
        assertThat(kept()).isEqualTo(before);
    }

    private static long kept() {
        return MINBAR.lotte("GET", "/api/v1/media?limit=100")
                .expect(200)
                .json()
                .get("files")
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.jpg",
                "..\\\\..\\\\a.jpg",
                "\u202Egpj.exe",
                "a\u0007b.jpg",
                "صورة المرفأ.jpg"
            })
    void a_name_is_shown_and_never_followed(String name) {
        JsonNode file = bring(new Multipart().file(name, "image/jpeg", photograph()))
                .expect(201)
                .json();
        assertThat(file.get("name").asText())
                .doesNotContain("..", "/", "\\", "\u202E", "\u0007")
                .isNotBlank();
        if (name.startsWith("صورة")) assertThat(file.get("name").asText()).isEqualTo(name);
    }

    @Test
    void what_a_file_is_its_bytes_say() {
        BufferedImage picture = Drawn.photograph(320, 200);
        picture.setRGB(DRAWN.incrementAndGet(), 1, 0xffffff);
        JsonNode file = bring(new Multipart().file("vraiment.pdf", "application/pdf", Drawn.file(picture, "png")))
                .expect(201)
                .json();
        assertThat(file.get("form").asText()).isEqualTo("picture");
        bring(new Multipart().file("a.jpg", "image/jpeg", photograph()).field("title.ar", "x"))
                .expect(400);
        bring(new Multipart().field("alt.ar", "x")).expect(400);
    }

    @Test
    void an_upload_goes_on_where_the_line_broke() {
        Desk lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        byte[] picture = photograph();
        String name = Base64.getEncoder().encodeToString("صورة المرفأ.jpg".getBytes(UTF_8));
        String arrival = lotte.tus(
                        "POST",
                        "/desk/media/arrivals",
                        new byte[0],
                        "Upload-Length",
                        String.valueOf(picture.length),
                        "Upload-Metadata",
                        "filename " + name)
                .expect(201)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        int half = picture.length / 2;
        lotte.tus("PATCH", arrival, Arrays.copyOf(picture, half), "Upload-Offset", "0")
                .expect(204);
        lotte.tus("POST", arrival + "/file?lang=fr", new byte[0]).expect(409);
        assertThat(lotte.tus("HEAD", arrival, new byte[0]).expect(200).header("Upload-Offset"))
                .isEqualTo(String.valueOf(half));
        lotte.tus("PATCH", arrival, Arrays.copyOfRange(picture, 0, half), "Upload-Offset", "0")
                .expect(409);
        Desk nobody = new Desk(MINBAR);
        nobody.tus("HEAD", arrival, new byte[0]).expect(401);
        assertThat(lotte.tus(
                                "PATCH",
                                arrival,
                                Arrays.copyOfRange(picture, half, picture.length),
                                "Upload-Offset",
                                String.valueOf(half))
                        .expect(204)
                        .header("Upload-Offset"))
                .isEqualTo(String.valueOf(picture.length));
        JsonNode card = lotte.tus("POST", arrival + "/file?lang=fr", new byte[0])
                .expect(201)
                .json();
        assertThat(card.get("name").asText()).isEqualTo("صورة المرفأ.jpg");
        assertThat(card.get("caption").asText()).as("from the camera").isEqualTo("Le port au matin");
        assertThat(card.get("missing").toString()).isEqualTo("[\"alt\"]");
        lotte.tus("HEAD", arrival, new byte[0]).expect(404);
        assertThat(lotte.tus("GET", "/desk/media/find?q=" + encoded("port matin") + "&lang=fr", new byte[0])
                        .expect(200)
                        .text())
                .contains("\"id\":" + card.get("id"));
    }

    @Test
    void a_release_made_of_a_document_is_held_until_its_time_with_everything_that_comes_with_it() throws IOException {
        Desk lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        byte[] pdf;
        try (InputStream in =
                Objects.requireNonNull(MediaIT.class.getResourceAsStream("/documents/press-release.pdf"))) {
            pdf = in.readAllBytes();
        }
        JsonNode file = bring(new Multipart().file("بلاغ.pdf", "application/pdf", pdf))
                .expect(201)
                .json();
        long id = file.get("id").asLong();
        String original = file.get("url").asText().replaceFirst("^https?://[^/]+", "");
        String edition = lotte.post("/desk/press", "document", String.valueOf(id), "section", "culture")
                .expect(303)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        Document page = lotte.get(edition).expect(200).page();
        assertThat(page.expectFirst("#headline").val()
                        + page.expectFirst("#headline").text())
                .contains("الصويرة تستعد لاحتضان الدورة السابعة");
        assertThat(page.expectFirst("#body, textarea[name=body]").text() + page.text())
                .contains("أصوات الأطلسي");
        // The desk shortens it; the document keeps what it says.
        lotte.json(
                        "PUT",
                        edition + "/text",
                        Map.of(
                                "from",
                                1,
                                "text",
                                Map.of(
                                        "headline",
                                        "ملتقى «أصوات الأطلسي» بالصويرة",
                                        "standfirst",
                                        "",
                                        "body",
                                        "<p>نص قصير.</p>")))
                .expect(200);
        String story = page.expectFirst("form#details").attr("action").replaceAll("\\D", "");
        lotte.post(
                        "/desk/stories/" + story + "/release",
                        "issuer.ar",
                        "جمعية مرافئ الثقافة",
                        "issuer.fr",
                        "Marafi de la culture",
                        "place",
                        "الرباط",
                        "dated",
                        "2026-11-21",
                        "embargo",
                        "2099-01-01T09:00",
                        "attachment",
                        String.valueOf(id),
                        "attachment-lang",
                        "*",
                        "contact-name",
                        "أمينة",
                        "contact-email",
                        "amina@example.org",
                        "contact-open",
                        "readers",
                        "contact-name",
                        "Secret Contact",
                        "contact-open",
                        "partners",
                        "targets",
                        "وكالات، إذاعات")
                .expect(303);
        assertThat(lotte.get("/desk/press")
                        .expect(200)
                        .page()
                        .select(".release-row")
                        .text())
                .contains("Marafi de la culture", "وكالات", "إذاعات");
        lotte.post(edition + "/schedule", "at", "2099-01-01T09:00").expect(303);
        MINBAR.settle();
        String word = "بنجلون";
        assertThat(MINBAR.search(word, "").get("total").asLong()).isZero();
        MINBAR.get(original).expect(404);
        MINBAR.get("/ar/" + story).expect(404);
        MINBAR.get("/api/v1/stories/" + story + "/release").expect(404);
        assertThat(MINBAR.get("/ar/releases").text()).doesNotContain("/ar/" + story + "/");

        // Its time comes.
        lotte.post("/desk/stories/" + story + "/details", "section", "culture", "kind", "release", "embargo", "")
                .expect(303);
        lotte.post(edition + "/publication").expect(303);
        MINBAR.settle();
        Document shown = MINBAR.get(MINBAR.get("/ar/" + story).header("Location"))
                .expect(200)
                .page();
        assertThat(shown.select(".issued").text()).contains("بلاغ صادر عن", "جمعية مرافئ الثقافة", "الرباط", "2026");
        assertThat(shown.select(".contacts").text())
                .contains("أمينة", "amina@example.org")
                .doesNotContain("Secret");
        assertThat(shown.select(".attached a").eachAttr("href")).contains(original);
        Answer document = MINBAR.get(original).expect(200);
        assertThat(document.bytes()).isEqualTo(pdf);
        assertThat(document.header("Content-Disposition")).contains("filename*=UTF-8''%D8%A8");
        assertThat(MINBAR.search(word, "&lang=ar").get("total").asLong())
                .as("found by the document's words")
                .isPositive();
        assertThat(MINBAR.get("/ar/releases").text()).contains("/ar/" + story + "/");
        JsonNode told =
                MINBAR.get("/api/v1/stories/" + story + "/release").expect(200).json();
        assertThat(told.toString()).contains("Marafi de la culture").doesNotContain("Secret", "وكالات");
    }

    @Test
    void a_sound_is_played_from_where_the_listener_wants_and_can_be_read() {
        byte[] wave = sound(8_000 + DRAWN.incrementAndGet());
        JsonNode file = bring(new Multipart()
                        .file("entretien.wav", "audio/wav", wave)
                        .field("caption.fr", "Entretien au port")
                        .field("credit.fr", "Son : Salma Idrissi")
                        .field("transcript.fr", "— Bonjour.\n\n— Bonjour & bienvenue."))
                .expect(201)
                .json();
        assertThat(file.get("form").asText()).isEqualTo("sound");
        JsonNode captions = bring(new Multipart()
                        .file(
                                "entretien.vtt",
                                "text/vtt",
                                ("WEBVTT\n\n00:00.000 --> 00:0" + DRAWN.get() % 9 + ".500\nBonjour\n").getBytes(UTF_8)))
                .expect(201)
                .json();
        Desk lotte = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        lotte.post(
                        "/desk/media/" + file.get("id") + "/capsule",
                        "captions.fr",
                        captions.get("id").asText(),
                        "poster",
                        "")
                .expect(303);
        long story = MINBAR.open(
                "article",
                "culture",
                words("fr", "À écouter", "", "<p>x</p>" + figure(file.get("id").asLong())));
        String track = captions.get("url").asText().replaceFirst("^https?://[^/]+", "");
        MINBAR.get(track).expect(404);
        MINBAR.publish(story, "fr");
        Document page = MINBAR.get(MINBAR.get("/fr/" + story).header("Location"))
                .expect(200)
                .page();
        Element player = page.expectFirst(".prose figure.sound audio");
        assertThat(player.attr("preload")).isEqualTo("none");
        assertThat(player.expectFirst("track").attr("src")).isEqualTo(track);
        assertThat(page.expectFirst(".sound figcaption").text()).isEqualTo("Entretien au port Son : Salma Idrissi");
        assertThat(page.select(".sound .transcript p").eachText())
                .containsExactly("— Bonjour.", "— Bonjour & bienvenue.");
        String source = player.expectFirst("source").attr("src");
        assertThat(MINBAR.get(source, "Range", "bytes=100-").expect(206).bytes())
                .isEqualTo(Arrays.copyOfRange(wave, 100, wave.length));
        assertThat(MINBAR.get(track).expect(200).header("Content-Type")).startsWith("text/vtt");
    }

    /** Silence, as a WAV. */
    private static byte[] sound(int samples) {
        java.nio.ByteBuffer wave = java.nio.ByteBuffer.allocate(44 + samples).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(UTF_8))
                .putInt(36 + samples)
                .put("WAVEfmt ".getBytes(UTF_8))
                .putInt(16);
        wave.putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000)
                .putShort((short) 1)
                .putShort((short) 8);
        wave.put("data".getBytes(UTF_8)).putInt(samples);
        return wave.array();
    }

    @Test
    void words_that_two_people_write_at_once_are_both_kept() {
        long id = brought().get("id").asLong();
        Desk one = Desk.signedIn(MINBAR, LOTTE, PASSWORD);
        Document opened = one.get("/desk/media/" + id).expect(200).page();
        List<String> form = new ArrayList<>();
        for (Element field : opened.select("form.words input[name], form.words textarea[name]")) {
            if (field.attr("type").equals("checkbox") || field.attr("type").equals("radio")) continue;
            form.addAll(List.of(field.attr("name"), field.tagName().equals("textarea") ? field.text() : field.val()));
        }
        MINBAR.lotte("PUT", "/api/v1/media/" + id + "/words/fr", Map.of("alt", "Entre-temps", "credit", "S."))
                .expect(200);
        one.post("/desk/media/" + id, with(form, "alt.ar", "نص جديد")).expect(303);
        JsonNode both = MINBAR.lotte("GET", "/api/v1/media/" + id).json().get("words");
        assertThat(both.at("/ar/alt").asText()).isEqualTo("نص جديد");
        assertThat(both.at("/fr/alt").asText()).as("not taken back").isEqualTo("Entre-temps");
        Answer refused = one.post("/desk/media/" + id, with(form, "alt.fr", "Ma version"))
                .expect(409);
        assertThat(refused.page().expectFirst("#alt-fr").text())
                .as("given back")
                .isEqualTo("Ma version");
    }

    private static String[] with(List<String> form, String name, String value) {
        List<String> changed = new ArrayList<>(form);
        changed.set(changed.indexOf(name) + 1, value);
        return changed.toArray(String[]::new);
    }

    @Test
    void a_scrubbing_finds_everything_in_its_place() {
        brought();
        JsonNode report =
                MINBAR.lotte("POST", "/api/v1/media/scrubbing", "").expect(200).json();
        assertThat(report.get("sound").asLong()).isPositive();
        for (String fault : List.of("missing", "damaged", "unreadable"))
            assertThat(report.get(fault).asLong()).isZero();
    }
}
