package org.minbar.media;

import org.minbar.journal.Happening;

/** A file came into the library. */
public record FileAdded(long person, long file, String form, String name) implements Happening {}
