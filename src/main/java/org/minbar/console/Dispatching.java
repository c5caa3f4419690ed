package org.minbar.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.MediaFiles;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Given;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;
import org.minbar.text.Wording;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.ticker.Said;
import org.minbar.ticker.Ticking;
import org.minbar.ticker.Urgency;
import org.minbar.ticker.Waiting;
import org.minbar.topic.Sections;
import org.minbar.web.TypedTime;

/** What is done at the console: each act whole or, refused, not at all. */
@ApplicationScoped
@Transactional
public class Dispatching {

    /** What a line may become. */
    static final List<Kind> STORIES = List.of(Kind.BRIEF, Kind.ARTICLE);

    private static final int LONGEST_SILENCE = 240;
    private static final int LONGEST_ALT = 1_000;

    @Inject
    private Ticking ticking;

    @Inject
    private Flashes flashes;

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Sections sections;

    @Inject
    private MediaFiles files;

    @Inject
    private Languages languages;

    @Inject
    private TypedTime typedTime;

    protected Dispatching() {}

    /** Sends a line out, puts it on the timetable, or, of somebody who may do neither in its language, sends it in. */
    Flash send(String ticker, Dispatch dispatch, Caller by) {
        Language language = Given.language(dispatch.lang(), "lang", languages);
        Said said = new Said(Given.text(dispatch.text(), "text"), body(dispatch, language));
        if (!by.may(Permission.LIVE, language.tag())) return ticking.submit(ticker, language.tag(), said, by);
        Map<String, Said> words = Map.of(language.tag(), said);
        Urgency urgency = Dispatch.typed(dispatch.urgency()).map(Urgency::of).orElse(Urgency.NORMAL);
        @Nullable Story story = story(Dispatch.typed(dispatch.story()));
        Optional<String> at = Dispatch.typed(dispatch.at());
        return at.isEmpty()
                ? ticking.now(ticker, words, urgency, story, by)
                : ticking.schedule(typedTime.instant(at.get(), "at"), ticker, words, urgency, story, by);
    }

    private String body(Dispatch dispatch, Language language) {
        String body = Typed.html(Dispatch.given(dispatch.body()));
        @Nullable Long file = dispatch.file();
        if (file == null) return body;
        files.get(file);
        // Who can't see the picture is told what the line says of it.
        String line = Markup.cleanLine(Dispatch.given(dispatch.text()));
        String alt = line.substring(0, Math.min(line.length(), LONGEST_ALT));
        Block.Figure figure = new Block.Figure(file, alt, Wording.EMPTY, "", false);
        return BodyHtml.of(new Body(List.of(figure)), language.tag(), language.dir())
                        .html()
                + body;
    }

    private @Nullable Story story(Optional<String> typed) {
        OptionalLong number = Typed.story(typed);
        return number.isEmpty() ? null : stories.get(number.getAsLong());
    }

    /** Its words in a language, for the first time or anew. */
    void write(String ticker, int number, Dispatch dispatch, Caller by) {
        Language language = Given.language(dispatch.lang(), "lang", languages);
        Said said = new Said(Given.text(dispatch.text(), "text"), Typed.html(Dispatch.given(dispatch.body())));
        ticking.write(ofHers(ticker, number, by), language, said, by);
    }

    /** A line that she may have before her: every line, or of somebody who only sends in, her own that still waits. */
    Flash ofHers(String ticker, int number, Caller by) {
        Flash flash = flashes.get(ticker, number);
        if (by.may(Permission.LIVE) || isHersAndWaits(flash, by)) return flash;
        throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-flash");
    }

    static boolean isHersAndWaits(Flash flash, Caller by) {
        return flash.person() == by.id()
                && flash.waiting().filter(Waiting.SUBMITTED::equals).isPresent();
    }

    /** What is said of it in all languages; what is absent stays as it is. */
    record Marking(
            Optional<String> urgency, Optional<Boolean> pinned, Optional<Boolean> keyMoment, Optional<String> story) {}

    void mark(String ticker, int number, Marking marking, Caller by) {
        Flash flash = flashes.get(ticker, number);
        Flash.Marks marks = flash.marks();
        if (marking.urgency().isPresent())
            marks = marks.urgency(Urgency.of(marking.urgency().get()));
        if (marking.pinned().isPresent()) marks = marks.pinned(marking.pinned().get());
        if (marking.keyMoment().isPresent())
            marks = marks.keyMoment(marking.keyMoment().get());
        if (marking.story().isPresent()) marks = marks.leadingTo(story(marking.story()));
        if (!marks.equals(flash.marks())) ticking.mark(flash, marks, by);
    }

    void letOut(String ticker, int number, Caller by) {
        ticking.publish(flashes.get(ticker, number), by);
    }

    void remove(String ticker, int number, Caller by) {
        ticking.remove(flashes.get(ticker, number), by);
    }

    /** Makes a line the beginning of a story, to which it leads from now on; readers are led there once it is public. */
    Edition promote(String ticker, int number, String lang, String kind, String section, Caller by) {
        Flash flash = flashes.get(ticker, number);
        Language language = Given.language(lang, "lang", languages);
        String line = flash.text(language.tag()).orElseThrow(() -> Given.missing("lang"));
        by.needs(Permission.WRITE, language.tag());
        Kind wanted = Kind.of(kind);
        if (!STORIES.contains(wanted)) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "unknown-value",
                    Map.of("value", kind, "allowed", "brief, article"),
                    "kind");
        }
        Copy copy = Copy.of(line, "", flash.body(language.tag()), null, List.of(), language);
        Story story = editing.open(wanted, sections.get(section), List.of(), Optional.empty(), by);
        Edition edition = editing.begin(story, language, copy, Revision.Cause.SAVE, by);
        editions.settle();
        ticking.mark(flash, flash.marks().leadingTo(story), by);
        return edition;
    }

    void summarise(String ticker, String lang, String typed, Caller by) {
        ticking.summarise(ticker, Given.language(lang, "lang", languages), Typed.html(typed), by);
    }

    void end(String ticker, Caller by) {
        ticking.end(ticker, by);
    }

    void resume(String ticker, Caller by) {
        ticking.resume(ticker, by);
    }

    /** @param hours of silence after which coverage ends by itself; 0 for never */
    void endAfter(String ticker, String hours, Caller by) {
        ticking.endAfter(ticker, Duration.ofHours(Given.number(hours, "hours", 0, LONGEST_SILENCE)), by);
    }
}
