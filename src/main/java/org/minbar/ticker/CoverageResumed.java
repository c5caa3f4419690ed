package org.minbar.ticker;

import org.minbar.journal.Happening;

/** Live coverage that was over goes on. */
public record CoverageResumed(long person, String ticker) implements Happening {}
