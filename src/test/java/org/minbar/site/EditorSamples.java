package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.desk.EditionPage;
import org.minbar.desk.EditionPage.Choice;
import org.minbar.desk.EditionPage.Line;
import org.minbar.desk.EditionPage.Piece;
import org.minbar.desk.RevisionsPage;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;
import org.minbar.view.Link;

/** The pages on which an edition is written: an Arabic one, whatever the language of the screen. */
final class EditorSamples {

    private static final String HEADLINE = "الصويرة تفتح أبوابها للموسيقى";

    private EditorSamples() {}

    /** With everything on it: a sister that lags behind, somebody else at work, something unsaved, a source beside. */
    static EditionPage full(DeskFrame frame) {
        return page(
                frame,
                "review",
                true,
                Optional.of(new EditionPage.Holder("Lotte", SamplePages.NOON)),
                Optional.of(new EditionPage.Unsaved(SamplePages.NOON, "/desk/editions/7/unsaved")),
                Optional.of(new EditionPage.Beside(
                        "fr",
                        "ltr",
                        "Français",
                        "Essaouira ouvre ses portes à la musique",
                        "Trois jours de concerts.",
                        "/desk/editions/8",
                        1,
                        List.of(
                                new EditionPage.Paragraph(new Html("<p>Un premier alinéa.</p>"), false, List.of()),
                                new EditionPage.Paragraph(
                                        new Html("<p>Vingt concerts.</p>"),
                                        true,
                                        List.of(
                                                new Piece("-", "Quinze"),
                                                new Piece("+", "Vingt"),
                                                new Piece("=", " concerts.")))))),
                "");
    }

    /** For somebody who may only read. */
    static EditionPage bare(DeskFrame frame) {
        return page(frame, "draft", false, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static EditionPage page(
            DeskFrame frame,
            String status,
            boolean may,
            Optional<EditionPage.Holder> holder,
            Optional<EditionPage.Unsaved> unsaved,
            Optional<EditionPage.Beside> beside,
            String refusal) {
        return new EditionPage(
                frame,
                "7",
                "/desk/editions/7",
                "/desk/",
                "amina@example.org",
                "ar",
                "rtl",
                "العربية",
                "ar-MA-u-nu-latn",
                "+01:00",
                new EditionPage.Text(
                        HEADLINE,
                        "ثلاثة أيام من الحفلات.",
                        "<p>افتتح المهرجان مساء الخميس.</p>",
                        "الصويرة-تفتح-أبوابها-للموسيقى",
                        List.of(new Line("أمينة الوزاني", "writer")),
                        "",
                        "",
                        ""),
                3,
                Optional.of(SamplePages.NOON),
                may ? "Lotte" : "",
                status,
                Optional.empty(),
                may,
                "",
                may,
                new EditionPage.Steps(may, may, may, may, may, may, may, may, may, may, "", "", ""),
                may
                        ? Optional.of(new EditionPage.Details(
                                "/desk/stories/12/details",
                                List.of(new Choice("culture", "…", true)),
                                List.of(new Choice("article", "…", true)),
                                "",
                                "",
                                "",
                                "/desk/stories/12/release",
                                "/desk/live/12",
                                List.of(
                                        new Link("انطلاق المسيرة", "/desk/live/strip/lines/3", "ar"),
                                        new Link("خبر", "", "ar"))))
                        : Optional.empty(),
                may
                        ? Optional.of(new EditionPage.Lead(
                                12, "/desk/media/12/prints/1x1-320.jpg", "", "منصة", "", List.of("alt", "credit")))
                        : Optional.empty(),
                List.of(
                        new EditionPage.Sister(
                                "8",
                                "fr",
                                "Français",
                                "ready",
                                "2/9",
                                "/desk/editions/8",
                                "/desk/editions/7?beside=8",
                                may,
                                may,
                                false),
                        new EditionPage.Sister("", "en", "English", "missing", "", "", "", false, false, false)),
                holder,
                unsaved,
                "/desk/editions/7/revisions",
                refusal,
                beside,
                Html.NONE);
    }

    static RevisionsPage revisions(DeskFrame frame) {
        return new RevisionsPage(
                frame,
                "/desk/editions/7",
                "ar",
                "rtl",
                HEADLINE,
                List.of(
                        new RevisionsPage.Line(2, SamplePages.NOON, "Lotte", "✓", true, true, false, true),
                        new RevisionsPage.Line(1, SamplePages.NOON, "", "✓", false, false, true, false)),
                Optional.of(compared()),
                false,
                true);
    }

    static RevisionsPage unsaved(DeskFrame frame) {
        return new RevisionsPage(
                frame, "/desk/editions/7", "ar", "rtl", HEADLINE, List.of(), Optional.of(compared()), true, true);
    }

    static RevisionsPage nothingUnsaved(DeskFrame frame) {
        return new RevisionsPage(
                frame, "/desk/editions/7", "ar", "rtl", HEADLINE, List.of(), Optional.empty(), false, true);
    }

    private static RevisionsPage.Compared compared() {
        List<Piece> pieces = List.of(new Piece("=", "مساء "), new Piece("-", "الخميس"), new Piece("+", "الجمعة"));
        return new RevisionsPage.Compared(
                "1",
                "2",
                List.of(new RevisionsPage.Field("✎", pieces)),
                List.of(
                        new RevisionsPage.Row("changed", "rtl", pieces),
                        new RevisionsPage.Row("same", "rtl", List.of(new Piece("=", "كما كان.")))));
    }
}
