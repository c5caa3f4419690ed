package org.minbar.ticker;

/** Why a line is not before readers yet. */
public enum Waiting {
    /** It came in with a page that was read in, and keeps the time that it was told with there. */
    IMPORTED,
    /** A correspondent sent it in; it goes out with the time at which somebody lets it out. */
    SUBMITTED,
    /** It goes out by itself when its time comes. */
    SCHEDULED
}
