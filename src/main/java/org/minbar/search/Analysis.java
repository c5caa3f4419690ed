package org.minbar.search;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.minbar.language.Language;

/**
 * How the words of each language are read, when a story is indexed and when a question is asked. A language names its
 * reading in its {@code analysis} record: {@code arabic}, {@code french}, {@code english}; every other name gets a
 * neutral one, folded and unstemmed.
 *
 * <p>This is the one place to make a language's search better: a new field is a {@link Part}, a chain in
 * {@link Reading#chain}, and a weight in {@link Weights}. Whatever changes what is written into the index raises
 * {@link #VERSION}, and the index renews itself.
 */
public final class Analysis {

    /** Raised with every change to a chain or to the layout of a document. */
    private static final int VERSION = 2;

    /** Nobody searches for a longer word, and the index takes no term above 32 KB. */
    private static final int LONGEST_WORD = 255;

    private final List<Language> languages;
    private final ArabicStems stems;
    private final Map<String, Analyzer> fields = new HashMap<>();

    public Analysis(Collection<Language> languages) {
        this(languages, Vocabulary.EMPTY);
    }

    private Analysis(Collection<Language> languages, Vocabulary vocabulary) {
        this.languages = List.copyOf(languages);
        this.stems = new ArabicStems(vocabulary);
        for (Language language : languages) {
            Reading reading = Reading.of(language);
            for (Part part : Part.values()) {
                fields.put(part.of(language), new Chain(reading, part, stems));
            }
        }
    }

    /** The same languages, read by a generation's own vocabulary. */
    Analysis with(Vocabulary vocabulary) {
        return new Analysis(languages, vocabulary);
    }

    List<Language> languages() {
        return languages;
    }

    /** Two indexes with the same stamp can be searched alike. */
    String stamp() {
        return VERSION
                + languages.stream()
                        .map(l -> l.tag() + "=" + l.analysis())
                        .sorted()
                        .collect(Collectors.joining(",", ":", ""));
    }

    Analyzer of(Part part, Language language) {
        Analyzer chain = fields.get(part.of(language));
        if (chain == null) {
            throw new IllegalArgumentException("no analysis for " + language);
        }
        return chain;
    }

