package org.minbar.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Slug;
import org.minbar.story.Byline;
import org.minbar.story.Copy;
import org.minbar.story.Edition;
import org.minbar.story.Showcase;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;
import org.minbar.text.Proof;

/**
 * The text of an edition as the editor's page and the server send it to and fro.
 *
 * @param body HTML of the block model
 * @param slug the readable end of the address; empty: made from the headline
 */
public record DeskText(
        @Nullable String headline,
        @Nullable String standfirst,
        @Nullable String body,
        @Nullable String slug,
        @Nullable List<Byline> bylines,
        @Nullable String searchTitle,
        @Nullable String searchText,
        @Nullable String socialText) {

    static DeskText of(Copy copy) {
        Showcase showcase = copy.showcase().orElse(Showcase.NONE);
        return new DeskText(
                copy.headline(),
                copy.standfirst(),
                copy.body(),
                copy.slug().map(Slug::value).orElse(""),
                copy.bylines(),
                showcase.searchTitle(),
                showcase.searchText(),
                showcase.socialText());
    }

    /** The words, cleaned. A slug that was made from the headline goes on following the headline. */
    Copy copy(Edition standing, Language language) {
        String wish = said(slug);
        boolean follows = standing.published().isEmpty()
                && wish.equals(standing.slug())
                && wish.equals(Slug.of(standing.headline(), language).value());
        return Copy.of(
                        said(headline),
                        said(standfirst),
                        said(body),
                        follows ? null : wish,
                        bylines == null ? List.of() : bylines,
                        language)
                .with(Showcase.of(said(searchTitle), said(searchText), said(socialText)));
    }

    /** As the copy desk reads it. */
    Proof proof() {
        return new Proof(lines(), Markup.clean(said(body)));
    }

    /** The lines by the names of their fields. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("headline", said(headline));
        lines.put("standfirst", said(standfirst));
        lines.put("searchTitle", said(searchTitle));
        lines.put("searchText", said(searchText));
        lines.put("socialText", said(socialText));
        return lines;
    }

    /** This text with the lines and the body of a proof. */
    DeskText after(Proof proof, Language language) {
        Map<String, String> lines = proof.lines();
        return new DeskText(
                lines.getOrDefault("headline", ""),
                lines.getOrDefault("standfirst", ""),
                html(proof.body(), language),
                slug,
                bylines,
                lines.getOrDefault("searchTitle", ""),
                lines.getOrDefault("searchText", ""),
                lines.getOrDefault("socialText", ""));
    }

    static String html(Body body, Language language) {
        return BodyHtml.of(body, language.tag(), language.dir()).html();
    }

    Optional<List<Byline>> names() {
        return Optional.ofNullable(bylines);
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
