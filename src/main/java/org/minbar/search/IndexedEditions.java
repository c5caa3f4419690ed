package org.minbar.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.minbar.story.Byline;
import org.minbar.story.Edition;
import org.minbar.text.PlainText;
import org.minbar.topic.Topic;
import org.minbar.view.SiteAddress;

/** What the index holds of an edition. */
@ApplicationScoped
public class IndexedEditions {

    protected IndexedEditions() {}

    Indexed of(Edition edition) {
        return new Indexed(
                edition.id(),
                edition.story().id(),
                edition.lang(),
                edition.story().kind().tag(),
                edition.story().section().slug(),
                edition.story().topics().stream().map(Topic::slug).toList(),
                edition.headline(),
                edition.standfirst(),
                PlainText.words(edition.body()),
                edition.bylines().stream().map(Byline::name).toList(),
                // The path alone: where the site stands may change without the index.
                SiteAddress.encoded(edition.path()),
                edition.published().orElse(edition.created()),
                edition.updated(),
                edition.story().embargo().orElse(Instant.EPOCH),
                edition.version());
    }
}
