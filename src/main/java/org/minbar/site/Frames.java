package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minbar.discovery.Card;
import org.minbar.discovery.Sharing;
import org.minbar.discovery.Urls;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.story.Edition;
import org.minbar.story.Kind;
import org.minbar.story.Showcase;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.web.PageTags;

/** Makes what stands around a page. */
@ApplicationScoped
public class Frames {

    private static final Map<String, String> FEEDS = feeds();

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Sections sections;

    @Inject
    private Mounting mounting;

    @Inject
    private Sharing sharing;

    @Inject
    private SiteAddress site;

    @Inject
    private PageTags tags;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    protected Frames() {}

    /** A page of which there is one in every language, at the same address but for the language. */
    Frame everywhere(Language language, String kind, String title, String pathAfterLanguage) {
        Map<Language, String> paths = new LinkedHashMap<>();
        for (Language each : languages.all()) paths.put(each, "/" + each.tag() + pathAfterLanguage);
        tags.add(SiteAddress.encoded("/" + language.tag() + pathAfterLanguage));
        return frame(language, kind, title, "", paths, Optional.empty());
    }

    /** A listing of which there is one in every language, with its feeds. */
    Frame listing(Language language, String kind, String title, String pathAfterLanguage) {
        return listing(language, kind, title, pathAfterLanguage, languages.all(), "", Optional.empty());
    }

    /**
     * A page of a listing.
     *
     * @param there the languages that have this list
     * @param query what names this page of it; a later page is nobody else's in another language, so it points at the
     *     lists and claims no sameness
     */
    Frame listing(
            Language language,
            String kind,
            String title,
            String pathAfterLanguage,
            List<Language> there,
            String query,
            Optional<Html> structured) {
        Map<Language, String> paths = new LinkedHashMap<>();
        for (Language each : there) paths.put(each, "/" + each.tag() + pathAfterLanguage);
        tags.add(SiteAddress.encoded("/" + language.tag() + pathAfterLanguage));
        String feeds = "/" + language.tag() + (pathAfterLanguage.equals("/") ? "" : pathAfterLanguage);
        Frame frame =
                frame(language, kind, title, "", title, "", paths, Optional.of(feeds), structured, Optional.empty());
        return query.isEmpty() ? frame : frame.at(frame.canonical() + query);
    }

    /** A story's page that has no story any more. @param paths the address of each edition that readers may see */
    Frame gone(Language language, String title, Map<Language, String> paths) {
        return frame(language, "story", title, "", paths, Optional.empty());
    }

    /** A story's page. @param paths the address of each edition that readers may see, this one's too */
    Frame story(
            Language language, Edition edition, Map<Language, String> paths, Html structured, Optional<Shown> face) {
        tags.add(PageTags.story(edition.story().id()));
        Showcase showcase = edition.showcase();
        String text = either(showcase.searchText(), edition.standfirst());
        return frame(
                language,
                "story",
                either(showcase.searchTitle(), edition.headline()),
                text,
                edition.headline(),
                either(showcase.socialText(), text),
                paths,
                // Its lines come one after the other; a story that is told at once has no feed of its own.
                Optional.of("/" + language.tag() + "/" + edition.story().id())
                        .filter(lines -> edition.story().kind() == Kind.LIVE),
                Optional.of(structured),
                sharing.card(edition, language, face).map(this::shared));
    }

    private Frame.Card shared(Card card) {
        return new Frame.Card(site.of(card.path()).toString(), Card.WIDTH, Card.HEIGHT, sharing.alt(card));
    }

    Teasers teasers(Language language) {
        return new Teasers(language, sectionNames(language), mounting, tags);
    }

    private static String either(String said, String otherwise) {
        return said.isBlank() ? otherwise : said;
    }

    private Frame frame(
            Language language,
            String kind,
            String title,
            String description,
            Map<Language, String> paths,
            Optional<String> feeds) {
        return frame(
                language,
                kind,
                title,
                description,
                title,
                description,
                paths,
                feeds,
                Optional.empty(),
                Optional.empty());
    }

    private Frame frame(
            Language language,
            String kind,
            String title,
            String description,
            String sharedTitle,
            String sharedText,
            Map<Language, String> paths,
            Optional<String> feeds,
            Optional<Html> structured,
            Optional<Frame.Card> card) {
        String tag = language.tag();
        String home = Urls.front(language);
        String siteName = messages.say(language, "site.name");
        return new Frame(
                tag,
                language.dir(),
                title,
                description,
                sharedTitle.isEmpty() ? siteName : sharedTitle,
                sharedText,
                siteName,
                home,
                site.of(paths.getOrDefault(language, home)).toString(),
                alternates(paths),
                switcher(language, paths),
                menu(language, SiteAddress.encoded(paths.getOrDefault(language, home))),
                feeds.map(listing -> feedsOf(language, title.isEmpty() ? siteName : title, listing))
                        .orElse(List.of()),
                Urls.search(language),
                home + "live",
                home + "archive",
                home + "releases",
                home + "corrections",
                "/desk/sign-in",
                clock.instant().atZone(zone).getYear(),
                kind,
                new Frame.Shared(locale(language), otherLocales(language, paths), card),
                structured);
    }

    /** Each language that has the page, itself included, and x-default for the first of them; nothing for a single one. */
    private List<Frame.Alternate> alternates(Map<Language, String> paths) {
        if (paths.size() < 2) return List.of();
        List<Frame.Alternate> alternates = new ArrayList<>();
        for (Language language : languages.all()) {
            Optional.ofNullable(paths.get(language))
                    .ifPresent(path -> alternates.add(
                            new Frame.Alternate(language.tag(), site.of(path).toString())));
        }
        alternates.add(new Frame.Alternate("x-default", alternates.get(0).url()));
        return alternates;
    }

    private List<String> otherLocales(Language here, Map<Language, String> paths) {
        return languages.all().stream()
                .filter(language -> !language.equals(here) && paths.containsKey(language))
                .map(Frames::locale)
                .toList();
    }

    private static String locale(Language language) {
        return language.locale().getLanguage() + "_" + language.locale().getCountry();
    }

    private List<Link> switcher(Language here, Map<Language, String> paths) {
        return languages.all().stream()
                .filter(language -> !language.equals(here))
                .flatMap(language -> Optional.ofNullable(paths.get(language))
                        .map(path -> new Link(language.ownName(), SiteAddress.encoded(path), language.tag()))
                        .stream())
                .toList();
    }

    private List<Link> menu(Language language, String here) {
        List<Link> menu = new ArrayList<>();
        for (Section section : sections.all()) {
            String url = Urls.section(language, section.slug());
            menu.add(new Link(section.name(language), url, language.tag(), url.equals(here)));
        }
        return menu;
    }

    /** Names of the sections in the language, by slug. */
    Map<String, String> sectionNames(Language language) {
        return sections.all().stream().collect(Collectors.toMap(Section::slug, section -> section.name(language)));
    }

    private List<Frame.Feed> feedsOf(Language language, String title, String listing) {
        return FEEDS.entrySet().stream()
                .map(feed -> new Frame.Feed(
                        feed.getValue(),
                        messages.say(language, "feed." + feed.getKey(), Map.of("title", title)),
                        SiteAddress.encoded(listing + "/feed." + feed.getKey())))
                .toList();
    }

    private static Map<String, String> feeds() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("atom", "application/atom+xml");
        types.put("rss", "application/rss+xml");
        types.put("json", "application/feed+json");
        return types;
    }
}
