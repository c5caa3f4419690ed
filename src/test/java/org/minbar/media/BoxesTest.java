package org.minbar.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxesTest {

    private static final byte[] WHERE = "\u00a9xyz+31.5085-009.7595/".getBytes(ISO_8859_1);

    @TempDir
    private Path folder;

    private static byte[] box(String kind, byte[]... inside) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : inside) content.writeBytes(part);
        ByteBuffer box = ByteBuffer.allocate(8 + content.size());
        box.putInt(8 + content.size()).put(kind.getBytes(ISO_8859_1)).put(content.toByteArray());
        return box.array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private byte[] forgotten(byte[] film) throws IOException {
        Path file = Files.write(folder.resolve("film.mp4"), film);
        Boxes.forgetWhere(file);
        return Files.readAllBytes(file);
    }

    @Test
    void where_a_telephone_stood_is_blotted_out_and_nothing_else_moves() throws IOException {
        byte[] pictures = box("mdat", "+31.5085 in the pictures is a picture".getBytes(ISO_8859_1));
        byte[] film = joined(
                box("ftyp", "isom".getBytes(ISO_8859_1)),
                box(
                        "moov",
                        box("mvhd", new byte[100]),
                        box("trak", box("tkhd", new byte[84]), box("meta", WHERE)),
                        box("udta", WHERE)),
                pictures);
        String after = new String(forgotten(film), ISO_8859_1);
        assertThat(after)
                .hasSize(film.length)
                .doesNotContain("+31.5085-009", "xyz", "udta", "meta")
                .endsWith(new String(pictures, ISO_8859_1));
        assertThat(after.split("free", -1)).hasSize(3);
    }

    @Test
    void a_box_that_lies_about_its_length_ends_the_walk() throws IOException {
        byte[] film = joined(
                box("ftyp", "isom".getBytes(ISO_8859_1)),
                ByteBuffer.allocate(12)
                        .putInt(1 << 30)
                        .put("moov".getBytes(ISO_8859_1))
                        .array());
        assertThat(forgotten(film)).isEqualTo(film);
        byte[] none = ByteBuffer.allocate(16)
                .putInt(3)
                .put("moov".getBytes(ISO_8859_1))
                .array();
        assertThat(forgotten(none)).isEqualTo(none);
    }

    @Test
    void the_last_box_may_reach_to_the_end() throws IOException {
        byte[] film = joined(
                box("ftyp", "isom".getBytes(ISO_8859_1)),
                ByteBuffer.allocate(8)
                        .putInt(0)
                        .put("mdat".getBytes(ISO_8859_1))
                        .array(),
                new byte[50]);
        assertThat(forgotten(film)).isEqualTo(film);
    }
}
