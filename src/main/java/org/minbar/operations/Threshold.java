package org.minbar.operations;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What must be right before the house opens. When it isn't, one line says so and the process ends. */
final class Threshold {

    /** As sysexits.h has it: a configuration error. */
    private static final int EX_CONFIG = 78;

    private Threshold() {}

    static Settings settings() {
        try {
            return Settings.ofThisProcess();
        } catch (Settings.WrongSetting wrong) {
            throw stop(String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Ends the process. Not by an exception, which the server would wrap in a page of its own words and survive without
     * us; and not by an orderly exit, which would wait for the very deployment that called this.
     */
    static IllegalStateException stop(String line) {
        // Straight to the descriptor: the server's log is written behind, and there is no behind any more.
        try (FileOutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
            stderr.write(("Minbar does not start: " + line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody is listening; the exit code still speaks.
        }
        Runtime.getRuntime().halt(EX_CONFIG);
        return new IllegalStateException(line);
    }
}
