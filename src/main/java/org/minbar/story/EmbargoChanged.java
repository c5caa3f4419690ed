package org.minbar.story;

import java.time.Instant;
import java.util.Optional;
import org.minbar.journal.Happening;

/** A story was put under embargo, or its embargo was moved or lifted. @param until empty: there is none any more */
public record EmbargoChanged(long person, long story, Optional<Instant> until) implements Happening {}
