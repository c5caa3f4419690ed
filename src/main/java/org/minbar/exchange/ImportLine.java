package org.minbar.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minbar.story.Byline;

/**
 * One line of an import, which is one edition; the export writes the same.
 *
 * @param section its slug, or its name where the import shall make it
 * @param tags slugs or names of topics
 * @param publishedAt in the past: it is published with this time; in the future: scheduled; absent: a draft
 * @param sourceUrl where it comes from; the same address again updates the edition instead of making another
 * @param group lines with one group are editions of one story
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportLine(
        @Nullable String lang,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String slug,
        @Nullable String summary,
        @Nullable String bodyHtml,
        @Nullable String section,
        @Nullable List<String> tags,
        @Nullable List<Byline> bylines,
        @Nullable Instant publishedAt,
        @Nullable Instant embargo,
        @Nullable String sourceUrl,
        @Nullable String group) {

    /** The same, published at another time. */
    public ImportLine publishedAt(@Nullable Instant at) {
        return new ImportLine(
                lang, kind, title, slug, summary, bodyHtml, section, tags, bylines, at, embargo, sourceUrl, group);
    }
}
