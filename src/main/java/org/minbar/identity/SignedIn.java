package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody signed in at the desk. */
public record SignedIn(long person) implements Happening {}
