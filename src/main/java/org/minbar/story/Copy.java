package org.minbar.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;

/**
 * The words of an edition, cleaned: headline and standfirst are one line of plain text each, the body is HTML of the
 * small block model and nothing else.
 *
 * @param slug the wish of whoever wrote it; empty: made from the headline
 * @param showcase empty: what stands is left
 */
public record Copy(
        String headline,
        String standfirst,
        String body,
        Optional<Slug> slug,
        List<Byline> bylines,
        Optional<Showcase> showcase) {

    static final int LONGEST_HEADLINE = 500;
    static final int LONGEST_STANDFIRST = 2_000;
    static final int LONGEST_BODY = 1_000_000;
    static final int MOST_BYLINES = 40;

    public Copy {
        bylines = List.copyOf(bylines);
    }

    public Copy(String headline, String standfirst, String body, Optional<Slug> slug, List<Byline> bylines) {
        this(headline, standfirst, body, slug, bylines, Optional.empty());
    }

    public Copy with(Showcase shown) {
        return new Copy(headline, standfirst, body, slug, bylines, Optional.of(shown));
    }

    public Copy with(BodyHtml otherBody) {
        return new Copy(headline, standfirst, otherBody.html(), slug, bylines, showcase);
    }

    /**
     * Takes what came in. HTML is always cleaned here, whoever sent it.
     *
     * @param body HTML
     * @throws Refusal with the field, where a part is longer than the house takes
     */
    public static Copy of(
            String headline,
            String standfirst,
            String body,
            @Nullable String slug,
            List<Byline> bylines,
            Language language) {
        if (body.length() > LONGEST_BODY) throw tooLong("body", LONGEST_BODY);
        if (bylines.size() > MOST_BYLINES) throw tooLong("bylines", MOST_BYLINES);
        String line = within(Markup.cleanLine(headline), "headline", LONGEST_HEADLINE);
        return new Copy(
                line,
                within(Markup.cleanLine(standfirst), "standfirst", LONGEST_STANDFIRST),
                BodyHtml.of(Markup.clean(body), language.tag(), language.dir()).html(),
                Optional.ofNullable(slug)
                        .map(String::strip)
                        .filter(wish -> !wish.isEmpty())
                        .map(wish -> Slug.of(wish, language)),
                bylines);
    }

    private static String within(String line, String field, int longest) {
        if (line.length() > longest) throw tooLong(field, longest);
        return line;
    }

    private static Refusal tooLong(String field, int longest) {
        return new Refusal(Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", longest), field);
    }
}
