package org.minbar.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; for the newsroom's own work always in a language. Also the scopes of a token. */
public enum Permission {
    /** See what is not public: drafts, schedules, embargoed copy. */
    READ,
    /** Open stories and write editions that are not public yet. */
    WRITE,
    /** Publish, schedule, correct and withdraw. */
    PUBLISH,
    /** Write the news strip and live coverage. */
    LIVE,
    /** Bring other people's copy in, and take everything out. */
    IMPORT,
    /** Look after partner sites. */
    PARTNERS,
    /** People, settings, the index. */
    ADMIN;

    /** As written in a token's scopes: lower case. */
    public String scope() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(permission -> permission.scope().equals(scope))
                .findFirst();
    }
}
