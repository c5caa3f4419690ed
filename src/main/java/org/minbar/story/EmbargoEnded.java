package org.minbar.story;

import java.time.Instant;
import org.minbar.journal.Happening;

/**
 * The time of an embargo has come. What is public is decided by the clock alone; this tells those who keep something
 * ready, and the desk.
 *
 * @param late how many seconds after its time it was told: more than a few where no node ran
 */
public record EmbargoEnded(long person, long story, Instant until, long late) implements Happening {}
