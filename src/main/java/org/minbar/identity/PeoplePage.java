package org.minbar.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;

/**
 * The newsroom's people, for administrators: template {@code people} of the theme {@code desk}.
 *
 * @param join where somebody new is entered
 */
public record PeoplePage(DeskFrame frame, String join, List<Listed> people) {

    /**
     * @param url her page
     * @param roles what she may be, in words
     * @param seen her last sign of life in the last 90 days
     * @param twoStep whether her password alone does not let her in
     * @param active whether she may sign in at all
     */
    public record Listed(
            String name,
            String url,
            String email,
            List<String> roles,
            Optional<Instant> seen,
            boolean twoStep,
            boolean active) {}
}
