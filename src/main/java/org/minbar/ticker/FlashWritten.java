package org.minbar.ticker;

import org.minbar.journal.Happening;

/** A line of a ticker was written or changed in a language. */
public record FlashWritten(long person, String ticker, int number, String lang) implements Happening {}
