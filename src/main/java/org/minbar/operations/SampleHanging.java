package org.minbar.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.FocalPoint;
import org.minbar.identity.Caller;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Choice;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Use;
import org.minbar.release.Attachment;
import org.minbar.release.Contact;
import org.minbar.release.Issuing;
import org.minbar.release.Release;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;
import org.minbar.text.Wording;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;

/** Hangs the sample's pictures where they belong, a transaction each. */
@ApplicationScoped
public class SampleHanging {

    @Inject
    private MediaFiles files;

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Issuing issuing;

    @Inject
    private Topics topics;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    protected SampleHanging() {}

    /** Whether the sample newsroom is here, without pictures. */
    @Transactional
    public boolean isBare() {
        return files.choose(Choice.EVERYTHING, 1).files().isEmpty()
                && story("sample-02").isPresent();
    }

    private Optional<Story> story(String group) {
        return stories.findByOrigins(List.of(group)).stream().findFirst();
    }

    @Transactional
    public long hang(long number, SamplePictures.Plate plate) {
        Caller house = Caller.theHouse();
        MediaFile file = files.getToChange(number);
        file.facts(Optional.ofNullable(plate.taken()), false, languages.all(), house, clock);
        file.frame(new FocalPoint(plate.focus().get(0), plate.focus().get(1)), Map.of(), house, clock);
        plate.words()
                .forEach((lang, words) -> file.describe(
                        lang,
                        FileWords.of(words.alt(), words.caption(), words.credit(), words.place(), ""),
                        languages.all(),
                        house,
                        clock));
        files.catchwords(file);
        Optional.ofNullable(plate.story())
                .flatMap(this::story)
                .filter(story -> story.picture().isEmpty())
                .ifPresent(story -> editing.picture(story, Optional.of(number), house));
        return number;
    }

    /** The pictures stand together at the end of every edition's text; the first of them leads the story already. */
    @Transactional
    public void gallery(String group, List<Long> pictures) {
        Story story = story(group).orElseThrow();
        List<Block.Figure> figures = pictures.stream()
                .filter(number -> story.picture().filter(number::equals).isEmpty())
                .map(Block.Figure::of)
                .toList();
        for (Edition edition : editions.of(story.id())) {
            Language language = languages.get(edition.lang());
            List<Block> blocks = new ArrayList<>(Markup.clean(edition.body()).blocks());
            blocks.add(new Block.Gallery(figures, Wording.EMPTY));
            Copy copy = edition.copy();
            editing.write(
                    edition,
                    language,
                    new Copy(
                            copy.headline(),
                            copy.standfirst(),
                            BodyHtml.of(new Body(blocks), language.tag(), language.dir())
                                    .html(),
                            copy.slug(),
                            copy.bylines(),
                            copy.showcase()),
                    Revision.Cause.IMPORT,
                    true,
                    Caller.theHouse());
        }
    }

    /** A press release with everything that one has. */
    @Transactional
    public void release(String group, long document) {
        Caller house = Caller.theHouse();
        MediaFile file = files.getToChange(document);
        Map<String, String> captions = Map.of(
                "ar", "نص البلاغ بالعربية والفرنسية",
                "fr", "Le communiqué, en arabe et en français",
                "en", "The release, in Arabic and French");
        captions.forEach((lang, caption) ->
                file.describe(lang, FileWords.of("", caption, "", "", ""), languages.all(), house, clock));
        files.catchwords(file);
        Topic issuer = topics.findOrMake("daw-al-hay", "ar", "جمعية ضوء الحي").asOrganisation();
        issuer.name("fr", "l’association Daw Al Hay");
        issuer.name("en", "the association Daw Al Hay");
        Topic place = topics.findOrMake("meknes", "ar", "مكناس").asPlace();
        place.name("fr", "Meknès");
        place.name("en", "Meknes");
        story(group)
                .ifPresent(story -> issuing.settle(
                        story,
                        new Release.Facts(
                                Optional.of(issuer),
                                Optional.of(place),
                                Optional.of(LocalDate.of(2026, 11, 17)),
                                List.of(
                                        new Contact("كوثر الأندلسي", "", "0500-00-00-13", "presse@example.org", true),
                                        new Contact("Ilyas B.", "", "0500-00-00-14", "ilyas@example.org", false)),
                                List.of(new Attachment(document, Use.EVERY_LANGUAGE)),
                                List.of("وكالات", "Radios régionales")),
                        house));
    }
}
