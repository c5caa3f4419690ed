package org.minbar.library;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.view.SiteAddress;

/**
 * A file of the library as the API tells it.
 *
 * @param form {@code picture}, {@code document}, {@code sound}, {@code film} or {@code captions}
 * @param words by language tag
 * @param missing by language tag, what publication will ask for: {@code alt}, {@code credit}
 * @param focus where the eye goes, as fractions from the left and the top
 * @param url its public address, which answers as long as a public edition shows the file
 * @param prints public addresses by what they are: {@code 16x9-1280}
 * @param partners whether partner sites may have it
 */
public record MediaJson(
        long id,
        String form,
        String type,
        String name,
        long bytes,
        int width,
        int height,
        Map<String, Words> words,
        Map<String, List<String>> missing,
        boolean decorative,
        List<Double> focus,
        Optional<LocalDate> taken,
        String terms,
        Optional<LocalDate> expires,
        boolean partners,
        Instant added,
        URI url,
        Map<String, URI> prints) {

    private static final int PRINT = 1280;

    public record Words(String alt, String caption, String credit, String place, String transcript) {

        static Words of(FileWords words) {
            return new Words(words.alt(), words.caption(), words.credit(), words.place(), words.transcript());
        }
    }

    static MediaJson of(MediaFile file, List<Language> languages, SiteAddress site) {
        Map<String, Words> words = new TreeMap<>();
        file.words().forEach((lang, said) -> words.put(lang, Words.of(said)));
        Map<String, List<String>> missing = new TreeMap<>();
        for (Language language : languages) {
            List<String> lacks = file.lacks(language);
            if (!lacks.isEmpty()) missing.put(language.tag(), lacks);
        }
        Map<String, URI> prints = new LinkedHashMap<>();
        if (file.isPicture()) {
            for (Shape shape : Shape.values()) {
                prints.put(shape.address() + "-" + PRINT, site.of(file.path(new Print(shape, PRINT, Format.JPEG))));
            }
        }
        URI url = file.isPicture() ? prints.values().iterator().next() : site.of(file.path());
        return new MediaJson(
                file.id(),
                Card.form(file),
                file.type().mime(),
                file.name(),
                file.bytes(),
                file.width(),
                file.height(),
                words,
                missing,
                file.isDecorative(),
                List.of(file.focus().x(), file.focus().y()),
                file.taken(),
                file.terms(),
                file.expires(),
                file.isForPartners(),
                file.addedAt(),
                url,
                prints);
    }

    /** @param next to be sent as {@code before} for the next page; absent on the last */
    public record Page(List<MediaJson> files, Optional<String> next) {}
}
