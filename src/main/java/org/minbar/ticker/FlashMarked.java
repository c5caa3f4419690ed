package org.minbar.ticker;

import org.minbar.journal.Happening;

/** A line was pinned, made a key moment, given another urgency or another story, or the reverse. */
public record FlashMarked(long person, String ticker, int number) implements Happening {}
