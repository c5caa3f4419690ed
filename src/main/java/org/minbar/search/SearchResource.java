package org.minbar.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Given;
import org.minbar.view.SiteAddress;

/** The search at the API. */
@Path("api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Open
public class SearchResource {

    private static final int LAST_PAGE = 5_000;

    @Inject
    private Index index;

    @Inject
    private Languages languages;

    @Inject
    private SiteAddress site;

    @Inject
    private ZoneId zone;

    @Inject
    private Clock clock;

    /** @param facets by name, then by value: how many match */
    record Answer(long total, List<HitJson> hits, Map<String, Map<String, Long>> facets, Optional<String> suggestion) {}

    /**
     * @param id of the story; a line of the strip belongs to none
     * @param kind of the story, or {@code flash}
     * @param snippet escaped HTML with {@code <mark>}
     */
    record HitJson(
            Optional<Long> id,
            String kind,
            String lang,
            URI url,
            String headline,
            String snippet,
            Instant published,
            float score) {}

    @GET
    public Answer search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("section") @Nullable String section,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        Optional<Language> language =
                lang == null ? Optional.empty() : Optional.of(Given.language(lang, "lang", languages));
        Query query = new Search(q, section, kind, topic, from, to, sort)
                .query(
                        language,
                        zone,
                        Given.number(page, "page", 1, LAST_PAGE),
                        Given.number(limit, "limit", 1, Query.MOST_HITS));
        Found found = index.find(query, clock.instant());
        return new Answer(
                found.total(),
                found.hits().stream().map(this::json).toList(),
                Map.of(
                        "section", counts(found.facets().sections()),
                        "kind", counts(found.facets().kinds()),
                        "topic", counts(found.facets().topics()),
                        "year", counts(found.facets().years())),
                found.suggestion());
    }

    private HitJson json(Hit hit) {
        return new HitJson(
                Optional.of(hit.storyId()).filter(id -> id > 0),
                hit.kind(),
                hit.lang(),
                URI.create(site.base() + hit.url()),
                hit.headline(),
                hit.snippet(),
                hit.published(),
                hit.score());
    }

    private static Map<String, Long> counts(List<Found.Count> counts) {
        return counts.stream()
                .collect(Collectors.toMap(Found.Count::value, Found.Count::editions, Long::sum, LinkedHashMap::new));
    }
}
