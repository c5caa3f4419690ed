package org.minbar.media;

import java.io.IOException;

/** The bytes are not those that were meant. */
public final class DamagedFile extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFile(String what, String expected, String found) {
        super(what + " has the checksum " + found + ", not " + expected);
    }
}
