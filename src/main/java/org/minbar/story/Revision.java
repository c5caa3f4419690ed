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
import java.util.stream.Collectors;
import org.minbar.identity.Caller;

/** The words of an edition as they stood after a change, kept for good. */
@Entity
@Table(name = "revision")
public class Revision {

    /** Why there is a revision. */
    public enum Cause {
        SAVE,
        PUBLISH,
        CORRECTION,
        IMPORT;

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

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Revision() {}

    /** @param number 1 for the first of its edition */
    Revision(Edition edition, int number, Cause cause, Caller by, Clock clock) {
        this.edition = edition.id();
        this.number = number;
        this.at = clock.instant();
        this.person = by.id();
        this.cause = cause;
        this.headline = edition.headline();
        this.standfirst = edition.standfirst();
        this.body = edition.body();
        this.slug = edition.slug();
        this.bylines = edition.bylines().stream()
                .map(byline -> byline.role().tag() + "\t" + byline.name())
                .collect(Collectors.joining("\n"));
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
