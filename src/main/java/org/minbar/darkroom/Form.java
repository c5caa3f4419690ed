package org.minbar.darkroom;

/** What a file is to a reader: something to look at, read, hear or watch, or the words under a film. */
public enum Form {
    PICTURE,
    DOCUMENT,
    SOUND,
    FILM,
    CAPTIONS
}
