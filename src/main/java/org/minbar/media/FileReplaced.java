package org.minbar.media;

import org.minbar.journal.Happening;

/** Other bytes took a file's place. */
public record FileReplaced(long person, long file, String kept) implements Happening {}
