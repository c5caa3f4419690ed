package org.minbar.story;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.view.SiteAddress;

/**
 * An edition as the API tells it.
 *
 * @param body cleaned HTML
 * @param published the first time it was public
 * @param version to be sent back, as the ETag, with the next change
 * @param url its public address, which answers once it is public
 * @param scheduled when it will be published
 * @param withdrawn why it is no longer public
 */
public record EditionJson(
        String lang,
        String dir,
        String status,
        String headline,
        String standfirst,
        String body,
        String slug,
        List<Byline> bylines,
        List<CorrectionJson> corrections,
        Optional<Instant> published,
        Instant updated,
        Optional<Instant> scheduled,
        Optional<String> withdrawn,
        long version,
        URI url) {

    public record CorrectionJson(Instant at, String note) {}

    public static EditionJson of(Edition edition, Language language, SiteAddress site) {
        return new EditionJson(
                edition.lang(),
                language.dir(),
                edition.status().tag(),
                edition.headline(),
                edition.standfirst(),
                edition.body(),
                edition.slug(),
                edition.bylines(),
                edition.corrections().stream()
                        .map(correction -> new CorrectionJson(correction.at(), correction.note()))
                        .toList(),
                edition.published(),
                edition.updated(),
                edition.scheduledFor(),
                edition.withdrawnWhy(),
                edition.version(),
                site.of(edition.path()));
    }
}
