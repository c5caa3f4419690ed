package org.minbar.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.minbar.language.Words;

/**
 * The words by which the desk finds an edition, published or not: its headline and standfirst, folded, in a row of their
 * own that is small enough for a search to read every one.
 */
@Entity
@Table(name = "edition_catchwords")
public class Catchwords {

    @Id
    @Column(name = "edition_id")
    private long edition;

    @Column(name = "story_id")
    private long story;

    private String lang;

    private String words = "";

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Catchwords() {}

    Catchwords(Edition edition) {
        this.edition = edition.id();
        this.story = edition.story().id();
        this.lang = edition.lang();
        take(edition);
    }

    void take(Edition edition) {
        words = Words.folded(edition.headline() + " " + edition.standfirst());
    }
}
