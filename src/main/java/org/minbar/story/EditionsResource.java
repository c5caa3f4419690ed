package org.minbar.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Mounting;
import org.minbar.media.Shown;
import org.minbar.view.SiteAddress;
import org.minbar.web.Coding;
import org.minbar.web.OnceOnly;

/** One story's edition in one language at the API: its words, its publication, its corrections. */
@Path("api/v1/stories/{id}/editions/{lang}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
public class EditionsResource {

    @Inject
    private Stories stories;

    @Inject
    private Editions editions;

    @Inject
    private Editing editing;

    @Inject
    private Languages languages;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private SiteAddress site;

    @Inject
    private Mounting mounting;

    @PathParam("id")
    private long id;

    @PathParam("lang")
    private String lang;

    /** @param at when; absent for now */
    record PublicationWish(@Nullable Instant at) {}

    record WithdrawalWish(@Nullable String reason) {}

    record CorrectionWish(
            @Nullable String note,
            @Nullable String headline,
            @Nullable String standfirst,
            @Nullable String body,
            @Nullable String slug,
            @Nullable List<Byline> bylines) {

        EditionWords words() {
            return new EditionWords(headline, standfirst, body, slug, bylines);
        }
    }

    @GET
    @Open
    public Response read() {
        Optional<Caller> reader = doorkeeper
                .known()
                .filter(caller -> caller.may(Permission.READ, language().tag()));
        return answer(
                        reader.isPresent()
                                ? editions.get(id, language().tag())
                                : editions.publicGet(id, language().tag()))
                .build();
    }

    @PUT
    @Needs(Permission.WRITE)
    public Response write(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, EditionWords words) {
        Caller by = doorkeeper.caller();
        Copy copy = words.copy(language());
        Optional<Edition> standing = editions.find(id, language().tag());
        if (standing.isEmpty()) {
            if (ifMatch != null) throw new Refusal(Refusal.Reason.VERSION_STALE, "version-stale");
            Edition begun = editing.begin(stories.get(id), language(), copy, Revision.Cause.SAVE, by);
            editions.settle();
            return answer(begun)
                    .status(Response.Status.CREATED)
                    .location(URI.create("/api/v1/stories/" + id + "/editions/" + lang))
                    .build();
        }
        if (ifMatch == null) throw new Refusal(Refusal.Reason.VERSION_MISSING, "version-missing");
        Edition edition = editions.getToChange(id, language().tag());
        expect(edition, ifMatch);
        editing.write(edition, language(), copy, Revision.Cause.SAVE, by);
        return settled(edition);
    }

    @POST
    @Path("publication")
    @Needs(Permission.PUBLISH)
    @OnceOnly
    public Response publish(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable PublicationWish wish) {
        Edition edition = toChange(ifMatch);
        Instant at = wish == null ? null : wish.at();
        if (at == null) editing.publish(edition, doorkeeper.caller());
        else editing.schedule(edition, at, doorkeeper.caller());
        return settled(edition);
    }

    @DELETE
    @Path("publication")
    @Needs(Permission.PUBLISH)
    public Response withdraw(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable WithdrawalWish wish) {
        Edition edition = toChange(ifMatch);
        if (edition.status() == Status.SCHEDULED) {
            editing.sendBack(edition, "", doorkeeper.caller());
        } else {
            editing.withdraw(edition, Given.text(wish == null ? null : wish.reason(), "reason"), doorkeeper.caller());
        }
        return settled(edition);
    }

    @POST
    @Path("corrections")
    @Needs(Permission.PUBLISH)
    @OnceOnly
    public Response correct(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, CorrectionWish wish) {
        String note = Given.text(wish.note(), "note");
        Edition edition = toChange(ifMatch);
        editing.correct(edition, language(), note, wish.words().over(edition, language()), doorkeeper.caller());
        editions.settle();
        return answer(edition).status(Response.Status.CREATED).build();
    }

    private Edition toChange(@Nullable String ifMatch) {
        Edition edition = editions.getToChange(id, language().tag());
        if (ifMatch != null) expect(edition, ifMatch);
        return edition;
    }

    private static void expect(Edition edition, String ifMatch) {
        if (ifMatch.strip().equals("*")) return;
        String current = tag(edition);
        boolean seen = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .map(Coding::plainTag)
                .anyMatch(tag -> tag.equals(current));
        if (!seen) throw new Refusal(Refusal.Reason.VERSION_STALE, "version-stale");
    }

    private Response settled(Edition edition) {
        editions.settle();
        return answer(edition).build();
    }

    private Response.ResponseBuilder answer(Edition edition) {
        return Response.ok(EditionJson.of(edition, language(), site, shown(edition)))
                .header(HttpHeaders.ETAG, tag(edition));
    }

    private static String tag(Edition edition) {
        return "\"" + edition.id() + "." + edition.version() + "\"";
    }

    private Language language() {
        return Given.language(lang, "lang", languages);
    }

    private List<Shown> shown(Edition edition) {
        return mounting.hang(edition.wall(), languages.get(edition.lang()), Mounting.Audience.READERS)
                .pictures();
    }
}
