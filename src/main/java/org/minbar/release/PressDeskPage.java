package org.minbar.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * The press desk. Template {@code press} of the theme {@code desk}.
 *
 * @param locale the screen's, for the countdown
 * @param waiting under embargo, the next to end first
 * @param free for immediate release, or free by now; the newest first
 * @param document the number of a document that a release can be made of; empty where none was named
 */
public record PressDeskPage(
        DeskFrame frame,
        String locale,
        String zone,
        List<Row> waiting,
        List<Row> free,
        List<Link> sections,
        boolean mayOpen,
        String document,
        String documentName,
        String refusal) {

    /**
     * A release.
     *
     * @param left seconds until the embargo ends; 0 where there is none
     * @param countdown {@code 1:05:09}; empty where it is more than a day, or there is none
     */
    public record Row(
            String id,
            String headline,
            String lang,
            String url,
            String issuer,
            Optional<Instant> embargo,
            long left,
            String countdown,
            List<String> targets,
            List<State> states,
            int attachments) {}

    /** Where an edition stands. */
    public record State(String lang, String name, String status, String url) {}
}
