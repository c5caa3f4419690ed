package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Mounting;
import org.minbar.release.Release;
import org.minbar.view.Messages;

/** What readers see beside the words of a press release. */
@ApplicationScoped
public class IssuedFacts {

    @Inject
    private MediaFiles files;

    @Inject
    private Mounting mounting;

    @Inject
    private Messages messages;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    protected IssuedFacts() {}

    StoryPage.Issued of(Release release, Language language) {
        List<Long> attached = release.attachedTo(language.tag());
        Map<Long, MediaFile> known = files.of(attached);
        return new StoryPage.Issued(
                release.issuer().map(issuer -> issuer.name(language)).orElse(""),
                dateline(release, language),
                release.place().map(place -> place.name(language)).orElse(""),
                attached.stream()
                        .flatMap(number -> Stream.ofNullable(known.get(number)))
                        .filter(file -> !file.isExpired(files.today()))
                        .map(file -> new StoryPage.Attached(
                                file.isPicture() ? mounting.largest(file) : file.path(),
                                file.type().mime(),
                                called(file, language),
                                mounting.weight(file, language)))
                        .toList(),
                release.openContacts().stream()
                        .map(contact ->
                                new StoryPage.Contact(contact.name(), contact.duty(), contact.phone(), contact.email()))
                        .toList());
    }

    private String dateline(Release release, Language language) {
        Optional<String> place = release.place().map(topic -> topic.name(language));
        Optional<String> day = release.dated().map(dated -> day(dated, language));
        if (place.isPresent() && day.isPresent()) {
            return messages.say(language, "release.dateline", Map.of("place", place.get(), "date", day.get()));
        }
        return place.or(() -> day).orElse("");
    }

    private String day(LocalDate dated, Language language) {
        return new Dates(language, zone, sightings)
                .date(dated.atTime(12, 0).atZone(zone).toInstant());
    }

    /** Its caption, or the name that it came with. */
    private static String called(MediaFile file, Language language) {
        FileWords words = file.words(language.tag());
        return words.caption().isEmpty() ? file.name() : words.caption();
    }
}
