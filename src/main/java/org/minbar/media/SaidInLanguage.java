package org.minbar.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The words of a file in one language, as the database keeps them. */
@Entity
@IdClass(SaidInLanguage.Key.class)
@Table(name = "media_words")
class SaidInLanguage {

    @Id
    @Column(name = "file_id")
    private long file;

    @Id
    private String lang;

    private String alt = "";
    private String caption = "";
    private String credit = "";
    private String place = "";
    private String transcript = "";

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected SaidInLanguage() {}

    SaidInLanguage(long file, String lang) {
        this.file = file;
        this.lang = lang;
    }

    void take(FileWords words) {
        alt = words.alt();
        caption = words.caption();
        credit = words.credit();
        place = words.place();
        transcript = words.transcript();
    }

    FileWords words() {
        return new FileWords(alt, caption, credit, place, transcript);
    }

    String lang() {
        return lang;
    }

    /** What tells two of them apart. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long file;
        private String lang = "";

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && file == key.file && lang.equals(key.lang);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(file) * 31 + lang.hashCode();
        }
    }
}
