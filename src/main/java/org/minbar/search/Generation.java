package org.minbar.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;

/** One folder of the index: its writer, its searchers and the vocabulary that its stems were made with. */
final class Generation implements Closeable {

    static final String EDITION = "edition";
    static final String FLASH = "flash";
    static final String STORY = "story";
    static final String LANG = "lang";
    static final String KIND = "kind";
    static final String SECTION = "section";
    static final String TOPIC = "topic";
    static final String YEAR = "year";
    static final String HEADLINE = "headline";
    static final String URL = "url";
    static final String PUBLISHED = "published";
    static final String UPDATED = "updated";
    static final String VISIBLE_FROM = "visible";
    static final String EDITION_VERSION = "version";

    private static final String CURSOR = "cursor";
    private static final String STAMP = "stamp";

    /** How each field of the whole text is kept: the stems with offsets, so that a snippet needs no second reading. */
    private static final Map<Part, FieldType> BODY = Map.of(
            Part.TEXT, frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true),
            Part.EXACT, frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true),
            Part.GRAMS, frozen(IndexOptions.DOCS_AND_FREQS, true),
            Part.SPELLING, frozen(IndexOptions.DOCS, false));

    private final Path folder;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Analysis analysis;
    private final Map<String, Language> languages = new HashMap<>();
    private final ZoneId zone;
    private final String stamp;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long cursor;
    private volatile boolean touched;
    private volatile boolean rushing;

    /** A new, empty one. */
    static Generation begin(Path folder, Analysis languages, Vocabulary vocabulary, ZoneId zone) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            vocabulary.write(directory);
            return new Generation(folder, directory, languages, vocabulary, zone, 0);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * The one that a folder holds, read through to the last byte: a damage found now costs a replay, found later it
     * costs a reader's search.
     *
     * @throws Stale when it was written by another analysis
     * @throws IOException when anything in it is missing or damaged
     */
    static Generation open(Path folder, Analysis languages, ZoneId zone) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            long cursor;
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Map<String, String> told = reader.getIndexCommit().getUserData();
                String stamp = stamp(languages, zone);
                if (!stamp.equals(told.get(STAMP))) {
                    throw new Stale(told.getOrDefault(STAMP, "none"), stamp);
                }
                cursor = Long.parseLong(told.getOrDefault(CURSOR, "0"));
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
            return new Generation(folder, directory, languages, Vocabulary.read(directory), zone, cursor);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private Generation(
            Path folder, Directory directory, Analysis languages, Vocabulary vocabulary, ZoneId zone, long cursor)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.analysis = languages.with(vocabulary);
        languages.languages().forEach(l -> this.languages.put(l.tag(), l));
        this.zone = zone;
        this.stamp = stamp(languages, zone);
        this.cursor = cursor;
        this.writer = new IndexWriter(
                // Fresh segments stay in memory until they are merged or committed: a publish is found at once.
                new NRTCachingDirectory(directory, 8, 48),
                new IndexWriterConfig(analysis.everyField())
                        .setSimilarity(SIMILARITY)
                        .setRAMBufferSizeMB(48)
                        .setMergePolicy(fewSegments())
                        .setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(SIMILARITY);
                return searcher;
            }
        });
    }

    /** Runs of letters are many and short: they saturate later, and the length of a story counts more. */
    private static final Similarity SIMILARITY = new PerFieldSimilarityWrapper() {
        private final Similarity words = new BM25Similarity(1.2f, .75f);
        private final Similarity grams = new BM25Similarity(2.5f, .9f);

        @Override
        public Similarity get(String field) {
            return field.startsWith("grams.") ? grams : words;
        }
    };

    /** A question of six words asks each segment for some fifty terms, so few segments are worth more merging. */
    private static MergePolicy fewSegments() {
        return new TieredMergePolicy().setSegmentsPerTier(4).setFloorSegmentMB(8);
    }

    /** While thousands come in, what is merged now would be merged again in a moment. */
    private static MergePolicy manySegments() {
        return new TieredMergePolicy()
                .setSegmentsPerTier(24)
                .setMaxMergeAtOnce(24)
                .setFloorSegmentMB(8);
    }

    /** Whether to spare the merging for later: between a {@code true} and the {@code false} that must follow. */
    void rush(boolean rushing) throws IOException {
        if (this.rushing == rushing) return;
        this.rushing = rushing;
        writer.getConfig().setMergePolicy(rushing ? manySegments() : fewSegments());
        if (!rushing) writer.maybeMerge();
    }

    Path folder() {
        return folder;
    }

    Analysis analysis() {
        return analysis;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    long cursor() {
        return cursor;
    }

    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    void put(Indexed edition) throws IOException {
        touched = true;
        writer.updateDocument(id(edition.editionId()), document(edition));
    }

    /** In the place of what it had before, in whatever languages. */
    void put(IndexedFlash flash) throws IOException {
        touched = true;
        Term key = new Term(FLASH, flash.key());
        if (flash.lines().isEmpty()) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocuments(
                    key,
                    flash.lines().stream().map(line -> document(flash, line)).toList());
        }
    }

    void remove(long editionId) throws IOException {
        touched = true;
        writer.deleteDocuments(id(editionId));
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(long upTo) throws IOException {
        if (upTo == cursor && !touched && DirectoryReader.indexExists(directory)) {
            return;
        }
        writer.setLiveCommitData(
                Map.of(CURSOR, Long.toString(upTo), STAMP, stamp).entrySet());
        writer.commit();
        cursor = upTo;
        touched = false;
    }

    /** Lines of tickers too. */
    int documents() {
        return writer.getDocStats().numDocs;
    }

    int editions() throws IOException {
        refresh();
        IndexSearcher searcher = acquire();
        try {
            return searcher.getIndexReader().numDocs()
                    - searcher.count(new TermQuery(new Term(KIND, IndexedFlash.KIND)));
        } finally {
            release(searcher);
        }
    }

    boolean isWritable() {
        return writer.isOpen();
    }

    /** What was put and not committed is forgotten: the journal still has it. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private static String stamp(Analysis analysis, ZoneId zone) {
        return analysis.stamp() + "@" + zone;
    }

    private static Term id(long editionId) {
        return new Term(EDITION, Long.toString(editionId));
    }

    private Document document(Indexed edition) {
        Language language = language(edition.lang());
        Document document = new Document();
        document.add(new StringField(EDITION, Long.toString(edition.editionId()), Field.Store.YES));
        document.add(new StoredField(STORY, edition.storyId()));
        filed(document, edition.lang(), edition.kind(), edition.section());
        edition.topics().forEach(topic -> value(document, TOPIC, topic));
        shown(document, edition.headline(), edition.url());
        times(document, edition.published(), edition.updated(), edition.visibleFrom());
        document.add(new StoredField(EDITION_VERSION, edition.version()));
        String told = edition.standfirst().isBlank() ? edition.text() : edition.standfirst() + "\n" + edition.text();
        words(document, told, edition.headline() + "\n" + String.join("\n", edition.bylines()), language);
        Map<Part, TokenStream> headline = analysis.every(language, edition.headline());
        for (Part part : List.of(Part.TITLE, Part.TITLE_EXACT)) {
            document.add(new Field(part.of(language), headline.get(part), TextField.TYPE_NOT_STORED));
        }
        return document;
    }

    /** A line has no headline, so it is never lifted by one. */
    private Document document(IndexedFlash flash, IndexedFlash.Line line) {
        Document document = new Document();
        document.add(new StringField(FLASH, flash.key(), Field.Store.NO));
        document.add(new StoredField(STORY, line.story()));
        filed(document, line.lang(), IndexedFlash.KIND, line.section());
        shown(document, line.line(), line.url());
        times(document, line.at(), line.updated(), line.visibleFrom());
        words(document, line.text(), line.line(), language(line.lang()));
        return document;
    }

    private Language language(String tag) {
        Language language = languages.get(tag);
        if (language == null) {
            throw new IllegalArgumentException("no language " + tag);
        }
        return language;
    }

    private static void filed(Document document, String lang, String kind, String section) {
        document.add(new StringField(LANG, lang, Field.Store.YES));
        value(document, KIND, kind);
        document.add(new StoredField(KIND, kind));
        value(document, SECTION, section);
    }

    private static void shown(Document document, String headline, String url) {
        document.add(new StoredField(HEADLINE, headline));
        document.add(new StoredField(URL, url));
    }

    private void times(Document document, Instant published, Instant updated, Instant visibleFrom) {
        value(document, YEAR, Integer.toString(published.atZone(zone).getYear()));
        time(document, PUBLISHED, published);
        document.add(new StoredField(PUBLISHED, published.toString()));
        document.add(new StoredField(UPDATED, updated.toString()));
        time(document, VISIBLE_FROM, visibleFrom);
    }

    /** @param told what a snippet is cut from: its offsets point into the first text, so the other comes after it */
    private void words(Document document, String told, String around, Language language) {
        document.add(new StoredField(Part.TEXT.of(language), told));
        for (String text : new String[] {told, around}) {
            analysis.every(language, text).forEach((part, stream) -> {
                if (BODY.containsKey(part)) document.add(new Field(part.of(language), stream, BODY.get(part)));
            });
        }
    }

    private static void value(Document document, String field, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    private static void time(Document document, String field, Instant time) {
        document.add(new LongPoint(field, time.toEpochMilli()));
        document.add(new NumericDocValuesField(field, time.toEpochMilli()));
    }

    private static FieldType frozen(IndexOptions options, boolean lengths) {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.setOmitNorms(!lengths);
        type.freeze();
        return type;
    }

    /** The index was written by another analysis than this one. */
    static final class Stale extends IOException {

        private static final long serialVersionUID = 1L;

        Stale(String found, String wanted) {
            super("it was written by analysis " + found + ", this is " + wanted);
        }
    }
}
