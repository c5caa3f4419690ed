package org.minbar.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.Shape;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Isolation;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.view.Messages;
import org.minbar.view.Press;

/** What a shared link shows of a story: the card that belongs to it as it stands now. */
@ApplicationScoped
public class Sharing {

    /** A narrower picture would be blown up. */
    private static final int NARROWEST = 800;

    @Inject
    private Editions editions;

    @Inject
    private Mounting mounting;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Press press;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    protected Sharing() {}

    Sharing(Messages messages, Press press, ZoneId zone, HijriSightings sightings) {
        this.messages = messages;
        this.press = press;
        this.zone = zone;
        this.sightings = sightings;
    }

    /** The card of a story that the public may see. */
    @Transactional
    public Optional<Card> publicCard(long story, String lang) {
        Language language = languages.get(lang);
        return editions.publicFind(story, lang)
                .flatMap(edition -> card(
                        edition,
                        language,
                        mounting.faces(List.of(edition.wall()), language).get(0)));
    }

    /**
     * Empty where this machine can't draw.
     *
     * @param face the picture by which the story is known, as readers may see it today
     */
    public Optional<Card> card(Edition edition, Language language, Optional<Shown> face) {
        if (!Typeface.works()) return Optional.empty();
        boolean page = edition.story().kind() == Kind.PAGE;
        return Optional.of(new Card(
                edition.story().id(),
                language,
                messages.say(language, "site.name"),
                edition.headline(),
                page ? "" : edition.story().section().name(language),
                page
                        ? ""
                        : new Dates(language, zone, sightings)
                                .date(edition.published().orElse(edition.created())),
                face.filter(Sharing::mayGoAlong),
                Palette.of(press::property)));
    }

    /** Networks keep a card and show it on their own pages, so what may not be passed on is not on it. */
    private static boolean mayGoAlong(Shown picture) {
        return picture.file().isForPartners()
                && picture.size(Shape.WIDE, Card.PRINT).width() >= NARROWEST;
    }

    /** The card in words, for those who do not see it. */
    public String alt(Card card) {
        String shown = card.picture().map(Shown::alt).orElse("");
        String alt = shown.isBlank()
                ? messages.say(card.language(), "share.card", Map.of("headline", card.headline()))
                : messages.say(
                        card.language(), "share.card-picture", Map.of("headline", card.headline(), "picture", shown));
        return Isolation.stripControls(alt);
    }
}
