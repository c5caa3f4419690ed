package org.minbar.ticker;

import org.minbar.journal.Happening;

/** A correspondent sent a line in. */
public record FlashSubmitted(long person, String ticker, int number) implements Happening {}
