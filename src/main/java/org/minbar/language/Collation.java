package org.minbar.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import java.util.Comparator;

/** The order of names in an index. */
public final class Collation {

    private static final String ARTICLE = "ال";

    private Collation() {}

    /**
     * The order that a reader of the language expects (the Unicode Collation Algorithm, UTS #10, with the tailoring of
     * CLDR): its own script first, then the other. An Arabic name stands under its first letter after the article ال;
     * hamza and vowel marks decide only between names that are otherwise alike, and the article after them. A few words begin with an
     * alif and a lam of their own (التزام): they stand under the letter after, since only a lexicon could tell.
     */
    public static Comparator<String> of(Language language) {
        Collator collator = Collator.getInstance(language.icu());
        collator.setStrength(Collator.TERTIARY);
        collator.freeze();
        return Comparator.comparing(Collation::withoutArticle, collator::compare)
                .thenComparing(collator::compare)
                .thenComparing(Comparator.naturalOrder());
    }

    /** Only from three letters on, so that what is left is still a word. */
    private static String withoutArticle(String name) {
        String bare = Isolation.stripControls(Normalizer2.getNFCInstance().normalize(name))
                .replace("\u0640", "")
                .strip();
        return bare.startsWith(ARTICLE) && bare.length() > 3 ? bare.substring(ARTICLE.length()) : bare;
    }
}