    /** The streams of each field over one text, which is cut once for all of them. */
    Map<Part, TokenStream> every(Language language, String text) {
        Reading reading = Reading.of(language);
        Tokenizer cut = words();
        cut.setReader(new Front(new StringReader(text)));
        Told written = Told.by(cut);
        Told folded = Told.by(reading.folded(written.again()));
        Map<Part, TokenStream> streams = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            streams.put(part, reading.chain(part, (part == Part.SPELLING ? written : folded)::again, stems));
        }
        return streams;
    }

    Weights weights(Language language) {
        return Reading.of(language).weights;
    }

    private static Tokenizer words() {
        StandardTokenizer words = new StandardTokenizer();
        words.setMaxTokenLength(LONGEST_WORD);
        return words;
    }

    /** One analyzer that knows each field's chain: what the index writer takes. */
    Analyzer everyField() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                Analyzer chain = fields.get(field);
                if (chain == null) {
                    throw new IllegalArgumentException("no analysis for the field " + field);
                }
                return chain;
            }
        };
    }

    /**
     * What each field counts for in a question, measured with nDCG@10 on questions in the three languages. Pairs are
     * adjacent words; fuzzy is for words that the index doesn't know.
     */
    record Weights(float text, float exact, float grams, float pairs, float title, float titleExact, float fuzzy) {}

    enum Reading {
        ARABIC(new Weights(1.5f, 0, 1.5f, 1.5f, 2, 1, 3), stops(ArabicAnalyzer.getDefaultStopSet())) {
            @Override
            TokenStream folded(TokenStream words) {
                return new ArabicLetters(new Tidied(words));
            }

            @Override
            TokenStream stemmed(TokenStream folded, ArabicStems stems) {
                TokenStream cut = new ArabicStems.Filter(new StopFilter(folded, stops), stems, true);
                return new StopFilter(cut, stops);
            }

            @Override
            TokenStream forGrams(TokenStream folded, ArabicStems stems) {
                return new ArabicStems.Filter(new StopFilter(folded, stops), stems, false);
            }
        },
        FRENCH(new Weights(1, .3f, .5f, .7f, .3f, 0, 2), stops(FrenchAnalyzer.getDefaultStopSet())) {
            @Override
            TokenStream folded(TokenStream words) {
                // Folded before stemming: the stock chain stems école and ecole differently.
                return new Tidied(new ElisionFilter(new ICUFoldingFilter(words), ELIDED));
            }

            @Override
            TokenStream stemmed(TokenStream folded, ArabicStems stems) {
                return new FrenchLightStemFilter(new StopFilter(folded, stops));
            }
        },
        ENGLISH(new Weights(1, 0, .5f, .5f, 1, 0, 2), stops(EnglishAnalyzer.getDefaultStopSet())) {
            @Override
            TokenStream folded(TokenStream words) {
                return new ICUFoldingFilter(new Tidied(new EnglishPossessiveFilter(words)));
            }

            @Override
            TokenStream stemmed(TokenStream folded, ArabicStems stems) {
                return new KStemFilter(new StopFilter(folded, stops));
            }
        },
        NEUTRAL(new Weights(1, 0, .5f, .5f, 1, 0, 2), CharArraySet.EMPTY_SET) {
            @Override
            TokenStream folded(TokenStream words) {
                return new ICUFoldingFilter(new Tidied(words));
            }

            @Override
            TokenStream stemmed(TokenStream folded, ArabicStems stems) {
                return folded;
            }
        };

        /** The French words that lose their vowel before another one. */
        private static final CharArraySet ELIDED = new CharArraySet(
                List.of("l", "d", "j", "m", "t", "n", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"),
                true);

        final Weights weights;
        final CharArraySet stops;

        Reading(Weights weights, CharArraySet stops) {
            this.weights = weights;
            this.stops = stops;
        }

        static Reading of(Language language) {
            return switch (language.analysis()) {
                case "arabic" -> ARABIC;
                case "french" -> FRENCH;
                case "english" -> ENGLISH;
                default -> NEUTRAL;
            };
        }

        /** Normalised words, every one of them. */
        abstract TokenStream folded(TokenStream words);

        /** Stems, without stop words. */
        abstract TokenStream stemmed(TokenStream folded, ArabicStems stems);

        TokenStream forGrams(TokenStream folded, ArabicStems stems) {
            return new StopFilter(folded, stops);
        }

        /** @param words folded ones; for {@link Part#SPELLING} as they are written */
        TokenStream chain(Part part, Supplier<TokenStream> words, ArabicStems stems) {
            return switch (part) {
                case TEXT, TITLE -> stemmed(words.get(), stems);
                case EXACT, TITLE_EXACT -> words.get();
                case GRAMS -> new Grams(forGrams(words.get(), stems));
                case SPELLING -> new Written(new LowerCaseFilter(words.get()));
            };
        }

        private static CharArraySet stops(CharArraySet stock) {
            CharArraySet folded = new CharArraySet(stock.size(), false);
            for (Object word : stock) {
                folded.add(ArabicLetters.normal(new String((char[]) word)));
            }
            return CharArraySet.unmodifiableSet(folded);
        }
    }

    private static final class Chain extends Analyzer {

        private final Reading reading;
        private final Part part;
        private final ArabicStems stems;

        Chain(Reading reading, Part part, ArabicStems stems) {
            this.reading = reading;
            this.part = part;
            this.stems = stems;
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new Front(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = words();
            return new TokenStreamComponents(
                    words, reading.chain(part, () -> part == Part.SPELLING ? words : reading.folded(words), stems));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    }

    /** Words as written, without Arabic vowel marks; numbers and single letters can't be misspelt. */
    private static final class Written extends FilteringTokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Written(TokenStream input) {
            super(input);
        }

        @Override
        protected boolean accept() {
            int kept = 0;
            char[] buffer = term.buffer();
            for (int i = 0; i < term.length(); i++) {
                if (Character.getType(buffer[i]) != Character.NON_SPACING_MARK) {
                    buffer[kept++] = buffer[i];
                }
            }
            term.setLength(kept);
            return kept >= 3 && Character.isLetter(buffer[0]);
        }
    }
}
