package org.minbar.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;

/** The words of an edition as they come in at a door, nothing checked yet. Only the headline must be there. */
public record EditionWords(
        @Nullable String headline,
        @Nullable String standfirst,
        @Nullable String body,
        @Nullable String slug,
        @Nullable List<Byline> bylines) {

    public Copy copy(Language language) {
        if (headline == null) throw Given.missing("headline");
        return Copy.of(
                headline,
                standfirst == null ? "" : standfirst,
                body == null ? "" : body,
                slug,
                bylines == null ? List.of() : bylines,
                language);
    }

    /** These words, and where there are none those that stand. */
    public Copy over(Edition edition, Language language) {
        return Copy.of(
                headline == null ? edition.headline() : headline,
                standfirst == null ? edition.standfirst() : standfirst,
                body == null ? edition.body() : body,
                slug,
                bylines == null ? edition.bylines() : bylines,
                language);
    }
}
