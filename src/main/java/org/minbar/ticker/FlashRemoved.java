package org.minbar.ticker;

import org.minbar.journal.Happening;

/** A line of a ticker was taken out. */
public record FlashRemoved(long person, String ticker, int number) implements Happening {}
