package org.minbar.front;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** How often an edition was read within an hour. Of who read it, nothing is known. */
@Entity
@Table(name = "reading")
@IdClass(Reading.Key.class)
class Reading {

    @Id
    @Column(name = "story_id")
    private long story;

    @Id
    private String lang;

    @Id
    private Instant begun;

    private long times;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Reading() {}

    Reading(Passage passage, long times) {
        this.story = passage.story();
        this.lang = passage.lang();
        this.begun = passage.begun();
        this.times = times;
    }

    long times() {
        return times;
    }

    /** As the entity manager knows it by. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long story;
        private String lang = "";
        private Instant begun = Instant.EPOCH;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.story == story && key.lang.equals(lang) && key.begun.equals(begun);
        }

        @Override
        public int hashCode() {
            return Objects.hash(story, lang, begun);
        }
    }
}
