package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * The desk's first screen: the stories in work, and how far each of their editions is. Template {@code board} of the
 * theme {@code desk}.
 *
 * @param filters ways to narrow the list; the one in use is {@code current}
 * @param languages the languages of the house, the columns of the board
 * @param stories the one touched last first
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 */
public record BoardPage(
        DeskFrame frame,
        List<Link> filters,
        List<Link> languages,
        List<BoardStory> stories,
        String newer,
        String older) {

    /**
     * A story on the board.
     *
     * @param id its public number
     * @param kind {@code article}, {@code brief}, {@code release}, {@code review}, {@code live} or {@code page}
     * @param section its section's name in the page's language; may be empty
     * @param editions one for each column, in the order of the columns
     */
    public record BoardStory(String id, String kind, String section, Instant touched, List<BoardEdition> editions) {}

    /**
     * A story in one language.
     *
     * @param lang the tag of its language
     * @param headline empty where the edition is not yet begun
     * @param status {@code missing}, {@code draft}, {@code review}, {@code ready}, {@code scheduled},
     *     {@code published}, {@code corrected}, {@code withdrawn} or {@code archived}
     * @param url where it is written; empty where the person may not
     */
    public record BoardEdition(String lang, String headline, String status, String url) {}
}
