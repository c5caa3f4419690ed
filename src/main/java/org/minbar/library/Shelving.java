package org.minbar.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minbar.identity.Caller;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.media.Accepting;
import org.minbar.media.MediaFile;
import org.minbar.media.Taken;
import org.minbar.media.Workbench;

/** Takes files out of a form's parts and puts them on the shelf. */
@ApplicationScoped
public class Shelving {

    private static final int LONGEST_FIELD = 400_000;

    @Inject
    private Accepting accepting;

    protected Shelving() {}

    Accepting.Accepted shelve(EntityPart part, Language language, Caller by) {
        try (Workbench.Sheet incoming = accepting.incoming(part.getContent());
                Taken taken = accepting.look(incoming, name(part))) {
            return accepting.shelve(taken, language, by);
        }
    }

    MediaFile replace(long id, EntityPart part, Caller by) {
        try (Workbench.Sheet incoming = accepting.incoming(part.getContent());
                Taken taken = accepting.look(incoming, name(part))) {
            return accepting.replace(id, taken, by);
        }
    }

    /** As it was sent: the server reads the bytes of a name as Latin-1, and browsers send UTF-8 (RFC 7578, 4.2). */
    static String name(EntityPart part) {
        String read = part.getFileName().orElse("");
        if (read.chars().anyMatch(c -> c > 0xff)) return read;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(read.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return read;
        }
    }

    /** The parts that are files, without those that a form sends for a field left empty. */
    static List<EntityPart> files(List<EntityPart> parts) {
        return parts.stream()
                .filter(part -> part.getName().equals("file"))
                .filter(part ->
                        part.getFileName().filter(name -> !name.isEmpty()).isPresent())
                .toList();
    }

    /** The other parts as text, by their names. */
    static Map<String, String> fields(List<EntityPart> parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (EntityPart part : parts) {
            if (part.getName().equals("file") || part.getFileName().isPresent()) continue;
            try (InputStream bytes = part.getContent()) {
                byte[] read = bytes.readNBytes(LONGEST_FIELD + 1);
                if (read.length > LONGEST_FIELD) {
                    throw new Refusal(
                            Refusal.Reason.TOO_LARGE,
                            "too-long",
                            Map.of("field", part.getName(), "longest", LONGEST_FIELD),
                            part.getName());
                }
                fields.put(part.getName(), new String(read, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return fields;
    }
}
