package org.minbar.ticker;

import org.minbar.journal.Happening;

/** Live coverage is over. */
public record CoverageEnded(long person, String ticker) implements Happening {}
