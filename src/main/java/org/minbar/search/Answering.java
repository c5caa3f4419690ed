package org.minbar.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.minbar.language.Language;

/**
 * Answers one question on one state of the index: candidates first, then the best of them weighed again with what is
 * too dear to try on all. The gate stands here and nowhere else: an edition whose embargo has not ended is neither
 * found nor counted.
 */
final class Answering {

    private static final TermQuery LINES = new TermQuery(new Term(Generation.KIND, IndexedFlash.KIND));

    /** How many candidates are weighed again; on the measured questions more brings nothing. */
    private static final int RESCORED = 50;

    private static final Sort NEWEST =
            new Sort(new SortField(Generation.PUBLISHED, SortField.Type.LONG, true), SortField.FIELD_DOC);
    private static final Set<String> STORED = Set.of(
            Generation.EDITION,
            Generation.STORY,
            Generation.KIND,
            Generation.LANG,
            Generation.URL,
            Generation.HEADLINE,
            Generation.PUBLISHED);

    private final IndexSearcher searcher;
    private final Analysis analysis;
    private final Query query;
    private final Instant now;
    private final Map<String, Wording> wordings = new HashMap<>();
    private final Set<Query.Piece> unknown;

    Answering(IndexSearcher searcher, Analysis analysis, Query query, Instant now) throws IOException {
        this.searcher = searcher;
        this.analysis = analysis;
        this.query = query;
        this.now = now;
        for (Language language : languages()) {
            wordings.put(language.tag(), new Wording(query, language, analysis, searcher.getIndexReader(), now));
        }
        this.unknown = query.words().stream()
                .filter(piece -> wordings.values().stream().noneMatch(w -> w.knows(piece)))
                .collect(Collectors.toSet());
        for (Wording wording : wordings.values()) {
            wording.lookAround(unknown);
        }
    }

    Found found() throws IOException {
        if (query.newest()) {
            // By time, a story with one of three words would stand above those with all: only as a last resort.
            Optional<org.apache.lucene.search.Query> every = any(Wording::everyWord);
            Found strictly = every.isPresent() ? answer(every) : Found.NOTHING;
            if (strictly.total() > 0) {
                return strictly;
            }
        }
        return answer(any(Wording::candidates));
    }

    private Found answer(Optional<org.apache.lucene.search.Query> wanted) throws IOException {
        boolean everything = query.words().isEmpty() && query.phrases().isEmpty();
        if (wanted.isEmpty() && !everything) {
            return Found.NOTHING;
        }
        int needed = query.offset() + query.limit();
        Tally tally = new Tally();
        ScoreDoc[] ranked = query.newest() ? newest(gated(wanted), needed, tally) : best(gated(wanted), needed, tally);
        if (tally.total() == 0) {
            return new Found(0, List.of(), Found.Facets.NONE, suggestion());
        }
        ScoreDoc[] page =
                Arrays.copyOfRange(ranked, Math.min(query.offset(), ranked.length), Math.min(needed, ranked.length));
        return new Found(tally.total(), hits(page), tally.facets(), suggestion());
    }

    private ScoreDoc[] newest(org.apache.lucene.search.Query gated, int needed, Tally tally) throws IOException {
        TopFieldCollector top = new TopFieldCollectorManager(NEWEST, needed, Integer.MAX_VALUE).newCollector();
        searcher.search(new ConstantScoreQuery(gated), MultiCollector.wrap(top, tally));
        return top.topDocs().scoreDocs;
    }

    private ScoreDoc[] best(org.apache.lucene.search.Query gated, int needed, Tally tally) throws IOException {
        // Every match is counted anyway; scoring it in the same walk is cheaper than a second one that may skip.
        TopScoreDocCollector top =
                new TopScoreDocCollectorManager(Math.max(needed, RESCORED), Integer.MAX_VALUE).newCollector();
        searcher.search(gated, MultiCollector.wrap(onlyLines() ? top : new Softening(top), tally));
        TopDocs roughly = top.topDocs();
        BooleanQuery.Builder more = new BooleanQuery.Builder();
        for (Wording wording : wordings.values()) {
            wording.rescoring().ifPresent(q -> more.add(q, Occur.SHOULD));
        }
        if (more.build().clauses().isEmpty()) {
            return roughly.scoreDocs;
        }
        BooleanQuery.Builder rescoring = new BooleanQuery.Builder().add(more.build(), Occur.MUST);
        if (!onlyLines()) rescoring.add(LINES, Occur.MUST_NOT);
        ScoreDoc[] head = Arrays.copyOf(roughly.scoreDocs, Math.min(RESCORED, roughly.scoreDocs.length));
        ScoreDoc[] weighed = QueryRescorer.rescore(
                        searcher, new TopDocs(roughly.totalHits, head), rescoring.build(), 1, head.length)
                .scoreDocs;
        // The rest keeps its order behind: weighing only adds.
        ScoreDoc[] all = Arrays.copyOf(roughly.scoreDocs, roughly.scoreDocs.length);
        System.arraycopy(weighed, 0, all, 0, weighed.length);
        return all;
    }

    /** Then none of them stands in a story's way. */
    private boolean onlyLines() {
        return query.filters().kinds().equals(List.of(IndexedFlash.KIND));
    }

