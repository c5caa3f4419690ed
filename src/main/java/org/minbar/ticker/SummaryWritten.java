package org.minbar.ticker;

import org.minbar.journal.Happening;

/** What is known so far was written over a live story, or taken away. */
public record SummaryWritten(long person, String ticker, String lang) implements Happening {}
