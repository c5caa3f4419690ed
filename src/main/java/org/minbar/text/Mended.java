package org.minbar.text;

import java.util.List;

/**
 * A text back from the copy desk.
 *
 * @param mends what was put right, in the order in which it was done; empty where the text was in order
 */
public record Mended(String text, List<Mend> mends) {
    public Mended {
        mends = List.copyOf(mends);
    }
}
