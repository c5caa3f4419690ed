package org.minbar.ticker;

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
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.media.Figures;
import org.minbar.story.Story;

/**
 * One time-stamped line of a ticker, in one language or several. Its number never changes, and neither its time nor its
 * place do once readers may see it.
 */
@Entity
@Table(name = "flash")
public class Flash {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flash")
    @SequenceGenerator(name = "flash", sequenceName = "flash_seq", allocationSize = 50)
    private long id;

    private String ticker;

    private int number;

    @Column(name = "at")
    private Instant at;

    private String zone;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @ManyToOne
    @JoinColumn(name = "story_id")
    private @Nullable Story story;

    @Column(name = "person_id")
    private long person;

    private @Nullable Instant edited;

    /** Milliseconds since 1970 at which it was written, or a little more: the order of the lines. */
    private long place;

    /** The number of its last change among those of its ticker. */
    private long changed;

    /** The number of its last change that all languages show. */
    private long marked;

    @Enumerated(EnumType.STRING)
    private @Nullable Waiting waiting;

    private boolean pinned;

    @Column(name = "key_moment")
    private boolean keyMoment;

    private boolean removed;

    @ElementCollection
    @CollectionTable(name = "flash_text", joinColumns = @JoinColumn(name = "flash_id"))
    @MapKeyColumn(name = "lang")
    private Map<String, FlashText> texts = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "flash_file", joinColumns = @JoinColumn(name = "flash_id"))
    @Column(name = "file_id")
    private Set<Long> files = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Flash() {}

    /**
     * @param number its place in the ticker, from 1
     * @param zone of the place that the time was told in
     * @param story that it leads to
     */
    Flash(String ticker, int number, Instant at, ZoneId zone, Urgency urgency, @Nullable Story story, Caller by) {
        this.ticker = ticker;
        this.number = number;
        this.at = at;
        this.place = at.toEpochMilli();
        this.zone = zone.getId();
        this.urgency = urgency;
        this.story = story;
        this.person = by.id();
    }

    /** Not before readers yet. */
    Flash waiting(Waiting why) {
        waiting = why;
        return this;
    }

    /** Above this stand lines of a later place. @param newPlace as {@link Ticker#nextPlace} gives it */
    Flash standAt(long newPlace) {
        place = newPlace;
        return this;
    }

    /** It comes before readers, or is changed or gone before their eyes, in all languages, as this change of its ticker. */
    Flash changedAs(long change) {
        changed = change;
        marked = change;
        return this;
    }

    /** Its words in one language are others, as this change of its ticker. */
    void wordedAs(long change, Language language) {
        changed = change;
        texts.computeIfPresent(language.tag(), (lang, text) -> text.changedAs(change));
    }

    /** Lets it out. A line that somebody sent in or that waited for its time is told now. */
    FlashPublished publish(Ticker stream, Caller by, Clock clock) {
        texts.keySet().forEach(lang -> by.needs(Permission.LIVE, lang));
        if (waiting == null) throw new Refusal(Refusal.Reason.CONFLICT, "already-out");
        if (waiting != Waiting.IMPORTED) {
            // The time for which it was meant, not the second at which somebody looked.
            if (waiting == Waiting.SUBMITTED || at.isAfter(clock.instant())) at = clock.instant();
            place = stream.nextPlace(at);
        }
        waiting = null;
        return new FlashPublished(by.id(), ticker, number);
    }

    /** Its words in a language, for the first time or anew. */
    FlashWritten write(Language language, Said said, Caller by, Clock clock) {
        by.needs(waiting == Waiting.SUBMITTED ? Permission.WRITE : Permission.LIVE, language.tag());
        FlashText text = said.kept(language);
        @Nullable FlashText before = texts.get(language.tag());
        if (before != null && text.saysAs(before)) {
            text = before;
        } else if (before != null && waiting == null) {
            edited = clock.instant();
            text = text.editedAt(edited);
        }
        texts.put(language.tag(), text);
        files.clear();
        texts.values().forEach(each -> files.addAll(Figures.in(each.body())));
        return new FlashWritten(by.id(), ticker, number, language.tag());
    }

    FlashMarked mark(Marks marks, Caller by) {
        texts.keySet().forEach(lang -> by.needs(Permission.LIVE, lang));
        urgency = marks.urgency();
        pinned = marks.pinned();
        keyMoment = marks.keyMoment();
        story = marks.story();
        return new FlashMarked(by.id(), ticker, number);
    }

    /** What is said of a line in all its languages. @param story that it leads to */
    public record Marks(Urgency urgency, boolean pinned, boolean keyMoment, @Nullable Story story) {
        public Marks pinned(boolean now) {
            return new Marks(urgency, now, keyMoment, story);
        }

        public Marks keyMoment(boolean now) {
            return new Marks(urgency, pinned, now, story);
        }

        public Marks urgency(Urgency now) {
            return new Marks(now, pinned, keyMoment, story);
        }

        public Marks leadingTo(@Nullable Story now) {
            return new Marks(urgency, pinned, keyMoment, now);
        }

        /** Whether it stands over the stream too. */
        boolean inHead() {
            return pinned || keyMoment;
        }
    }

    public Marks marks() {
        return new Marks(urgency, pinned, keyMoment, story);
    }

    /** Takes it out of the stream, in every language. */
    FlashRemoved remove(Caller by, Clock clock) {
        texts.keySet().forEach(lang -> by.needs(Permission.LIVE, lang));
        removed = true;
        edited = clock.instant();
        return new FlashRemoved(by.id(), ticker, number);
    }

    public Optional<Waiting> waiting() {
        return Optional.ofNullable(waiting);
    }

    /** Whether readers may have seen it and may not any more. */
    public boolean isRemoved() {
        return removed;
    }

    /** Whether readers may see it, where they may see its ticker. */
    public boolean isOut() {
        return waiting == null && !removed;
    }

    public long place() {
        return place;
    }

    public long changed() {
        return changed;
    }

    /** The number of its last change that readers of this language see. */
    public long changedIn(String lang) {
        return Math.max(
                marked,
                Optional.ofNullable(texts.get(lang)).map(FlashText::changed).orElse(0L));
    }

    /** The number of the first of its changes after this one that some language still shows; at most {@link #changed}. */
    public long firstChangeAfter(long change) {
        return LongStream.concat(LongStream.of(marked), texts.values().stream().mapToLong(FlashText::changed))
                .filter(each -> each > change)
                .min()
                .orElse(changed);
    }

    /** Who wrote it. */
    public long person() {
        return person;
    }

    public long id() {
        return id;
    }

    public String ticker() {
        return ticker;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Urgency urgency() {
        return urgency;
    }

    public Optional<Story> story() {
        return Optional.ofNullable(story);
    }

    /** When its words were last changed after they were public, in whatever language. */
    public Optional<Instant> edited() {
        return Optional.ofNullable(edited);
    }

    /** When its words in this language were last changed after they were public. */
    public Optional<Instant> edited(String lang) {
        return Optional.ofNullable(texts.get(lang)).flatMap(FlashText::edited);
    }

    public Optional<String> text(String lang) {
        return Optional.ofNullable(texts.get(lang)).map(FlashText::text);
    }

    /** What stands below the line, as {@link org.minbar.text.BodyHtml} writes it; empty where there is nothing. */
    public String body(String lang) {
        return Optional.ofNullable(texts.get(lang)).map(FlashText::body).orElse("");
    }

    /** What a line is called on the page on which its ticker is read. */
    public static String anchor(int number) {
        return "e-" + number;
    }

    /**
     * The address of a line: the page on which it stands is found by its number, with script and without.
     *
     * @param path of the page on which its ticker is read
     */
    public static String permalink(String path, int number) {
        return path + "?e=" + number + "#" + anchor(number);
    }

    /** The tags of the languages that it has words in. */
    public Set<String> langs() {
        return Set.copyOf(texts.keySet());
    }

    /** The lines by language tag. */
    public Map<String, String> texts() {
        return texts.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> text.getValue()
                .text()));
    }
}
