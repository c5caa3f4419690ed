package org.minbar.identity;

import org.minbar.journal.Happening;

/** A token was given out. */
public record TokenIssued(long person, long token, String name) implements Happening {}
