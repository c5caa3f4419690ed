package org.minbar.ticker;

import java.time.Instant;
import org.minbar.journal.Happening;

/** A line waits for its time. */
public record FlashScheduled(long person, String ticker, int number, Instant at) implements Happening {}
