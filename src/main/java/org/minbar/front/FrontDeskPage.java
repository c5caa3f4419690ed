package org.minbar.front;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * The screen on which a front page is arranged. Template {@code front} of the theme {@code desk}.
 *
 * @param lang the language of the front page, which need not be the screen's
 * @param languages the front pages that the editor may arrange; none where it is one
 * @param site where readers see it
 * @param version what a change must say that it has seen
 * @param found editions that can be put into a slot: those that the words find, or the newest and the next to go out
 * @param slots every slot by its name, to choose from
 * @param zone the newsroom's time zone, in which times are typed
 * @param again what the editor wanted and did not get because somebody was faster
 */
public record FrontDeskPage(
        DeskFrame frame,
        String lang,
        String languageName,
        List<Link> languages,
        String site,
        String version,
        List<AreaShown> areas,
        String words,
        List<Card> found,
        List<Choice> slots,
        String zone,
        String refusal,
        Optional<Again> again) {

    /** An area and its slots. */
    public record AreaShown(String tag, List<SlotShown> slots) {}

    /**
     * A slot as it is now.
     *
     * @param name {@code Beside 2}
     * @param shows what readers see there; empty when there are fewer stories than slots
     * @param byHand whether an editor put it there
     * @param until when it goes back to its rule; empty for never
     * @param untilField the same as a field for times shows it
     * @param passedOver what an editor put there and readers may not see now
     */
    public record SlotShown(
            String number,
            String name,
            Optional<Card> shows,
            boolean byHand,
            Optional<Instant> until,
            String untilField,
            Optional<Card> passedOver,
            String before,
            String after,
            RuleShown rule) {}

    /** @param chooses whether it asks for anything: a section, kinds, an age */
    public record RuleShown(boolean chooses, List<Choice> sections, List<Choice> kinds, List<Choice> ages) {}

    /**
     * A story that stands in a slot or may be put into one.
     *
     * @param state {@code public}, {@code scheduled}, {@code embargoed}, or the tag of its status
     * @param at when it was or will be published
     */
    public record Card(
            String story, String headline, String lang, String url, String state, Optional<Instant> at, String where) {}

    public record Choice(String value, String name, boolean chosen) {}

    /** A form that is sent again as it was, knowing what has changed since. */
    public record Again(String action, List<Field> fields, String sentence) {}

    public record Field(String name, String value) {}
}
