package org.minbar.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.journal.Happening;
import org.minbar.language.Language;
import org.minbar.topic.Section;
import org.minbar.topic.Topic;

/** What the editions in all languages share: the kind, the section, the topics, the embargo. It has no words. */
@Entity
@Table(name = "story")
public class Story {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "story")
    @SequenceGenerator(name = "story", sequenceName = "story_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @ManyToOne
    @JoinColumn(name = "section_id")
    private Section section;

    @ManyToMany
    @JoinTable(
            name = "story_topic",
            joinColumns = @JoinColumn(name = "story_id"),
            inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderColumn(name = "position")
    private List<Topic> topics = new ArrayList<>();

    private @Nullable Instant embargo;

    @Column(name = "embargo_over")
    private boolean embargoOver = true;

    @Column(name = "picture_id")
    private @Nullable Long picture;

    @Column(name = "origin")
    private @Nullable String origin;

    private Instant created;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Story() {}

    public Story(Kind kind, Section section, List<Topic> topics, Clock clock) {
        this.kind = kind;
        this.section = section;
        this.topics.addAll(topics);
        this.created = clock.instant();
    }

    /** Nothing of it is public before this instant, whatever anybody does. */
    public Story embargoedUntil(Instant instant) {
        embargo = instant.truncatedTo(ChronoUnit.MILLIS);
        embargoOver = false;
        return this;
    }

    /** Sets the end of its embargo, or lifts it. */
    public EmbargoChanged embargo(Optional<Instant> end, Caller by) {
        by.needs(Permission.PUBLISH);
        embargo = end.map(instant -> instant.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
        embargoOver = embargo == null;
        return new EmbargoChanged(by.id(), id, embargo());
    }

    /** @param name under which an import will know the story when it comes again */
    public Story importedAs(String name) {
        origin = name;
        return this;
    }

    /** Files it elsewhere. */
    public StoryChanged file(Kind newKind, Section newSection, List<Topic> newTopics, Caller by) {
        kind = newKind;
        section = newSection;
        if (!topics.equals(newTopics)) {
            topics.clear();
            topics.addAll(newTopics);
        }
        return new StoryChanged(by.id(), id);
    }

    /** Opens it with this picture of the library in every language, or with none. */
    StoryChanged open(Optional<Long> file, Caller by) {
        by.needs(Permission.WRITE);
        picture = file.orElse(null);
        return new StoryChanged(by.id(), id);
    }

    /** Notes that the end of the embargo was told, and tells it. */
    EmbargoEnded end(Clock clock) {
        Instant end = Objects.requireNonNull(embargo);
        embargoOver = true;
        return new EmbargoEnded(Happening.THE_HOUSE, id, end, ChronoUnit.SECONDS.between(end, clock.instant()));
    }

    boolean isEmbargoed(Instant now) {
        return embargo != null && now.isBefore(embargo);
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Section section() {
        return section;
    }

    /** For rooms that know stories and not the lexicon. */
    public String sectionName(Language language) {
        return section.name(language);
    }

    public List<Topic> topics() {
        return List.copyOf(topics);
    }

    public Optional<Instant> embargo() {
        return Optional.ofNullable(embargo);
    }

    /** The number of the picture that opens it, unless an edition's own text begins with one. */
    public Optional<Long> picture() {
        return Optional.ofNullable(picture);
    }

    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    public Instant created() {
        return created;
    }
}
