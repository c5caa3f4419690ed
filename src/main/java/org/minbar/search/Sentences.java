package org.minbar.search;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * Where sentences of a plain text begin: after a line's end, and after {@code . ! ? ؟ …} before a space. The Unicode
 * rules (UAX #29) know more, but a snippet asks for each match of each hit, and what they know better, an abbreviation
 * here and there, costs a search more time than the matching itself.
 */
final class Sentences extends BreakIterator {

    private String text = "";
    private int at;

    @Override
    public int first() {
        at = 0;
        return at;
    }

    @Override
    public int last() {
        at = text.length();
        return at;
    }

    @Override
    public int next(int n) {
        int found = at;
        for (int i = 0; i < n && found != DONE; i++) {
            found = next();
        }
        for (int i = 0; i > n && found != DONE; i--) {
            found = previous();
        }
        return found;
    }

    @Override
    public int next() {
        return at == text.length() ? DONE : following(at);
    }

    @Override
    public int previous() {
        return at == 0 ? DONE : preceding(at);
    }

    @Override
    public int following(int offset) {
        if (offset >= text.length()) {
            at = text.length();
            return DONE;
        }
        int next = offset + 1;
        while (next < text.length() && !begins(next)) {
            next++;
        }
        at = next;
        return at;
    }

    @Override
    public int preceding(int offset) {
        if (offset <= 0) {
            at = 0;
            return DONE;
        }
        int before = offset - 1;
        while (before > 0 && !begins(before)) {
            before--;
        }
        at = before;
        return at;
    }

    @Override
    public int current() {
        return at;
    }

    /** Whether a sentence begins at this letter. */
    private boolean begins(int place) {
        char before = text.charAt(place - 1);
        if (before == '\n') {
            return true;
        }
        char first = text.charAt(place);
        if (!Character.isWhitespace(before) || Character.isWhitespace(first) || closes(first)) {
            return false;
        }
        int end = place - 1;
        while (end > 0 && (Character.isWhitespace(text.charAt(end)) || closes(text.charAt(end)))) {
            end--;
        }
        return ends(text.charAt(end));
    }

    private static boolean ends(char c) {
        return c == '.' || c == '!' || c == '?' || c == '؟' || c == '…';
    }

    private static boolean closes(char c) {
        return c == '»' || c == '”' || c == '"' || c == ')' || c == '’';
    }

    @Override
    public CharacterIterator getText() {
        return new StringCharacterIterator(text);
    }

    @Override
    public void setText(CharacterIterator newText) {
        StringBuilder all = new StringBuilder(newText.getEndIndex() - newText.getBeginIndex());
        for (char c = newText.first(); c != CharacterIterator.DONE; c = newText.next()) {
            all.append(c);
        }
        setText(all.toString());
    }

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public Object clone() {
        return super.clone();
    }
}
