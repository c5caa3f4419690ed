package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;

/** What the house asks an editor's browser to keep. */
@ApplicationScoped
public class Cookies {

    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Inject
    private SiteAddress site;

    protected Cookies() {}

    /** For whoever comes in: her session, and in this browser from now on the language that she has set. */
    NewCookie[] entering(Person person, Secret id) {
        return person.screenLanguage()
                .map(tag -> new NewCookie[] {session(id), language(tag)})
                .orElseGet(() -> new NewCookie[] {session(id)});
    }

    /**
     * The cookie outlasts the session, whose end stands in the database: it is hers to keep open by working, and the
     * cookie of an ended one still tells whose text stands on the screen.
     */
    private NewCookie session(Secret id) {
        return cookie(Doorkeeping.COOKIE, id.clear(), "/", (int) Session.KEPT.toSeconds());
    }

    NewCookie noSession() {
        return cookie(Doorkeeping.COOKIE, "", "/", 0);
    }

    /** @param tag empty: as the browser asks */
    NewCookie language(String tag) {
        return cookie(Spoken.COOKIE, tag, "/desk", tag.isEmpty() ? 0 : A_YEAR);
    }

    private NewCookie cookie(String name, String value, String path, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(site.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
