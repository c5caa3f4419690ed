package org.minbar.identity;

import org.minbar.journal.Happening;

/** A token was taken back. */
public record TokenRevoked(long person, long token) implements Happening {}
