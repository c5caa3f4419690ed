package org.minbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two people's versions of a text brought together, with the text that both began from. What one of them left as it was is
 * taken from the other; what both changed the same way is taken once; what both changed differently is a clash, which a
 * person settles.
 *
 * <p>This is diff3 as Khanna, Kunal and Pierce describe it (“A formal investigation of diff3”, 2007), over the paragraphs
 * of a body, with one difference: a paragraph that was edited is still the same paragraph (as {@link Comparison} finds it),
 * so that two neighbours edited by two people don't clash. Merging with a side that changed nothing gives the other side,
 * and it does not matter which side is which, except for the names in a clash.
 *
 * @param parts in the order of the text
 */
public record Merging(List<Part> parts) {

    public Merging {
        parts = List.copyOf(parts);
    }

    /** Some paragraphs of the outcome, or the choice between some. */
    public sealed interface Part {}

    /** Nobody need look at these. */
    public record Settled(List<Block> blocks) implements Part {
        public Settled {
            blocks = List.copyOf(blocks);
        }
    }

    /** Both changed these, each in another way. A side without blocks took them out; a base without blocks had none. */
    public record Clash(List<Block> base, List<Block> mine, List<Block> theirs) implements Part {
        public Clash {
            base = List.copyOf(base);
            mine = List.copyOf(mine);
            theirs = List.copyOf(theirs);
        }

        List<Block> kept(Keep keep) {
            return switch (keep) {
                case MINE -> mine;
                case THEIRS -> theirs;
                case BOTH -> Stream.concat(mine.stream(), theirs.stream()).toList();
            };
        }
    }

    /** How a person settles a clash. Its name in lower case is what pages and scripts know it by. */
    public enum Keep {
        MINE,
        THEIRS,
        /** Mine first. */
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param base what both began from */
    public static Merging of(Body base, Body mine, Body theirs) {
        return new Weave(base.blocks(), mine.blocks(), theirs.blocks()).merging();
    }

    /**
     * A headline, a slug, a list of bylines: what has no paragraphs.
     *
     * @return empty where both changed it, each in another way
     */
    public static <T> Optional<T> whole(T base, T mine, T theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return Optional.of(mine);
        }
        return mine.equals(base) ? Optional.of(theirs) : Optional.empty();
    }

    public boolean clean() {
        return clashes() == 0;
    }

    public int clashes() {
        return (int) parts.stream().filter(Clash.class::isInstance).count();
    }

    /** @return empty where there is a clash */
    public Optional<Body> body() {
        return clean() ? Optional.of(settled(List.of())) : Optional.empty();
    }

    /**
     * The body with every clash settled.
     *
     * @param keeps one for each clash, in their order
     * @throws IllegalArgumentException for more or fewer
     */
    public Body settled(List<Keep> keeps) {
        if (keeps.size() != clashes()) {
            throw new IllegalArgumentException(clashes() + " clashes, but " + keeps.size() + " answers");
        }
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (Part part : parts) {
            if (part instanceof Settled settled) {
                blocks.addAll(settled.blocks());
            } else if (part instanceof Clash clash) {
                blocks.addAll(clash.kept(keeps.get(next++)));
            }
        }
        return new Body(blocks);
    }

    /** Three texts at work: base paragraphs that are found on both sides are the posts, and the rest hangs between them. */
    private static final class Weave {
        private final List<Block> base;
        private final List<Block> mine;
        private final List<Block> theirs;
        private final List<Part> parts = new ArrayList<>();
        private final List<Block> settled = new ArrayList<>();

        Weave(List<Block> base, List<Block> mine, List<Block> theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
        }

        Merging merging() {
            int[] inMine = new Comparing(base, mine).matches(false);
            int[] inTheirs = new Comparing(base, theirs).matches(false);
            int o = 0;
            int a = 0;
            int b = 0;
            for (int post = 0; post < base.size(); post++) {
                if (inMine[post] >= 0 && inTheirs[post] >= 0) {
                    between(base.subList(o, post), mine.subList(a, inMine[post]), theirs.subList(b, inTheirs[post]));
                    o = post + 1;
                    a = inMine[post] + 1;
                    b = inTheirs[post] + 1;
                    merge(base.subList(post, o), mine.subList(a - 1, a), theirs.subList(b - 1, b));
                }
            }
            between(base.subList(o, base.size()), mine.subList(a, mine.size()), theirs.subList(b, theirs.size()));
            settle();
            return new Merging(parts);
        }

        /** What both put in, at the beginning or the end, is no clash, whatever else one of them put beside it. */
        private void between(List<Block> o, List<Block> a, List<Block> b) {
            if (whole(o, a, b).isPresent()) {
                merge(o, a, b);
                return;
            }
            int least = Math.min(a.size(), b.size());
            int first = 0;
            while (first < least && a.get(first).equals(b.get(first))) {
                first++;
            }
            int last = 0;
            while (last < least - first && a.get(a.size() - 1 - last).equals(b.get(b.size() - 1 - last))) {
                last++;
            }
            settled.addAll(a.subList(0, first));
            merge(o, a.subList(first, a.size() - last), b.subList(first, b.size() - last));
            settled.addAll(a.subList(a.size() - last, a.size()));
        }

        private void merge(List<Block> o, List<Block> a, List<Block> b) {
            Optional<List<Block>> decided = whole(o, a, b);
            if (decided.isPresent()) {
                settled.addAll(decided.get());
            } else {
                settle();
                parts.add(new Clash(o, a, b));
            }
        }

        private void settle() {
            if (!settled.isEmpty()) {
                parts.add(new Settled(settled));
                settled.clear();
            }
        }
    }
}
