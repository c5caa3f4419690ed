package org.minbar.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.minbar.language.Digits;

/**
 * The words by which the desk finds an edition, published or not: its headline and standfirst, folded, in a row of their
 * own that is small enough for a search to read every one.
 */
@Entity
@Table(name = "edition_catchwords")
public class Catchwords {

    private static final int MOST_WORDS = 6;

    // Alef with its marks, alef maksura, teh marbuta, the seats of hamza: people type what is quickest.
    private static final String FROM = "أإآٱىةؤئ’";
    private static final String TO = "اااايهوي'";

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
        words = folded(edition.headline() + " " + edition.standfirst());
    }

    /** What was typed into a search, as words to be found anywhere in any order; at most six. */
    static List<String> wanted(String typed) {
        return Arrays.stream(folded(typed).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** Lower case, without accents, vowel marks and tatweel, the spellings of alef, yeh and teh marbuta as one. */
    static String folded(String text) {
        // Decomposed, so that é is e and a mark; but a hamza must stay on its letter until that is replaced.
        StringBuilder folded = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            int at = FROM.indexOf(c);
            folded.append(at < 0 ? c : TO.charAt(at));
        }
        return Digits.latin(Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("[\\p{Mn}\u0640]", "")
                .toLowerCase(Locale.ROOT));
    }
}
