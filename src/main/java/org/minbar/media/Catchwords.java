package org.minbar.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.stream.Collectors;
import org.minbar.language.Words;

/** The words by which the desk finds a file, in every language, folded. */
@Entity(name = "FileCatchwords")
@Table(name = "media_catchwords")
class Catchwords {

    /** Characters of a document's text: its beginning says what it is about. */
    private static final int OF_A_DOCUMENT = 2_000;

    /** A row that a search reads whole, and reads every one of. */
    private static final int LONGEST = 8_000;

    @Id
    @Column(name = "file_id")
    private long file;

    private String words = "";

    protected Catchwords() {}

    Catchwords(MediaFile file) {
        this.file = file.id();
    }

    void take(MediaFile described, String text) {
        String all = Words.folded(described.name() + " "
                + described.words().values().stream()
                        .map(said -> said.alt() + " " + said.caption() + " " + said.credit() + " " + said.place())
                        .collect(Collectors.joining(" "))
                + " " + text.substring(0, Math.min(text.length(), OF_A_DOCUMENT)));
        words = all.substring(0, Math.min(all.length(), LONGEST));
    }
}
