package org.minbar.text;

import java.util.List;

/**
 * A body back from the copy desk, its marks and links where they were.
 *
 * @param wordings one for every wording of the body in reading order, so that a page can show what was mended where
 */
public record MendedBody(Body body, List<Mended> wordings) {
    public MendedBody {
        wordings = List.copyOf(wordings);
    }

    /** How many things were put right. */
    public int count() {
        return wordings.stream().mapToInt(mended -> mended.mends().size()).sum();
    }
}
