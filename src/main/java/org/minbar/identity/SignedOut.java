package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody left the desk. */
public record SignedOut(long person) implements Happening {}
