package org.minbar.ticker;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Editions;
import org.minbar.story.Given;
import org.minbar.story.Kind;
import org.minbar.story.Stories;
import org.minbar.story.Story;
import org.minbar.web.OnceOnly;

/** The lines of a ticker at the API. The strip is the ticker {@code strip}; a live story's is its id. */
@Path("api/v1/tickers/{key}/flashes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
public class FlashesResource {

    private static final int MOST = 200;

    @Inject
    private Flashes flashes;

    @Inject
    private Ticking ticking;

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @PathParam("key")
    private String key;

    /** @param story the number of the story that the line leads to */
    record Wish(@Nullable String lang, @Nullable String text, @Nullable String urgency, @Nullable Long story) {}

    record Listed(
            int number,
            Instant at,
            String zone,
            String urgency,
            Map<String, String> texts,
            Optional<Long> story,
            Optional<Instant> edited) {

        Listed withoutStory() {
            return new Listed(number, at, zone, urgency, texts, Optional.empty(), edited);
        }

        static Listed of(Flash flash) {
            return new Listed(
                    flash.number(),
                    flash.at(),
                    flash.zone().getId(),
                    flash.urgency().tag(),
                    flash.texts(),
                    flash.story().map(Story::id),
                    flash.edited());
        }
    }

    record Page(List<Listed> flashes) {}

    /** @param status {@code draft} for the lines that wait to be let out, for those who may do that */
    @GET
    @Open
    public Page latest(
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ticker();
        int most = Given.number(limit, "limit", 1, MOST);
        if ("draft".equals(status)) {
            doorkeeper.caller().needs(Permission.LIVE);
            return new Page(flashes.drafts(key, most).stream().map(Listed::of).toList());
        }
        List<Flash> latest = lang == null
                ? flashes.publicLatest(key, most)
                : flashes.publicLatest(
                        key, Given.language(lang, "lang", languages).tag(), most);
        return new Page(
                doorkeeper.known().isPresent()
                        ? latest.stream().map(Listed::of).toList()
                        : latest.stream().map(this::forReaders).toList());
    }

    /** Without the number of a story that is not public. */
    private Listed forReaders(Flash flash) {
        Listed listed = Listed.of(flash);
        boolean linked = listed.story()
                .filter(story -> !editions.publicOf(story).isEmpty())
                .isPresent();
        return linked ? listed : listed.withoutStory();
    }

    @POST
    @Needs(Permission.LIVE)
    @OnceOnly
    public Response write(Wish wish) {
        ticker();
        Language language = Given.language(wish.lang(), "lang", languages);
        Flash flash = ticking.now(
                key,
                Map.of(language.tag(), Given.text(wish.text(), "text")),
                wish.urgency() == null ? Urgency.NORMAL : Urgency.of(wish.urgency()),
                story(wish.story()),
                doorkeeper.caller());
        return Response.created(URI.create("/api/v1/tickers/" + key + "/flashes/" + flash.number()))
                .entity(Listed.of(flash))
                .build();
    }

    /** Changes the words in one language, or adds a language. */
    @PUT
    @Path("{number}")
    @Needs(Permission.LIVE)
    public Listed rewrite(@PathParam("number") int number, Wish wish) {
        Language language = Given.language(wish.lang(), "lang", languages);
        Flash flash = flashes.get(key, number);
        ticking.write(flash, language.tag(), Given.text(wish.text(), "text"), doorkeeper.caller());
        if (wish.urgency() != null) flash.sound(Urgency.of(wish.urgency()));
        if (wish.story() != null) flash.leadTo(story(wish.story()));
        return Listed.of(flash);
    }

    /** Lets a draft out. */
    @POST
    @Path("{number}/publication")
    @Needs(Permission.LIVE)
    public Listed publish(@PathParam("number") int number) {
        Flash flash = flashes.get(key, number);
        ticking.publish(flash, doorkeeper.caller());
        return Listed.of(flash);
    }

    @DELETE
    @Path("{number}")
    @Needs(Permission.LIVE)
    public void remove(@PathParam("number") int number) {
        ticking.remove(flashes.get(key, number), doorkeeper.caller());
    }

    /** @throws Refusal when the key is neither the strip nor a live story that the caller may know of */
    private void ticker() {
        if (key.equals(Flashes.STRIP)) return;
        boolean there = key.matches("[0-9]{1,18}")
                && stories.find(Long.parseLong(key))
                        .filter(story -> story.kind() == Kind.LIVE)
                        .filter(story -> doorkeeper.known().isPresent()
                                || !editions.publicOf(story.id()).isEmpty())
                        .isPresent();
        if (!there) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-ticker");
    }

    private @Nullable Story story(@Nullable Long id) {
        if (id == null) return null;
        return stories.find(id)
                .orElseThrow(() -> new Refusal(Refusal.Reason.MALFORMED, "no-such-story", Map.of(), "story"));
    }
}
