package org.minbar.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.language.Refusal;

/** A folder of this node for what is being worked on; nothing in it outlives the work. */
public final class Workbench {

    private static final Logger LOG = Logger.getLogger(Workbench.class.getName());

    private final Path folder;

    private Workbench(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException if the folder can't be made or emptied */
    public static Workbench in(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder)) {
                // Of a node that was killed; two nodes never share a data folder.
                for (Path sheet : left) Files.delete(sheet);
            }
            return new Workbench(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of its own name, gone when it is closed. */
    public record Sheet(Path path) implements AutoCloseable {

        public long length() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** In hex. */
        public String sha256() {
            try (InputStream bytes = Files.newInputStream(path)) {
                return Checksum.sha256(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Left on the workbench: " + path, e);
            }
        }
    }

    public Sheet sheet() {
        try {
            return new Sheet(Files.createTempFile(folder, "sheet-", ""));
        } catch (IOException full) {
            throw full(full);
        }
    }

    /** That this node's disk takes no more. */
    public static Refusal full(IOException cause) {
        LOG.log(Level.SEVERE, "The workbench can't be written to", cause);
        return new Refusal(Refusal.Reason.NOT_NOW, "workbench-full");
    }
}
