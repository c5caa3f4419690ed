package org.minbar.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.discovery.Urls;
import org.minbar.front.FrontArranged;
import org.minbar.journal.Entry;
import org.minbar.journal.Follower;
import org.minbar.journal.Journal;
import org.minbar.language.Languages;
import org.minbar.live.Strip;
import org.minbar.media.Use;
import org.minbar.media.Uses;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Messages;
import org.minbar.view.Themes;
import org.minbar.web.Edge;
import org.minbar.web.Inlays;
import org.minbar.web.PageCache;
import org.minbar.web.PageTags;

/**
 * Takes the pages out of this node's cache, and of the one in front of the house, that something which happened has made old: those that show the story or the
 * file, and the listings in which the story stands, whether it is there already or not. What else may change on a page (a
 * neighbour's “next”, what is related) is seen when the page's time is up.
 */
@ApplicationScoped
public class Pressing implements Follower {

    /** An import: nothing stays as it is. */
    private static final int MOST_STORIES = 40;

    @Inject
    private PageCache pages;

    @Inject
    private Newest newest;

    @Inject
    private Edge edge;

    @Inject
    private Inlays inlays;

    @Inject
    private Strip strip;

    @Inject
    private ArchivedLines lines;

    @Inject
    private Journal journal;

    @Inject
    private Editions editions;

    @Inject
    private Uses uses;

    @Inject
    private Flashes flashes;

    @Inject
    private Sections sections;

    @Inject
    private Languages languages;

    @Inject
    private Themes themes;

    @Inject
    private Messages messages;

    @Inject
    private ZoneId zone;

    private volatile long done = -1;
    private volatile Set<String> menu = Set.of();
    private volatile String furniture = "";

    protected Pressing() {}

    @PostConstruct
    void listen() {
        journal.wake(pages::committed);
        inlays.printedBy(pages::isCurrent, name -> strip.print().getOrDefault(name, ""));
    }

    @Override
    public String name() {
        return "pressing";
    }

    @Override
    public OptionalLong cursor() {
        if (done < 0) {
            long last = journal.last();
            restrip();
            done = last;
            pages.open(done);
        }
        return OptionalLong.of(done);
    }

    @Override
    @Transactional
    public void follow(List<Entry> entries) {
        long last = entries.get(entries.size() - 1).number();
        Set<Long> stories = new HashSet<>();
        Set<String> tags = new HashSet<>();
        Map<String, Set<Integer>> told = new HashMap<>();
        boolean stripped = false;
        for (Entry entry : entries) {
            entry.number("story").ifPresent(stories::add);
            entry.number("file").ifPresent(file -> stories.addAll(showing(file)));
            entry.number("file").ifPresent(file -> flashes.publicShowing(file)
                    .forEach(flash -> tags.addAll(showing(flash.ticker()))));
            entry.text("ticker").ifPresent(ticker -> tags.addAll(showing(ticker)));
            entry.text("ticker").ifPresent(ticker -> entry.number("number")
                    .ifPresent(number -> told.computeIfAbsent(ticker, each -> new HashSet<>())
                            .add((int) number)));
            stripped |= entry.text("ticker").filter(Flashes.STRIP::equals).isPresent();
            entry.as(FrontArranged.class).ifPresent(front -> tags.add("/" + front.lang() + "/"));
        }
        told.forEach((ticker, numbers) -> tags.addAll(lines.pagesOf(ticker, numbers)));
        // A line leads to a story, and must not once that is withdrawn; and it does as soon as that is out.
        Set<String> strips = stripped || !stories.isEmpty() ? restrip() : Set.of();
        Set<String> now = sections.all().stream().map(Section::slug).collect(Collectors.toSet());
        if (stories.size() > MOST_STORIES || !now.equals(menu)) {
            newest.forgetAll();
            pages.evictAll(last);
            edge.forgetAll();
        } else {
            for (long story : stories) tags.add(PageTags.story(story));
            for (Edition edition : editions.of(stories)) {
                if (edition.published().isEmpty()) continue;
                tags.addAll(Urls.listings(edition, zone));
                if (edition.story().kind() == Kind.LIVE) {
                    tags.addAll(lines.pagesOf(String.valueOf(edition.story().id())));
                }
            }
            newest.forget(tags);
            pages.evict(tags, last);
            tags.addAll(strips);
            edge.forget(tags);
        }
        menu = now;
        done = last;
    }

    /** The stories that show a file, or one whose poster or captions it is. */
    private Set<Long> showing(long file) {
        return Stream.concat(Stream.of(file), uses.holding(file).stream())
                .flatMap(each -> uses.of(each).stream())
                .map(Use::story)
                .collect(Collectors.toSet());
    }

    private Set<String> showing(String ticker) {
        if (!ticker.equals(Flashes.STRIP)) return Set.of(PageTags.story(Long.parseLong(ticker)));
        return languages.all().stream()
                .map(language -> Urls.front(language) + "live")
                .collect(Collectors.toSet());
    }

    /** Looks whether a designer has changed something: themes and words may lie in folders. */
    @Override
    public void caughtUp() {
        String now = themes.mark() + messages.mark();
        if (!now.equals(furniture)) {
            furniture = now;
            restrip();
            pages.evictAll(done);
            edge.forgetAll();
        } else if (strip.isOld()) {
            edge.forget(restrip());
        }
    }

    /** Prints the strip anew. Answers the names of those that are not what they were. */
    private Set<String> restrip() {
        Set<String> changed = new HashSet<>();
        strip.print().forEach((name, html) -> {
            if (inlays.put(name, html)) changed.add(name);
        });
        return changed;
    }
}
