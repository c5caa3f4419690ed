package org.minbar.story;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.media.Mounting;
import org.minbar.story.EditionHappening.EditionApproved;
import org.minbar.story.EditionHappening.EditionArchived;
import org.minbar.story.EditionHappening.EditionCorrected;
import org.minbar.story.EditionHappening.EditionLevelled;
import org.minbar.story.EditionHappening.EditionPromised;
import org.minbar.story.EditionHappening.EditionPublished;
import org.minbar.story.EditionHappening.EditionScheduled;
import org.minbar.story.EditionHappening.EditionSentBack;
import org.minbar.story.EditionHappening.EditionSubmitted;
import org.minbar.story.EditionHappening.EditionWithdrawn;
import org.minbar.story.EditionHappening.EditionWritten;
import org.minbar.text.Markup;

/**
 * A story in one language. Every step of its life is a method here, which asks for the permission, checks that the
 * edition is ready, and answers with what happened.
 */
@Entity
@Table(name = "edition")
public class Edition {

    private static final int LONGEST_NOTE = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "edition")
    @SequenceGenerator(name = "edition", sequenceName = "edition_seq", allocationSize = 50)
    private long id;

    @ManyToOne
    @JoinColumn(name = "story_id")
    private Story story;

    private String lang;

    /** The story's section and kind once more, so that a list is cut from one index; {@link Editing#file} moves them. */
    @Column(name = "section_id", updatable = false)
    private long section;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    private String headline = "";

    private String standfirst = "";

    private String body = "";

    private String slug = "";

    @Column(name = "source_url")
    private @Nullable String sourceUrl;

    @ElementCollection
    @CollectionTable(name = "byline", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "position")
    private List<Byline> bylines = new ArrayList<>();

    /** The slugs of the names in the bylines, each once. */
    @ElementCollection
    @CollectionTable(name = "edition_author", joinColumns = @JoinColumn(name = "edition_id"))
    @Column(name = "slug")
    private Set<String> authors = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "correction", joinColumns = @JoinColumn(name = "edition_id"))
    @OrderColumn(name = "position")
    private List<Correction> corrections = new ArrayList<>();

    private Instant created;

    private Instant updated;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "scheduled_for")
    private @Nullable Instant scheduledFor;

    private boolean promised;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_why")
    private @Nullable String withdrawnWhy;

    @Column(name = "search_title")
    private String searchTitle = "";

    @Column(name = "search_text")
    private String searchText = "";

    @Column(name = "social_text")
    private String socialText = "";

    @Column(name = "begun_by")
    private long begunBy;

    @Column(name = "source_id")
    private @Nullable Long source;

    @Column(name = "source_revision")
    private int sourceRevision;

    /** The number of the newest revision that said something new. */
    private int substance;

    /** How many revisions there are: the number of the newest. */
    private int revisions;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Edition() {}

    /** An empty draft, to be written. */
    public Edition(Story story, Language language, Clock clock) {
        this.story = story;
        this.section = story.section().id();
        this.kind = story.kind();
        this.lang = language.tag();
        this.created = clock.instant();
        this.updated = created;
    }

    /** Notes who wrote its first words. */
    Edition begunBy(Caller by) {
        begunBy = by.id();
        return this;
    }

    /**
     * Takes the new words. Those of a public edition are public at once, so changing them needs the permission to
     * publish.
     */
    public EditionWritten write(Copy copy, Language language, Caller by, Clock clock) {
        return write(copy, language, false, by, clock);
    }

    /** @param minor nothing that translators need to look at */
    public EditionWritten write(Copy copy, Language language, boolean minor, Caller by, Clock clock) {
        mustBeOpenTo(by);
        by.needs(status.isPublic() ? Permission.PUBLISH : Permission.WRITE, lang);
        refuseIn(EnumSet.of(Status.WITHDRAWN, Status.ARCHIVED));
        if (status.isPublic()) readiness(copy.headline(), copy.body());
        take(copy, language, minor);
        updated = clock.instant();
        return new EditionWritten(by.id(), story.id(), id, lang, revisions);
    }

    /**
     * Who may look at it before it is public: whoever reads drafts in its language, and who began it.
     *
     * @throws Refusal {@code not-allowed}
     */
    public void mustBeOpenTo(Caller caller) {
        boolean own = begunBy == caller.id();
        if (!own || !caller.may(Permission.WRITE, lang)) caller.needs(Permission.READ, lang);
    }

    public EditionSubmitted submit(Caller by, Clock clock) {
        mustBeOpenTo(by);
        by.needs(Permission.WRITE, lang);
        move(EnumSet.of(Status.DRAFT), Status.REVIEW, clock);
        return new EditionSubmitted(by.id(), story.id(), id, lang);
    }

    public EditionApproved approve(Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        readiness(headline, body);
        move(EnumSet.of(Status.DRAFT, Status.REVIEW), Status.READY, clock);
        return new EditionApproved(by.id(), story.id(), id, lang);
    }

    /**
     * Says that it goes out as soon as it is approved, or takes that back. Its sister is out already, and this one is
     * still being written.
     */
    public EditionPromised promise(boolean promise, Caller by) {
        by.needs(Permission.PUBLISH, lang);
        if (promise && status != Status.DRAFT && status != Status.REVIEW) throw wrongStatus();
        promised = promise;
        return new EditionPromised(by.id(), story.id(), id, lang, promised);
    }

    /** Back to its writer; also takes it off the timetable. */
    public EditionSentBack sendBack(String note, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        move(EnumSet.of(Status.REVIEW, Status.READY, Status.SCHEDULED), Status.DRAFT, clock);
        scheduledFor = null;
        return new EditionSentBack(by.id(), story.id(), id, lang, note);
    }

    /** Puts it on the timetable. */
    public EditionScheduled schedule(Instant at, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        readiness(headline, body);
        if (!at.isAfter(clock.instant())) {
            throw new Refusal(Refusal.Reason.MALFORMED, "in-the-past", Map.of("value", at.toString()), "at");
        }
        if (story.isEmbargoed(at)) throw embargoed();
        move(Status.IN_WORK, Status.SCHEDULED, clock);
        promised = false;
        scheduledFor = at.truncatedTo(ChronoUnit.MILLIS);
        return new EditionScheduled(by.id(), story.id(), id, lang, scheduledFor);
    }

    /** Makes it public now. Publishing what is public already changes nothing, least of all the first time. */
    public EditionPublished publish(Caller by, Clock clock) {
        return publishAs(clock.instant(), by, clock);
    }

    /**
     * Makes it public with the time at which it was first published elsewhere: for copy that comes from an archive.
     *
     * @param at not in the future
     */
    public EditionPublished publishAs(Instant at, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        readiness(headline, body);
        Instant now = clock.instant();
        long late = 0;
        if (story.isEmbargoed(now)) throw embargoed();
        if (at.isAfter(now)) {
            throw new Refusal(Refusal.Reason.MALFORMED, "in-the-future", Map.of("value", at.toString()), "at");
        }
        if (!status.isPublic()) {
            refuseIn(EnumSet.of(Status.ARCHIVED));
            if (isDue(now)) late = ChronoUnit.SECONDS.between(scheduledFor().orElse(now), now);
            status = corrections.isEmpty() ? Status.PUBLISHED : Status.CORRECTED;
            promised = false;
            scheduledFor = null;
            withdrawnAt = null;
            withdrawnWhy = null;
            updated = now;
            // Feeds sort by this, so that neither a correction nor a return moves an old story to the top.
            // Whole milliseconds, as the clock gives them and as the place where a page of a list ends is told.
            if (publishedAt == null) publishedAt = at.truncatedTo(ChronoUnit.MILLIS);
        }
        return new EditionPublished(by.id(), story.id(), id, lang, publishedAt(), late);
    }

    /**
     * Puts right what was wrong in public, and says so.
     *
     * @param note what readers are told, in the edition's language
     */
    public EditionCorrected correct(String note, Copy copy, Language language, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        if (!status.isPublic()) throw wrongStatus();
        String told = given(note, "note");
        readiness(copy.headline(), copy.body());
        take(copy, language, false);
        updated = clock.instant();
        corrections.add(new Correction(updated, told));
        status = Status.CORRECTED;
        return new EditionCorrected(by.id(), story.id(), id, lang, told, revisions);
    }

    /**
     * Takes it out of the public's sight. Its address stays and says why.
     *
     * @param reason what readers are told, in the edition's language
     */
    public EditionWithdrawn withdraw(String reason, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        if (!status.isPublic()) throw wrongStatus();
        withdrawnWhy = given(reason, "reason");
        withdrawnAt = clock.instant();
        updated = withdrawnAt;
        status = Status.WITHDRAWN;
        return new EditionWithdrawn(by.id(), story.id(), id, lang, withdrawnWhy);
    }

    /** Puts away what will never be published. */
    public EditionArchived archive(Caller by, Clock clock) {
        by.needs(Permission.PUBLISH, lang);
        move(Status.IN_WORK, Status.ARCHIVED, clock);
        scheduledFor = null;
        promised = false;
        return new EditionArchived(by.id(), story.id(), id, lang);
    }

    /**
     * Says that this edition was made from another one as it stands now: what changes there from now on makes this one
     * stale.
     */
    public EditionLevelled levelWith(Edition other, Caller by) {
        by.needs(Permission.WRITE, lang);
        if (other.story != story || other == this) throw wrongStatus();
        source = other.id;
        sourceRevision = other.revisions;
        return new EditionLevelled(by.id(), story.id(), id, lang, source, sourceRevision);
    }

    /** Makes it an original of its own, which nothing else makes stale. */
    public void standAlone(Caller by) {
        by.needs(Permission.WRITE, lang);
        source = null;
        sourceRevision = 0;
    }

    /** Whether the edition that this one was made from has said something new since. */
    public boolean isStaleAgainst(Edition origin) {
        return origin.substance > sourceRevision;
    }

    public Edition importedFrom(String url) {
        sourceUrl = url;
        return this;
    }

    /** What the public may see now: the status and the embargo, nothing else. */
    public boolean isPublic(Instant now) {
        return status.isPublic() && !story.isEmbargoed(now);
    }

    /** Whether it is out, embargo or not. */
    public boolean isPublished() {
        return status.isPublic();
    }

    public boolean isInWork() {
        return Status.IN_WORK.contains(status);
    }

    /** Whether it goes out as soon as it is approved. */
    public boolean isPromised() {
        return promised;
    }

    public boolean isDue(Instant now) {
        return status == Status.SCHEDULED && scheduledFor != null && !scheduledFor.isAfter(now);
    }

    private void take(Copy copy, Language language, boolean minor) {
        headline = copy.headline();
        standfirst = copy.standfirst();
        body = copy.body();
        if (copy.slug().isPresent()) {
            slug = copy.slug().get().value();
        } else if (slug.isEmpty() || publishedAt == null) {
            slug = Slug.of(headline, language).value();
        }
        if (!bylines.equals(copy.bylines())) {
            bylines.clear();
            bylines.addAll(copy.bylines());
            authors.clear();
            copy.bylines().forEach(byline -> authors.add(byline.slug()));
        }
        copy.showcase().ifPresent(this::show);
        revisions++;
        if (!minor) substance = revisions;
    }

    private void show(Showcase showcase) {
        searchTitle = showcase.searchTitle();
        searchText = showcase.searchText();
        socialText = showcase.socialText();
    }

    private void readiness(String headlineThen, String bodyThen) {
        if (headlineThen.isBlank()) {
            throw new Refusal(Refusal.Reason.CONFLICT, "not-ready-headline", Map.of(), "headline");
        }
        if (story.kind().needsBody() && bodyThen.isBlank()) {
            throw new Refusal(Refusal.Reason.CONFLICT, "not-ready-body", Map.of(), "body");
        }
    }

    private void move(Set<Status> from, Status to, Clock clock) {
        if (!from.contains(status)) throw wrongStatus();
        status = to;
        updated = clock.instant();
    }

    private void refuseIn(Set<Status> statuses) {
        if (statuses.contains(status)) throw wrongStatus();
    }

    private Refusal wrongStatus() {
        return new Refusal(Refusal.Reason.CONFLICT, "wrong-status", Map.of("status", status.tag()));
    }

    private Refusal embargoed() {
        return new Refusal(
                Refusal.Reason.CONFLICT,
                "embargoed",
                Map.of("until", story.embargo().map(Instant::toString).orElse("")));
    }

    private static String given(String note, String field) {
        String told = Markup.cleanLine(note);
        if (told.isEmpty()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", field), field);
        }
        if (told.length() > LONGEST_NOTE) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", LONGEST_NOTE), field);
        }
        return told;
    }

    public long id() {
        return id;
    }

    public Story story() {
        return story;
    }

    public String lang() {
        return lang;
    }

    public Status status() {
        return status;
    }

    public String headline() {
        return headline;
    }

    public String standfirst() {
        return standfirst;
    }

    /** Cleaned HTML. */
    public String body() {
        return body;
    }

    public String slug() {
        return slug;
    }

    public Optional<String> sourceUrl() {
        return Optional.ofNullable(sourceUrl);
    }

    public List<Byline> bylines() {
        return List.copyOf(bylines);
    }

    /** Oldest first. */
    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }

    /** The first time. */
    public Optional<Instant> published() {
        return Optional.ofNullable(publishedAt);
    }

    private Instant publishedAt() {
        return published().orElseThrow();
    }

    public Optional<Instant> scheduledFor() {
        return Optional.ofNullable(scheduledFor);
    }

    public Optional<Instant> withdrawn() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<String> withdrawnWhy() {
        return Optional.ofNullable(withdrawnWhy);
    }

    /** The words as they stand, to be kept. */
    Revision revision(Revision.Cause cause, boolean minor, Caller by, Clock clock) {
        return new Revision(this, revisions, cause, minor, by, clock);
    }

    /** The words as they stand once more, so that what was published can be found among the revisions by its name. */
    Revision marked(Revision.Cause cause, Caller by, Clock clock) {
        revisions++;
        return new Revision(this, revisions, cause, true, by, clock);
    }

    /** Words that somebody had not saved, kept beside the edition's own. */
    Revision aside(Copy copy, Revision.Cause cause, long person, Instant at) {
        revisions++;
        return new Revision(this, revisions, cause, person, at, copy);
    }

    public Copy copy() {
        return new Copy(
                headline,
                standfirst,
                body,
                slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug)),
                bylines(),
                Optional.of(showcase()));
    }

    public Showcase showcase() {
        return new Showcase(searchTitle, searchText, socialText);
    }

    /** The number of its newest revision. */
    public int revisions() {
        return revisions;
    }

    /** The person who wrote its first words; 0 for an import. */
    public long begunBy() {
        return begunBy;
    }

    /** The edition that this one was made from. */
    public Optional<Long> source() {
        return Optional.ofNullable(source);
    }

    /** The revision of its source that it was last level with. */
    public int sourceRevision() {
        return sourceRevision;
    }

    /** The newest revision that said something new. */
    public int substance() {
        return substance;
    }

    /** Counts the changes; the one that a caller must have seen to make the next. */
    public long version() {
        return version;
    }

    /** What it shows. */
    public Mounting.Wall wall() {
        return new Mounting.Wall(story.picture(), body);
    }

    /** The public path, letters as they are: {@code /ar/12/الصويرة}. */
    public String path() {
        return "/" + lang + "/" + story.id() + "/" + slug;
    }
}
