package org.minbar.language;

import com.ibm.icu.text.Transliterator;

/** Text of another script in Latin letters. */
public final class Transliteration {

    private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

    private Transliteration() {}

    /** The text in Latin letters. */
    public static String latin(String text, Language language) {
        return ANY_LATIN.transliterate(text);
    }
}
