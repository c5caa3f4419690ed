package org.minbar.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;

/**
 * In how many editions each Arabic word stands. The stemmer asks it whether a first letter is a particle or part of the
 * word. It is frozen for the life of one generation of the index: a stem that changed while stories come in would no
 * longer meet the stems that were indexed before.
 */
final class Vocabulary {

    static final Vocabulary EMPTY = new Vocabulary(Map.of(), 0);

    private static final String FILE = "vocabulary";
    private static final int FORMAT = 1;
    /** Words in one edition only are mostly slips, and they are half of the list. */
    private static final int LEAST = 2;
    /** Keeps the list under some twenty megabytes of memory whatever the archive. */
    private static final int MOST_WORDS = 250_000;

    private final Map<String, Integer> editions;
    private final int size;

    private Vocabulary(Map<String, Integer> editions, int size) {
        this.editions = editions;
        this.size = size;
    }

    /** For tests and small lists: the words and the number of editions each one stands in. */
    static Vocabulary of(Map<String, Integer> editions) {
        return new Vocabulary(Map.copyOf(editions), editions.size());
    }

    static Vocabulary of(IndexReader reader, String field) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return EMPTY;
        }
        int least = LEAST;
        Map<String, Integer> counted = counted(terms, least);
        while (counted.size() > MOST_WORDS) {
            least++;
            int bar = least;
            counted.values().removeIf(n -> n < bar);
        }
        return new Vocabulary(counted, reader.getDocCount(field));
    }

    private static Map<String, Integer> counted(Terms terms, int least) throws IOException {
        Map<String, Integer> counted = new HashMap<>();
        TermsEnum each = terms.iterator();
        for (BytesRef word = each.next(); word != null; word = each.next()) {
            if (each.docFreq() >= least) {
                String text = word.utf8ToString();
                if (ArabicLetters.arabic(text)) {
                    counted.put(text, each.docFreq());
                }
            }
        }
        return counted;
    }

    int count(String word) {
        return editions.getOrDefault(word, 0);
    }

    boolean isEmpty() {
        return editions.isEmpty();
    }

    /** How many editions it was counted over. */
    int size() {
        return size;
    }

    void write(Directory folder) throws IOException {
        try (IndexOutput out = folder.createOutput(FILE, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, FILE, FORMAT);
            out.writeVInt(size);
            out.writeVInt(editions.size());
            for (Map.Entry<String, Integer> word : editions.entrySet()) {
                out.writeString(word.getKey());
                out.writeVInt(word.getValue());
            }
            CodecUtil.writeFooter(out);
        }
        folder.sync(java.util.List.of(FILE));
    }

    /** @throws IOException when the file is missing or damaged: the generation can't be trusted then */
    static Vocabulary read(Directory folder) throws IOException {
        try (ChecksumIndexInput in = folder.openChecksumInput(FILE, IOContext.READONCE)) {
            CodecUtil.checkHeader(in, FILE, FORMAT, FORMAT);
            int size = in.readVInt();
            int words = in.readVInt();
            Map<String, Integer> editions = new HashMap<>();
            for (int i = 0; i < words; i++) {
                String word = in.readString();
                editions.put(word, in.readVInt());
            }
            CodecUtil.checkFooter(in);
            return new Vocabulary(editions, size);
        }
    }
}
