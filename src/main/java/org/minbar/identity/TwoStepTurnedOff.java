package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody's password alone is enough again: by her own wish, or by an administrator's when her telephone was lost. */
public record TwoStepTurnedOff(long person, long who) implements Happening {}
