package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
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
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Story;
import org.minbar.topic.Sections;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** Begins stories. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@Needs(Permission.WRITE)
@RequestScoped
@Transactional
public class NewStoryPages {

    @Inject
    private Editing editing;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Languages languages;

    @Inject
    private Overview overview;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @GET
    @Path("new")
    public View form() {
        return page("", "", spoken.language().tag(), Kind.ARTICLE.tag(), "");
    }

    /** Opens the story and its first edition, which may have no headline yet. */
    @POST
    @Path("stories")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(
            @FormParam("lang") @DefaultValue("") String lang,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("section") @DefaultValue("") String section,
            @FormParam("headline") @DefaultValue("") String headline) {
        try {
            Caller by = doorkeeper.caller();
            Language language = languages.get(lang);
            // Everything that can be refused comes before the first row.
            by.needs(Permission.WRITE, language.tag());
            Copy copy = Copy.of(headline, "", "", null, List.of(), language);
            Story story = editing.open(Kind.of(kind), sections.get(section), List.of(), Optional.empty(), by);
            Edition edition = editing.begin(story, language, copy, Revision.Cause.SAVE, by);
            editions.settle();
            return Response.seeOther(URI.create(Overview.address(edition.id()))).build();
        } catch (Refusal refusal) {
            String sentence = messages.say(spoken.language(), refusal.messageKey(), refusal.details());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(sentence, headline, lang, kind, section))
                    .build();
        }
    }

    private View page(String refusal, String headline, String lang, String kind, String section) {
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        List<String> writable = languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.WRITE, tag))
                .toList();
        Map<String, String> names = overview.sectionNames(language);
        return View.atDesk(
                "new-story",
                new NewStoryPage(
                        frames.of(language, "new-story.title", "/desk/new"),
                        "/desk/stories",
                        refusal,
                        headline,
                        overview.languageChoices(writable, writable.contains(lang) ? lang : writable.get(0)),
                        overview.kindChoices(language, kind),
                        overview.sectionChoices(names, language, section)),
                language);
    }
}