    private org.apache.lucene.search.Query gated(Optional<org.apache.lucene.search.Query> wanted) throws IOException {
        Filters filters = query.filters();
        BooleanQuery.Builder gated =
                new BooleanQuery.Builder().add(wanted.orElseGet(MatchAllDocsQuery::new), Occur.MUST);
        // Said the other way round, “visible by now” would be a filter over the whole archive in every search.
        gated.add(
                LongPoint.newRangeQuery(Generation.VISIBLE_FROM, now.toEpochMilli() + 1, Long.MAX_VALUE),
                Occur.MUST_NOT);
        // Words are looked for in fields of one language; only without words must the language be said.
        if (wanted.isEmpty() && !filters.languages().isEmpty()) {
            oneOf(
                    gated,
                    Generation.LANG,
                    filters.languages().stream().map(Language::tag).toList());
        }
        oneOf(gated, Generation.SECTION, filters.sections());
        oneOf(gated, Generation.KIND, filters.kinds());
        // Who leafs through a section without a word to look for wants its stories.
        if (wanted.isEmpty() && filters.kinds().isEmpty()) gated.add(LINES, Occur.MUST_NOT);
        oneOf(gated, Generation.TOPIC, filters.topics());
        if (filters.from().isAfter(Instant.MIN) || filters.to().isBefore(Instant.MAX)) {
            gated.add(
                    LongPoint.newRangeQuery(
                            Generation.PUBLISHED,
                            millis(filters.from()),
                            Math.max(Long.MIN_VALUE + 1, millis(filters.to())) - 1),
                    Occur.FILTER);
        }
        for (Wording wording : wordings.values()) {
            wording.excluded().forEach(q -> gated.add(q, Occur.MUST_NOT));
        }
        return gated.build();
    }

    private static void oneOf(BooleanQuery.Builder gated, String field, Collection<String> values) {
        if (values.size() == 1) {
            gated.add(new TermQuery(new Term(field, values.iterator().next())), Occur.FILTER);
        } else if (!values.isEmpty()) {
            gated.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()), Occur.FILTER);
        }
    }

    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    @FunctionalInterface
    private interface Reading {
        Optional<org.apache.lucene.search.Query> of(Wording wording) throws IOException;
    }

    /** As any of the languages reads it. */
    private Optional<org.apache.lucene.search.Query> any(Reading reading) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Optional<org.apache.lucene.search.Query> last = Optional.empty();
        int parts = 0;
        for (Wording wording : wordings.values()) {
            Optional<org.apache.lucene.search.Query> part = reading.of(wording);
            if (part.isPresent()) {
                any.add(part.get(), Occur.SHOULD);
                last = part;
                parts++;
            }
        }
        return parts <= 1 ? last : Optional.of(any.build());
    }

    private List<Hit> hits(ScoreDoc[] page) throws IOException {
        Set<String> shown = new HashSet<>(STORED);
        languages().forEach(language -> shown.add(Part.TEXT.of(language)));
        StoredFields stored = searcher.storedFields();
        Document[] documents = new Document[page.length];
        Map<Integer, String> texts = new HashMap<>();
        Map<String, List<Integer>> byLanguage = new HashMap<>();
        for (int i = 0; i < page.length; i++) {
            documents[i] = stored.document(page[i].doc, shown);
            String lang = documents[i].get(Generation.LANG);
            byLanguage.computeIfAbsent(lang, l -> new ArrayList<>()).add(i);
            // Beside the text that the snippet is cut from, the field has none that is stored.
            texts.put(page[i].doc, Objects.requireNonNullElse(documents[i].get(Part.TEXT.of(lang)), ""));
        }
        String[] snippets = new String[page.length];
        for (Language language : languages()) {
            List<Integer> places = byLanguage.getOrDefault(language.tag(), List.of());
            Wording wording = wordings.get(language.tag());
            if (!places.isEmpty() && wording != null) {
                int[] ids = places.stream().mapToInt(i -> page[i].doc).toArray();
                String[] cut = new Snippets(searcher, analysis, language, id -> texts.getOrDefault(id, ""))
                        .of(ids, wording.marks());
                for (int i = 0; i < ids.length; i++) {
                    snippets[places.get(i)] = cut[i];
                }
            }
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.length; i++) {
            Document document = documents[i];
            hits.add(new Hit(
                    document.getField(Generation.STORY).numericValue().longValue(),
                    Long.parseLong(Objects.requireNonNullElse(document.get(Generation.EDITION), "0")),
                    document.get(Generation.KIND),
                    document.get(Generation.LANG),
                    document.get(Generation.URL),
                    document.get(Generation.HEADLINE),
                    snippets[i],
                    Instant.parse(document.get(Generation.PUBLISHED)),
                    query.newest() || Float.isNaN(page[i].score) ? 0 : page[i].score));
        }
        return hits;
    }

    /** The question with each unknown word in its likeliest spelling. */
    private Optional<String> suggestion() throws IOException {
        StringBuilder meant = new StringBuilder(query.asked());
        List<Query.Piece> fromTheEnd = new ArrayList<>(query.words());
        java.util.Collections.reverse(fromTheEnd);
        boolean changed = false;
        for (Query.Piece piece : fromTheEnd) {
            if (unknown.contains(piece)) {
                for (Language language : languages()) {
                    Wording wording = wordings.get(language.tag());
                    Optional<String> spelling = wording == null ? Optional.empty() : wording.spelling(piece);
                    if (spelling.isPresent()) {
                        meant.replace(
                                piece.start(), piece.start() + piece.text().length(), spelling.get());
                        changed = true;
                        break;
                    }
                }
            }
        }
        return changed ? Optional.of(meant.toString()) : Optional.empty();
    }

    private List<Language> languages() {
        List<Language> asked = query.filters().languages();
        return asked.isEmpty() ? analysis.languages() : asked;
    }
}
