package org.minbar.ticker;

import org.minbar.journal.Happening;

/** A line that had waited as a draft was let out. */
public record FlashPublished(long person, String ticker, int number) implements Happening {}
