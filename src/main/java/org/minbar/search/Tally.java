package org.minbar.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the matches, and how they spread over sections, kinds, topics and years. */
final class Tally extends SimpleCollector {

    private static final int MOST_TOPICS = 20;

    private final List<Field> fields = List.of(
            new Field(Generation.SECTION),
            new Field(Generation.KIND),
            new Field(Generation.TOPIC),
            new Field(Generation.YEAR));
    private long total;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        for (Field field : fields) {
            field.next(leaf);
        }
    }

    @Override
    public void collect(int document) throws IOException {
        total++;
        for (Field field : fields) {
            field.count(document);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void finish() throws IOException {
        for (Field field : fields) {
            field.gather();
        }
    }

    long total() {
        return total;
    }

    Found.Facets facets() {
        return new Found.Facets(
                fields.get(0).byCount(),
                fields.get(1).byCount(),
                fields.get(2).byCount().stream().limit(MOST_TOPICS).toList(),
                fields.get(3).byCount().stream()
                        .sorted(Comparator.comparing(Found.Count::value).reversed())
                        .toList());
    }

    private static final class Field {

        private final String name;
        private final Map<String, Long> counted = new HashMap<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();
        private int[] counts = {};

        Field(String name) {
            this.name = name;
        }

        void next(LeafReaderContext leaf) throws IOException {
            values = DocValues.getSortedSet(leaf.reader(), name);
            counts = new int[(int) values.getValueCount()];
        }

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void gather() throws IOException {
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    counted.merge(values.lookupOrd(ordinal).utf8ToString(), (long) counts[ordinal], Long::sum);
                }
            }
            counts = new int[0];
        }

        List<Found.Count> byCount() {
            return counted.entrySet().stream()
                    .map(e -> new Found.Count(e.getKey(), e.getValue()))
                    .sorted(Comparator.comparingLong(Found.Count::editions)
                            .reversed()
                            .thenComparing(Found.Count::value))
                    .toList();
        }
    }
}
