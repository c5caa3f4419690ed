package org.minbar.site;

import java.time.Instant;
import java.util.List;

/**
 * The news strip as a page: template {@code live}. Lines stand under the day they belong to, so that a list that runs
 * over midnight reads right.
 *
 * @param stream the address of the server-sent events
 */
public record LivePage(Frame frame, List<Day> days, Paging paging, String stream) {

    /** A day in the newsroom's zone, told by any instant in it, and its lines, the newest first. */
    public record Day(Instant day, List<FlashLine> flashes) {}
}
