package org.minbar.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.Shape;
import org.minbar.discovery.Urls;
import org.minbar.language.Language;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.story.Edition;
import org.minbar.view.Link;
import org.minbar.web.PageTags;

/** Announces editions of one language. */
record Teasers(Language language, Map<String, String> sectionNames, Mounting mounting, PageTags tags) {

    /** All of them, with one look into the library. */
    List<Teaser> of(List<Edition> editions) {
        List<Optional<Shown>> faces =
                mounting.faces(editions.stream().map(Edition::wall).toList(), language);
        List<Teaser> teasers = new ArrayList<>(editions.size());
        for (int i = 0; i < editions.size(); i++) teasers.add(teaser(editions.get(i), faces.get(i)));
        return teasers;
    }

    Teaser of(Edition edition) {
        return of(List.of(edition)).get(0);
    }

    private Teaser teaser(Edition edition, Optional<Shown> face) {
        tags.add(PageTags.story(edition.story().id()));
        return new Teaser(
                Urls.of(edition),
                edition.headline(),
                edition.standfirst(),
                edition.story().kind().tag(),
                section(edition),
                edition.published().orElse(edition.created()),
                language.tag(),
                language.dir(),
                face.map(shown -> Figure.of(shown, Shape.WIDE)));
    }

    Optional<Link> section(Edition edition) {
        String slug = edition.story().section().slug();
        return Optional.of(
                new Link(sectionNames.getOrDefault(slug, slug), Urls.section(language, slug), language.tag()));
    }
}
