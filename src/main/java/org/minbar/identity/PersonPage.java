package org.minbar.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * One person, for administrators: template {@code person} of the theme {@code desk}. The form posts {@code name},
 * {@code email} and a {@code grant} ({@code writer:ar}) for each ticked box to {@code action}; the buttons post to
 * {@code action/departure}, {@code /return}, {@code /first-password}, {@code /sessions/end} and
 * {@code /two-step/removal}.
 *
 * @param action {@code /desk/people} for somebody new, {@code /desk/people/7} for somebody known
 * @param known whether she is in the newsroom already
 * @param password her first password, in the one answer that shows it; else empty
 * @param languages the columns: every language first, with an empty {@code lang}
 * @param roles the rows
 * @param sessions how many browsers she is signed in with
 */
public record PersonPage(
        DeskFrame frame,
        String action,
        boolean known,
        String name,
        String email,
        String refusal,
        String password,
        List<Link> languages,
        List<RoleRow> roles,
        boolean active,
        boolean twoStep,
        int sessions,
        Optional<Instant> seen) {

    /** @param name the role's name */
    public record RoleRow(String name, List<Cell> cells) {}

    /**
     * @param value what the box sends: {@code writer:ar}, {@code editor:*}
     * @param label what the box means, for those who hear it: “Writer, Arabic”
     * @param ticked whether she has it
     * @param offered whether there is a box at all
     */
    public record Cell(String value, String label, boolean ticked, boolean offered) {}
}
