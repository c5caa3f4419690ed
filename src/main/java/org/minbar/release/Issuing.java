package org.minbar.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.DocumentWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Use;
import org.minbar.media.Uses;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;
import org.minbar.topic.Section;

/** The steps of a press release with all that moves along, within the caller's transaction. */
@ApplicationScoped
public class Issuing {

    private static final int LONGEST_HEADLINE = 300;

    /** Words. */
    private static final int A_LABEL = 3;

    @Inject
    private Releases releases;

    @Inject
    private Editing editing;

    @Inject
    private Editions editions;

    @Inject
    private MediaFiles files;

    @Inject
    private Uses uses;

    @Inject
    private Journal journal;

    @Inject
    private Languages languages;

    protected Issuing() {}

    /** Writes down what stands beside its words. */
    public Release settle(Story story, Release.Facts facts, Caller by) {
        if (story.kind() != Kind.RELEASE) throw new Refusal(Refusal.Reason.CONFLICT, "no-release");
        Release release = releases.of(story);
        journal.record(release.settle(facts, by));
        shows(release);
        // The words of what is attached are found with the story's own.
        editing.derive(story, by);
        return release;
    }

    private void shows(Release release) {
        Map<String, List<Long>> byLang = release.attachments().stream()
                .collect(Collectors.groupingBy(
                        Attachment::lang,
                        LinkedHashMap::new,
                        Collectors.mapping(Attachment::file, Collectors.toList())));
        List<String> langs = new ArrayList<>(List.of(Use.EVERY_LANGUAGE));
        languages.all().forEach(language -> langs.add(language.tag()));
        for (String lang : langs) {
            uses.shows(release.story(), lang, Use.Part.ATTACHED, byLang.getOrDefault(lang, List.of()));
        }
    }

    /**
     * Opens a release from a document: its text becomes the draft of an edition in the language that it seems to be in,
     * for the copy desk to work on; the document is attached.
     *
     * @param spoken the language of whoever does it, which the text is taken to be in unless it runs the other way
     */
    public Edition fromDocument(MediaFile document, Section section, Language spoken, Caller by) {
        DocumentWords words =
                files.text(document.id()).orElseThrow(() -> new Refusal(Refusal.Reason.CONFLICT, "no-document"));
        Language language = languages.written(words.text(), spoken);
        Story story = editing.open(Kind.RELEASE, section, List.of(), Optional.empty(), by);
        Edition edition = editing.begin(story, language, copy(words, language), Revision.Cause.IMPORT, by);
        settle(
                story,
                new Release.Facts(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Attachment(document.id(), Use.EVERY_LANGUAGE)),
                        List.of()),
                by);
        editions.settle();
        return edition;
    }

    /** The first line that isn't a label (“Press release”) is the headline; the rest, paragraph by paragraph, the body. */
    private static Copy copy(DocumentWords words, Language language) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : words.text().split("\n{2,}")) {
            String line = Markup.cleanLine(paragraph);
            if (!line.isEmpty()) paragraphs.add(line);
        }
        boolean labelled = paragraphs.size() > 1
                && paragraphs.get(0).split(" ").length <= A_LABEL
                && paragraphs.get(1).split(" ").length > A_LABEL;
        if (labelled) paragraphs.remove(0);
        boolean headed = !paragraphs.isEmpty() && paragraphs.get(0).length() <= LONGEST_HEADLINE;
        String headline = headed ? paragraphs.remove(0) : words.title();
        List<Block> blocks = new ArrayList<>();
        paragraphs.forEach(paragraph -> blocks.add(Block.Paragraph.of(paragraph)));
        return Copy.of(
                headline.length() > LONGEST_HEADLINE ? headline.substring(0, LONGEST_HEADLINE) : headline,
                "",
                BodyHtml.of(new Body(blocks), language.tag(), language.dir()).html(),
                null,
                List.of(),
                language);
    }
}
