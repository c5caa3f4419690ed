package org.minbar.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * All runs of four letters within a word, its ends marked: {@code سوق} gives {@code _سوق سوق_}. They join the forms of
 * a word that no stemmer joins, and they survive a slip of the finger.
 */
final class Grams extends TokenFilter {

    private static final int LENGTH = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String padded = "";
    private int next;

    Grams(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next + LENGTH > padded.length()) {
            if (!input.incrementToken()) {
                return false;
            }
            padded = "_" + term + "_";
            next = 0;
        }
        int end = Math.min(next + LENGTH, padded.length());
        term.setEmpty().append(padded, next, end);
        next++;
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        padded = "";
        next = 0;
    }
}
