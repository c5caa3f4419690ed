package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody signs in with a code from her telephone from now on. */
public record TwoStepTurnedOn(long person) implements Happening {}
