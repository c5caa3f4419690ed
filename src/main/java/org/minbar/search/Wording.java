package org.minbar.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.minbar.language.Language;

/**
 * A question as one language reads it. Candidates come from stems, headline and, for words the index doesn't know, from
 * near spellings; the runs of letters and the adjacent pairs are left to {@link #rescoring()}, because as retrieval they
 * cost thirty times as much as all the rest.
 */
final class Wording {

    /** Near spellings are looked for in this many unknown words; the rest of a pasted page is passed over. */
    private static final int MOST_UNKNOWN = 4;

    private static final int LEAST_FUZZY_LETTERS = 4;
    private static final int EXPANSIONS = 8;
    private static final int MOST_GRAMS = 300;

    private final Query query;
    private final Language language;
    private final Analysis analysis;
    private final Analysis.Weights weights;
    private final IndexReader reader;
    private final Instant now;
    private final List<Word> words = new ArrayList<>();

    Wording(Query query, Language language, Analysis analysis, IndexReader reader, Instant now) throws IOException {
        this.query = query;
        this.now = now;
        this.language = language;
        this.analysis = analysis;
        this.weights = analysis.weights(language);
        this.reader = reader;
        int before = 0;
        for (Query.Piece piece : query.words()) {
            Word word = new Word(piece, tokens(Part.TEXT, piece.text()), tokens(Part.EXACT, piece.text()), before);
            before = word.positionAfter;
            words.add(word);
        }
        if (words.stream().allMatch(w -> w.stems.isEmpty())) {
            // Nothing but stop words: then they are what is looked for.
            words.forEach(w -> w.alone = true);
        }
    }

    /** A word of the question: what it is in the stemmed and in the exact field. */
    private final class Word {
        final Query.Piece piece;
        final List<Token> stems;
        final List<Token> exact;
        final int positionAfter;
        boolean alone;
        boolean known;
        /** No language that is asked has met it. */
        boolean strange;

        List<BytesRef> near = List.of();

        Word(Query.Piece piece, List<Token> stems, List<Token> exact, int before) throws IOException {
            this.piece = piece;
            this.stems = stems.stream().map(t -> t.after(before)).toList();
            this.exact = exact.stream().map(t -> t.after(before)).toList();
            this.positionAfter = before + Math.max(1, exact.size());
            for (Token token : exact) {
                known |= visible(new Term(Part.EXACT.of(language), token.text));
            }
            for (Token token : stems) {
                known |= visible(new Term(Part.TEXT.of(language), token.text));
            }
        }
    }

    record Token(String text, int position) {
        Token after(int before) {
            return new Token(text, before + position);
        }
    }

    /** Whether this language has met the word that starts there. */
    boolean knows(Query.Piece piece) {
        return words.stream().anyMatch(w -> w.piece.equals(piece) && w.known);
    }

    /** Looks for spellings one slip away from words that no language knows. */
    void lookAround(Set<Query.Piece> unknown) throws IOException {
        int looked = 0;
        for (Word word : words) {
            word.strange = unknown.contains(word.piece);
            if (word.strange && word.exact.size() == 1 && looked++ < MOST_UNKNOWN) {
                word.near = near(Part.EXACT, word.exact.get(0).text);
            }
        }
    }

    /** The likeliest spelling of an unknown word, as the stories write it. */
    Optional<String> spelling(Query.Piece piece) throws IOException {
        List<Token> written = tokens(Part.SPELLING, piece.text());
        if (written.size() != 1) {
            return Optional.empty();
        }
        return near(Part.SPELLING, written.get(0).text).stream().findFirst().map(BytesRef::utf8ToString);
    }

