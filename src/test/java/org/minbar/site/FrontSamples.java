package org.minbar.site;

import java.util.List;
import java.util.Optional;
import org.minbar.front.FrontDeskPage;
import org.minbar.front.FrontDeskPage.Again;
import org.minbar.front.FrontDeskPage.AreaShown;
import org.minbar.front.FrontDeskPage.Card;
import org.minbar.front.FrontDeskPage.Choice;
import org.minbar.front.FrontDeskPage.Field;
import org.minbar.front.FrontDeskPage.RuleShown;
import org.minbar.front.FrontDeskPage.SlotShown;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/** The screen on which the Arabic front page is arranged. */
final class FrontSamples {

    private static final RuleShown ANY = new RuleShown(false, List.of(), List.of(), List.of());

    private static final RuleShown NARROW = new RuleShown(
            true,
            List.of(new Choice("culture", "…", true)),
            List.of(new Choice("article", "…", true), new Choice("brief", "…", false)),
            List.of(new Choice("7", "7", true)));

    private FrontSamples() {}

    private static Card card(String story, String state) {
        return new Card(
                story,
                "موسم الزيتون يبدأ مبكرا في قلعة السراغنة",
                "ar",
                "/desk/editions/" + story,
                state,
                state.equals("draft") ? Optional.empty() : Optional.of(SamplePages.NOON),
                "");
    }

    private static SlotShown slot(int number, Optional<Card> shows, boolean byHand, Optional<Card> passedOver) {
        return new SlotShown(
                String.valueOf(number),
                String.valueOf(number + 1),
                shows,
                byHand,
                byHand ? Optional.of(SamplePages.NOON) : Optional.empty(),
                byHand ? "2024-03-05T12:00" : "",
                passedOver,
                number == 0 ? "" : String.valueOf(number - 1),
                number == 7 ? "" : String.valueOf(number + 1),
                number == 0 ? ANY : NARROW);
    }

    static FrontDeskPage arranged(DeskFrame frame) {
        return page(
                frame,
                List.of(
                        new AreaShown(
                                "lead", List.of(slot(0, Optional.of(card("1", "public")), true, Optional.empty()))),
                        new AreaShown(
                                "beside",
                                List.of(
                                        slot(1, Optional.of(card("2", "public")), false, Optional.empty()),
                                        slot(
                                                2,
                                                Optional.of(card("3", "public")),
                                                false,
                                                Optional.of(card("9", "embargoed"))),
                                        slot(
                                                3,
                                                Optional.of(card("4", "public")),
                                                false,
                                                Optional.of(card("10", "scheduled"))))),
                        new AreaShown(
                                "choice",
                                List.of(
                                        slot(
                                                4,
                                                Optional.of(card("5", "public")),
                                                false,
                                                Optional.of(card("11", "withdrawn"))),
                                        slot(5, Optional.empty(), false, Optional.empty()),
                                        slot(6, Optional.empty(), false, Optional.empty()),
                                        slot(7, Optional.empty(), false, Optional.empty())))),
                "زيتون",
                List.of(
                        card("6", "scheduled"),
                        card("7", "embargoed"),
                        new Card("8", "خبر", "ar", "/desk/editions/8", "public", Optional.of(SamplePages.NOON), "…")),
                "",
                Optional.empty());
    }

    static FrontDeskPage late(DeskFrame frame) {
        return page(
                frame,
                List.of(),
                "",
                List.of(card("6", "public")),
                "…",
                Optional.of(
                        new Again("/desk/front/moves", List.of(new Field("in", "ar"), new Field("from", "1")), "…")));
    }

    static FrontDeskPage bare(DeskFrame frame) {
        return page(frame, List.of(), "", List.of(), "", Optional.empty());
    }

    private static FrontDeskPage page(
            DeskFrame frame,
            List<AreaShown> areas,
            String words,
            List<Card> found,
            String refusal,
            Optional<Again> again) {
        return new FrontDeskPage(
                frame,
                "ar",
                "العربية",
                List.of(
                        new Link("العربية", "/desk/front?in=ar", "ar", true),
                        new Link("Français", "/desk/front?in=fr", "fr")),
                "/ar/",
                "4",
                areas,
                words,
                found,
                List.of(new Choice("0", "…", false)),
                "Africa/Casablanca",
                refusal,
                again);
    }
}
