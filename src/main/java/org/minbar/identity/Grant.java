package org.minbar.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role in one language, or in every language. */
@Embeddable
public class Grant {

    /** In place of a language tag: every language, also those that are added later. */
    public static final String EVERY_LANGUAGE = "*";

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @Column(name = "lang")
    private String lang;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Grant() {}

    public Grant(Role role, String lang) {
        this.role = role;
        this.lang = lang;
    }

    public Role role() {
        return role;
    }

    public String lang() {
        return lang;
    }

    boolean allows(Permission permission, String language) {
        return role.allows(permission) && (lang.equals(EVERY_LANGUAGE) || lang.equals(language));
    }

    boolean allowsSomewhere(Permission permission) {
        return role.allows(permission);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Grant grant && role == grant.role && lang.equals(grant.lang);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, lang);
    }
}
