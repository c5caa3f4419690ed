package org.minbar.search;

import org.minbar.language.Language;

/** The fields an edition's words are indexed in, each once for every language: {@code text.ar}. */
enum Part {
    /** Everything the edition says, in stems. The snippet is cut from it. */
    TEXT,
    /** Everything it says, normalised but not stemmed: quoted phrases, rare forms, and what the index knows at all. */
    EXACT,
    /** The headline, in stems. */
    TITLE,
    /** The headline, normalised. */
    TITLE_EXACT,
    /** Everything, as runs of four letters. */
    GRAMS,
    /** Everything, as written but for case and marks: what “did you mean” proposes. */
    SPELLING;

    private final String prefix = name().toLowerCase(java.util.Locale.ROOT) + ".";

    String of(Language language) {
        return of(language.tag());
    }

    String of(String lang) {
        return prefix + lang;
    }
}
