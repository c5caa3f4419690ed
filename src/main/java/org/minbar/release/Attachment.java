package org.minbar.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.minbar.media.Use;

/** A file that comes with a release: with every edition, or with the one in its language. */
@Embeddable
public class Attachment {

    @Column(name = "file_id")
    private long file;

    private String lang = Use.EVERY_LANGUAGE;

    protected Attachment() {}

    /** @param lang a language tag, or {@link Use#EVERY_LANGUAGE} */
    public Attachment(long file, String lang) {
        this.file = file;
        this.lang = lang;
    }

    public long file() {
        return file;
    }

    public String lang() {
        return lang;
    }

    public boolean isFor(String edition) {
        return lang.equals(Use.EVERY_LANGUAGE) || lang.equals(edition);
    }
}
