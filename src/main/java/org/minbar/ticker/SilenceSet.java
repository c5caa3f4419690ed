package org.minbar.ticker;

import org.minbar.journal.Happening;

/** After so many hours without a line the coverage ends by itself; after 0 it never does. */
public record SilenceSet(long person, String ticker, int hours) implements Happening {}
