package org.minbar.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.language.Slug;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Showcase;

/** Words that somebody typed and had not saved when she paused: kept, never public, never changed. */
@Entity
@Table(name = "draft")
public class Draft {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft")
    @SequenceGenerator(name = "draft", sequenceName = "draft_seq", allocationSize = 50)
    private long id;

    @Column(name = "edition_id")
    private long edition;

    @Column(name = "person_id")
    private long person;

    @Column(name = "at")
    private Instant at;

    private int revision;

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

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Draft() {}

    /** @param revision the number of the revision that she began from */
    Draft(Edition edition, int revision, Copy copy, Caller by, Clock clock) {
        this.edition = edition.id();
        this.person = by.id();
        this.at = clock.instant();
        this.revision = revision;
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

    long id() {
        return id;
    }

    long person() {
        return person;
    }

    Instant at() {
        return at;
    }

    /** The number of the revision that she began from. */
    int revision() {
        return revision;
    }

    Copy copy() {
        return new Copy(
                headline,
                standfirst,
                body,
                slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug)),
                Byline.ofLines(bylines),
                Optional.of(new Showcase(searchTitle, searchText, socialText)));
    }

    /** Whether it says anything that the edition does not. */
    boolean differsFrom(Edition standing) {
        Copy now = standing.copy();
        Copy then = copy();
        return !then.headline().equals(now.headline())
                || !then.standfirst().equals(now.standfirst())
                || !then.body().equals(now.body())
                || !then.bylines().equals(now.bylines())
                || !then.showcase().equals(now.showcase());
    }
}
