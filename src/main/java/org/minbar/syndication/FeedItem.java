package org.minbar.syndication;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minbar.language.Language;
import org.minbar.view.Printable;

/**
 * An edition as a partner receives it. A correction moves {@code updated} and leaves {@code id} and {@code published}.
 * Headline, names and notes are held as {@link Printable#line} leaves them.
 *
 * @param id a {@code tag:} URI of {@link FeedTag}: it never changes, not even with the headline or the address
 * @param url the page for readers, absolute
 * @param standfirst plain text, empty when there is none
 * @param bodyHtml cleaned HTML; its links may be relative to {@code url}
 * @param published the first publication
 * @param updated never earlier than the publication or the last correction
 * @param bylines the names, in order
 * @param section the section's name in the item's language, empty when there is none
 * @param topics the topics' names in the item's language
 * @param corrections from the oldest to the newest
 * @param translations the story's published editions in other languages, by language tag
 * @param image the leading picture
 */
public record FeedItem(
        String id,
        URI url,
        Language language,
        String headline,
        String standfirst,
        String bodyHtml,
        Instant published,
        Instant updated,
        List<String> bylines,
        String section,
        List<String> topics,
        List<Correction> corrections,
        Map<String, URI> translations,
        Optional<Image> image) {

    /**
     * @param url absolute
     * @param alt what it shows; may be empty
     * @param caption plain text; may be empty
     * @param credit who made it; may be empty
     */
    public record Image(URI url, int width, int height, String alt, String caption, String credit) {
        public Image {
            alt = Printable.line(alt);
            caption = Printable.line(caption);
            credit = Printable.line(credit);
        }
    }

    /** What was put right, as readers are told, and when. */
    public record Correction(String note, Instant at) {
        public Correction {
            note = Printable.line(note);
        }
    }

    public FeedItem {
        headline = Printable.line(headline);
        standfirst = Printable.line(standfirst);
        bylines = lines(bylines);
        section = Printable.line(section);
        topics = lines(topics);
        corrections = corrections.stream()
                .sorted(Comparator.comparing(Correction::at))
                .toList();
        translations = others(translations, language);
        updated = latest(published, updated, corrections);
    }

    /** The section first, then the topics: what feeds call categories or tags. */
    List<String> categories() {
        return Stream.concat(Stream.of(section), topics.stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> lines(List<String> typed) {
        return typed.stream()
                .map(Printable::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Instant latest(Instant published, Instant updated, List<Correction> corrections) {
        Instant latest = updated.isBefore(published) ? published : updated;
        for (Correction correction : corrections) {
            latest = correction.at().isAfter(latest) ? correction.at() : latest;
        }
        return latest;
    }

    /** Sorted by tag, because the order of an immutable map changes from one start of the machine to the next. */
    private static Map<String, URI> others(Map<String, URI> translations, Language language) {
        TreeMap<String, URI> others = new TreeMap<>(translations);
        others.remove(language.tag());
        return Collections.unmodifiableSortedMap(others);
    }
}