    private List<BytesRef> near(Part part, String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, part.of(language));
        if (terms == null || word.codePointCount(0, word.length()) < LEAST_FUZZY_LETTERS) {
            return List.of();
        }
        record Near(BytesRef term, int editions) {}
        List<Near> found = new ArrayList<>();
        FuzzyTermsEnum each = new FuzzyTermsEnum(terms, new Term(part.of(language), word), 1, 1, true);
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            found.add(new Near(BytesRef.deepCopyOf(term), each.docFreq()));
        }
        found.sort(Comparator.comparingInt(Near::editions).reversed().thenComparing(Near::term));
        List<BytesRef> likeliest = new ArrayList<>();
        for (Near near : found) {
            if (likeliest.size() < EXPANSIONS && visible(new Term(part.of(language), near.term))) {
                likeliest.add(near.term);
            }
        }
        return likeliest;
    }

    /** Whether an edition that readers may see has this word: a suggestion must not give an embargoed name away. */
    private boolean visible(Term term) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum editions = leaf.reader().postings(term, PostingsEnum.NONE);
            if (editions != null) {
                Bits living = leaf.reader().getLiveDocs();
                NumericDocValues visibleFrom = DocValues.getNumeric(leaf.reader(), Generation.VISIBLE_FROM);
                for (int edition = editions.nextDoc(); edition != NO_MORE_DOCS; edition = editions.nextDoc()) {
                    if ((living == null || living.get(edition))
                            && visibleFrom.advanceExact(edition)
                            && visibleFrom.longValue() <= now.toEpochMilli()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Finds the candidates and ranks them roughly: any word will do. Empty when this language reads nothing in it. */
    Optional<org.apache.lucene.search.Query> candidates() throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set<String> seen = new LinkedHashSet<>();
        for (Word word : words) {
            BiConsumer<org.apache.lucene.search.Query, Float> clauses =
                    (clause, weight) -> any.add(new BoostQuery(clause, weight), Occur.SHOULD);
            found(word, seen, clauses);
            ranked(word, seen, clauses);
        }
        return restricted(any.build());
    }

    /** Like the candidates, but every word must be there, in whatever form. */
    Optional<org.apache.lucene.search.Query> everyWord() throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Set<String> seen = new LinkedHashSet<>();
        for (Word word : words) {
            BooleanQuery.Builder forms = new BooleanQuery.Builder();
            found(word, seen, (clause, weight) -> forms.add(clause, Occur.SHOULD));
            BooleanQuery built = forms.build();
            if (!built.clauses().isEmpty()) {
                all.add(built, Occur.MUST);
            }
        }
        return restricted(all.build());
    }

    /** Adds the quoted phrases, which must be there, and the excluded words, which mustn't. */
    private Optional<org.apache.lucene.search.Query> restricted(BooleanQuery positive) throws IOException {
        BooleanQuery.Builder whole = new BooleanQuery.Builder();
        boolean something = !positive.clauses().isEmpty();
        for (Query.Piece phrase : query.phrases()) {
            Optional<org.apache.lucene.search.Query> exact = phrase(Part.EXACT, phrase.text());
            exact.ifPresent(q -> whole.add(q, Occur.MUST));
            something |= exact.isPresent();
        }
        if (!something) {
            return Optional.empty();
        }
        if (query.phrases().isEmpty()) {
            return Optional.of(positive);
        }
        if (!positive.clauses().isEmpty()) {
            whole.add(positive, Occur.SHOULD);
        }
        return Optional.of(whole.build());
    }

    /** What must not be found. */
    List<org.apache.lucene.search.Query> excluded() throws IOException {
        List<org.apache.lucene.search.Query> excluded = new ArrayList<>();
        for (Query.Piece piece : query.exclusions()) {
            Part part = piece.phrase() || tokens(Part.TEXT, piece.text()).isEmpty() ? Part.EXACT : Part.TEXT;
            phrase(part, piece.text()).ifPresent(excluded::add);
        }
        return excluded;
    }

    private Optional<org.apache.lucene.search.Query> phrase(Part part, String text) throws IOException {
        List<Token> tokens = tokens(part, text);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.size() == 1) {
            return Optional.of(term(part, tokens.get(0).text));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        tokens.stream().limit(32).forEach(t -> phrase.add(new Term(part.of(language), t.text), t.position));
        return Optional.of(phrase.build());
    }

    /** The clauses that decide whether an edition is found. */
    private void found(Word word, Set<String> seen, BiConsumer<org.apache.lucene.search.Query, Float> clauses)
            throws IOException {
        for (Token stem : word.stems) {
            if (seen.add("stem " + stem.text)) {
                clauses.accept(term(Part.TEXT, stem.text), weights.text());
            }
        }
        for (Token exact : word.exact) {
            if (word.alone && seen.add("exact " + exact.text)) {
                clauses.accept(term(Part.EXACT, exact.text), weights.text());
            }
        }
        if (!word.near.isEmpty()) {
            clauses.accept(synonyms(Part.EXACT, word.near), weights.fuzzy());
        }
        if (word.strange && weights.grams() > 0) {
            Set<String> grams = grams(List.of(word));
            if (grams.size() > 1) {
                clauses.accept(runs(grams, Math.max(2, (grams.size() + 1) / 2)), weights.grams());
            }
        }
    }

    /** The clauses that only lift an edition which the others find. */
    private void ranked(Word word, Set<String> seen, BiConsumer<org.apache.lucene.search.Query, Float> clauses) {
        for (Token stem : word.stems) {
            if (seen.add("title " + stem.text)) {
                clauses.accept(term(Part.TITLE, stem.text), weights.title());
            }
        }
        for (Token exact : word.exact) {
            if (!word.stems.isEmpty() && seen.add("lift " + exact.text)) {
                if (weights.exact() > 0) {
                    clauses.accept(term(Part.EXACT, exact.text), weights.exact());
                }
                if (weights.titleExact() > 0) {
                    clauses.accept(term(Part.TITLE_EXACT, exact.text), weights.titleExact());
                }
            }
        }
        if (!word.near.isEmpty()) {
            clauses.accept(synonyms(Part.TITLE_EXACT, word.near), weights.fuzzy());
        }
    }

    /** What only reorders the candidates: runs of letters, and words that stand side by side. */
    Optional<org.apache.lucene.search.Query> rescoring() throws IOException {
        BooleanQuery.Builder more = new BooleanQuery.Builder();
        Set<String> grams = grams(words.stream().filter(w -> !w.strange).toList());
        if (weights.grams() > 0 && !grams.isEmpty()) {
            more.add(new BoostQuery(runs(grams, 0), weights.grams()), Occur.SHOULD);
        }
        List<Token> stems = words.stream().flatMap(w -> w.stems.stream()).toList();
        for (int i = 0; i + 1 < stems.size(); i++) {
            int apart = stems.get(i + 1).position - stems.get(i).position;
            if (apart >= 1 && apart <= 2 && weights.pairs() > 0) {
                PhraseQuery pair = new PhraseQuery.Builder()
                        .add(new Term(Part.TEXT.of(language), stems.get(i).text), 0)
                        .add(new Term(Part.TEXT.of(language), stems.get(i + 1).text), apart)
                        .build();
                more.add(new BoostQuery(pair, weights.pairs()), Occur.SHOULD);
            }
        }
        BooleanQuery built = more.build();
        return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
    }

    /** What a snippet marks, all in the field that the snippet is cut from. */
    org.apache.lucene.search.Query marks() throws IOException {
        Set<String> stems = new LinkedHashSet<>();
        for (Word word : words) {
            word.stems.forEach(t -> stems.add(t.text));
            for (BytesRef near : word.near) {
                tokens(Part.TEXT, near.utf8ToString()).forEach(t -> stems.add(t.text));
            }
        }
        for (Query.Piece phrase : query.phrases()) {
            tokens(Part.TEXT, phrase.text()).forEach(t -> stems.add(t.text));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        stems.stream().limit(200).forEach(stem -> any.add(term(Part.TEXT, stem), Occur.SHOULD));
        return any.build();
    }

    private org.apache.lucene.search.Query runs(Set<String> grams, int least) {
        BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        grams.forEach(gram -> any.add(term(Part.GRAMS, gram), Occur.SHOULD));
        return any.build();
    }

    private Set<String> grams(List<Word> of) throws IOException {
        Map<String, Boolean> grams = new LinkedHashMap<>();
        for (Word word : of) {
            for (Token gram : tokens(Part.GRAMS, word.piece.text())) {
                if (grams.size() < MOST_GRAMS) {
                    grams.put(gram.text, true);
                }
            }
        }
        return grams.keySet();
    }

    private org.apache.lucene.search.Query term(Part part, String text) {
        return new TermQuery(new Term(part.of(language), text));
    }

    private org.apache.lucene.search.Query synonyms(Part part, List<BytesRef> terms) {
        SynonymQuery.Builder any = new SynonymQuery.Builder(part.of(language));
        terms.forEach(term -> any.addTerm(new Term(part.of(language), term)));
        return any.build();
    }

    private List<Token> tokens(Part part, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analysis.of(part, language).tokenStream(part.of(language), text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(term.toString(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
