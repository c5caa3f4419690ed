package org.minbar.text;

import java.util.List;
import java.util.function.Predicate;
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

    /** The files of the library that it shows, in their order. */
    public Stream<Block.Figure> figures() {
        return blocks.stream().flatMap(Body::figures);
    }

    private static Stream<Block.Figure> figures(Block block) {
        if (block instanceof Block.Figure figure) return Stream.of(figure);
        if (block instanceof Block.Gallery gallery) return gallery.figures().stream();
        if (block instanceof Block.Quote quote) return quote.blocks().stream().flatMap(Body::figures);
        if (block instanceof Block.ListBlock list) {
            return list.items().stream().flatMap(item -> item.blocks().stream()).flatMap(Body::figures);
        }
        return Stream.empty();
    }

    /** The same without the figures that are not wanted. */
    public Body showing(Predicate<Block.Figure> wanted) {
        return new Body(showing(blocks, wanted));
    }

    private static List<Block> showing(List<Block> blocks, Predicate<Block.Figure> wanted) {
        return blocks.stream().flatMap(block -> showing(block, wanted)).toList();
    }

    private static Stream<Block> showing(Block block, Predicate<Block.Figure> wanted) {
        if (block instanceof Block.Figure figure) return wanted.test(figure) ? Stream.of(figure) : Stream.empty();
        if (block instanceof Block.Gallery gallery) {
            List<Block.Figure> kept = gallery.figures().stream().filter(wanted).toList();
            return kept.isEmpty() ? Stream.empty() : Stream.of(new Block.Gallery(kept, gallery.caption()));
        }
        if (block instanceof Block.Quote quote) {
            List<Block> kept = showing(quote.blocks(), wanted);
            return kept.isEmpty() ? Stream.empty() : Stream.of(new Block.Quote(kept, quote.cite()));
        }
        if (block instanceof Block.ListBlock list) {
            List<Block.Item> kept = list.items().stream()
                    .map(item -> showing(item.blocks(), wanted))
                    .filter(inner -> !inner.isEmpty())
                    .map(Block.Item::new)
                    .toList();
            return kept.isEmpty() ? Stream.empty() : Stream.of(new Block.ListBlock(list.ordered(), kept));
        }
        return Stream.of(block);
    }

    /** Everything it says, in reading order. */
    public Stream<Wording> wordings() {
        return blocks.stream().flatMap(Block::wordings);
    }
}
