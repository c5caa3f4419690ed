package org.minbar.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of one text, cut once and told as often as there are fields made of them: six fields of a story read the
 * same text, and cutting and folding it six times would be most of the work of indexing.
 */
final class Told {

    private char[] letters = new char[4096];
    /** Of each word: where it ends in {@code letters}, its place in the text, its end there, its step. */
    private int[] marks = new int[4 * 256];

    private int words;
    private int end;

    private Told() {}

    /** Listens to a stream until its end, and closes it. */
    static Told by(TokenStream stream) {
        Told told = new Told();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int used = 0;
            while (stream.incrementToken()) {
                used = told.keep(term, used);
                told.mark(used, place.startOffset(), place.endOffset(), step.getPositionIncrement());
            }
            stream.end();
            told.end = place.endOffset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    private int keep(CharTermAttribute term, int used) {
        int next = used + term.length();
        if (next > letters.length) letters = Arrays.copyOf(letters, Math.max(next, 2 * letters.length));
        System.arraycopy(term.buffer(), 0, letters, used, term.length());
        return next;
    }

    private void mark(int used, int from, int to, int step) {
        if (4 * words == marks.length) marks = Arrays.copyOf(marks, 2 * marks.length);
        marks[4 * words] = used;
        marks[4 * words + 1] = from;
        marks[4 * words + 2] = to;
        marks[4 * words + 3] = step;
        words++;
    }

    /** The same words once more. */
    TokenStream again() {
        return new Again();
    }

    private final class Again extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private int next;

        @Override
        public boolean incrementToken() {
            if (next == words) return false;
            clearAttributes();
            int from = next == 0 ? 0 : marks[4 * (next - 1)];
            int mark = 4 * next++;
            term.copyBuffer(letters, from, marks[mark] - from);
            place.setOffset(marks[mark + 1], marks[mark + 2]);
            step.setPositionIncrement(marks[mark + 3]);
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = 0;
        }

        @Override
        public void end() throws IOException {
            super.end();
            place.setOffset(end, end);
        }
    }
}
