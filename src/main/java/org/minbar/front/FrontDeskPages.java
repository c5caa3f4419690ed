package org.minbar.front;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Digits;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Given;
import org.minbar.story.Kind;
import org.minbar.story.Status;
import org.minbar.topic.Sections;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;
import org.minbar.web.TypedTime;

/**
 * Where editors arrange the front pages. Each change is a form that says which version its editor has seen; who comes
 * second is shown what stands there now, with a form that does it all the same.
 */
@Path("desk/front")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Needs(Permission.PUBLISH)
@Transactional(dontRollbackOn = Refusal.class)
public class FrontDeskPages {

    static final String PATH = "/desk/front";

    private static final int LONGEST = 200;

    @Inject
    private FrontScreen screen;

    @Inject
    private Arranging arranging;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    @Inject
    private Languages languages;

    @Inject
    private TypedTime typedTime;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Clock clock;

    /**
     * @param in the language of the front page; by default the screen's, or the first in which the editor publishes
     * @param words of a headline
     */
    @GET
    public View desk(
            @QueryParam("in") @DefaultValue("") String in,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("done") @DefaultValue("") String done) {
        Language language = in.isEmpty() ? own() : Given.language(in, "in", languages);
        doorkeeper.caller().needs(Permission.PUBLISH, language.tag());
        String notice =
                FrontScreen.DONE.contains(done) ? messages.say(spoken.language(), "desk-front.done." + done) : "";
        String typed = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return screen.show(language, typed.strip(), notice, "", Optional.empty());
    }

    /** Her screen's language, where she publishes in it. */
    private Language own() {
        Caller caller = doorkeeper.caller();
        Language screens = spoken.language();
        if (caller.may(Permission.PUBLISH, screens.tag())) return screens;
        return languages.all().stream()
                .filter(each -> caller.may(Permission.PUBLISH, each.tag()))
                .findFirst()
                .orElse(screens);
    }

    /** Puts a story into a slot: {@code slot}, {@code story}, {@code until} or nothing. */
    @POST
    @Path("placements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(MultivaluedMap<String, String> form) {
        return change("placements", form, asked -> {
            long story = asked.story();
            asked.mustBePlaceable(story);
            return front -> front.place(
                    asked.number("slot"),
                    story,
                    typedTime.instantIfAny(asked.text("until"), "until"),
                    doorkeeper.caller(),
                    clock);
        });
    }

    /** Moves what the slot {@code from} shows, {@code story}, to the slot {@code to}. */
    @POST
    @Path("moves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(MultivaluedMap<String, String> form) {
        return change("moves", form, asked -> {
            long story = asked.story();
            return front -> {
                if (!front.holds(story)) asked.mustBePlaceable(story);
                return front.move(asked.number("from"), asked.number("to"), story, doorkeeper.caller());
            };
        });
    }

    /** Gives the slot {@code slot} back to its rule. */
    @POST
    @Path("removals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(MultivaluedMap<String, String> form) {
        return change("removals", form, asked -> front -> front.clear(asked.number("slot"), doorkeeper.caller()));
    }

    /** Changes the rule of the slot {@code slot}: {@code section}, any number of {@code kind}, {@code days}. */
    @POST
    @Path("rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rule(MultivaluedMap<String, String> form) {
        return change("rules", form, asked -> {
            Rule rule = new Rule(asked.section(), asked.kinds(), asked.days());
            return front -> front.rule(asked.number("slot"), rule, doorkeeper.caller());
        });
    }

    private Response change(
            String act, MultivaluedMap<String, String> form, Function<Asked, Function<Front, FrontArranged>> asking) {
        Asked asked = new Asked(form);
        Language language = Given.language(asked.text("in"), "in", languages);
        doorkeeper.caller().needs(Permission.PUBLISH, language.tag());
        try {
            long seen = asked.number("version");
            arranging.change(language, seen, doorkeeper.caller(), asking.apply(asked));
            return Response.seeOther(asked.back(language, act)).build();
        } catch (Refusal refusal) {
            boolean late = refusal.kind().equals("front-changed");
            return Response.status(
                            refusal.reason() == Refusal.Reason.CONFLICT
                                    ? Response.Status.CONFLICT
                                    : Response.Status.BAD_REQUEST)
                    .entity(screen.show(
                            language,
                            asked.text("q"),
                            "",
                            messages.say(spoken.language(), refusal),
                            late ? Optional.of(again(act, form)) : Optional.empty()))
                    .build();
        }
    }

    /** The form as it was sent; the version is the one that the new screen shows. */
    private FrontDeskPage.Again again(String act, MultivaluedMap<String, String> form) {
        List<FrontDeskPage.Field> fields = form.entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("version") && !field.getKey().equals("q"))
                .flatMap(
                        field -> field.getValue().stream().map(value -> new FrontDeskPage.Field(field.getKey(), value)))
                .toList();
        return new FrontDeskPage.Again(
                PATH + "/" + act, fields, messages.say(spoken.language(), "desk-front.again." + act));
    }

    /** A form, and refusals that name its fields. */
    private final class Asked {

        private final MultivaluedMap<String, String> form;

        Asked(MultivaluedMap<String, String> form) {
            this.form = form;
        }

        String text(String name) {
            @Nullable String value = form.getFirst(name);
            return value == null ? "" : value.strip();
        }

        int number(String name) {
            return Given.number(text(name), name, 0, Integer.MAX_VALUE);
        }

        long story() {
            String typed = Digits.latin(text("story"));
            if (typed.matches("[0-9]{1,18}")) return Long.parseLong(typed);
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
        }

        /** What is public in the language, or will be at a time that is set. */
        void mustBePlaceable(long story) {
            Edition edition = editions.get(story, text("in"));
            boolean fit = edition.isPublished() || edition.status() == Status.SCHEDULED;
            if (!fit || edition.story().kind() == Kind.PAGE)
                throw new Refusal(Refusal.Reason.CONFLICT, "not-for-front");
        }

        long section() {
            String slug = text("section");
            return slug.isEmpty() ? Rule.ANY_SECTION : sections.get(slug).id();
        }

        Set<Kind> kinds() {
            List<String> ticked = form.getOrDefault("kind", List.of());
            Set<Kind> kinds = ticked.stream().map(Kind::of).collect(Collectors.toSet());
            return kinds.containsAll(Area.news()) ? Set.of() : kinds;
        }

        int days() {
            String days = text("days");
            return days.isEmpty() ? Rule.ANY_AGE : Given.number(days, "days", 0, 365);
        }

        /** The screen that she came from, at the slot that she changed. */
        URI back(Language language, String act) {
            String slot = text(text("to").isEmpty() ? "slot" : "to");
            String words = text("q").isEmpty() ? "" : "&q=" + URLEncoder.encode(text("q"), StandardCharsets.UTF_8);
            return URI.create(PATH + "?in=" + language.tag() + words + "&done=" + act
                    + (slot.matches("[0-9]{1,3}") ? "#slot-" + slot : ""));
        }
    }
}
