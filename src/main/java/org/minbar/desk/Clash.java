package org.minbar.desk;

import java.time.Instant;
import java.util.List;

/**
 * Two people changed the same words. The page shows both and asks for each; what it then sends starts from {@code version}.
 *
 * @param version the revision that stands now
 * @param fields the lines that clash
 * @param blocks the body in order, settled stretches and clashing ones
 * @param text the three whole texts
 */
record Clash(int version, List<Field> fields, List<Piece> blocks, Texts text) {

    /**
     * @param name of the field
     * @param by who wrote theirs; may be empty
     */
    record Field(String name, String base, String mine, String theirs, String by, Instant at) {}

    /** HTML of one or more paragraphs; on the side that took them out it is empty. */
    record Piece(boolean clash, String html, String base, String mine, String theirs) {}

    record Texts(DeskText base, DeskText mine, DeskText theirs) {}
}
