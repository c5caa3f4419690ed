package org.minbar.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Abbreviations without their points ({@code O.N.U} is ONU) and numbers without their thousands signs. */
final class Tidied extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Tidied(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (abbreviation()) {
            drop('.');
        } else if (grouped(',', 1)) {
            drop(',');
        } else if (grouped('.', 2)) {
            // One point and three digits may be a fraction (3.141); two such groups never are.
            drop('.');
        }
        return true;
    }

    /** Single letters with a point between each two. */
    private boolean abbreviation() {
        int length = term.length();
        if (length < 3) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = term.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return true;
    }

    private boolean grouped(char sign, int leastGroups) {
        int groups = 0;
        int digits = 0;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (c == sign && (groups == 0 ? digits >= 1 && digits <= 3 : digits == 3)) {
                groups++;
                digits = 0;
            } else {
                return c == '.' && sign == ',' && groups >= leastGroups && digits == 3;
            }
        }
        return groups >= leastGroups && digits == 3;
    }

    private void drop(char sign) {
        int kept = 0;
        char[] buffer = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (buffer[i] != sign) {
                buffer[kept++] = buffer[i];
            }
        }
        term.setLength(kept);
    }
}
