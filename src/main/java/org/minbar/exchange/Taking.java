package org.minbar.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.media.Figures;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Markup;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.topic.Topics;
import org.minbar.view.SiteAddress;

/**
 * Takes lines of an import into the newsroom, a batch in one transaction. What the batch may meet is looked up at once
 * before the first line is written, so that a batch costs a handful of queries and not a handful for each line.
 */
@ApplicationScoped
public class Taking {

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Sections sections;

    @Inject
    private Topics topics;

    @Inject
    private SiteAddress site;

    @Inject
    private Clock clock;

    protected Taking() {}

    /** @param path the public address, without scheme and host */
    record Taken(long line, long story, String path) {}

    /** All or none of these lines. */
    @Transactional
    List<Taken> take(List<ReadLine> lines, Caller by) {
        Batch batch = new Batch(lines);
        List<Edition> taken = new ArrayList<>();
        for (ReadLine line : lines) {
            by.needs(Permission.IMPORT, line.language().tag());
            taken.add(batch.take(line, by));
        }
        editions.settle();
        List<Taken> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Edition edition = taken.get(i);
            answers.add(new Taken(lines.get(i).number(), edition.story().id(), edition.path()));
        }
        return answers;
    }

    private final class Batch {
        private final Map<String, Edition> bySource = new HashMap<>();
        private final Map<String, Story> byOrigin = new HashMap<>();
        private final Map<String, Edition> byStoryAndLanguage = new HashMap<>();
        private final Map<String, Section> sectionsBySlug = new HashMap<>();
        private final Map<String, Topic> topicsBySlug = new HashMap<>();

        Batch(List<ReadLine> lines) {
            List<String> sources =
                    lines.stream().flatMap(line -> line.sourceUrl().stream()).toList();
            editions.findBySources(sources)
                    .forEach(edition -> bySource.put(edition.sourceUrl().orElseThrow(), edition));
            List<String> origins = lines.stream()
                    .flatMap(line -> line.group().stream())
                    .distinct()
                    .toList();
            stories.findByOrigins(origins)
                    .forEach(story -> byOrigin.put(story.origin().orElseThrow(), story));
            editions.of(byOrigin.values().stream().map(Story::id).toList())
                    .forEach(edition -> byStoryAndLanguage.put(key(edition.story(), edition.lang()), edition));
            sections.all().forEach(section -> sectionsBySlug.put(section.slug(), section));
            topics.find(lines.stream()
                            .flatMap(line -> line.topics().keySet().stream())
                            .collect(Collectors.toSet()))
                    .forEach(topic -> topicsBySlug.put(topic.slug(), topic));
        }

        Edition take(ReadLine line, Caller by) {
            Section section = sectionsBySlug.computeIfAbsent(
                    line.section().slug(),
                    slug -> sections.findOrMake(
                            slug, line.language().tag(), line.section().name()));
            List<Topic> about = line.topics().entrySet().stream()
                    .map(named -> topicsBySlug.computeIfAbsent(
                            named.getKey(),
                            slug -> topics.findOrMake(slug, line.language().tag(), named.getValue())))
                    .toList();
            Optional<Edition> known = known(line);
            known.filter(edition -> !edition.lang().equals(line.language().tag()))
                    .ifPresent(edition -> {
                        throw new Refusal(
                                Refusal.Reason.CONFLICT,
                                "source-taken",
                                Map.of("language", edition.lang()),
                                "source_url");
                    });
            Story story = known.map(Edition::story)
                    .or(() -> line.group().map(byOrigin::get))
                    .orElseGet(() -> open(line, section, about, by));
            if (story.section() != section
                    || story.kind() != line.kind()
                    || !story.topics().containsAll(about)) {
                editing.file(story, line.kind(), section, union(story.topics(), about), by);
            }
            Edition edition = known.orElseGet(() -> begin(story, line, by));
            Copy copy = showing(line, Figures.in(edition.body()));
            if (known.isPresent() && differs(edition, copy)) {
                editing.write(edition, line.language(), copy, Revision.Cause.IMPORT, by);
            }
            line.publishedAt().ifPresent(at -> publish(edition, at, by));
            return edition;
        }

        private Optional<Edition> known(ReadLine line) {
            return line.sourceUrl()
                    .map(bySource::get)
                    .or(() -> line.sourceUrl().flatMap(Taking.this::ownEdition))
                    .or(() -> line.group()
                            .map(byOrigin::get)
                            .map(story -> byStoryAndLanguage.get(
                                    key(story, line.language().tag()))));
        }

        private Story open(ReadLine line, Section section, List<Topic> about, Caller by) {
            Story story = editing.open(line.kind(), section, about, line.embargo(), by);
            line.group().ifPresent(group -> {
                story.importedAs(group);
                byOrigin.put(group, story);
            });
            return story;
        }

        private Edition begin(Story story, ReadLine line, Caller by) {
            Edition edition = editing.begin(story, line.language(), showing(line, Set.of()), Revision.Cause.IMPORT, by);
            line.sourceUrl().ifPresent(url -> {
                edition.importedFrom(url);
                bySource.put(url, edition);
            });
            byStoryAndLanguage.put(key(story, edition.lang()), edition);
            return edition;
        }

        private String key(Story story, String lang) {
            return story.id() + "/" + lang;
        }
    }

    private void publish(Edition edition, Instant at, Caller by) {
        // What was published once is left as the newsroom has it since, withdrawn too.
        if (edition.published().isPresent()) return;
        if (at.isAfter(clock.instant())) editing.schedule(edition, at, by);
        else editing.publishAs(edition, at, by);
    }

    /** A number of a file means another file in another newsroom: only those that the edition shows already are believed. */
    private static Copy showing(ReadLine line, Set<Long> files) {
        Copy copy = line.copy();
        if (files.containsAll(Figures.in(copy.body()))) return copy;
        Language language = line.language();
        Body body = Markup.clean(copy.body()).showing(figure -> files.contains(figure.file()));
        return copy.with(BodyHtml.of(body, language.tag(), language.dir()));
    }

    private static boolean differs(Edition edition, Copy copy) {
        return !edition.headline().equals(copy.headline())
                || !edition.standfirst().equals(copy.standfirst())
                || !edition.body().equals(copy.body())
                || !edition.bylines().equals(copy.bylines())
                || copy.slug()
                        .filter(slug -> !slug.value().equals(edition.slug()))
                        .isPresent();
    }

    private static List<Topic> union(List<Topic> some, List<Topic> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** An address of this very site is the edition itself: our own export comes home. */
    private Optional<Edition> ownEdition(String url) {
        Matcher own = Pattern.compile(Pattern.quote(site.base().toString()) + "/([A-Za-z-]+)/(\\d{1,18})(/.*)?")
                .matcher(url);
        return own.matches() ? editions.find(Long.parseLong(own.group(2)), own.group(1)) : Optional.empty();
    }
}
