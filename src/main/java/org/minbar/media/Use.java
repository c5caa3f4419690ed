package org.minbar.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That a story shows a file: in the text of one language, or in all of them. */
@Entity
@IdClass(Use.Key.class)
@Table(name = "media_use")
public class Use {

    /** Stands for every language that the story has. */
    public static final String EVERY_LANGUAGE = "*";

    /** Where in the story. */
    public enum Part {
        /** The picture that opens it. */
        LEAD,
        /** Its text. */
        BODY,
        /** What is attached to it. */
        ATTACHED,
        /** The poster or the captions of a film that it shows. */
        WITHIN
    }

    @Id
    @Column(name = "story_id")
    private long story;

    @Id
    private String lang;

    @Id
    @Column(name = "file_id")
    private long file;

    @Id
    @Enumerated(EnumType.STRING)
    private Part part;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Use() {}

    Use(long story, String lang, long file, Part part) {
        this.story = story;
        this.lang = lang;
        this.file = file;
        this.part = part;
    }

    public long story() {
        return story;
    }

    /** A language tag, or {@link #EVERY_LANGUAGE}. */
    public String lang() {
        return lang;
    }

    public long file() {
        return file;
    }

    public Part part() {
        return part;
    }

    /** What tells two uses apart. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long story;
        private String lang = "";
        private long file;
        private Part part = Part.BODY;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && story == key.story
                    && lang.equals(key.lang)
                    && file == key.file
                    && part == key.part;
        }

        @Override
        public int hashCode() {
            return Objects.hash(story, lang, file, part);
        }
    }
}
