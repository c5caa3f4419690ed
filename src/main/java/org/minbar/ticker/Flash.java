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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Refusal;
import org.minbar.story.Story;
import org.minbar.text.Markup;

/** One time-stamped line of a ticker, in one language or several. Its number and its time never change. */
@Entity
@Table(name = "flash")
public class Flash {

    private static final int LONGEST = 1_000;

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

    private boolean draft;

    private boolean removed;

    @ElementCollection
    @CollectionTable(name = "flash_text", joinColumns = @JoinColumn(name = "flash_id"))
    @MapKeyColumn(name = "lang")
    @Column(name = "text")
    private Map<String, String> texts = new HashMap<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Flash() {}

    /**
     * @param number its place in the ticker, from 1
     * @param zone of the place that the time was told in
     * @param story that it leads to
     */
    public Flash(
            String ticker, int number, Instant at, ZoneId zone, Urgency urgency, @Nullable Story story, Caller by) {
        this.ticker = ticker;
        this.number = number;
        this.at = at;
        this.zone = zone.getId();
        this.urgency = urgency;
        this.story = story;
        this.person = by.id();
    }

    /** Not yet for readers: a line that came in from elsewhere and waits for somebody to let it out. */
    public Flash asDraft() {
        draft = true;
        return this;
    }

    /** Lets a draft out, with the time that it came in with. */
    public FlashPublished publish(Caller by) {
        texts.keySet().forEach(lang -> by.needs(Permission.LIVE, lang));
        draft = false;
        return new FlashPublished(by.id(), ticker, number);
    }

    /** Its words in a language, for the first time or anew. */
    public FlashWritten write(String lang, String words, Caller by, Clock clock) {
        by.needs(Permission.LIVE, lang);
        String line = Markup.cleanLine(words);
        if (line.isEmpty()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "text"), "text");
        }
        if (line.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "too-long", Map.of("field", "text", "longest", LONGEST), "text");
        }
        @Nullable String before = texts.put(lang, line);
        if (!draft && before != null && !before.equals(line)) edited = clock.instant();
        return new FlashWritten(by.id(), ticker, number, lang);
    }

    public void sound(Urgency louder) {
        urgency = louder;
    }

    public void leadTo(@Nullable Story newStory) {
        story = newStory;
    }

    /** Takes it out of the stream, in every language. */
    public FlashRemoved remove(Caller by, Clock clock) {
        texts.keySet().forEach(lang -> by.needs(Permission.LIVE, lang));
        removed = true;
        edited = clock.instant();
        return new FlashRemoved(by.id(), ticker, number);
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

    /** When its words were last changed after they were public. */
    public Optional<Instant> edited() {
        return Optional.ofNullable(edited);
    }

    public Optional<String> text(String lang) {
        return Optional.ofNullable(texts.get(lang));
    }

    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }
}
