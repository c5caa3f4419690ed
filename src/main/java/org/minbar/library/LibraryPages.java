package org.minbar.library;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Form;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.Accepting;
import org.minbar.media.Choice;
import org.minbar.media.Chosen;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Uses;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The library: everything in it, narrowed; and the way in for files from a form without script. */
@Path("desk/media")
@Produces("text/html; charset=UTF-8")
@RequestScoped
public class LibraryPages {

    static final String PATH = "/desk/media";

    private static final int A_PAGE = 60;
    private static final int THUMB = 320;

    @Inject
    private MediaFiles files;

    @Inject
    private Uses uses;

    @Inject
    private Shelving shelving;

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

    @Inject
    private Browsing browsing;

    /** @param show {@code unused}, {@code lacking}, {@code expiring}, or anything else for all */
    @GET
    @Needs({Permission.READ, Permission.WRITE})
    @Transactional
    public View library(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("form") @DefaultValue("") String form,
            @QueryParam("show") @DefaultValue("") String show,
            @QueryParam("mine") @Nullable String mine,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("before") @DefaultValue("") String before) {
        Asked asked = new Asked(q.strip(), form, show, mine != null, from, to);
        return page(asked, CardsResource.number(before), List.of());
    }

    /** Several files at once; each is taken or refused for itself. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Permission.WRITE)
    public View bring(List<EntityPart> parts) {
        Caller by = doorkeeper.caller();
        Language language = spoken.language();
        List<LibraryPage.Brought> brought = new ArrayList<>();
        for (EntityPart part : Shelving.files(parts)) {
            String name = Shelving.name(part);
            try {
                Accepting.Accepted accepted = shelving.shelve(part, language, by);
                brought.add(new LibraryPage.Brought(
                        accepted.file().name(), PATH + "/" + accepted.file().id(), accepted.known(), ""));
            } catch (Refusal refusal) {
                brought.add(new LibraryPage.Brought(name, "", false, messages.say(language, refusal)));
            }
        }
        return browsing.page(() -> page(new Asked("", "", "", false, "", ""), null, brought));
    }

    /** What somebody asked for, as she typed it. */
    private record Asked(String q, String form, String show, boolean mine, String from, String to) {

        Choice choice(long person, @Nullable Long before) {
            return new Choice(q, CardsResource.form(form), chosen(), mine ? person : null, day(from), day(to), before);
        }

        Choice.Show chosen() {
            for (Choice.Show each : Choice.Show.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(show)) return each;
            }
            return Choice.Show.ALL;
        }

        private static @Nullable LocalDate day(String typed) {
            try {
                return typed.isBlank() ? null : LocalDate.parse(Digits.latin(typed.strip()));
            } catch (DateTimeException notADay) {
                return null;
            }
        }

        String address(String otherShow, String before) {
            UriBuilder address = UriBuilder.fromPath(PATH);
            if (!q.isEmpty()) address.queryParam("q", "{q}");
            if (!form.isEmpty()) address.queryParam("form", "{form}");
            if (!otherShow.isEmpty()) address.queryParam("show", otherShow);
            if (mine) address.queryParam("mine", "on");
            if (day(from) != null) address.queryParam("from", day(from));
            if (day(to) != null) address.queryParam("to", day(to));
            if (!before.isEmpty()) address.queryParam("before", before);
            return address.resolveTemplate("q", q)
                    .resolveTemplate("form", form)
                    .build()
                    .toString();
        }
    }

    private View page(Asked asked, @Nullable Long before, List<LibraryPage.Brought> brought) {
        Language language = spoken.language();
        Choice choice = asked.choice(doorkeeper.caller().id(), before);
        Chosen shown = files.choose(choice, A_PAGE);
        Set<Long> used = uses.among(shown.files().stream().map(MediaFile::id).toList());
        String show =
                asked.chosen() == Choice.Show.ALL ? "" : asked.chosen().name().toLowerCase(Locale.ROOT);
        LibraryPage page = new LibraryPage(
                frames.of(language, "media.title", PATH),
                new LibraryPage.Filters(
                        PATH, asked.q, show, forms(asked.form, language), asked.mine, asked.from, asked.to),
                views(asked, show, language),
                shown.inAll(),
                shown.files().stream()
                        .map(file -> tile(file, used.contains(file.id()), language))
                        .toList(),
                shown.more() ? asked.address(show, shown.before()) : "",
                before == null ? "" : asked.address(show, ""),
                brought);
        return View.atDesk("media", page, language);
    }

    private List<Link> views(Asked asked, String show, Language language) {
        List<Link> views = new ArrayList<>();
        for (Choice.Show each : Choice.Show.values()) {
            String tag = each == Choice.Show.ALL ? "" : each.name().toLowerCase(Locale.ROOT);
            views.add(new Link(
                    messages.say(language, "media.show." + each.name().toLowerCase(Locale.ROOT)),
                    asked.address(tag, ""),
                    language.tag(),
                    tag.equals(show)));
        }
        return views;
    }

    private List<LibraryPage.Option> forms(String chosen, Language language) {
        List<LibraryPage.Option> options = new ArrayList<>();
        for (Form form : Form.values()) {
            String tag = form.name().toLowerCase(Locale.ROOT);
            options.add(new LibraryPage.Option(
                    tag, messages.say(language, "media.form." + tag), language.tag(), tag.equals(chosen)));
        }
        return options;
    }

    private LibraryPage.Tile tile(MediaFile file, boolean used, Language language) {
        Named named = Named.of(file, language, languages.all());
        String ends = file.isExpired(files.today()) ? "ended" : file.isExpiring(files.today()) ? "ending" : "";
        return new LibraryPage.Tile(
                String.valueOf(file.id()),
                PATH + "/" + file.id(),
                Card.form(file),
                Card.print(file, Shape.SQUARE, THUMB),
                named.words(),
                named.lang(),
                languages.all().stream()
                        .filter(each -> !file.lacks(each).isEmpty())
                        .map(each -> new Link(each.ownName(), "", each.tag()))
                        .toList(),
                ends,
                used);
    }

    /**
     * What a file is called on a screen.
     *
     * @param lang of the words; empty where they are the file's name
     */
    record Named(String words, String lang) {

        /** Its caption or alternative text in the language of the screen, else in another, else the name of the file. */
        static Named of(MediaFile file, Language here, List<Language> all) {
            List<Language> order = new ArrayList<>(List.of(here));
            order.addAll(all);
            for (Language language : order) {
                FileWords said = file.words(language.tag());
                String words = said.caption().isEmpty() ? said.alt() : said.caption();
                if (!words.isEmpty()) return new Named(words, language.tag());
            }
            return new Named(file.name(), "");
        }
    }
}
