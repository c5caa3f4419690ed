package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.People;
import org.minbar.identity.Person;
import org.minbar.language.Language;
import org.minbar.language.Slug;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.story.Showcase;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.Markup;
import org.minbar.text.Merging;

/**
 * Saves what somebody wrote over what may have changed since she began. Paragraphs and lines that only one side changed
 * are merged; where both changed the same ones, nothing is saved and both are handed back, to be settled by a person.
 */
@ApplicationScoped
public class Saving {

    @Inject
    private Editing editing;

    @Inject
    private Editions editions;

    @Inject
    private People people;

    protected Saving() {}

    Saving(Editing editing, Editions editions, People people) {
        this.editing = editing;
        this.editions = editions;
        this.people = people;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** @param merged whether something of somebody else's came in */
        record Saved(boolean merged) implements Outcome {}

        record Clashed(Clash clash) implements Outcome {}
    }

    /**
     * @param from the revision that she began from
     * @param minor nothing that translators need to look at
     */
    Outcome save(
            Edition edition, Language language, int from, Copy mine, boolean minor, Revision.Cause cause, Caller by) {
        if (from == edition.revisions()) {
            editing.write(edition, language, mine, cause, minor, by);
            return new Outcome.Saved(false);
        }
        Copy base = editions.revision(edition, from).copy();
        Copy theirs = edition.copy();
        Fields fields = new Fields(edition);
        String headline = fields.merged("headline", base.headline(), mine.headline(), theirs.headline());
        String standfirst = fields.merged("standfirst", base.standfirst(), mine.standfirst(), theirs.standfirst());
        Showcase had = base.showcase().orElse(Showcase.NONE);
        Showcase wish = mine.showcase().orElse(had);
        Showcase has = theirs.showcase().orElse(Showcase.NONE);
        Showcase showcase = new Showcase(
                fields.merged("searchTitle", had.searchTitle(), wish.searchTitle(), has.searchTitle()),
                fields.merged("searchText", had.searchText(), wish.searchText(), has.searchText()),
                fields.merged("socialText", had.socialText(), wish.socialText(), has.socialText()));
        // Names are few and a list of them is easily put right, so the later wish stands.
        List<Byline> bylines =
                Merging.whole(base.bylines(), mine.bylines(), theirs.bylines()).orElse(mine.bylines());
        Optional<Slug> slug = mine.slug().isPresent() && !mine.slug().equals(base.slug()) ? mine.slug() : theirs.slug();
        Merging body = Merging.of(Markup.clean(base.body()), Markup.clean(mine.body()), Markup.clean(theirs.body()));
        if (fields.clashes.isEmpty() && body.clean()) {
            String merged = DeskText.html(body.settled(List.of()), language);
            Copy both = new Copy(headline, standfirst, merged, slug, bylines, Optional.of(showcase));
            editing.write(edition, language, both, cause, minor, by);
            return new Outcome.Saved(true);
        }
        return new Outcome.Clashed(new Clash(
                edition.revisions(),
                fields.clashes,
                body.parts().stream().map(part -> piece(part, language)).toList(),
                new Clash.Texts(DeskText.of(base), DeskText.of(mine), DeskText.of(theirs))));
    }

    private static Clash.Piece piece(Merging.Part part, Language language) {
        if (part instanceof Merging.Clash clash) {
            return new Clash.Piece(
                    true,
                    "",
                    html(clash.base(), language),
                    html(clash.mine(), language),
                    html(clash.theirs(), language));
        }
        return new Clash.Piece(false, html(((Merging.Settled) part).blocks(), language), "", "", "");
    }

    private static String html(List<Block> blocks, Language language) {
        return DeskText.html(new Body(blocks), language);
    }

    /** The lines of one edition as they are merged, and those that would not. */
    private final class Fields {
        private final List<Clash.Field> clashes = new ArrayList<>();
        private final String writer;
        private final Instant at;

        Fields(Edition edition) {
            Revision newest = editions.revision(edition, edition.revisions());
            writer = people.find(newest.person()).map(Person::name).orElse("");
            at = newest.at();
        }

        String merged(String name, String base, String mine, String theirs) {
            return Merging.whole(base, mine, theirs).orElseGet(() -> {
                clashes.add(new Clash.Field(name, base, mine, theirs, writer, at));
                return mine;
            });
        }
    }
}
