package org.minbar.story;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;
import org.minbar.media.Shown;
import org.minbar.text.PlainText;
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
 * @param pictures what it shows, the one that opens it first, with the words of this edition
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
        URI url,
        List<PictureJson> pictures) {

    public record CorrectionJson(Instant at, String note) {}

    /**
     * @param file its number in the library
     * @param url of a print, 1280 pixels wide or as wide as the picture is
     * @param caption plain text
     */
    public record PictureJson(long file, URI url, int width, int height, String alt, String caption, String credit) {

        private static final int WIDTH = 1280;

        static PictureJson of(Shown shown, SiteAddress site) {
            Dimensions size = shown.size(Shape.WHOLE, WIDTH);
            return new PictureJson(
                    shown.file().id(),
                    site.of(shown.path(Shape.WHOLE, WIDTH)),
                    size.width(),
                    size.height(),
                    shown.alt(),
                    PlainText.words(shown.caption()),
                    shown.credit());
        }
    }

    static EditionJson of(Edition edition, Language language, SiteAddress site, List<Shown> shown) {
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
                site.of(edition.path()),
                shown.stream().map(each -> PictureJson.of(each, site)).toList());
    }
}
