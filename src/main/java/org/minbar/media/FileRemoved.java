package org.minbar.media;

import org.minbar.journal.Happening;

/** A file that nothing used was taken out of the library. */
public record FileRemoved(long person, long file, String name) implements Happening {}
