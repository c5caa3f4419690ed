package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody's name, roles or password were changed. */
public record PersonChanged(long person, long who) implements Happening {}
