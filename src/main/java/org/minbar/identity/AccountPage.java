package org.minbar.identity;

import java.time.Instant;
import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * One's own account: template {@code me} of the theme {@code desk}, and {@code sessions} for the sessions alone. The
 * language form posts {@code lang} to {@code /desk/me/language}; a session's button posts to its {@code end}.
 *
 * @param email what she signs in with
 * @param roles what she may be, in words
 * @param screen her screen's languages to choose from; {@code current} for the one that she has set, its {@code lang}
 *     empty for “as the browser asks”
 * @param twoStep whether her password alone does not let her in
 * @param codes how many recovery codes she has left
 * @param sessions the browsers in which she is signed in
 */
public record AccountPage(
        DeskFrame frame,
        String email,
        List<String> roles,
        List<Link> screen,
        boolean twoStep,
        int codes,
        List<OpenSession> sessions) {

    /**
     * @param browser {@code Firefox · Linux}
     * @param opened when she signed in there
     * @param seen its last sign of life, give or take five minutes
     * @param here whether this is the one that shows the page
     * @param end where the button posts that closes it
     */
    public record OpenSession(String browser, Instant opened, Instant seen, boolean here, String end) {}

    public boolean others() {
        return sessions.stream().anyMatch(session -> !session.here());
    }
}
