package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody left the newsroom. */
public record PersonLeft(long person, long who) implements Happening {}
