package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Copy;
import org.minbar.story.Editing;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Revision;
import org.minbar.story.Stories;

/** Begins a story in one more language. */
@Path("desk/stories/{id: [0-9]{1,18}}/editions")
@Produces("text/html; charset=UTF-8")
@Needs(Permission.WRITE)
@RequestScoped
@Transactional
public class SisterPages {

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

    /**
     * Where somebody else was quicker, it leads to hers.
     *
     * @param source the number of the edition to make it from; 0 for one that stands alone
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("id") long id,
            @FormParam("lang") @DefaultValue("") String lang,
            @FormParam("source") @DefaultValue("0") long source) {
        Caller by = doorkeeper.caller();
        Language language = languages.get(lang);
        by.needs(Permission.WRITE, language.tag());
        Optional<Edition> standing = editions.find(id, language.tag());
        Edition edition = standing.isPresent() ? standing.get() : begun(id, language, source, by);
        return Response.seeOther(URI.create(Overview.address(edition.id()))).build();
    }

    private Edition begun(long id, Language language, long source, Caller by) {
        Edition begun = editing.begin(
                stories.get(id), language, Copy.of("", "", "", null, List.of(), language), Revision.Cause.SAVE, by);
        editions.settle();
        if (source != 0) {
            Edition origin = editions.get(source);
            if (origin.story().id() != id) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
            editing.level(begun, origin, by);
        }
        return begun;
    }
}
