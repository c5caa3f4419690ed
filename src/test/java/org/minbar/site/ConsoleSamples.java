package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.console.ConsolePage;
import org.minbar.console.ConsolePage.Choice;
import org.minbar.console.ConsolePage.Line;
import org.minbar.console.ConsolePage.Words;
import org.minbar.console.LinePage;
import org.minbar.console.PhonePage;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;
import org.minbar.view.Link;

/** The live console: a march that is covered, the strip of somebody who only sends in, one line, and the telephone. */
final class ConsoleSamples {

    private static final Words ARABIC = new Words(
            "ar",
            "انطلاق المسيرة من ساحة الأمم",
            new Html("<p>آلاف المشاركين.</p>"),
            List.of("/desk/media/7/prints/1x1-320.jpg"));
    private static final Words FRENCH = new Words("fr", "La marche part de la place", Html.NONE, List.of());

    private static final List<Choice> LANGUAGES =
            List.of(new Choice("ar", "العربية", "ar", true), new Choice("fr", "Français", "fr", false));
    private static final List<Choice> ONE = List.of(new Choice("1", "1", "", true));

    private ConsoleSamples() {}

    private static Line line(int number, String waiting, boolean marked) {
        return new Line(
                String.valueOf(number),
                "/desk/live/712/lines/" + number,
                number,
                SamplePages.NOON,
                marked ? "urgent" : "normal",
                waiting,
                marked,
                marked,
                marked ? List.of(ARABIC, FRENCH) : List.of(ARABIC),
                marked ? "Lotte" : "أمينة",
                marked ? Optional.of(SamplePages.NOON) : Optional.empty(),
                marked ? Optional.of(new ConsolePage.Target("9", "مسيرة", "ar", "/desk/editions/9")) : Optional.empty(),
                marked ? List.of() : List.of(new Link("Français", "", "fr")));
    }

    private static Line leadingTo(ConsolePage.Target target) {
        Line plain = line(6, "imported", false);
        return new Line(
                plain.number(),
                plain.address(),
                plain.changed(),
                plain.at(),
                "important",
                plain.waiting(),
                false,
                false,
                plain.words(),
                plain.writer(),
                Optional.empty(),
                Optional.of(target),
                List.of());
    }

    static ConsolePage coverage(DeskFrame frame, boolean over) {
        return new ConsolePage(
                frame,
                "/desk/live/712",
                false,
                over ? "" : "مسيرة الأرض",
                "ar",
                "/desk/editions/7",
                over ? "" : "/ar/712/x",
                List.of(new Link("1", "/desk/live", "", false), new Link("مسيرة الأرض", "/desk/live/712", "ar", true)),
                true,
                12,
                over ? Optional.of(SamplePages.NOON) : Optional.empty(),
                List.of(new Choice("12", "12", "", true)),
                new ConsolePage.Composer("", "", LANGUAGES, ONE, "", ""),
                List.of(
                        new ConsolePage.Known("ar", "rtl", "العربية", "ما نعرفه", Optional.of(SamplePages.NOON)),
                        new ConsolePage.Known("fr", "ltr", "Français", "", Optional.empty())),
                List.of(
                        line(3, "submitted", false),
                        line(4, "scheduled", false),
                        leadingTo(new ConsolePage.Target("10", "", "", ""))),
                List.of(new ConsolePage.Day(
                        "2024-03-05", SamplePages.NOON, List.of(line(2, "", true), line(1, "", false)))),
                "Africa/Casablanca",
                "lotte@minbar.example",
                "");
    }

    static ConsolePage sendingIn(DeskFrame frame) {
        return new ConsolePage(
                frame,
                "/desk/live/strip",
                true,
                "",
                "",
                "",
                "/ar/live",
                List.of(),
                false,
                0,
                Optional.empty(),
                List.of(),
                new ConsolePage.Composer("سطر", "نص", LANGUAGES, List.of(), "", ""),
                List.of(),
                List.of(),
                List.of(),
                "Africa/Casablanca",
                "amina@minbar.example",
                "…");
    }

    static LinePage line(DeskFrame frame, boolean airs) {
        return new LinePage(
                frame,
                "/desk/live/712",
                airs,
                line(2, airs ? "" : "submitted", airs),
                List.of(
                        new LinePage.Wording("ar", "rtl", "العربية", "انطلاق المسيرة", "آلاف المشاركين.", true),
                        new LinePage.Wording("fr", "ltr", "Français", "", "", false)),
                ONE,
                airs ? "9" : "",
                airs ? ONE : List.of(),
                LANGUAGES,
                ONE,
                airs ? "" : "…");
    }

    static PhonePage phone(DeskFrame frame, boolean pictures) {
        return new PhonePage(
                frame,
                "/desk/live/phone",
                List.of(new Choice("strip", "1", "", true), new Choice("712", "مسيرة الأرض", "ar", false)),
                LANGUAGES,
                "ar",
                pictures,
                "7",
                "amina@minbar.example",
                "",
                pictures ? List.of(line(3, "submitted", false)) : List.of(),
                pictures ? "" : "…");
    }
}
