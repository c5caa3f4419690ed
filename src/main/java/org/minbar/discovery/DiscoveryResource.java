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
import org.minbar.story.Listing;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;

/** What search engines and browsers look for: robots, sitemaps, the description of the search. */
@Path("/")
@RequestScoped
@Open
@Transactional
public class DiscoveryResource {

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
        for (Language language : languages.all()) {
            Listing all = Listing.newest(1).in(language.tag());
            long pages = (editions.publicCount(all) + Sitemap.PAGE - 1) / Sitemap.PAGE;
            Instant newest = editions.publicPage(all).editions().stream()
                    .map(edition -> edition.updated())
                    .findFirst()
                    .orElse(Instant.EPOCH);
            for (int page = 1; page <= pages; page++) {
                sitemaps.add(new SitemapEntry(site.of("/sitemap-" + language.tag() + "-" + page + ".xml"), newest));
            }
        }
        return xml(out -> Sitemap.index(sitemaps, out));
    }

    @GET
    @Path("sitemap-" + Urls.LANG + "-{page: [0-9]{1,5}}.xml")
    public Response pages(@PathParam("lang") String lang, @PathParam("page") int page) throws IOException {
        languages.get(lang);
        List<Editions.Address> addresses =
                page < 1 ? List.of() : editions.publicAddresses(lang, (page - 1) * Sitemap.PAGE, Sitemap.PAGE);
        if (addresses.isEmpty()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        Map<Long, Map<String, URI>> versions = versions(addresses);
        List<SitemapEntry> entries = addresses.stream()
                .map(address -> {
                    Map<String, URI> all = versions.getOrDefault(address.story(), Map.of());
                    return new SitemapEntry(
                            site.of(address.path()), address.updated(), all.size() > 1 ? all : Map.of());
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
        return versions;
    }

    @GET
    @Path("news-sitemap.xml")
    public Response news() throws IOException {
        Instant now = clock.instant();
        List<NewsEntry> entries = editions.publicAddressesSince(now.minus(Sitemap.NEWS), Sitemap.MOST_NEWS).stream()
                .map(address -> {
                    Language language = languages.get(address.lang());
                    return new NewsEntry(
                            site.of(address.path()),
                            messages.say(language, "site.name"),
                            language,
                            address.published(),
                            address.headline());
                })
                .toList();
        return xml(out -> Sitemap.news(entries.iterator(), now, out));
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
