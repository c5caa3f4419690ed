package org.minbar.identity;

import static org.minbar.identity.Permission.IMPORT;
import static org.minbar.identity.Permission.LIVE;
import static org.minbar.identity.Permission.PARTNERS;
import static org.minbar.identity.Permission.PUBLISH;
import static org.minbar.identity.Permission.READ;
import static org.minbar.identity.Permission.WRITE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A place in the newsroom, and what comes with it. A person holds roles, each in some languages or in all. */
public enum Role {
    CORRESPONDENT(WRITE),
    WRITER(READ, WRITE),
    TRANSLATOR(READ, WRITE),
    EDITOR(READ, WRITE, PUBLISH, LIVE, IMPORT),
    LIVE_EDITOR(READ, LIVE),
    PARTNER_MANAGER(READ, PARTNERS),
    ADMINISTRATOR(Permission.values());

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** As the API writes it: lower case, words joined by a hyphen. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofTag(String tag) {
        return Arrays.stream(values()).filter(role -> role.tag().equals(tag)).findFirst();
    }
}
