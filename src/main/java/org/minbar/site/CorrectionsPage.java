package org.minbar.site;

import java.time.Instant;
import java.util.List;

/** Everything that was put right, the newest first: template {@code corrections}. */
public record CorrectionsPage(Frame frame, List<Correction> corrections, Paging paging) {

    /** The story, when it was put right, and what readers are told about it. */
    public record Correction(Teaser story, Instant at, String note) {}
}
