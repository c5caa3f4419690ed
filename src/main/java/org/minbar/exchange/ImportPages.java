package org.minbar.exchange;

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
import java.util.List;
import java.util.Optional;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The form for pasted text. */
@Path("desk/import")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs(Permission.IMPORT)
public class ImportPages {

    private static final String ADDRESS = "/desk/import";

    @Inject
    private PlainTextImport plainText;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @GET
    public View form() {
        return page("", spoken.language(), "", Optional.empty());
    }

    /** What was typed is given back with a refusal; nothing is lost. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional(dontRollbackOn = Refusal.class)
    public Response read(
            @FormParam("text") @DefaultValue("") String text, @FormParam("lang") @DefaultValue("") String lang) {
        Language language = languages.get(lang);
        try {
            if (text.isBlank()) throw new Refusal(Refusal.Reason.MALFORMED, "import-empty");
            PlainTextImport.Result result = plainText.read(text, language, null, doorkeeper.caller());
            return Response.ok(page(result.stories().isEmpty() ? text : "", language, "", Optional.of(result)))
                    .build();
        } catch (Refusal refusal) {
            String sentence = messages.say(spoken.language(), refusal.messageKey(), refusal.details());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(text, language, sentence, Optional.empty()))
                    .build();
        }
    }

    private View page(String text, Language chosen, String refusal, Optional<PlainTextImport.Result> result) {
        Language language = spoken.language();
        ImportPage page = new ImportPage(
                frames.of(language, "import.title", ADDRESS),
                ADDRESS,
                text,
                languages.all().stream()
                        .map(each -> new Link(each.ownName(), "", each.tag(), each.equals(chosen)))
                        .toList(),
                refusal,
                result.isPresent(),
                result.map(made -> made.stories().stream()
                                .map(story -> new Link(story.headline(), "/desk/?status=draft", story.lang()))
                                .toList())
                        .orElse(List.of()),
                result.map(made -> made.flashes().stream()
                                .map(flash -> new Link(flash.text(), "", chosen.tag()))
                                .toList())
                        .orElse(List.of()),
                result.map(made -> made.setAside().stream().map(this::setAside).toList())
                        .orElse(List.of()));
        return View.atDesk("import", page, language);
    }

    private ImportPage.SetAside setAside(ScrapedPage.SetAside line) {
        String as = messages.knows(spoken.language(), "import.as." + line.as()) ? line.as() : "noise";
        return new ImportPage.SetAside(line.line(), line.text(), as);
    }
}
