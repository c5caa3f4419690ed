package org.minbar.library;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minbar.media.FileWords;

/** What somebody says of a file in one language; what is missing she says nothing of. */
record Wording(
        @Nullable String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable String place,
        @Nullable String transcript) {

    /** These words, and those that were there where nothing is said. */
    FileWords over(FileWords before) {
        return FileWords.of(
                Objects.requireNonNullElse(alt, before.alt()),
                Objects.requireNonNullElse(caption, before.caption()),
                Objects.requireNonNullElse(credit, before.credit()),
                Objects.requireNonNullElse(place, before.place()),
                Objects.requireNonNullElse(transcript, before.transcript()));
    }
}
