package org.minbar.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.BytesRef;

/**
 * Weighs lines of tickers as less than stories, as they are collected: said in the query, it would have to look at each
 * match by itself and could not walk through many at once.
 */
final class Softening extends FilterCollector {

    /**
     * What a line counts for beside a story. It is so short that each of its words weighs much, and there are many: at
     * their own weight the lines of one evening would stand above the story that was written about it.
     */
    private static final float A_LINE = .4f;

    private static final BytesRef LINE = new BytesRef(IndexedFlash.KIND);

    Softening(Collector best) {
        super(best);
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        SortedSetDocValues kinds = DocValues.getSortedSet(leaf.reader(), Generation.KIND);
        long line = kinds.lookupTerm(LINE);
        LeafCollector best = super.getLeafCollector(leaf);
        return line < 0 ? best : new Softly(best, kinds, line);
    }

    private static final class Softly extends FilterLeafCollector {

        private final SortedSetDocValues kinds;
        private final long line;
        private int document;

        Softly(LeafCollector best, SortedSetDocValues kinds, long line) {
            super(best);
            this.kinds = kinds;
            this.line = line;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            super.setScorer(new FilterScorable(scorer) {
                @Override
                public float score() throws IOException {
                    boolean soft = kinds.advanceExact(document) && kinds.nextOrd() == line;
                    return soft ? in.score() * A_LINE : in.score();
                }
            });
        }

        @Override
        public void collect(int next) throws IOException {
            document = next;
            super.collect(next);
        }
    }
}
