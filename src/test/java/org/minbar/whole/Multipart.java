package org.minbar.whole;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, as browsers send it (RFC 7578). */
final class Multipart {

    private static final String BOUNDARY = "----minbar-7f3a";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    Multipart field(String name, String value) {
        return part(
                "form-data; name=\"" + name + "\"",
                "text/plain; charset=UTF-8",
                value.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String type, byte[] content) {
        return part("form-data; name=\"file\"; filename=\"" + name + "\"", type, content);
    }

    private Multipart part(String disposition, String type, byte[] content) {
        line("--" + BOUNDARY);
        line("Content-Disposition: " + disposition);
        line("Content-Type: " + type);
        line("");
        bytes.writeBytes(content);
        line("");
        return this;
    }

    byte[] whole() {
        line("--" + BOUNDARY + "--");
        return bytes.toByteArray();
    }

    private void line(String text) {
        bytes.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
