package org.minbar.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader asks: words, {@code "phrases"}, {@code -exclusions}. Nothing a reader can type is an error; what makes
 * no sense is read as plain words or passed over.
 */
public final class Query {

    public static final int MOST_HITS = 100;

    /** Longer questions are pasted by accident; their beginning says what they are about. */
    private static final int MOST_CHARACTERS = 1000;

    private static final int MOST_WORDS = 32;
    private static final int MOST_PHRASES = 4;
    private static final int DEEPEST = 10_000;
    private static final String QUOTES = "\"“”„«»";

    private final String asked;
    private final List<Piece> pieces;
    private final Filters filters;
    private final boolean newest;
    private final int page;
    private final int limit;

    private Query(String asked, List<Piece> pieces, Filters filters, boolean newest, int page, int limit) {
        this.asked = asked;
        this.pieces = pieces;
        this.filters = filters;
        this.newest = newest;
        this.page = page;
        this.limit = limit;
    }

    public static Query parse(String q, Filters filters) {
        String asked = withoutControls(beginning(q));
        return new Query(asked, pieces(asked), filters, false, 1, 20);
    }

    public Query newestFirst() {
        return new Query(asked, pieces, filters, true, page, limit);
    }

    /**
     * @param page from 1
     * @param limit hits on a page, at most {@link #MOST_HITS}; numbers out of range are brought into it
     */
    public Query page(int page, int limit) {
        int inRange = Math.max(1, Math.min(MOST_HITS, limit));
        return new Query(asked, pieces, filters, newest, Math.max(1, Math.min(DEEPEST / inRange, page)), inRange);
    }

    /** What was asked, cut to a length that makes sense and without invisible characters; offsets of the pieces point into it. */
    String asked() {
        return asked;
    }

    Filters filters() {
        return filters;
    }

    /** Whether time alone orders the hits: asked for, or nothing to rank by. */
    boolean newest() {
        return newest || pieces.stream().allMatch(Piece::excluded);
    }

    boolean empty() {
        return pieces.isEmpty();
    }

    int offset() {
        return (page - 1) * limit;
    }

    int limit() {
        return limit;
    }

    List<Piece> words() {
        return pieces.stream().filter(p -> !p.phrase() && !p.excluded()).toList();
    }

    List<Piece> phrases() {
        return pieces.stream().filter(p -> p.phrase() && !p.excluded()).toList();
    }

    List<Piece> exclusions() {
        return pieces.stream().filter(Piece::excluded).toList();
    }

    /** A word, or the inside of a phrase, and where it stands in the question. */
    record Piece(String text, int start, boolean phrase, boolean excluded) {}

    private static String withoutControls(String q) {
        StringBuilder seen = new StringBuilder(q.length());
        q.chars().filter(c -> !Front.vanishes((char) c)).forEach(c -> seen.append((char) c));
        return seen.toString();
    }

    private static String beginning(String q) {
        if (q.length() <= MOST_CHARACTERS) {
            return q;
        }
        int end = MOST_CHARACTERS;
        while (end > MOST_CHARACTERS / 2 && !Character.isWhitespace(q.charAt(end))) {
            end--;
        }
        return q.substring(0, end);
    }

    private static List<Piece> pieces(String q) {
        List<Piece> pieces = new ArrayList<>();
        int words = 0;
        int phrases = 0;
        int at = 0;
        while (at < q.length()) {
            if (separates(q.charAt(at))) {
                at++;
                continue;
            }
            boolean excluded = minus(q.charAt(at)) && at + 1 < q.length() && !separates(q.charAt(at + 1));
            int start = excluded ? at + 1 : at;
            boolean quoted = QUOTES.indexOf(q.charAt(start)) >= 0;
            int end = quoted ? closing(q, start + 1) : wordEnd(q, start);
            if (quoted && end < 0) {
                // A lone quotation mark means nothing.
                at = start + 1;
                continue;
            }
            String text = quoted ? q.substring(start + 1, end) : q.substring(start, end);
            at = quoted ? end + 1 : end;
            if (text.chars().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            if (quoted ? phrases++ < MOST_PHRASES : words++ < MOST_WORDS) {
                pieces.add(new Piece(text, quoted ? start + 1 : start, quoted, excluded));
            }
        }
        return List.copyOf(pieces);
    }

    private static int closing(String q, int from) {
        for (int i = from; i < q.length(); i++) {
            if (QUOTES.indexOf(q.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int wordEnd(String q, int from) {
        int end = from + 1;
        while (end < q.length() && !separates(q.charAt(end)) && QUOTES.indexOf(q.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean separates(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean minus(char c) {
        return c == '-' || c == '\u2212';
    }
}
