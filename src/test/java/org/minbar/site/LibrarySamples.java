package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.library.FilePage;
import org.minbar.library.LibraryPage;
import org.minbar.release.PressDeskPage;
import org.minbar.release.ReleasePage;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/** The screens of the library and of the press desk. */
final class LibrarySamples {

    private static final String HARBOUR = "نوارس فوق ميناء الصويرة عند الغروب";

    private LibrarySamples() {}

    static LibraryPage library(DeskFrame frame, boolean filled) {
        List<LibraryPage.Tile> tiles = List.of(
                new LibraryPage.Tile(
                        "12",
                        "/desk/media/12",
                        "picture",
                        "/desk/media/12/prints/1x1-320.jpg?v=0123456789ab",
                        HARBOUR,
                        "ar",
                        List.of(new Link("Français", "", "fr"), new Link("English", "", "en")),
                        "ending",
                        true),
                new LibraryPage.Tile("13", "/desk/media/13", "document", "", "بلاغ <2>.pdf", "", List.of(), "", false),
                new LibraryPage.Tile(
                        "14", "/desk/media/14", "film", "", "Le port, de nuit", "fr", List.of(), "ended", true));
        return new LibraryPage(
                frame,
                new LibraryPage.Filters(
                        "/desk/media",
                        filled ? "ميناء" : "",
                        filled ? "unused" : "",
                        List.of(new LibraryPage.Option("picture", "…", "ar", filled)),
                        filled,
                        filled ? "2026-01-01" : "",
                        ""),
                List.of(new Link("…", "/desk/media?show=unused", "ar", true)),
                filled ? 3 : 0,
                filled ? tiles : List.of(),
                filled ? "/desk/media?before=12" : "",
                filled ? "/desk/media" : "",
                filled
                        ? List.of(
                                new LibraryPage.Brought("a.jpg", "/desk/media/15", true, ""),
                                new LibraryPage.Brought("b.svg", "", false, "SVG"))
                        : List.of());
    }

    static FilePage picture(DeskFrame frame) {
        return file(frame, "picture", Optional.empty());
    }

    static FilePage film(DeskFrame frame) {
        return file(
                frame,
                "film",
                Optional.of(new FilePage.Capsule(
                        "12",
                        "/desk/media/12/prints/16x9-320.jpg",
                        List.of(new FilePage.Track("ar", "العربية", "16"), new FilePage.Track("fr", "Français", "")))));
    }

    private static FilePage file(DeskFrame frame, String form, Optional<FilePage.Capsule> capsule) {
        boolean picture = form.equals("picture");
        return new FilePage(
                frame,
                "12",
                form,
                "IMG_0042 (الصويرة).jpg",
                "JPEG, 1.2 MB",
                picture ? "3000 × 2000" : "",
                picture,
                "Salma",
                SamplePages.NOON,
                picture ? "/desk/media/12/prints/whole-1280.jpg?v=0123456789ab" : "",
                picture ? "" : "/desk/media/12/prints/original.mp4",
                "",
                List.of(
                        new FilePage.Tab(
                                "ar", "العربية", true, true, HARBOUR, "", "سلمى", "الصويرة", "", "1f", List.of()),
                        new FilePage.Tab(
                                "fr", "Français", false, true, "", "", "", "", "", "1f", List.of("alt", "credit")),
                        new FilePage.Tab("en", "English", false, false, "", "", "", "", "", "1f", List.of("alt"))),
                "2026-05-14",
                !picture,
                new FilePage.Framing("50", "33.3"),
                picture
                        ? List.of(
                                new FilePage.Cut(
                                        "16x9",
                                        "/desk/media/12/prints/16x9-320.jpg",
                                        320,
                                        180,
                                        false,
                                        "0",
                                        "0",
                                        "100",
                                        "100"),
                                new FilePage.Cut(
                                        "1x1",
                                        "/desk/media/12/prints/1x1-320.jpg",
                                        320,
                                        320,
                                        true,
                                        "10",
                                        "0",
                                        "66.7",
                                        "100"))
                        : List.of(),
                new FilePage.Rights("© Salma", "2026-12-01", false, picture ? "ending" : "ended"),
                picture
                        ? Optional.empty()
                        : Optional.of(new FilePage.Document("بلاغ", "نص البلاغ\n\nفقرة ثانية", 2, List.of("…"))),
                capsule,
                List.of(new FilePage.Used(HARBOUR, "ar", "/desk/editions/7", "published")),
                List.of(new Link("film.mp4", "/desk/media/14", "fr")),
                true);
    }

    static PressDeskPage press(DeskFrame frame, boolean filled) {
        PressDeskPage.Row row = new PressDeskPage.Row(
                "31",
                "بلاغ الوزارة حول المهرجان",
                "ar",
                "/desk/stories/31/release",
                "Ministère de la culture",
                Optional.of(SamplePages.NOON),
                3_909,
                "1:05:09",
                List.of("وكالات", "Radios"),
                List.of(
                        new PressDeskPage.State("ar", "العربية", "ready", "/desk/editions/61"),
                        new PressDeskPage.State("fr", "Français", "draft", "/desk/editions/62")),
                2);
        PressDeskPage.Row bare = new PressDeskPage.Row(
                "32", "", "ar", "/desk/stories/32/release", "", Optional.empty(), 0, "", List.of(), List.of(), 0);
        return new PressDeskPage(
                frame,
                "ar-MA-u-nu-latn",
                "Africa/Casablanca",
                filled ? List.of(row) : List.of(),
                filled ? List.of(bare) : List.of(),
                List.of(new Link("…", "culture", "ar")),
                filled,
                filled ? "13" : "",
                filled ? "communiqué.pdf" : "",
                filled ? "…" : "");
    }

    static ReleasePage release(DeskFrame frame) {
        return new ReleasePage(
                frame,
                "/desk/stories/31/release",
                "",
                "بلاغ الوزارة حول المهرجان",
                "ar",
                List.of(
                        new ReleasePage.Name("ar", "العربية", "وزارة الثقافة"),
                        new ReleasePage.Name("fr", "Français", "Ministère de la culture")),
                "الرباط",
                "2026-11-21",
                "2026-11-22T09:00",
                true,
                "Africa/Casablanca",
                List.of(
                        new ReleasePage.Line("أمينة", "مستشارة", "0500-00-00-00", "amina@example.org", true),
                        new ReleasePage.Line("", "", "", "", false)),
                List.of(new ReleasePage.File("13", "communiqué.pdf", "*"), new ReleasePage.File("", "", "*")),
                List.of(new ReleasePage.Choice("*", "…", "ar"), new ReleasePage.Choice("ar", "العربية", "ar")),
                "وكالات، Radios",
                List.of(new Link("العربية", "/desk/editions/61", "ar")));
    }
}
