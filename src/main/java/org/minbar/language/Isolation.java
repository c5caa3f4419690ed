package org.minbar.language;

import java.util.Optional;

/**
 * Keeps a run of text from pulling its neighbours out of order: the isolates of the Unicode Bidirectional Algorithm
 * (UAX #9). For plain text; HTML has {@code <bdi>}.
 */
public final class Isolation {

    static final char FIRST_STRONG_ISOLATE = '\u2068';
    static final char POP_ISOLATE = '\u2069';
    private static final char POP_EMBEDDING = '\u202C';

    private Isolation() {}

    /**
     * The text between U+2068 and U+2069, its own controls balanced, so that it can't leak out of its isolate; an empty
     * text stays empty.
     */
    public static String isolate(String text) {
        return text.isEmpty() ? text : FIRST_STRONG_ISOLATE + balance(text) + POP_ISOLATE;
    }

    /** The text without bidirectional controls: for attributes, file names, addresses and search keys. */
    public static String stripControls(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isControl(text.charAt(i))) {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString();
    }

    /**
     * The direction of the first strong character, what stands in isolates left aside (UAX #9, P2); empty where there is
     * none, as in a number.
     */
    public static Optional<Direction> firstStrong(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isIsolate(c)) {
                depth++;
            } else if (c == POP_ISOLATE) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && strong(c).isPresent()) {
                return strong(c);
            }
        }
        return Optional.empty();
    }

    /** The isolated text if something in it runs against the direction of the language, else the text as it is. */
    static String isolateForeign(String text, Language language) {
        boolean foreign = text.codePoints()
                .mapToObj(Isolation::strong)
                .flatMap(Optional::stream)
                .anyMatch(direction -> direction != language.direction());
        return foreign ? isolate(text) : text;
    }

    /** Drops closing controls that close nothing and closes what is left open. */
    static String balance(String text) {
        StringBuilder balanced = new StringBuilder(text.length() + 2);
        StringBuilder owed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isIsolate(c)) {
                owed.append(POP_ISOLATE);
            } else if (isEmbedding(c)) {
                owed.append(POP_EMBEDDING);
            } else if (c == POP_ISOLATE) {
                // Closing an isolate closes the embeddings that were opened in it (UAX #9, X6a).
                int opened = owed.lastIndexOf(String.valueOf(POP_ISOLATE));
                if (opened < 0) {
                    continue;
                }
                owed.setLength(opened);
            } else if (c == POP_EMBEDDING) {
                int last = owed.length() - 1;
                if (last < 0 || owed.charAt(last) != POP_EMBEDDING) {
                    continue;
                }
                owed.setLength(last);
            }
            balanced.append(c);
        }
        return balanced.append(owed.reverse()).toString();
    }

    static boolean isControl(int c) {
        return c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isIsolate(int c) {
        return c >= 0x2066 && c <= 0x2068;
    }

    private static boolean isEmbedding(int c) {
        return c >= 0x202A && c <= 0x202E && c != POP_EMBEDDING;
    }

    private static Optional<Direction> strong(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Optional.of(Direction.LTR);
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                Optional.of(Direction.RTL);
            default -> Optional.empty();
        };
    }
}
