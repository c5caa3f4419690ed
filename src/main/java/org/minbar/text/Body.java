package org.minbar.text;

import java.util.List;
import java.util.stream.Stream;

/** The text of a story in one language, block by block. */
public record Body(List<Block> blocks) {

    public static final Body EMPTY = new Body(List.of());

    /** How deep quotations, list items and tables may stand in one another. */
    static final int DEEPEST = 8;

    /** @throws IllegalArgumentException where blocks stand in one another more than eight deep */
    public Body {
        blocks = List.copyOf(blocks);
        if (blocks.stream().anyMatch(block -> block.depth() > DEEPEST)) {
            throw new IllegalArgumentException("Blocks stand more than " + DEEPEST + " deep in one another");
        }
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Everything it says, in reading order. */
    public Stream<Wording> wordings() {
        return blocks.stream().flatMap(Block::wordings);
    }
}
