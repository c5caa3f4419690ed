package org.minbar.media;

import org.minbar.journal.Happening;

/** Somebody wrote what a file says in a language. */
public record FileDescribed(long person, long file, String lang) implements Happening {}
