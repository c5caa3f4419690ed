package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;

/**
 * Which story stands how in which language. Template {@code matrix} of the theme {@code desk}.
 *
 * @param quick ready-made questions: public in one language and missing in another, stale
 * @param languages the columns
 * @param older where the list goes on; may be empty
 * @param first where it begins; empty at the beginning
 */
public record MatrixPage(
        DeskFrame frame,
        Filters filters,
        List<Quick> quick,
        List<Link> languages,
        List<Row> rows,
        String older,
        String first) {

    /** @param days the choices of how far back */
    public record Filters(
            String address,
            List<BoardPage.Choice> publicIn,
            List<BoardPage.Choice> missingIn,
            boolean stale,
            List<BoardPage.Choice> sections,
            List<BoardPage.Choice> days) {}

    /** “Public in Arabic, missing in French”. */
    public record Quick(String name, String url, boolean current) {}

    /**
     * @param headline in {@code lang}; empty for a story that nobody has written yet
     * @param cells one for each column, in their order
     */
    public record Row(
            String id, String headline, String lang, String kind, String section, Instant opened, List<Cell> cells) {}

    /** @param touched when it last changed; empty where it is missing */
    public record Cell(BoardPage.Chip chip, Optional<Instant> touched) {}
}
