package org.minbar.discovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Editions;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;

/** What search engines and browsers look for: robots, sitemaps, the description of the search. */
@Path("/")
@RequestScoped
@Open
@Transactional
public class DiscoveryResource {

    /** An edition alone, and its own x-default. */
    private static final int TOGETHER = 2;

    private static final String XML = "application/xml;charset=UTF-8";

    @Inject
    private Editions editions;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private SiteAddress site;

    @Inject
    private Clock clock;

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        return Robots.text(Robots.CLOSED, List.of(site.of("/sitemap.xml"), site.of("/news-sitemap.xml")));
    }

    @GET
    @Path("sitemap.xml")
    public Response index() throws IOException {
        List<SitemapEntry> sitemaps = new ArrayList<>();
        long pages = editions.highest() / Sitemap.PAGE + 1;
        for (long page = 1; page <= pages; page++) {
            Map<String, Instant> changes = editions.publicChanges((page - 1) * Sitemap.PAGE, page * Sitemap.PAGE);
            for (Language language : languages.all()) {
                Instant changed = changes.get(language.tag());
                if (changed == null) continue;
                sitemaps.add(new SitemapEntry(site.of("/sitemap-" + language.tag() + "-" + page + ".xml"), changed));
            }
        }
        return xml(out -> Sitemap.index(sitemaps, out));
    }

    @GET
    @Path("sitemap-" + Urls.LANG + "-{page: [0-9]{1,5}}.xml")
    public Response pages(@PathParam("lang") String lang, @PathParam("page") long page) throws IOException {
        languages.get(lang);
        List<Editions.Address> addresses =
                editions.publicAddresses(lang, (page - 1) * Sitemap.PAGE, page * Sitemap.PAGE);
        if (addresses.isEmpty()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        Map<Long, Map<String, URI>> versions = versions(addresses);
        List<SitemapEntry> entries = addresses.stream()
                .map(address -> {
                    Map<String, URI> all = versions.getOrDefault(address.story(), Map.of());
                    return new SitemapEntry(
                            site.of(address.path()), address.updated(), all.size() > TOGETHER ? all : Map.of());
                })
                .toList();
        return xml(out -> Sitemap.pages(entries.iterator(), out));
    }

    private Map<Long, Map<String, URI>> versions(List<Editions.Address> addresses) {
        Map<Long, Map<String, URI>> versions = new HashMap<>();
        List<Long> stories =
                addresses.stream().map(Editions.Address::story).distinct().toList();
        for (int from = 0; from < stories.size(); from += 1_000) {
            List<Long> some = stories.subList(from, Math.min(from + 1_000, stories.size()));
            for (Editions.Address address : editions.publicAddresses(some)) {
                versions.computeIfAbsent(address.story(), story -> new TreeMap<>())
                        .put(address.lang(), site.of(address.path()));
            }
        }
        versions.values().forEach(this::fallBack);
        return versions;
    }

    /** As the page itself says: whose language there is not is sent to the first there is. */
    private void fallBack(Map<String, URI> versions) {
        languages.all().stream()
                .map(Language::tag)
                .filter(versions::containsKey)
                .findFirst()
                .ifPresent(first -> versions.put("x-default", versions.get(first)));
    }

    /** The news of all languages, for those who want one address. */
    @GET
    @Path("news-sitemap.xml")
    public Response news() throws IOException {
        return news(languages.all());
    }

    @GET
    @Path("news-sitemap-" + Urls.LANG + ".xml")
    public Response news(@PathParam("lang") String lang) throws IOException {
        return news(List.of(languages.get(lang)));
    }

    private Response news(Collection<Language> spokenThere) throws IOException {
        Instant now = clock.instant();
        List<NewsEntry> entries = spokenThere.stream()
                .flatMap(language ->
                        editions.publicNewsSince(now.minus(Sitemap.NEWS), language.tag(), Sitemap.MOST_NEWS).stream()
                                .map(address -> entry(address, language)))
                .sorted(Comparator.comparing(NewsEntry::published).reversed())
                .toList();
        return xml(out -> Sitemap.news(entries.iterator(), now, out));
    }

    private NewsEntry entry(Editions.Address address, Language language) {
        return new NewsEntry(
                site.of(address.path()),
                messages.say(language, "site.name"),
                language,
                address.published(),
                address.headline());
    }

    @GET
    @Path("opensearch.xml")
    public Response openSearch(@QueryParam("lang") @Nullable String lang) throws IOException {
        Language language = lang == null ? spoken.language() : languages.get(lang);
        OpenSearch description = new OpenSearch(
                messages.say(language, "site.name"),
                messages.say(language, "search.label"),
                language,
                site.of(Urls.search(language)),
                site.of(Urls.search(language) + "/feed.atom"),
                site.of("/opensearch.xml?lang=" + language.tag()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        description.write(out);
        return Response.ok(out.toByteArray(), OpenSearch.MEDIA_TYPE + ";charset=UTF-8")
                .build();
    }

    /** Something that writes a document. */
    @FunctionalInterface
    private interface Written {
        void to(OutputStream out) throws IOException;
    }

    private static Response xml(Written document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.to(out);
        return Response.ok(out.toByteArray(), XML).build();
    }
}
