package org.minbar.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Offered;
import org.minbar.documents.Extract;

/**
 * A file that has been looked at and found good, and is not in the library yet.
 *
 * @param name as it was called where it came from
 * @param sheet what is kept of it
 * @param offered what the file says of itself
 * @param extract the text of a document
 */
public record Taken(
        String name, MediaFile.Bytes bytes, Workbench.@Nullable Sheet sheet, Offered offered, Optional<Extract> extract)
        implements AutoCloseable {

    @Override
    public void close() {
        if (sheet != null) sheet.close();
    }
}
