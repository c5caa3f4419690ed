package org.minbar.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.language.Slug;

/** The words of an edition as they stood after a change, kept for good. */
@Entity
@Table(name = "revision")
public class Revision {

    /** Why there is a revision. */
    public enum Cause {
        SAVE,
        PUBLISH,
        CORRECTION,
        IMPORT,
        /** Unsaved words of somebody whose place another took: kept, and not the edition's text. */
        TAKEOVER,
        /** An earlier revision's words, taken up again. */
        RESTORE;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision")
    @SequenceGenerator(name = "revision", sequenceName = "revision_seq", allocationSize = 50)
    private long id;

    @Column(name = "edition_id")
    private long edition;

    private int number;

    @Column(name = "at")
    private Instant at;

    @Column(name = "person_id")
    private long person;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    private String headline;

    private String standfirst;

    private String body;

    private String slug;

    private String bylines;

    @Column(name = "search_title")
    private String searchTitle;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "social_text")
    private String socialText;

    private boolean minor;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Revision() {}

    /** @param number 1 for the first of its edition */
    Revision(Edition edition, int number, Cause cause, boolean minor, Caller by, Clock clock) {
        this(edition.id(), number, cause, minor, by.id(), clock.instant(), edition.copy());
    }

    /** Words that were never the edition's. */
    Revision(Edition edition, int number, Cause cause, long person, Instant at, Copy copy) {
        this(edition.id(), number, cause, false, person, at, copy);
    }

    private Revision(long edition, int number, Cause cause, boolean minor, long person, Instant at, Copy copy) {
        this.edition = edition;
        this.number = number;
        this.at = at;
        this.person = person;
        this.cause = cause;
        this.minor = minor;
        this.headline = copy.headline();
        this.standfirst = copy.standfirst();
        this.body = copy.body();
        this.slug = copy.slug().map(Slug::value).orElse("");
        this.bylines = Byline.lines(copy.bylines());
        Showcase showcase = copy.showcase().orElse(Showcase.NONE);
        this.searchTitle = showcase.searchTitle();
        this.searchText = showcase.searchText();
        this.socialText = showcase.socialText();
    }

    /** The words as they stood. */
    public Copy copy() {
        return new Copy(
                headline,
                standfirst,
                body,
                slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug)),
                Byline.ofLines(bylines),
                Optional.of(new Showcase(searchTitle, searchText, socialText)));
    }

    /** Whether it said nothing that translators need to look at. */
    public boolean isMinor() {
        return minor;
    }

    public long edition() {
        return edition;
    }

    public int number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public long person() {
        return person;
    }

    public Cause cause() {
        return cause;
    }

    public String headline() {
        return headline;
    }

    public String standfirst() {
        return standfirst;
    }

    public String body() {
        return body;
    }

    public String slug() {
        return slug;
    }
}
