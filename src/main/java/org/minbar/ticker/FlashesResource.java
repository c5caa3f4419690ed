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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
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

    /**
     * @param body HTML that stands below the line
     * @param story the number of the story that the line leads to
     * @param pinned whether it stands over the stream
     * @param key whether it is a key moment
     * @param at when it is to go out by itself
     */
    record Wish(
            @Nullable String lang,
            @Nullable String text,
            @Nullable String body,
            @Nullable String urgency,
            @Nullable Long story,
            @Nullable Boolean pinned,
            @Nullable Boolean key,
            @Nullable String at) {

        Said said() {
            return new Said(Given.text(text, "text"), body == null ? "" : body);
        }
    }

    record Listed(
            int number,
            Instant at,
            String zone,
            String urgency,
            Map<String, String> texts,
            Map<String, String> bodies,
            Optional<Long> story,
            boolean pinned,
            boolean key,
            Optional<Instant> edited,
            Optional<String> waiting) {

        Listed in(Set<String> langs) {
            return new Listed(
                    number,
                    at,
                    zone,
                    urgency,
                    among(langs, texts),
                    among(langs, bodies),
                    story,
                    pinned,
                    key,
                    edited,
                    waiting);
        }

        private static Map<String, String> among(Set<String> langs, Map<String, String> said) {
            return said.entrySet().stream()
                    .filter(each -> langs.contains(each.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        Listed withoutStory() {
            return new Listed(number, at, zone, urgency, texts, bodies, Optional.empty(), pinned, key, edited, waiting);
        }

        static Listed of(Flash flash) {
            return new Listed(
                    flash.number(),
                    flash.at(),
                    flash.zone().getId(),
                    flash.urgency().tag(),
                    flash.texts(),
                    flash.langs().stream()
                            .filter(lang -> !flash.body(lang).isEmpty())
                            .collect(Collectors.toMap(lang -> lang, flash::body)),
                    flash.story().map(Story::id),
                    flash.marks().pinned(),
                    flash.marks().keyMoment(),
                    flash.edited(),
                    flash.waiting().map(why -> why.name().toLowerCase(Locale.ROOT)));
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
            return new Page(flashes.waiting(key, most).stream().map(Listed::of).toList());
        }
        Set<String> open = open();
        if (lang != null) return latest(Given.language(lang, "lang", languages).tag(), open, most);
        return new Page(flashes.publicLatest(key, most).stream()
                .map(flash -> shown(flash, open))
                .filter(listed -> !listed.texts().isEmpty())
                .toList());
    }

    private Page latest(String lang, Set<String> open, int most) {
        if (!open.contains(lang)) throw noSuchTicker();
        return new Page(flashes.publicLatest(key, lang, most).stream()
                .map(flash -> shown(flash, open))
                .toList());
    }

    /** The languages in which the caller may read the ticker: of a live story those of its public editions. */
    private Set<String> open() {
        Stream<String> all = languages.all().stream().map(Language::tag);
        if (key.equals(Flashes.STRIP)) return all.collect(Collectors.toSet());
        Set<String> open = editions.publicOf(Long.parseLong(key)).stream()
                .map(Edition::lang)
                .collect(Collectors.toSet());
        all.filter(this::mayRead).forEach(open::add);
        if (open.isEmpty()) throw noSuchTicker();
        return open;
    }

    private boolean mayRead(String lang) {
        return doorkeeper
                .known()
                .filter(caller -> caller.may(Permission.READ, lang))
                .isPresent();
    }

    /** In these languages, and for readers without the number of a story that is not public. */
    private Listed shown(Flash flash, Set<String> open) {
        Listed listed = Listed.of(flash).in(open);
        boolean linked = listed.story()
                .filter(story -> doorkeeper
                                .known()
                                .filter(caller -> caller.may(Permission.READ))
                                .isPresent()
                        || !editions.publicOf(story).isEmpty())
                .isPresent();
        return linked ? listed : listed.withoutStory();
    }

    @POST
    @Needs(Permission.LIVE)
    @OnceOnly
    public Response write(Wish wish) {
        ticker();
        Map<String, Said> said =
                Map.of(Given.language(wish.lang(), "lang", languages).tag(), wish.said());
        Urgency urgency = wish.urgency() == null ? Urgency.NORMAL : Urgency.of(wish.urgency());
        @Nullable Story story = story(wish.story());
        Flash flash = wish.at() == null
                ? ticking.now(key, said, urgency, story, doorkeeper.caller())
                : ticking.schedule(Given.instant(wish.at(), "at"), key, said, urgency, story, doorkeeper.caller());
        mark(flash, wish);
        return created(flash);
    }

    private Response created(Flash flash) {
        return Response.created(URI.create("/api/v1/tickers/" + key + "/flashes/" + flash.number()))
                .entity(Listed.of(flash))
                .build();
    }

    /** Sends a line in, for somebody to let out. */
    @POST
    @Path("submissions")
    @Needs(Permission.WRITE)
    @OnceOnly
    public Response submit(Wish wish) {
        ticker();
        String tag = Given.language(wish.lang(), "lang", languages).tag();
        return created(ticking.submit(key, tag, wish.said(), doorkeeper.caller()));
    }

    /** Changes the words in one language, or adds a language; without words only what is said of the line. */
    @PUT
    @Path("{number: [0-9]{1,9}}")
    @Needs(Permission.LIVE)
    public Listed rewrite(@PathParam("number") int number, Wish wish) {
        Flash flash = flashes.get(key, number);
        boolean marks = wish.urgency() != null || wish.story() != null || wish.pinned() != null || wish.key() != null;
        if (wish.text() != null || !marks) {
            ticking.write(flash, Given.language(wish.lang(), "lang", languages), wish.said(), doorkeeper.caller());
        }
        mark(flash, wish);
        return Listed.of(flash);
    }

    private void mark(Flash flash, Wish wish) {
        Flash.Marks marks = flash.marks();
        if (wish.urgency() != null) marks = marks.urgency(Urgency.of(wish.urgency()));
        if (wish.story() != null) marks = marks.leadingTo(story(wish.story()));
        if (wish.pinned() != null) marks = marks.pinned(wish.pinned());
        if (wish.key() != null) marks = marks.keyMoment(wish.key());
        if (!marks.equals(flash.marks())) ticking.mark(flash, marks, doorkeeper.caller());
    }

    /** Lets a line out that waits. */
    @POST
    @Path("{number: [0-9]{1,9}}/publication")
    @Needs(Permission.LIVE)
    public Listed publish(@PathParam("number") int number) {
        Flash flash = flashes.get(key, number);
        ticking.publish(flash, doorkeeper.caller());
        return Listed.of(flash);
    }

    @DELETE
    @Path("{number: [0-9]{1,9}}")
    @Needs(Permission.LIVE)
    public void remove(@PathParam("number") int number) {
        ticking.remove(flashes.get(key, number), doorkeeper.caller());
    }

    /** @throws Refusal when the key is neither the strip nor a live story */
    private void ticker() {
        if (key.equals(Flashes.STRIP)) return;
        boolean there = key.matches("[0-9]{1,18}")
                && stories.find(Long.parseLong(key))
                        .filter(story -> story.kind() == Kind.LIVE)
                        .isPresent();
        if (!there) throw noSuchTicker();
    }

    private static Refusal noSuchTicker() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-ticker");
    }

    private @Nullable Story story(@Nullable Long id) {
        if (id == null) return null;
        return stories.find(id)
                .orElseThrow(() -> new Refusal(Refusal.Reason.MALFORMED, "no-such-story", Map.of(), "story"));
    }
}
