package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.journal.Journal;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;

/** The newsroom's people; for administrators. */
@Path("api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Needs(Permission.ADMIN)
@Transactional
public class PeopleResource {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private People people;

    @Inject
    private Staffing staffing;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    /** @param languages tags; absent or empty: every language */
    record RoleIn(@Nullable String role, @Nullable List<String> languages) {}

    record Wish(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable List<RoleIn> roles,
            @Nullable Boolean active) {}

    record Listed(long id, String email, String name, boolean active, List<RoleIn> roles, @Nullable String password) {}

    @GET
    public List<Listed> all() {
        return people.all().stream().map(person -> listed(person, null)).toList();
    }

    @GET
    @Path("{id}")
    public Listed one(@PathParam("id") long id) {
        return listed(people.get(id), null);
    }

    /** Without a password the answer holds one, which she must change when she first signs in. */
    @POST
    public Response join(Wish wish) {
        String email = given(wish.email(), "email");
        @Nullable String chosen = wish.password();
        Password password = chosen == null ? Password.random(RANDOM) : Password.chosen(chosen);
        Person person = new Person(email, given(wish.name(), "name"), password, clock);
        person.grant(grants(wish.roles() == null ? List.of() : wish.roles()));
        if (chosen == null) person.mustChangePassword();
        staffing.join(person, doorkeeper.caller());
        return Response.created(URI.create("/api/v1/people/" + person.id()))
                .entity(listed(person, chosen == null ? password.reveal() : null))
                .build();
    }

    @PATCH
    @Path("{id}")
    public Listed change(@PathParam("id") long id, Wish wish) {
        Person person = people.get(id);
        if (wish.email() != null && !Person.address(wish.email()).equals(person.email())) {
            throw new Refusal(Refusal.Reason.MALFORMED, "fixed-value", Map.of("value", person.email()), "email");
        }
        Set<Grant> grants = wish.roles() == null ? person.grants() : grants(wish.roles());
        boolean active = wish.active() == null ? person.active() : wish.active();
        staffing.keepAnAdministrator(person, active, grants);
        if (wish.name() != null) person.rename(given(wish.name(), "name"));
        person.grant(grants);
        if (wish.password() != null) {
            person.changePassword(Password.chosen(wish.password()));
            people.closeAll(person, clock);
        }
        if (active) {
            person.comeBack();
        } else {
            person.leave();
            people.closeAll(person, clock);
        }
        journal.record(new PersonChanged(doorkeeper.caller().id(), id));
        return listed(person, null);
    }

    /** She signs in no more; her name stays on what she did. */
    @DELETE
    @Path("{id}")
    public void leave(@PathParam("id") long id) {
        staffing.leave(people.get(id), doorkeeper.caller());
    }

    private Set<Grant> grants(List<RoleIn> roles) {
        Set<Grant> grants = new HashSet<>();
        for (RoleIn wanted : roles) {
            String tag = given(wanted.role(), "roles.role");
            Role role = Role.ofTag(tag)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.MALFORMED,
                            "unknown-value",
                            Map.of("value", tag, "allowed", allRoles()),
                            "roles.role"));
            List<String> tags = wanted.languages() == null ? List.of() : wanted.languages();
            if (tags.isEmpty()) grants.add(new Grant(role, Grant.EVERY_LANGUAGE));
            for (String lang : tags) {
                if (!lang.equals(Grant.EVERY_LANGUAGE) && languages.find(lang).isEmpty()) {
                    throw new Refusal(
                            Refusal.Reason.MALFORMED, "bad-language", Map.of("value", lang), "roles.languages");
                }
                grants.add(new Grant(role, lang));
            }
        }
        return grants;
    }

    private static String allRoles() {
        return Stream.of(Role.values()).map(Role::tag).collect(Collectors.joining(", "));
    }

    private static String given(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new Refusal(Refusal.Reason.MALFORMED, "missing-field", Map.of("field", field), field);
        }
        return value.strip();
    }

    private static Listed listed(Person person, @Nullable String password) {
        Map<Role, Set<String>> byRole = new TreeMap<>(Comparator.comparing(Role::ordinal));
        for (Grant grant : person.grants()) {
            byRole.computeIfAbsent(grant.role(), role -> new TreeSet<>()).add(grant.lang());
        }
        List<RoleIn> roles = byRole.entrySet().stream()
                .map(role -> new RoleIn(role.getKey().tag(), List.copyOf(role.getValue())))
                .toList();
        return new Listed(person.id(), person.email(), person.name(), person.active(), roles, password);
    }
}
