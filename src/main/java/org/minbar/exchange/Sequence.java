package org.minbar.exchange;

import java.util.List;
import org.minbar.exchange.Strand.Kind;

/** The strands of a page, and which stands next to which when blank lines are passed over. */
final class Sequence {

    private static final int LONGEST_QUOTE = 12;

    private final List<Strand> strands;
    private final int[] before;
    private final int[] after;

    Sequence(List<Strand> strands) {
        this.strands = strands;
        this.before = new int[strands.size()];
        this.after = new int[strands.size()];
        int solid = -1;
        for (int i = 0; i < strands.size(); i++) {
            before[i] = solid;
            solid = strands.get(i).is(Kind.BLANK) ? solid : i;
        }
        solid = -1;
        for (int i = strands.size() - 1; i >= 0; i--) {
            after[i] = solid;
            solid = strands.get(i).is(Kind.BLANK) ? solid : i;
        }
    }

    int size() {
        return strands.size();
    }

    Strand get(int at) {
        return strands.get(at);
    }

    /** The nearest strand above that is not blank; -1 if there is none. */
    int before(int at) {
        return before[at];
    }

    /** The nearest strand below that is not blank; -1 if there is none. */
    int after(int at) {
        return after[at];
    }

    /**
     * Where a quotation ends that opens a strand and closes with it or with one further down, so that nothing but the
     * quotation stands between; -1 if there is none.
     */
    int quoteEnd(int at, int limit) {
        Strand first = get(at);
        if (!first.is(Kind.TEXT)) {
            return -1;
        }
        int mark = "“«\"".indexOf(first.text().charAt(0));
        if (mark < 0) {
            return -1;
        }
        char open = "“«\"".charAt(mark);
        char close = "”»\"".charAt(mark);
        for (int i = at, texts = 0; i >= 0 && i < limit && texts < LONGEST_QUOTE; i = after(i)) {
            Strand strand = get(i);
            if (strand.is(Kind.ASIDE)) {
                continue;
            }
            if (!strand.is(Kind.TEXT)) {
                return -1;
            }
            texts++;
            String text = strand.text();
            // Each paragraph of a long quotation may open the mark anew; only the last one closes it.
            int closing = text.indexOf(close, text.charAt(0) == open ? 1 : 0);
            if (closing >= 0) {
                boolean atEnd = text.substring(closing + 1).chars().noneMatch(Character::isLetterOrDigit);
                boolean whole = i > at || text.length() >= 40;
                return atEnd && whole ? i : -1;
            }
        }
        return -1;
    }
}
