package org.minbar.media;

import org.minbar.journal.Happening;

/** Somebody chose what of a picture is shown. */
public record FileFramed(long person, long file) implements Happening {}
