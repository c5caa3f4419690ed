package org.minbar.identity;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.minbar.language.Refusal;

/**
 * Somebody at a door: a person who signed in, or a token that speaks for one. What she may do is what her roles allow
 * and, with a token, what its scopes leave of that.
 */
public record Caller(long id, String name, Set<Grant> grants, Set<Permission> scopes) {

    public Caller {
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }

    static Caller signedIn(Person person) {
        return new Caller(person.id(), person.name(), person.grants(), EnumSet.allOf(Permission.class));
    }

    /** The house itself, for what no person does: the timetable, the first start, the sample newsroom. */
    public static Caller theHouse() {
        return new Caller(
                0,
                "Minbar",
                Set.of(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE)),
                EnumSet.allOf(Permission.class));
    }

    public boolean may(Permission permission, String language) {
        return scopes.contains(permission) && grants.stream().anyMatch(grant -> grant.allows(permission, language));
    }

    /** In at least one language. */
    public boolean may(Permission permission) {
        return scopes.contains(permission) && grants.stream().anyMatch(grant -> grant.allowsSomewhere(permission));
    }

    public void needs(Permission permission, String language) {
        if (!may(permission, language)) {
            throw new Refusal(
                    Refusal.Reason.NOT_ALLOWED,
                    "not-allowed",
                    Map.of("permission", permission.scope() + " " + language));
        }
    }

    public void needs(Permission permission) {
        if (!may(permission)) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, "not-allowed", Map.of("permission", permission.scope()));
        }
    }
}
