package org.minbar.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.documents.Doubt;
import org.minbar.documents.Extract;

/** The text that was taken out of a document, for search and for whoever makes a story of it. */
@Entity
@Table(name = "media_text")
public class DocumentWords {

    private static final int LONGEST_TITLE = 1_000;

    @Id
    @Column(name = "file_id")
    private long file;

    private String title = "";
    private String text = "";
    private int pages;
    private String doubts = "";

    protected DocumentWords() {}

    DocumentWords(long file) {
        this.file = file;
    }

    void take(Extract extract) {
        String named = extract.title().orElse("");
        title = named.substring(0, Math.min(named.length(), LONGEST_TITLE));
        text = extract.text();
        pages = extract.pages();
        doubts = extract.doubts().stream().map(Doubt::name).collect(Collectors.joining(" "));
    }

    public long file() {
        return file;
    }

    /** As the document names itself; may be empty. */
    public String title() {
        return title;
    }

    /** Paragraphs with an empty line between. */
    public String text() {
        return text;
    }

    /** 0 where nobody knows. */
    public int pages() {
        return pages;
    }

    public Set<Doubt> doubts() {
        EnumSet<Doubt> set = EnumSet.noneOf(Doubt.class);
        if (!doubts.isEmpty())
            Arrays.stream(doubts.split(" ")).map(Doubt::valueOf).forEach(set::add);
        return set;
    }
}
