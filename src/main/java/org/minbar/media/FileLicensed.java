package org.minbar.media;

import java.time.LocalDate;
import java.util.Optional;
import org.minbar.journal.Happening;

/** Somebody wrote how a file may be used. */
public record FileLicensed(long person, long file, Optional<LocalDate> expires, boolean partners)
        implements Happening {}
