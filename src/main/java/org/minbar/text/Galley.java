package org.minbar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Text under correction, which remembers for every character where it stood in what was handed in. */
final class Galley {

    /**
     * A change: the characters from start up to end give way to others.
     *
     * @param pair changes of one number are made together or not at all; 0 for one that stands alone
     */
    record Change(int start, int end, String after, int pair) {
        Change(int start, int end, String after) {
            this(start, end, after, 0);
        }
    }

    private String text;
    private int[] origins;

    Galley(String text) {
        this.text = text;
        origins = new int[text.length()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = i;
        }
    }

    String text() {
        return text;
    }

    /** Where the character stood at first; one past the end has the place after the last. */
    int origin(int index) {
        if (index < origins.length) {
            return origins[index];
        }
        return origins.length == 0 ? 0 : origins[origins.length - 1] + 1;
    }

    /** @param changes from left to right, none reaching into the next */
    void make(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        StringBuilder mended = new StringBuilder(text.length() + changes.size());
        int[] places = new int
                [text.length()
                        + changes.stream().mapToInt(c -> c.after().length()).sum()];
        int from = 0;
        for (Change change : changes) {
            System.arraycopy(origins, from, places, mended.length(), change.start() - from);
            mended.append(text, from, change.start());
            for (int i = 0; i < change.after().length(); i++) {
                places[mended.length()] = placeOf(change, i);
                mended.append(change.after().charAt(i));
            }
            from = change.end();
        }
        System.arraycopy(origins, from, places, mended.length(), text.length() - from);
        mended.append(text, from, text.length());
        text = mended.toString();
        origins = Arrays.copyOf(places, text.length());
    }

    private int placeOf(Change change, int i) {
        if (change.end() > change.start()) {
            return origins[Math.min(change.start() + i, change.end() - 1)];
        }
        return origins[change.start() > 0 ? change.start() - 1 : 0];
    }

    /** Takes out every code point that is not wanted. */
    void drop(IntPredicate unwanted) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int after = i + Character.charCount(c);
            if (unwanted.test(c)) {
                changes.add(new Change(i, after, ""));
            }
            i = after;
        }
        make(changes);
    }
}
