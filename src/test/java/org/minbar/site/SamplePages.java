package org.minbar.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minbar.desk.AuditPage;
import org.minbar.desk.BoardPage;
import org.minbar.desk.MatrixPage;
import org.minbar.desk.NewStoryPage;
import org.minbar.desk.TimetablePage;
import org.minbar.exchange.ImportPage;
import org.minbar.identity.AccountPage;
import org.minbar.identity.Carried;
import org.minbar.identity.PasswordPage;
import org.minbar.identity.PeoplePage;
import org.minbar.identity.PersonPage;
import org.minbar.identity.SignInPage;
import org.minbar.identity.TwoStepPage;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.live.Coverage;
import org.minbar.live.FlashLine;
import org.minbar.live.LiveDay;
import org.minbar.live.LiveHead;
import org.minbar.live.Strip;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.RefusalPage;
import org.minbar.view.TemplateFault;
import org.minbar.view.View;

/** A page of every kind, filled and bare, in a language: what a designer sees without a newsroom behind it. */
public final class SamplePages {

    static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    private final Languages languages;
    private final Language language;

    public SamplePages(Languages languages, Language language) {
        this.languages = languages;
        this.language = language;
    }

    /** By the name of the file that it may be written to. */
    public Map<String, View> all() {
        Map<String, View> pages = new LinkedHashMap<>();
        pages.put("front", site("front", front()));
        pages.put("front-bare", site("front", bareFront()));
        pages.put("story", site("story", story("article")));
        pages.put("story-live", site("story", story("live")));
        pages.put("story-release", site("story", story("release")));
        pages.put("story-review", site("story", story("review")));
        pages.put("story-page", site("story", story("page")));
        pages.put("story-bare", site("story", bareStory()));
        pages.put("listing", site("listing", listing()));
        pages.put(
                "listing-bare",
                site(
                        "listing",
                        new ListingPage(
                                frame("listing", s("قسم", "Rubrique", "Section")),
                                "topic",
                                s("الماء", "L’eau", "Water"),
                                "",
                                List.of(),
                                Paging.SINGLE)));
        pages.put(
                "listing-author",
                site(
                        "listing",
                        new ListingPage(
                                frame("listing", s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani")),
                                "author",
                                s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani"),
                                "",
                                List.of(lead(), water()),
                                Paging.between("", url("authors/amina?before=x")))));
        pages.put("archive-year", site("archive", archive("year")));
        pages.put("archive-month", site("archive", archive("month")));
        pages.put("archive-day", site("archive", archive("day")));
        pages.put("corrections", site("corrections", corrections()));
        pages.put("search", site("search", search()));
        pages.put(
                "search-none",
                site(
                        "search",
                        new SearchPage(
                                frame("search", s("البحث", "Recherche", "Search")),
                                "ESCWA <b>",
                                0,
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Paging.SINGLE)));
        pages.put(
                "gone",
                site(
                        "gone",
                        new GonePage(
                                frame("gone", s("سُحب هذا المقال", "Article retiré", "Story withdrawn")),
                                s(
                                        "نُشر بيان نُسب خطأ إلى الجمعية.",
                                        "Un communiqué attribué par erreur à l’association.",
                                        "A statement was wrongly attributed to the association."),
                                NOON)));
        pages.put("live", site("live", live()));
        pages.put("refusal", site("refusal", refusal(Optional.empty())));
        pages.put(
                "desk-refusal",
                desk(
                        "refusal",
                        refusal(Optional.of(new TemplateFault(
                                "gazette/templates/story.html",
                                12,
                                "Attribute [headlin] of [StoryPage] does not exist")))));
        pages.put("desk-sign-in", desk("sign-in", signIn("", "", "/desk/", "", "", List.of())));
        pages.put(
                "desk-sign-in-second",
                desk("sign-in", signIn("amina@example.org", "", "/desk/", "mlVx2", "", List.of())));
        pages.put(
                "desk-sign-in-carried",
                desk(
                        "sign-in",
                        signIn(
                                "amina@example.org",
                                s("انتهت جلستك", "Votre session a expiré", "Your session has ended"),
                                "",
                                "",
                                s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani"),
                                List.of(
                                        new Carried("from", "7", false),
                                        new Carried(
                                                "body",
                                                s("<p>الفقرة الأولى</p>", "<p>Premier alinéa</p>", "<p>First line</p>"),
                                                true)))));
        pages.put(
                "desk-sign-in-again",
                desk(
                        "sign-in",
                        signIn(
                                "amina@example.org",
                                s("كلمة المرور غير صحيحة", "Mot de passe inexact", "Wrong password"),
                                "/desk/import",
                                "",
                                "",
                                List.of())));
        pages.put(
                "desk-password",
                desk(
                        "password",
                        new PasswordPage(deskFrame("", true), "/desk/password", "amina@example.org", "", true, 12, 2)));
        pages.put("desk-me", desk("me", account()));
        pages.put("desk-sessions", desk("sessions", account()));
        pages.put("desk-two-step", desk("two-step", twoStep(false, "", List.of())));
        pages.put("desk-two-step-secret", desk("two-step", twoStep(false, "GEZD GNBV GY3T QOJQ", List.of())));
        pages.put("desk-two-step-codes", desk("two-step", twoStep(true, "", List.of("abcd-efgh-jkmn-pqrs"))));
        pages.put("desk-two-step-on", desk("two-step", twoStep(true, "", List.of())));
        pages.put("desk-people", desk("people", people()));
        pages.put("desk-person", desk("person", person(true)));
        pages.put("desk-person-new", desk("person", person(false)));
        pages.put("desk-board", desk("board", board(List.of())));
        pages.put(
                "desk-board-refused",
                desk(
                        "board",
                        board(List.of(new BoardPage.Refused(
                                ESSAOUIRA,
                                "ar",
                                "/desk/editions/1",
                                s("لا عنوان له.", "Il n’a pas de titre.", "It has no headline."))))));
        pages.put("desk-board-bare", desk("board", bareBoard()));
        pages.put("desk-matrix", desk("matrix", matrix(true)));
        pages.put("desk-matrix-bare", desk("matrix", matrix(false)));
        pages.put("desk-timetable", desk("timetable", timetable(true)));
        pages.put("desk-timetable-bare", desk("timetable", timetable(false)));
        pages.put("desk-audit", desk("audit", audit(true)));
        pages.put("desk-audit-bare", desk("audit", audit(false)));
        pages.put("desk-new-story", desk("new-story", newStory("")));
        pages.put(
                "desk-new-story-refused",
                desk("new-story", newStory(s("العنوان طويل", "Titre trop long", "That is too long"))));
        pages.put("desk-edition", desk("edition", EditorSamples.full(deskFrame("", true))));
        pages.put("desk-edition-bare", desk("edition", EditorSamples.bare(deskFrame("", true))));
        pages.put("desk-revisions", desk("revisions", EditorSamples.revisions(deskFrame("", true))));
        pages.put("desk-unsaved", desk("revisions", EditorSamples.unsaved(deskFrame("", true))));
        pages.put("desk-unsaved-nothing", desk("revisions", EditorSamples.nothingUnsaved(deskFrame("", true))));
        pages.put("desk-media", desk("media", LibrarySamples.library(deskFrame("", true), true)));
        pages.put("desk-media-bare", desk("media", LibrarySamples.library(deskFrame("", true), false)));
        pages.put("desk-file", desk("file", LibrarySamples.picture(deskFrame("", true))));
        pages.put("desk-file-film", desk("file", LibrarySamples.film(deskFrame("", true))));
        pages.put("desk-press", desk("press", LibrarySamples.press(deskFrame("", true), true)));
        pages.put("desk-press-bare", desk("press", LibrarySamples.press(deskFrame("", true), false)));
        pages.put("desk-release", desk("release", LibrarySamples.release(deskFrame("", true))));
        pages.put("desk-front", desk("front", FrontSamples.arranged(deskFrame("", true))));
        pages.put("desk-front-late", desk("front", FrontSamples.late(deskFrame("", true))));
        pages.put("desk-front-bare", desk("front", FrontSamples.bare(deskFrame("", true))));
        pages.put("desk-console", desk("console", ConsoleSamples.coverage(deskFrame("", true), false)));
        pages.put("desk-console-over", desk("console", ConsoleSamples.coverage(deskFrame("", true), true)));
        pages.put("desk-console-sending-in", desk("console", ConsoleSamples.sendingIn(deskFrame("", true))));
        pages.put("desk-console-line", desk("console-line", ConsoleSamples.line(deskFrame("", true), true)));
        pages.put("desk-console-line-mine", desk("console-line", ConsoleSamples.line(deskFrame("", true), false)));
        pages.put("desk-console-phone", desk("console-phone", ConsoleSamples.phone(deskFrame("", true), true)));
        pages.put("desk-console-phone-bare", desk("console-phone", ConsoleSamples.phone(deskFrame("", true), false)));
        pages.put("desk-import", desk("import", imported(false)));
        pages.put("desk-import-done", desk("import", imported(true)));
        return pages;
    }

    private View site(String template, Object page) {
        return View.of(template, page, language);
    }

    private View desk(String template, Object page) {
        return View.atDesk(template, page, language);
    }

    private String s(String ar, String fr, String en) {
        return switch (language.tag()) {
            case "ar" -> ar;
            case "fr" -> fr;
            default -> en;
        };
    }

    private String url(String path) {
        return "/" + language.tag() + "/" + path;
    }

    private Link section(String slug) {
        return switch (slug) {
            case "politics" -> link(s("سياسة", "Politique", "Politics"), "sections/politics");
            case "economy" -> link(s("اقتصاد", "Économie", "Economy"), "sections/economy");
            case "society" -> link(s("مجتمع", "Société", "Society"), "sections/society");
            case "culture" -> link(s("ثقافة", "Culture", "Culture"), "sections/culture");
            case "sports" -> link(s("رياضة", "Sports", "Sports"), "sections/sports");
            case "technology" -> link(s("تكنولوجيا", "Technologie", "Technology"), "sections/technology");
            case "education" -> link(s("تعليم", "Éducation", "Education"), "sections/education");
            default -> link(s("بيئة", "Environnement", "Environment"), "sections/environment");
        };
    }

    private Link link(String name, String path) {
        return new Link(name, url(path), language.tag());
    }

    private List<Link> others(String path) {
        return languages.all().stream()
                .filter(other -> !other.equals(language))
                .map(other -> new Link(other.ownName(), "/" + other.tag() + "/" + path, other.tag()))
                .toList();
    }

    private Frame frame(String kind, String title) {
        List<Frame.Alternate> alternates = new ArrayList<>();
        languages
                .all()
                .forEach(each ->
                        alternates.add(new Frame.Alternate(each.tag(), "https://minbar.example/" + each.tag() + "/")));
        alternates.add(new Frame.Alternate("x-default", "https://minbar.example/"));
        List<Link> menu = new ArrayList<>();
        for (String slug : List.of(
                "politics", "economy", "society", "culture", "sports", "technology", "education", "environment")) {
            Link link = section(slug);
            menu.add(new Link(link.name(), link.url(), link.lang(), kind.equals("listing") && slug.equals("culture")));
        }
        return new Frame(
                language.tag(),
                language.dir(),
                title,
                s(
                        "أخبار المغرب والعالم بثلاث لغات.",
                        "L’actualité du Maroc et du monde en trois langues.",
                        "News of Morocco and the world in three languages."),
                title.isEmpty() ? s("منبر", "Minbar", "Minbar") : title,
                "",
                s("منبر", "Minbar", "Minbar"),
                url(""),
                "https://minbar.example" + url(""),
                alternates,
                others(""),
                menu,
                List.of(
                        new Frame.Feed("application/atom+xml", "Atom", url("feed.atom")),
                        new Frame.Feed("application/rss+xml", "RSS", url("feed.rss")),
                        new Frame.Feed("application/feed+json", "JSON Feed", url("feed.json"))),
                url("search"),
                url("live"),
                url("archive/2024"),
                url("releases"),
                url("corrections"),
                "/desk/sign-in",
                2024,
                kind,
                new Frame.Shared(
                        s("ar_MA", "fr_MA", "en_GB"),
                        List.of("fr_MA"),
                        Optional.of(new Frame.Card(
                                "https://minbar.example" + url("1/card-0123456789ab.jpg"),
                                1200,
                                630,
                                s("بطاقة الخبر", "La carte de l’article", "The story’s card")))),
                Optional.of(new Html("{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"}")));
    }

    private Teaser teaser(int number, String kind, String section, String headline, String standfirst, int hoursAgo) {
        return new Teaser(
                url(number + "/x"),
                headline,
                standfirst,
                kind,
                section.isEmpty() ? Optional.empty() : Optional.of(section(section)),
                NOON.minusSeconds(3600L * hoursAgo),
                language.tag(),
                language.dir(),
                Optional.empty());
    }

    private Teaser lead() {
        return teaser(
                1,
                "article",
                "society",
                s(
                        "الصويرة: إطلاق أول بوابة رقمية لإشراك المواطنين في تسيير الشأن المحلي",
                        "Essaouira ouvre le premier portail numérique de participation des habitants aux affaires locales",
                        "Essaouira opens Morocco’s first online door for residents to take part in running their towns"),
                s(
                        "ثلاث جماعات وجمعية محلية تجمع على مدى ثلاثة أيام المنتخبين والسكان حول بوابة واحدة للمشاركة العامة، مع دورات تكوينية مجانية عن بعد.",
                        "Trois communes et une association réunissent pendant trois jours élus et habitants autour d’un seul portail, avec des formations gratuites à distance.",
                        "Three municipalities and a local association spend three days bringing councillors and residents to one portal, with free online courses."),
                3);
    }

    private Teaser festival() {
        return teaser(
                2,
                "article",
                "culture",
                s(
                        "خمس عشرة دولة في مهرجان ورزازات الدولي للإعلام الإلكتروني",
                        "Quinze pays au Festival international des médias électroniques de Ouarzazate",
                        "Fifteen countries at the Ouarzazate festival of online media"),
                s(
                        "من 2 إلى 10 فبراير، ورشات ونقاشات وعروض أفلام في ضيافة درعة تافيلالت.",
                        "Du 2 au 10 février, ateliers, débats et projections dans le Drâa-Tafilalet.",
                        "From 2 to 10 February: workshops, debates and screenings in Drâa-Tafilalet."),
                5);
    }

    private Teaser training() {
        return teaser(
                3,
                "brief",
                "education",
                s(
                        "تكوين 43 جمعية في التدبير المالي بشراكة مع ESCWA",
                        "Quarante-trois associations formées à la gestion financière",
                        "Forty-three associations learn to keep their books"),
                s("", "", ""),
                8);
    }

    private Teaser forum() {
        return teaser(
                4,
                "review",
                "technology",
                s(
                        "عرض لأبرز عناوين الصحف اليومية: المنتدى العربي لحوكمة الإنترنت يعود إلى بيروت",
                        "Revue de presse : le Forum arabe sur la gouvernance d’Internet revient à Beyrouth",
                        "Press review: the Arab Internet Governance Forum returns to Beirut"),
                "",
                10);
    }

    private Teaser water() {
        return teaser(
                5,
                "article",
                "environment",
                s(
                        "السدود تستعيد عافيتها بعد أمطار مارس، لكن الخصاص مستمر في الجنوب",
                        "Les barrages se remplissent après les pluies de mars, le Sud attend encore",
                        "Dams fill after the March rains, but the south still waits"),
                s(
                        "بلغت نسبة الملء 27,4 في المائة على الصعيد الوطني.",
                        "Le taux de remplissage atteint 27,4 % à l’échelle nationale.",
                        "Reservoirs stand at 27.4 per cent across the country."),
                20);
    }

    private Teaser foreign() {
        Language other = language.tag().equals("ar") ? languages.get("fr") : languages.get("ar");
        String headline = other.tag().equals("fr")
                ? "Le Conseil national de la presse publie son rapport « 2023 »"
                : "المجلس الوطني للصحافة ينشر تقريره السنوي";
        return new Teaser(
                "/" + other.tag() + "/9/x",
                headline,
                "",
                "release",
                Optional.empty(),
                NOON.minusSeconds(90_000),
                other.tag(),
                other.dir(),
                Optional.empty());
    }

    private Teaser release(int number) {
        return teaser(
                20 + number,
                "release",
                "",
                s(
                        "بلاغ: فتح باب الترشيح لجائزة الصحافة الجهوية في دورتها " + number,
                        "Appel à candidatures pour la " + number + "ᵉ édition du Prix de la presse régionale",
                        "Entries open for round " + number + " of the regional press prize"),
                "",
                30 + number);
    }

    private List<FlashLine> flashes() {
        String tag = language.tag();
        return List.of(
                flash(
                        7,
                        600,
                        s(
                                "زلزال بقوة 4.1 درجات قبالة سواحل الحسيمة دون خسائر",
                                "Séisme de magnitude 4,1 au large d’Al Hoceïma, sans dégâts",
                                "Earthquake of 4.1 off Al Hoceima, no damage"),
                        tag,
                        url("31/x"),
                        "urgent"),
                flash(
                        6,
                        3_900,
                        s(
                                "الداخلية تتصدى للتنازلات عن بقع برنامج «مدن بدون صفيح»",
                                "L’Intérieur s’attaque aux cessions de lots du programme « Villes sans bidonvilles »",
                                "Ministry acts on plots sold on from the shanty-town programme"),
                        tag,
                        "",
                        "important"),
                flash(
                        5,
                        8_100,
                        s(
                                "المغرب صار «حديقة خضروات» أوروبا: تقرير",
                                "Le Maroc, potager de l’Europe : rapport",
                                "Morocco is Europe’s vegetable garden, report says"),
                        tag,
                        url("30/x"),
                        "normal"),
                flash(
                        4,
                        12_000,
                        s(
                                "FIFA تراجع ملف ملاعب مونديال 2030",
                                "La FIFA revoit le dossier des stades du Mondial 2030",
                                "FIFA looks again at stadiums for the 2030 World Cup"),
                        tag,
                        "",
                        "normal"),
                flash(
                        3,
                        14_000,
                        language.tag().equals("en")
                                ? "ONCF : trafic rétabli entre Rabat et Kénitra"
                                : "ONCF: Rabat–Kenitra trains run again",
                        language.tag().equals("en") ? "fr" : "en",
                        "",
                        "normal"));
    }

    /** The important one was corrected, is pinned and a key moment, and has something below it. */
    private FlashLine flash(int number, int secondsAgo, String text, String lang, String to, String urgency) {
        boolean important = urgency.equals("important");
        Instant at = NOON.minusSeconds(secondsAgo);
        return new FlashLine(
                number,
                "e-" + number,
                url("live") + "?e=" + number + "#e-" + number,
                at.toEpochMilli(),
                at,
                text,
                important ? body() : Html.NONE,
                lang,
                to,
                urgency,
                important ? Optional.of(at.plusSeconds(500)) : Optional.empty(),
                important,
                important);
    }

    private LiveDay day(int daysAgo, List<FlashLine> lines) {
        Instant at = NOON.minusSeconds(86_400L * daysAgo);
        return new LiveDay(at.toString().substring(0, 10), at, lines);
    }

    private LiveHead liveHead(boolean over) {
        FlashLine told = flashes().get(1);
        return new LiveHead(
                Optional.of(new LiveHead.Known(body(), NOON)),
                Optional.of(told),
                List.of(flashes().get(0), told),
                over ? Optional.of(NOON) : Optional.empty());
    }

    private Coverage coverage(boolean over) {
        return new Coverage(
                liveHead(over),
                List.of(day(0, flashes().subList(0, 3)), day(1, flashes().subList(3, 5))),
                1,
                3,
                12,
                over ? "" : url("live/stream"),
                over ? "" : url("live/latest"));
    }

    /** Pieces of pages that are sent alone, each with what it is given. */
    Map<String, View> pieces() {
        Map<String, View> pieces = new LinkedHashMap<>();
        pieces.put("live-line", site("live-line", day(0, flashes().subList(1, 2))));
        pieces.put("live-head", site("live-head", liveHead(false)));
        pieces.put("live-head-over", site("live-head", liveHead(true)));
        pieces.put("live-head-bare", site("live-head", LiveHead.NOTHING));
        pieces.put("live-latest", site("live-latest", coverage(false)));
        pieces.put(
                "strip",
                site("strip", new Strip.Shown(url("live"), flashes(), url("live/stream"), url("live/latest"), 12, 6)));
        return pieces;
    }

    private FrontPage front() {
        return new FrontPage(
                frame("front", ""),
                NOON,
                Optional.of(lead()),
                List.of(festival(), water(), training()),
                List.of(forum(), lead(), water(), festival()),
                List.of(training(), forum()),
                List.of(water(), foreign()),
                List.of(
                        new FrontPage.SectionShelf(
                                section("culture"), List.of(festival(), forum(), training(), water())),
                        new FrontPage.SectionShelf(section("environment"), List.of(water(), lead(), training())),
                        new FrontPage.SectionShelf(section("technology"), List.of(forum(), festival()))),
                List.of(release(1), release(2), foreign()));
    }

    private FrontPage bareFront() {
        return new FrontPage(
                frame("front", ""),
                NOON,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private StoryPage story(String kind) {
        Teaser lead = lead();
        return new StoryPage(
                frame("story", lead.headline()),
                kind,
                lead.headline(),
                lead.standfirst(),
                lead.section(),
                Optional.empty(),
                List.of(
                        new StoryPage.Signature(
                                "writer",
                                link(s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani"), "authors/amina")),
                        new StoryPage.Signature(
                                "photo",
                                new Link(s("حسن جبار", "Hassan Jabbar", "Hassan Jabbar"), "", language.tag()))),
                lead.published(),
                Optional.of(NOON),
                body(),
                kind.equals("release") ? Optional.of(issued()) : Optional.empty(),
                List.of(
                        link(
                                s("الديمقراطية التشاركية", "Démocratie participative", "Taking part"),
                                "topics/participation"),
                        new Link("ESCWA", url("topics/escwa"), "en")),
                List.of(link(s("الصويرة", "Essaouira", "Essaouira"), "places/essaouira")),
                List.of(new StoryPage.CorrectionNote(
                        NOON,
                        s(
                                "ذكرت صيغة سابقة أن عدد الجماعات أربع؛ والصحيح ثلاث.",
                                "Une version antérieure parlait de quatre communes ; elles sont trois.",
                                "An earlier version spoke of four municipalities; there are three."))),
                others("1/x"),
                kind.equals("live") ? Optional.of(coverage(false)) : Optional.empty(),
                Paging.SINGLE,
                List.of(festival(), training(), water()),
                Optional.of(link(festival().headline(), "2/x")),
                Optional.of(link(training().headline(), "3/x")),
                "https://minbar.example/s/1",
                Share.all(lead.headline(), "https://minbar.example/s/1"));
    }

    private Html body() {
        return new Html(
                s(
                        "<p>تنظم جمعية أصدقاء الكلمة، بشراكة مع جماعات الصويرة وأوناغة وتمنار، وبتنسيق مع عمالة إقليم الصويرة، اللقاء الافتتاحي لبوابة المشاركة العامة أيام 5 و6 و7 مارس 2024 بالمركز الثقافي.</p>"
                                + "<p>وتتيح البوابة، التي أُنجزت بدعم من <bdi lang=\"en\" dir=\"ltr\">ESCWA</bdi>، للسكان اقتراح المشاريع ومناقشتها وتتبع تنفيذها، كما تتيح للمنتخبين نشر محاضر الدورات في آجال لا تتجاوز <strong>48 ساعة</strong>.</p>"
                                + "<h2>برنامج من ثلاثة أيام</h2><p>يخصص اليوم الأول للمنتخبين، والثاني للجمعيات، والثالث للشباب. وقالت <a href=\"/ar/authors/amina\">منسقة المشروع</a>:</p>"
                                + "<blockquote><p>لا نريد منصة للشكاوى، بل فضاء يرى فيه المواطن أثر رأيه في قرار جماعته.</p></blockquote>"
                                + "<ul><li>دورات مجانية عن بعد مع شهادة مشاركة</li><li>مكتب للمساعدة في دور الشباب</li><li>نشرة أسبوعية بالعربية والأمازيغية</li></ul>"
                                + "<p>وتمتد المرحلة التجريبية إلى نهاية السنة، على أن تعمم على باقي جماعات الإقليم، وعددها 57 جماعة، إذا أثبتت نجاعتها.</p>",
                        "<p>L’association des Amis de la parole, avec les communes d’Essaouira, d’Ounagha et de Tamanar, ouvre le portail de participation les 5, 6 et 7 mars 2024 au centre culturel, en coordination avec la province.</p>"
                                + "<p>Le portail, réalisé avec l’appui de l’<abbr>ESCWA</abbr>, permet aux habitants de proposer des projets, d’en débattre et d’en suivre la réalisation ; les élus y publieront les comptes rendus sous <strong>48 heures</strong>.</p>"
                                + "<h2>Un programme de trois jours</h2><p>Le premier jour est réservé aux élus, le deuxième aux associations, le troisième aux jeunes. Pour <a href=\"/fr/authors/amina\">la coordinatrice</a> :</p>"
                                + "<blockquote><p>« Nous ne voulons pas d’un guichet de plaintes, mais d’un lieu où chacun voit ce que son avis a changé. »</p></blockquote>"
                                + "<ul><li>Des cours gratuits à distance, avec attestation</li><li>Un bureau d’aide dans les maisons de jeunes</li><li>Une lettre hebdomadaire en arabe et en amazighe</li></ul>"
                                + "<p>L’essai dure jusqu’à la fin de l’année ; s’il réussit, les 57 communes de la province suivront.</p>",
                        "<p>The Friends of the Word association, with the municipalities of Essaouira, Ounagha and Tamanar, opens the participation portal on 5, 6 and 7 March 2024 at the cultural centre, together with the province.</p>"
                                + "<p>Built with support from ESCWA, the portal lets residents propose projects, argue about them and follow what becomes of them; councillors will publish minutes there within <strong>48 hours</strong>.</p>"
                                + "<h2>Three days</h2><p>The first day belongs to councillors, the second to associations, the third to the young. In the words of <a href=\"/en/authors/amina\">the coordinator</a>:</p>"
                                + "<blockquote><p>“We do not want a complaints desk. We want a place where people can see what their opinion changed.”</p></blockquote>"
                                + "<ul><li>Free online courses, with a certificate</li><li>A help desk in the youth centres</li><li>A weekly letter in Arabic and Amazigh</li></ul>"
                                + "<p>The trial runs to the end of the year; if it works, all 57 municipalities of the province will follow.</p>"));
    }

    private StoryPage bareStory() {
        return new StoryPage(
                frame("story", training().headline()),
                "brief",
                training().headline(),
                "",
                Optional.empty(),
                Optional.of(figure()),
                List.of(),
                NOON,
                Optional.empty(),
                new Html("<p>" + training().headline() + ".</p>"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Paging.SINGLE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "https://minbar.example/s/3",
                List.of());
    }

    private StoryPage.Issued issued() {
        return new StoryPage.Issued(
                s("جمعية ضوء الحي", "l’association Daw Al Hay", "the association Daw Al Hay"),
                s("مكناس، 17 نونبر 2026", "Meknès, 17 novembre 2026", "Meknes, 17 November 2026"),
                s("مكناس", "Meknès", "Meknes"),
                List.of(new StoryPage.Attached(
                        "/media/13/original-0123456789ab.pdf",
                        "application/pdf",
                        s("نص البلاغ", "Le communiqué", "The release"),
                        "PDF, 0.1 MB")),
                List.of(
                        new StoryPage.Contact(
                                "Kawtar", s("رئيسة", "présidente", "president"), "0500 00 00 13", "k@example.org"),
                        new StoryPage.Contact("", "", "0500-00-00-14", "")));
    }

    private Figure figure() {
        return new Figure(
                "/media/1/whole-960-0123456789ab.jpg",
                "/media/1/whole-320-0123456789ab.jpg 320w, /media/1/whole-960-0123456789ab.jpg 960w",
                "/media/1/whole-320-0123456789ab.webp 320w, /media/1/whole-960-0123456789ab.webp 960w",
                960,
                640,
                s("ساحة", "Une place", "A square"),
                new Html(s("ساحة الحسن", "La place Moulay-Hassan", "Moulay Hassan square")),
                s("سلمى الإدريسي", "Salma Idrissi", "Salma Idrissi"));
    }

    private ListingPage listing() {
        return new ListingPage(
                frame("listing", s("ثقافة", "Culture", "Culture")),
                "section",
                s("ثقافة", "Culture", "Culture"),
                s(
                        "المهرجانات والكتاب والمسرح والسينما والتراث.",
                        "Festivals, livres, théâtre, cinéma et patrimoine.",
                        "Festivals, books, theatre, film and heritage."),
                List.of(festival(), lead(), water(), forum(), foreign(), training()),
                Paging.between(url("sections/culture?after=x"), url("sections/culture?before=x")));
    }

    private ArchivePage archive(String span) {
        Dates dates = new Dates(language, ZoneId.of("Africa/Casablanca"), HijriSightings.none());
        YearMonth march = YearMonth.of(2024, 3);
        LocalDate fifth = march.atDay(5);
        boolean year = span.equals("year");
        boolean day = span.equals("day");
        String title = day ? dates.weekdayDate(NOON) : year ? "2024" : dates.month(march);
        return new ArchivePage(
                frame("archive", title),
                span,
                title,
                day ? List.of(dates.hijri(NOON)) : year ? List.of() : dates.hijriMonths(march),
                year ? List.of() : List.of(link("2024", "archive/2024")),
                year
                        ? List.of(
                                new ArchivePage.Month(
                                        link(dates.month(march), "archive/2024/03"), dates.hijriMonths(march)),
                                new ArchivePage.Month(
                                        new Link(dates.month(march.plusMonths(1)), "", language.tag()),
                                        dates.hijriMonths(march.plusMonths(1))))
                        : List.of(),
                year
                        ? Optional.empty()
                        : Optional.of(MonthCalendar.of(
                                march,
                                url("archive"),
                                Set.of(fifth, march.atDay(11), march.atDay(31)),
                                day ? Optional.of(fifth) : Optional.empty(),
                                dates)),
                Optional.of(link(s("السابق", "Avant", "Before"), "archive/2024/02")),
                Optional.empty(),
                day ? List.of() : List.of(festival(), lead(), water()),
                Paging.SINGLE,
                day ? flashes() : List.of(),
                day ? url("live") : "");
    }

    private CorrectionsPage corrections() {
        return new CorrectionsPage(
                frame("listing", s("تصويبات", "Rectificatifs", "Corrections")),
                List.of(new CorrectionsPage.Correction(
                        lead(), NOON, story("article").corrections().get(0).note())),
                Paging.SINGLE);
    }

    private SearchPage search() {
        Language other = language.tag().equals("ar") ? languages.get("fr") : languages.get("ar");
        return new SearchPage(
                frame("search", s("مهرجان ورزازات", "festival Ouarzazate", "Ouarzazate festival")),
                s("مهرجان ورزازات", "festival Ouarzazate", "Ouarzazate festival"),
                103,
                List.of(
                        new SearchPage.Facet(
                                "section",
                                List.of(
                                        new SearchPage.Choice(section("culture"), 71),
                                        new SearchPage.Choice(section("society"), 32))),
                        new SearchPage.Facet(
                                "language",
                                List.of(new SearchPage.Choice(
                                        new Link(other.ownName(), url("search?q=x"), other.tag(), true), 1_204)))),
                List.of(
                        new Link(
                                s("الأقرب إلى البحث", "Pertinence", "Most relevant"),
                                url("search?sort=relevance"),
                                language.tag(),
                                true),
                        new Link(
                                s("الأحدث أولا", "Plus récents", "Newest"), url("search?sort=newest"), language.tag())),
                List.of(
                        new SearchPage.Hit(
                                url("2/x"),
                                new Html(
                                        s(
                                                "خمس عشرة دولة في <mark>مهرجان</mark> <mark>ورزازات</mark> الدولي للإعلام الإلكتروني",
                                                "Quinze pays au <mark>Festival</mark> international des médias électroniques de <mark>Ouarzazate</mark>",
                                                "Fifteen countries at the <mark>Ouarzazate</mark> <mark>festival</mark> of online media")),
                                new Html(
                                        s(
                                                "… ويسعى <mark>المهرجان</mark> الذي تحتضنه مدينة <mark>ورزازات</mark> بجهة درعة تافيلالت إلى التوعية بأهمية الإعلام الإلكتروني …",
                                                "… le <mark>festival</mark> qu’accueille <mark>Ouarzazate</mark>, dans le Drâa-Tafilalet …",
                                                "… the <mark>festival</mark> that <mark>Ouarzazate</mark> hosts, in Drâa-Tafilalet …")),
                                "article",
                                Optional.of(section("culture")),
                                NOON,
                                language.tag(),
                                language.dir()),
                        new SearchPage.Hit(
                                "/" + other.tag() + "/2/x",
                                new Html(
                                        other.tag().equals("fr")
                                                ? "Le <mark>Festival</mark> de <mark>Ouarzazate</mark> ouvre ses portes"
                                                : "<mark>مهرجان</mark> <mark>ورزازات</mark> يفتح أبوابه"),
                                Html.NONE,
                                "flash",
                                Optional.empty(),
                                NOON,
                                other.tag(),
                                other.dir())),
                Optional.of(new Link(
                        s("مهرجانات ورزازات", "festivals Ouarzazate", "Ouarzazate festivals"),
                        url("search?q=y"),
                        language.tag())),
                new Paging("", url("search?q=x&page=2"), 1, 11));
    }

    private LivePage live() {
        return new LivePage(
                frame("live", s("شريط الأخبار", "Fil info", "Latest lines")),
                coverage(true),
                new Paging("", url("live") + "?page=2", 1, 3));
    }

    private RefusalPage refusal(Optional<TemplateFault> fault) {
        return new RefusalPage(
                404,
                s("منبر", "Minbar", "Minbar"),
                url(""),
                url("search"),
                s(
                        "لا توجد صفحة بهذا العنوان",
                        "Il n’y a pas de page à cette adresse",
                        "There is no page at this address"),
                s(
                        "تحقق من العنوان، أو ابحث عما كنت تريد قراءته.",
                        "Vérifiez l’adresse, ou cherchez ce que vous vouliez lire.",
                        "Check the address, or search for what you were looking for."),
                "7f3a-19",
                others(""),
                fault);
    }

    private SignInPage signIn(
            String email, String refusal, String next, String step, String before, List<Carried> carried) {
        return new SignInPage(
                deskFrame("", false), "/desk/sign-in", "minbar-", email, refusal, next, step, before, carried);
    }

    private AccountPage account() {
        return new AccountPage(
                deskFrame(s("تغيرت كلمة المرور.", "Mot de passe changé.", "Password changed."), true),
                "amina@example.org",
                List.of(s("صحفي (العربية)", "Rédacteur (arabe)", "Writer (Arabic)")),
                languages.all().stream()
                        .map(each -> new Link(each.ownName(), "", each.tag(), each.equals(language)))
                        .toList(),
                true,
                9,
                List.of(
                        new AccountPage.OpenSession(
                                "Firefox · Linux", NOON.minusSeconds(7_200), NOON, true, "/desk/sessions/1/end"),
                        new AccountPage.OpenSession(
                                "",
                                NOON.minusSeconds(90_000),
                                NOON.minusSeconds(80_000),
                                false,
                                "/desk/sessions/2/end")));
    }

    private TwoStepPage twoStep(boolean on, String secret, List<String> codes) {
        return new TwoStepPage(
                deskFrame("", true),
                "amina@example.org",
                "",
                on,
                secret,
                secret.isEmpty() ? Html.NONE : new Html("<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"></svg>"),
                secret.isEmpty() ? "" : "otpauth://totp/Minbar",
                codes,
                9);
    }

    private PeoplePage people() {
        return new PeoplePage(
                deskFrame("", true),
                "/desk/people/new",
                List.of(
                        new PeoplePage.Listed(
                                s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani"),
                                "/desk/people/11",
                                "amina@example.org",
                                List.of(s("صحفي (العربية)", "Rédacteur (arabe)", "Writer (Arabic)")),
                                Optional.of(NOON.minusSeconds(700)),
                                true,
                                true),
                        new PeoplePage.Listed(
                                s("يوسف العلوي", "Youssef Alaoui", "Youssef Alaoui"),
                                "/desk/people/12",
                                "youssef@example.org",
                                List.of(),
                                Optional.empty(),
                                false,
                                false)));
    }

    private PersonPage person(boolean known) {
        List<Link> columns = new ArrayList<>();
        columns.add(new Link(s("كل اللغات", "Toutes les langues", "Every language"), "", ""));
        languages.all().forEach(each -> columns.add(new Link(each.ownName(), "", each.tag())));
        return new PersonPage(
                deskFrame("", true),
                known ? "/desk/people/11" : "/desk/people",
                known,
                known ? s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani") : "",
                known ? "amina@example.org" : "",
                "",
                known ? "hunter-of-words" : "",
                columns,
                List.of(new PersonPage.RoleRow(
                        s("صحفي", "Rédacteur", "Writer"),
                        columns.stream()
                                .map(column -> new PersonPage.Cell(
                                        "writer:" + column.lang(),
                                        s("صحفي", "Rédacteur", "Writer"),
                                        column.lang().equals("ar"),
                                        !column.lang().equals("fr")))
                                .toList())),
                known,
                known,
                known ? 2 : 0,
                known ? Optional.of(NOON) : Optional.empty());
    }

    private DeskFrame deskFrame(String notice, boolean signedIn) {
        List<Link> menu = List.of(
                new Link(s("المقالات", "Articles", "Stories"), "/desk/", language.tag(), true),
                new Link(s("استيراد نص", "Importer du texte", "Import text"), "/desk/import", language.tag()),
                new Link(s("كلمة المرور", "Mot de passe", "Password"), "/desk/password", language.tag()));
        return new DeskFrame(
                s("مكتب التحرير", "Rédaction", "Newsroom"),
                s("منبر", "Minbar", "Minbar"),
                signedIn ? s("أمينة الوزاني", "Amina El Ouazzani", "Amina El Ouazzani") : "",
                notice,
                signedIn ? menu : List.of(),
                languages.all().stream()
                        .map(each -> new Link(each.ownName(), "?lang=" + each.tag(), each.tag(), each.equals(language)))
                        .toList());
    }

    private static final String ESSAOUIRA = "الصويرة: إطلاق أول بوابة رقمية لإشراك المواطنين";

    private BoardPage.Choice choice(String value, String name, boolean chosen) {
        return new BoardPage.Choice(value, name, language.tag(), chosen);
    }

    private List<BoardPage.Choice> tongues(String chosen) {
        return languages.all().stream()
                .map(each -> new BoardPage.Choice(
                        each.tag(), each.ownName(), each.tag(), each.tag().equals(chosen)))
                .toList();
    }

    private List<BoardPage.Choice> shelves() {
        return List.of(
                choice("culture", section("culture").name(), true),
                choice("economy", section("economy").name(), false));
    }

    private List<BoardPage.Choice> sorts() {
        return List.of(choice("article", s("مقال", "Article", "Story"), true));
    }

    private List<BoardPage.Chip> chips(String status) {
        return List.of(
                new BoardPage.Chip("ar", languages.get("ar").ownName(), status, false, "/desk/editions/1", ""),
                new BoardPage.Chip("fr", languages.get("fr").ownName(), "review", true, "/desk/editions/2", ""),
                new BoardPage.Chip(
                        "en", languages.get("en").ownName(), "missing", false, "", status.equals("draft") ? "1" : ""));
    }

    private BoardPage board(List<BoardPage.Refused> refused) {
        List<BoardPage.Column> columns = new ArrayList<>();
        int number = 1208;
        for (String status : List.of("draft", "review", "ready", "scheduled", "published")) {
            List<BoardPage.Card> cards = new ArrayList<>();
            for (int each = 0; each < 3 && !status.equals("ready"); each++, number--) {
                cards.add(new BoardPage.Card(
                        String.valueOf(number),
                        each == 2 ? "" : number + " " + (number + 1),
                        each == 1 ? "" : ESSAOUIRA,
                        each == 1 ? language.tag() : "ar",
                        "/desk/editions/1",
                        List.of("article", "brief", "release", "live").get(number % 4),
                        section("culture").name(),
                        NOON.minusSeconds(4_000L * each * each),
                        each == 0 ? Optional.of(NOON.plusSeconds(9_000)) : Optional.empty(),
                        chips(status)));
            }
            columns.add(
                    new BoardPage.Column(status, cards, status.equals("draft") ? "/desk/?status=draft&after=MTI" : ""));
        }
        return new BoardPage(
                deskFrame(s("حُفظ النص.", "Le texte est enregistré.", "The text has been saved."), true),
                language.locale().toLanguageTag(),
                "/desk/new",
                new BoardPage.Filters("/desk/", "draft", "ESCWA <b>", true, "", shelves(), tongues("fr"), sorts()),
                List.of(
                        new Link(s("الكل", "Tous", "All"), "/desk/", language.tag(), true),
                        new Link(
                                s("قيد المراجعة", "En relecture", "In review"),
                                "/desk/?status=review",
                                language.tag())),
                List.of(
                        new BoardPage.Next(
                                ESSAOUIRA, "ar", "/desk/editions/1", NOON.plusSeconds(3_909), 3_909, "1:05:09"),
                        new BoardPage.Next(
                                "Essaouira ouvre le premier portail",
                                "fr",
                                "/desk/editions/2",
                                NOON.plusSeconds(200_000),
                                200_000,
                                "")),
                columns,
                "/desk/?status=draft",
                List.of("review", "approval", "schedule-off", "archive"),
                "status=draft&mine=on",
                refused,
                true);
    }

    private BoardPage bareBoard() {
        return new BoardPage(
                deskFrame("", true),
                language.locale().toLanguageTag(),
                "",
                new BoardPage.Filters("/desk/", "", "", false, "", List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(new BoardPage.Column("draft", List.of(), "")),
                "",
                List.of(),
                "",
                List.of(),
                false);
    }

    private MatrixPage matrix(boolean filled) {
        List<MatrixPage.Row> rows = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            String status =
                    List.of("draft", "scheduled", "published", "withdrawn").get(number);
            rows.add(new MatrixPage.Row(
                    String.valueOf(1208 - number),
                    number == 3 ? "" : ESSAOUIRA,
                    number == 3 ? language.tag() : "ar",
                    "article",
                    section("culture").name(),
                    NOON.minusSeconds(90_000),
                    chips(status).stream()
                            .map(chip -> new MatrixPage.Cell(
                                    chip,
                                    chip.status().equals("missing")
                                            ? Optional.empty()
                                            : Optional.of(NOON.minusSeconds(7_200))))
                            .toList()));
        }
        return new MatrixPage(
                deskFrame("", true),
                new MatrixPage.Filters(
                        "/desk/matrix",
                        tongues("ar"),
                        tongues("fr"),
                        true,
                        shelves(),
                        List.of(choice("30", s("30 يوما", "30 jours", "30 days"), true))),
                List.of(new MatrixPage.Quick(
                        s("منشور بالعربية", "Paru en arabe", "Published in Arabic"), "/desk/matrix?public=ar", true)),
                languages.all().stream()
                        .map(each -> new Link(each.ownName(), "", each.tag()))
                        .toList(),
                filled ? rows : List.of(),
                filled ? "/desk/matrix?before=1205" : "",
                filled ? "/desk/matrix" : "");
    }

    private TimetablePage timetable(boolean filled) {
        return new TimetablePage(
                deskFrame("", true),
                s("الأوقات بتوقيت الدار البيضاء.", "Heures de Casablanca.", "Times are those of Casablanca."),
                language.locale().toLanguageTag(),
                filled
                        ? List.of(new TimetablePage.Day(
                                NOON,
                                List.of(
                                        new TimetablePage.Line(
                                                "publication",
                                                NOON.plusSeconds(600),
                                                ESSAOUIRA,
                                                "ar",
                                                languages.get("ar").ownName(),
                                                "/desk/editions/1",
                                                "/desk/timetable/1/removal"),
                                        new TimetablePage.Line(
                                                "embargo",
                                                NOON.plusSeconds(900),
                                                s("الماء", "L’eau", "Water"),
                                                language.tag(),
                                                "",
                                                "/desk/editions/2",
                                                ""))))
                        : List.of(),
                filled ? "/desk/timetable?after=MTI" : "",
                filled
                        ? List.of(new TimetablePage.Late(
                                NOON.minusSeconds(9_000),
                                ESSAOUIRA,
                                "ar",
                                "/desk/editions/3",
                                s("تأخر 4 دقائق", "4 minutes de retard", "4 minutes late")))
                        : List.of());
    }

    private AuditPage audit(boolean filled) {
        return new AuditPage(
                deskFrame("", true),
                "/desk/audit",
                List.of(choice("12", s("لوته", "Lotte", "Lotte"), true)),
                List.of(choice("EditionWritten", s("كتابة", "Écriture", "Written"), false)),
                filled ? "1208" : "",
                filled ? "2024-03-05" : "",
                filled
                        ? List.of(
                                new AuditPage.Line(
                                        41,
                                        NOON,
                                        s(
                                                "لوته: كتب المقال 1208، العربية",
                                                "Lotte a écrit l’article 1208, arabe",
                                                "Lotte wrote story 1208, Arabic"),
                                        s("النص 3 ← النص 4", "version 3 → version 4", "revision 3 → revision 4"),
                                        "ذكرت صيغة سابقة أن عدد الجماعات أربع",
                                        "",
                                        ESSAOUIRA,
                                        "ar",
                                        "/desk/editions/1/revisions"),
                                new AuditPage.Line(40, NOON, "Lotte: X", "", "", "{\"a\":1}", "", language.tag(), ""))
                        : List.of(),
                "/desk/audit?before=40",
                filled ? "/desk/audit" : "");
    }

    private NewStoryPage newStory(String refusal) {
        return new NewStoryPage(
                deskFrame("", true), "/desk/stories", refusal, "ESCWA <b>", tongues("ar"), sorts(), shelves());
    }

    private ImportPage imported(boolean done) {
        return new ImportPage(
                deskFrame("", true),
                "/desk/import",
                done ? "" : "- 16:06أكثر من 122 مليون قاصد للحرمين الشريفين\nتابعونا على فيسبوك",
                languages.all().stream()
                        .map(each -> new Link(
                                each.ownName(), "", each.tag(), each.tag().equals("ar")))
                        .toList(),
                "",
                done,
                done ? List.of(new Link("الصويرة: إطلاق أول بوابة رقمية", "/desk/editions/4", "ar")) : List.of(),
                done ? List.of(new Link("16:06 أكثر من 122 مليون قاصد", "", "ar")) : List.of(),
                done
                        ? List.of(
                                new ImportPage.SetAside(10, "تابعونا على فيسبوك", "share"),
                                new ImportPage.SetAside(31, "اترك تعليقاً", "comment-form"))
                        : List.of());
    }
}
