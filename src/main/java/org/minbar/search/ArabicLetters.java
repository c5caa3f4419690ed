package org.minbar.search;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Arabic words as everybody types them: without marks, with one alef, one yeh and one heh, with the Persian and
 * Moroccan letters folded onto their nearest Arabic neighbours, and with the digits 0–9. Words in other scripts are
 * folded as ICU does it (UTR #30).
 */
final class ArabicLetters extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ArabicLetters(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = normal(term);
        term.setEmpty().append(word);
        return true;
    }

    static boolean isLetter(char c) {
        return (c >= '\u0600' && c <= '\u06FF' && Character.isLetter(c))
                || (c >= '\u0750' && c <= '\u077F')
                || (c >= '\uFB50' && c <= '\uFDFF')
                || (c >= '\uFE70' && c <= '\uFEFC');
    }

    static boolean arabic(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            if (isLetter(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static String normal(CharSequence word) {
        return arabic(word) ? folded(word) : ICUFoldingFilter.NORMALIZER.normalize(word);
    }

    private static String folded(CharSequence word) {
        CharSequence plain =
                presentationForms(word) ? Normalizer2.getNFKCInstance().normalize(word) : word;
        StringBuilder letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && !Front.vanishes(c)) {
                letters.append(c);
            }
        }
        for (int i = 0; i < letters.length(); i++) {
            char next = i + 1 < letters.length() ? letters.charAt(i + 1) : ' ';
            letters.setCharAt(i, one(letters.charAt(i), next));
        }
        int last = letters.length() - 1;
        if (last > 0 && letters.charAt(last) == 'ء') {
            letters.setLength(last);
        }
        return letters.toString();
    }

    private static boolean presentationForms(CharSequence word) {
        return word.chars().anyMatch(c -> c >= '\uFB50');
    }

    private static char one(char c, char next) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            // مسئول and مسؤول are one word: the seat of the hamza follows the vowel after it.
            case 'ئ' -> next == 'و' ? 'و' : 'ي';
            case 'ؤ' -> 'و';
            case 'ة', 'ۀ', 'ە', 'ہ', 'ھ' -> 'ه';
            case 'ک', 'گ', 'ڭ', 'ݣ', 'ڨ' -> 'ك';
            case 'ڤ', 'ڥ' -> 'ف';
            case 'پ' -> 'ب';
            case 'چ' -> 'ج';
            default ->
                Character.isDigit(c)
                        ? Character.forDigit(Character.digit(c, 10), 10)
                        : c < '\u0600' ? Character.toLowerCase(c) : c;
        };
    }
}
