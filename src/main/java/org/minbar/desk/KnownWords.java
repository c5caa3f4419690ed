package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minbar.language.Language;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Listing;
import org.minbar.text.Lexicon;
import org.minbar.text.PlainText;
import org.minbar.topic.Sections;

/**
 * The words that the newsroom has printed lately, against which the copy desk finds words that were glued together.
 * Gathered when first asked for, and again after a while; a word that is missing costs nothing but a proposal.
 */
@ApplicationScoped
public class KnownWords {

    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final int EDITIONS = 400;

    private record Gathered(Lexicon lexicon, Instant at) {}

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Clock clock;

    private final Map<String, Gathered> byLanguage = new ConcurrentHashMap<>();

    protected KnownWords() {}

    Lexicon of(Language language) {
        Gathered known = byLanguage.get(language.tag());
        if (known == null || known.at.plus(FRESH).isBefore(clock.instant())) {
            known = new Gathered(gather(language), clock.instant());
            byLanguage.put(language.tag(), known);
        }
        return known.lexicon;
    }

    private Lexicon gather(Language language) {
        List<String> texts = new ArrayList<>();
        sections.all().forEach(section -> texts.add(section.name(language)));
        for (Edition edition :
                editions.publicPage(Listing.news(language.tag(), EDITIONS)).editions()) {
            texts.add(edition.headline());
            texts.add(edition.standfirst());
            texts.add(PlainText.words(edition.body()));
        }
        return Lexicon.of(texts);
    }
}
