package org.minbar.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.language.Direction;
import org.minbar.language.Isolation;
import org.minbar.media.DocumentWords;
import org.minbar.media.Figures;
import org.minbar.media.MediaFiles;
import org.minbar.release.Releases;
import org.minbar.story.Byline;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.text.PlainText;
import org.minbar.topic.Topic;
import org.minbar.view.SiteAddress;

/** What the index holds of an edition. */
@ApplicationScoped
public class IndexedEditions {

    /** Characters: a report of fifty pages. */
    private static final int OF_A_DOCUMENT = 100_000;

    @Inject
    private Releases releases;

    @Inject
    private MediaFiles files;

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
                PlainText.words(edition.body()) + attached(edition),
                edition.bylines().stream().map(Byline::name).toList(),
                // The path alone: where the site stands may change without the index.
                SiteAddress.encoded(edition.path()),
                edition.published().orElse(edition.created()),
                edition.updated(),
                edition.story().embargo().orElse(Instant.EPOCH),
                edition.version());
    }

    /** The texts of documents that it shows or that come with it, as far as they run the way that it does. */
    private String attached(Edition edition) {
        Set<Long> documents = new LinkedHashSet<>(Figures.in(edition.body()));
        if (edition.story().kind() == Kind.RELEASE) {
            releases.find(edition.story().id())
                    .ifPresent(release -> documents.addAll(release.attachedTo(edition.lang())));
        }
        if (documents.isEmpty()) return "";
        Optional<Direction> runs = Isolation.firstStrong(edition.headline());
        return files.texts(documents).stream()
                .map(DocumentWords::text)
                .filter(text -> Isolation.firstStrong(text).equals(runs))
                .map(text -> "\n" + text.substring(0, Math.min(text.length(), OF_A_DOCUMENT)))
                .collect(Collectors.joining());
    }
}
