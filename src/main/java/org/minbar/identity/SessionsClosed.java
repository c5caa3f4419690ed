package org.minbar.identity;

import org.minbar.journal.Happening;

/** Browsers in which somebody had signed in ask for her password again. */
public record SessionsClosed(long person, long who, int count) implements Happening {}
