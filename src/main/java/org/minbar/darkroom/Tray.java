package org.minbar.darkroom;

import java.io.IOException;
import java.io.OutputStream;

/** Where finished prints are put. */
@FunctionalInterface
public interface Tray {

    /** Opens what the print is written to; the darkroom closes it. */
    OutputStream open(Print print) throws IOException;
}
