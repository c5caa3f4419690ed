package org.minbar.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.HighlightFlag;
import org.minbar.language.Language;

/** Cuts the sentence that answers best out of the original text, and marks the found words in it. */
final class Snippets {

    /** Some three lines in a list of results. */
    private static final int LENGTH = 240;

    private static final int LEAD = 60;

    private final Cutter cutter;
    private final String field;

    /** @param texts the stored text of a document, by its number; whoever shows the hits has read it already */
    Snippets(IndexSearcher searcher, Analysis analysis, Language language, IntFunction<String> texts) {
        this.field = Part.TEXT.of(language);
        this.cutter = new Cutter(
                UnifiedHighlighter.builder(searcher, analysis.everyField())
                        .withFlags(EnumSet.noneOf(HighlightFlag.class))
                        .withBreakIterator(Sentences::new)
                        .withMaxLength(200_000)
                        .withMaxNoHighlightPassages(1)
                        .withFormatter(new Marked()),
                texts);
    }

    /** One snippet for each document, in the order given; empty where the edition has no text. */
    String[] of(int[] documents, Query marks) throws IOException {
        String[] cut = cutter.highlightFields(new String[] {field}, marks, documents, new int[] {1})
                .getOrDefault(field, new String[documents.length]);
        String[] snippets = new String[documents.length];
        for (int i = 0; i < snippets.length; i++) {
            String snippet = cut[i];
            snippets[i] = snippet == null ? "" : snippet;
        }
        return snippets;
    }

    private static final class Cutter extends UnifiedHighlighter {

        private final IntFunction<String> texts;

        Cutter(Builder builder, IntFunction<String> texts) {
            super(builder);
            this.texts = texts;
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int characters)
                throws IOException {
            List<CharSequence[]> values = new ArrayList<>();
            for (int each = documents.nextDoc(); each != DocIdSetIterator.NO_MORE_DOCS; each = documents.nextDoc()) {
                String text = texts.apply(each);
                values.add(new CharSequence[] {text.isEmpty() ? null : text});
            }
            return values;
        }
    }

    private static final class Marked extends PassageFormatter {

        @Override
        public String format(Passage[] passages, String content) {
            return passages.length == 0 ? "" : format(passages[0], content);
        }

        private String format(Passage passage, String content) {
            int passageEnd = Math.min(passage.getEndOffset(), content.length());
            int start = passage.getStartOffset();
            if (passageEnd - start > LENGTH && passage.getNumMatches() > 0) {
                int first = passage.getMatchStarts()[0];
                if (first - start > LEAD) {
                    start = Math.max(start, wordStart(content, first - LEAD));
                }
            }
            int end = passageEnd;
            if (end - start > LENGTH) {
                end = Math.max(wordStart(content, start + LENGTH), start + 1);
            }
            StringBuilder html = new StringBuilder(end - start + 64);
            if (start > passage.getStartOffset()) {
                html.append('…');
            }
            int at = start;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = passage.getMatchStarts()[i];
                int to = passage.getMatchEnds()[i];
                if (from < at || to > end) {
                    continue;
                }
                escape(html, content, at, from);
                html.append("<mark>");
                escape(html, content, from, to);
                html.append("</mark>");
                at = to;
            }
            escape(html, content, at, end);
            String cut = html.toString().strip();
            return end < passageEnd ? cut + "…" : cut;
        }

        /** Where the word at this place begins; a word longer than a line is cut after all, between two whole letters. */
        private static int wordStart(String content, int at) {
            int start = at;
            while (start > at - LEAD && start > 0 && !Character.isWhitespace(content.charAt(start - 1))) {
                start--;
            }
            if (start > 0 && Character.isWhitespace(content.charAt(start - 1))) {
                return start;
            }
            return Character.isLowSurrogate(content.charAt(at)) ? at - 1 : at;
        }

        private static void escape(StringBuilder html, String text, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '&' -> html.append("&amp;");
                    case '<' -> html.append("&lt;");
                    case '>' -> html.append("&gt;");
                    case '"' -> html.append("&quot;");
                    case '\'' -> html.append("&#39;");
                    default -> html.append(c);
                }
            }
        }
    }
}
