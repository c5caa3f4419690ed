package org.minbar.media;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Form;
import org.minbar.language.Words;

/**
 * What of the library somebody wants to see. Each part narrows it; what is null narrows nothing.
 *
 * @param typed words to be found in any language, in what is said of a file or in its name
 * @param before only files with a lower number
 * @param from the first day on which it was taken or, where nobody said when, came in
 * @param to the last
 */
public record Choice(
        String typed,
        @Nullable Form form,
        Show show,
        @Nullable Long addedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long before) {

    /** What is the matter with a file. */
    public enum Show {
        ALL,
        /** No story shows it. */
        UNUSED,
        /** Its alternative text or its credit is missing in a language. */
        LACKING,
        /** Its rights end within a week, or have ended. */
        EXPIRING
    }

    public static final Choice EVERYTHING = new Choice("", null, Show.ALL, null, null, null, null);

    /** What is typed, folded, word by word. */
    List<String> words() {
        return Words.wanted(typed);
    }

    public Choice before(@Nullable Long number) {
        return new Choice(typed, form, show, addedBy, from, to, number);
    }
}
