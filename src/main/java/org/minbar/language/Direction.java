package org.minbar.language;

/** Which side a reader starts from. */
public enum Direction {
    RTL,
    LTR
}
