package org.minbar.language;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The order of names in an index. */
public final class Collation {

    private static final String ARTICLE = "ال";

    /** CLDR gives each seat of the hamza a place of its own, and the last letters ة and ى only in Arabic. */
    private static final String HAMZA_BY_THE_WAY = "&ا<<أ<<إ<<آ<<ٱ&و<<ؤ&ي<<ئ<<ى&ت<<ة";

    /** Making one takes milliseconds; there are as many as the house has languages. */
    private static final Map<Language, Collator> COLLATORS = new ConcurrentHashMap<>();

    private Collation() {}

    /**
     * The order that a reader of the language expects (the Unicode Collation Algorithm, UTS #10, with the tailoring of
     * CLDR): its own script first, then the other. An Arabic name stands under its first letter after the article ال;
     * hamza and vowel marks decide only between names that are otherwise alike, and the article after them. A few words
     * begin with an alif and a lam of their own (التزام): they stand under the letter after, since only a lexicon could
     * tell.
     */
    public static Comparator<String> of(Language language) {
        Collator collator = COLLATORS.computeIfAbsent(language, Collation::collator);
        return Comparator.comparing(Collation::withoutArticle, collator::compare)
                .thenComparingInt(String::length)
                .thenComparing(collator::compare)
                .thenComparing(Comparator.naturalOrder());
    }

    private static Collator collator(Language language) {
        RuleBasedCollator expected = (RuleBasedCollator) Collator.getInstance(language.icu());
        try {
            RuleBasedCollator collator = new RuleBasedCollator(expected.getRules() + HAMZA_BY_THE_WAY);
            collator.setStrength(Collator.TERTIARY);
            // Frozen, it may be shared between threads.
            return collator.freeze();
        } catch (Exception e) {
            throw new IllegalStateException("the order of " + language + " can't be read", e);
        }
    }

    /** Only from three letters on, so that what is left is still a word. */
    private static String withoutArticle(String name) {
        String bare = Isolation.stripControls(Normalizer2.getNFCInstance().normalize(name))
                .replace("\u0640", "")
                .strip();
        return bare.startsWith(ARTICLE) && bare.length() > 3 ? bare.substring(ARTICLE.length()) : bare;
    }
}
