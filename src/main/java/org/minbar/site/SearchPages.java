package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.search.Found;
import org.minbar.search.Hit;
import org.minbar.search.Index;
import org.minbar.search.Query;
import org.minbar.search.Search;
import org.minbar.story.Given;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.View;

/** The reader's search. Its answers come whole from the index. */
@Path(Urls.LANG + "/search")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
public class SearchPages {

    private static final int HITS = 20;
    private static final int LAST_PAGE = 500;

    @Inject
    private Frames frames;

    @Inject
    private Index index;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private ZoneId zone;

    @Inject
    private Clock clock;

    @GET
    public View search(
            @PathParam("lang") String lang,
            @QueryParam("q") @Nullable String q,
            @QueryParam("section") @Nullable String section,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("1") String pageAsked) {
        Language language = languages.get(lang);
        Search search = new Search(q, section, kind, topic, from, to, sort);
        int page = Given.number(pageAsked, "page", 1, LAST_PAGE);
        Query query = search.query(Optional.of(language), zone, page, HITS);
        boolean asked = !search.asked().isEmpty() || section != null || kind != null || topic != null;
        Optional<Found> found = asked ? Optional.of(index.find(query, clock.instant())) : Optional.empty();
        Map<String, String> sectionNames = frames.sectionNames(language);
        int pages =
                (int) Math.min(LAST_PAGE, Math.max(1, (found.map(Found::total).orElse(0L) + HITS - 1) / HITS));
        String self = address(language, search, section, kind, topic, sort);
        SearchPage model = new SearchPage(
                frames.everywhere(language, "search", messages.say(language, "search.title"), "/search"),
                search.asked(),
                found.map(Found::total).orElse(0L),
                found.map(answer -> facets(language, search, answer.facets(), sectionNames))
                        .orElse(List.of()),
                asked ? sorts(language, search) : List.of(),
                found.map(answer -> answer.hits().stream()
                                .map(hit -> hit(language, hit))
                                .toList())
                        .orElse(List.of()),
                found.flatMap(Found::suggestion)
                        .map(better -> new Link(better, Urls.search(language) + "?q=" + Urls.query(better), lang)),
                new Paging(
                        page > 1 ? Urls.page(self, page - 1) : "",
                        page < pages ? Urls.page(self, page + 1) : "",
                        page,
                        Math.max(page, pages)));
        return View.of("search", model, language);
    }

    private static SearchPage.Hit hit(Language language, Hit hit) {
        return new SearchPage.Hit(
                hit.url(),
                new Html(escaped(hit.headline())),
                new Html(hit.snippet()),
                hit.kind(),
                Optional.empty(),
                hit.published(),
                hit.lang(),
                language.dir());
    }

    private List<SearchPage.Facet> facets(
            Language language, Search search, Found.Facets facets, Map<String, String> sectionNames) {
        List<SearchPage.Facet> shown = new ArrayList<>();
        List<SearchPage.Choice> sections = new ArrayList<>();
        for (Found.Count count : facets.sections()) {
            boolean chosen = count.value().equals(search.section());
            String url = address(
                    language, search, chosen ? null : count.value(), search.kind(), search.topic(), search.sort());
            sections.add(new SearchPage.Choice(
                    new Link(sectionNames.getOrDefault(count.value(), count.value()), url, language.tag(), chosen),
                    count.editions()));
        }
        if (!sections.isEmpty()) shown.add(new SearchPage.Facet("section", sections));
        List<SearchPage.Choice> kinds = new ArrayList<>();
        for (Found.Count count : facets.kinds()) {
            boolean chosen = count.value().equals(search.kind());
            String url = address(
                    language, search, search.section(), chosen ? null : count.value(), search.topic(), search.sort());
            kinds.add(new SearchPage.Choice(
                    new Link(messages.say(language, "kind." + count.value()), url, language.tag(), chosen),
                    count.editions()));
        }
        if (!kinds.isEmpty()) shown.add(new SearchPage.Facet("kind", kinds));
        return shown;
    }

    private List<Link> sorts(Language language, Search search) {
        List<Link> sorts = new ArrayList<>();
        for (String sort : List.of("relevance", "newest")) {
            String url = address(language, search, search.section(), search.kind(), search.topic(), sort);
            boolean current = sort.equals("newest") == search.isNewestFirst();
            sorts.add(new Link(messages.say(language, "search.sort." + sort), url, language.tag(), current));
        }
        return sorts;
    }

    private static String address(
            Language language,
            Search search,
            @Nullable String section,
            @Nullable String kind,
            @Nullable String topic,
            @Nullable String sort) {
        StringBuilder address =
                new StringBuilder(Urls.search(language)).append("?q=").append(Urls.query(search.asked()));
        append(address, "section", section);
        append(address, "kind", kind);
        append(address, "topic", topic);
        append(address, "from", search.from());
        append(address, "to", search.to());
        append(address, "sort", sort);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.append('&').append(name).append('=').append(Urls.query(value));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
