package org.minbar.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.story.Edition;
import org.minbar.view.Link;

/** Announces editions of one language. */
record Teasers(Language language, Map<String, String> sectionNames) {

    List<Teaser> of(List<Edition> editions) {
        return editions.stream().map(this::of).toList();
    }

    Teaser of(Edition edition) {
        return new Teaser(
                Urls.of(edition),
                edition.headline(),
                edition.standfirst(),
                edition.story().kind().tag(),
                section(edition),
                edition.published().orElse(edition.created()),
                language.tag(),
                language.dir(),
                Optional.empty());
    }

    Optional<Link> section(Edition edition) {
        String slug = edition.story().section().slug();
        return Optional.of(
                new Link(sectionNames.getOrDefault(slug, slug), Urls.section(language, slug), language.tag()));
    }
}
