package org.minbar.library;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Form;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.media.Choice;
import org.minbar.media.Chosen;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.view.Spoken;

/** What the editor's page asks of the library: in JSON, under her session. */
@Path("desk/media")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional
public class CardsResource {

    private static final int A_PAGE = 24;
    private static final int MOST = 200;

    @Inject
    private MediaFiles files;

    @Inject
    private Describing describing;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private Spoken spoken;

    record Cards(List<Card> files, String before) {}

    /** @param before where the last page ended */
    @GET
    @Path("find")
    @Needs({Permission.READ, Permission.WRITE})
    public Cards find(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("form") @DefaultValue("") String form,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("before") @DefaultValue("") String before) {
        Choice choice = new Choice(q, form(form), Choice.Show.ALL, null, null, null, number(before));
        Chosen found = files.choose(choice, A_PAGE);
        Language language = language(lang);
        return new Cards(
                found.files().stream()
                        .map(file -> Card.of(file, language, true))
                        .toList(),
                found.before());
    }

    @GET
    @Path("cards")
    @Needs({Permission.READ, Permission.WRITE})
    public Cards cards(@QueryParam("id") List<Long> ids, @QueryParam("lang") @Nullable String lang) {
        Language language = language(lang);
        Map<Long, MediaFile> found = files.of(ids.stream().limit(MOST).toList());
        return new Cards(
                ids.stream()
                        .distinct()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(file -> Card.of(file, language, true))
                        .toList(),
                "");
    }

    @PUT
    @Path("{id: [1-9][0-9]{0,17}}/words/{lang}")
    @Needs(Permission.WRITE)
    public Card describe(@PathParam("id") long id, @PathParam("lang") String lang, Wording said) {
        Language language = languages.get(lang);
        MediaFile file = files.getToChange(id);
        describing.words(file, lang, said.over(file.words(lang)), doorkeeper.caller());
        return Card.of(file, language, true);
    }

    private Language language(@Nullable String lang) {
        return lang == null ? spoken.language() : languages.get(lang);
    }

    static @Nullable Form form(String tag) {
        for (Form form : Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(tag)) return form;
        }
        return null;
    }

    static @Nullable Long number(String digits) {
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : null;
    }
}
