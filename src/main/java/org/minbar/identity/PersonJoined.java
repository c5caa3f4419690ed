package org.minbar.identity;

import org.minbar.journal.Happening;

/** Somebody joined the newsroom. */
public record PersonJoined(long person, long who, String name) implements Happening {}
