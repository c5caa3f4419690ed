package org.minbar.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.media.Exhibits;
import org.minbar.media.Figures;
import org.minbar.media.Mounting;
import org.minbar.media.Use;
import org.minbar.media.Uses;
import org.minbar.topic.Section;
import org.minbar.topic.Topic;

/**
 * The steps of an edition's life with all that moves along: the edition, its revision, the journal. The API, the desk,
 * the imports and the timetable all go through here, within their own transaction.
 */
@ApplicationScoped
public class Editing {

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Uses uses;

    @Inject
    private Exhibits exhibits;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    protected Editing() {}

    public Editing(Stories stories, Editions editions, Uses uses, Exhibits exhibits, Journal journal, Clock clock) {
        this.stories = stories;
        this.editions = editions;
        this.uses = uses;
        this.exhibits = exhibits;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins a story that has no words yet. */
    public Story open(Kind kind, Section section, List<Topic> topics, Optional<Instant> embargo, Caller by) {
        by.needs(Permission.WRITE);
        Story story = new Story(kind, section, topics, clock);
        embargo.ifPresent(story::embargoedUntil);
        stories.add(story);
        journal.record(new StoryOpened(by.id(), story.id(), kind.tag(), section.slug()));
        return story;
    }

    /** Writes the story's first words in a language. */
    public Edition begin(Story story, Language language, Copy copy, Revision.Cause cause, Caller by) {
        Edition edition = editions.add(new Edition(story, language, clock).begunBy(by));
        return write(edition, language, copy, cause, by);
    }

    public Edition write(Edition edition, Language language, Copy copy, Revision.Cause cause, Caller by) {
        return write(edition, language, copy, cause, false, by);
    }

    /** @param minor nothing that translators need to look at */
    public Edition write(
            Edition edition, Language language, Copy copy, Revision.Cause cause, boolean minor, Caller by) {
        EditionHappening written = edition.write(copy, language, minor, by, clock);
        editions.keep(edition.revision(cause, minor, by, clock));
        editions.catchwords(edition);
        shows(edition);
        journal.record(written);
        return edition;
    }

    /** Notes which files of the library its text shows: what nobody shows, nobody outside may see. */
    private void shows(Edition edition) {
        uses.shows(edition.story().id(), edition.lang(), Use.Part.BODY, Figures.in(edition.body()));
    }

    /** Opens the story with a picture of the library in every language, or with none. */
    public void picture(Story story, Optional<Long> file, Caller by) {
        if (file.equals(story.picture())) return;
        journal.record(story.open(file, by));
        uses.shows(story.id(), Use.EVERY_LANGUAGE, Use.Part.LEAD, file.stream().toList());
    }

    /** Keeps what somebody had not saved as a revision beside the edition's own text. Nothing public moves. */
    public void keepAside(Edition edition, Copy copy, Revision.Cause cause, long person, Instant at) {
        editions.keep(edition.aside(copy, cause, person, at));
    }

    /** The edition says again what its source says now. */
    public void level(Edition edition, Edition source, Caller by) {
        journal.record(edition.levelWith(source, by));
    }

    public void submit(Edition edition, Caller by) {
        journal.record(edition.submit(by, clock));
    }

    /** Approves it; one that was promised goes out with that, or at the end of its embargo. */
    public void approve(Edition edition, Caller by) {
        boolean promised = edition.isPromised();
        journal.record(edition.approve(by, clock));
        if (!promised) return;
        Optional<Instant> end = edition.story().embargo().filter(clock.instant()::isBefore);
        if (end.isPresent()) schedule(edition, end.get(), by);
        else publish(edition, by);
    }

    public void promise(Edition edition, boolean promise, Caller by) {
        journal.record(edition.promise(promise, by));
    }

    public void archive(Edition edition, Caller by) {
        journal.record(edition.archive(by, clock));
    }

    public void publish(Edition edition, Caller by) {
        boolean before = edition.status().isPublic();
        if (!before) exhibits.mustHold(edition.wall(), edition.lang());
        EditionHappening published = edition.publish(by, clock);
        if (!before) editions.keep(edition.marked(Revision.Cause.PUBLISH, by, clock));
        journal.record(published);
    }

    public void publishAs(Edition edition, Instant at, Caller by) {
        journal.record(edition.publishAs(at, by, clock));
    }

    public void schedule(Edition edition, Instant at, Caller by) {
        exhibits.mustHold(edition.wall(), edition.lang());
        journal.record(edition.schedule(at, by, clock));
    }

    public void sendBack(Edition edition, String note, Caller by) {
        journal.record(edition.sendBack(note, by, clock));
    }

    public void withdraw(Edition edition, String reason, Caller by) {
        journal.record(edition.withdraw(reason, by, clock));
    }

    public void correct(Edition edition, Language language, String note, Copy copy, Caller by) {
        exhibits.mustHold(new Mounting.Wall(edition.story().picture(), copy.body()), edition.lang());
        EditionHappening corrected = edition.correct(note, copy, language, by, clock);
        editions.keep(edition.revision(Revision.Cause.CORRECTION, false, by, clock));
        editions.catchwords(edition);
        shows(edition);
        journal.record(corrected);
    }

    /** Puts a story under embargo until then, or lifts it. */
    public void embargo(Story story, Optional<Instant> end, Caller by) {
        journal.record(story.embargo(end, by));
        derive(story, by);
    }

    /** What is derived from the story's editions is derived again. */
    public void derive(Story story, Caller by) {
        journal.record(new StoryChanged(by.id(), story.id()));
    }

    /** Tells of the embargoes whose time has come; answers how many those were. */
    public int tellEndedEmbargoes(int limit) {
        List<Story> ended = stories.embargoOver(clock.instant(), limit);
        ended.forEach(story -> journal.record(story.end(clock)));
        return ended.size();
    }

    public void file(Story story, Kind kind, Section section, List<Topic> topics, Caller by) {
        by.needs(Permission.WRITE);
        journal.record(story.file(kind, section, topics, by));
        editions.file(story);
    }
}
