package org.minbar.library;

import java.util.List;
import java.util.Locale;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;

/**
 * A file as the desk's scripts know it, with its words in one language.
 *
 * @param form {@code picture}, {@code document}, {@code sound}, {@code film} or {@code captions}
 * @param bytes its size
 * @param print the address of a print at the desk; empty for what is no picture
 * @param missing what publication will ask for in this language: {@code alt}, {@code credit}
 * @param expires the last day on which it may be shown, as in {@code 2026-12-01}; may be empty
 * @param known whether the library had it already when it was brought
 */
record Card(
        long id,
        String form,
        String type,
        String name,
        long bytes,
        int width,
        int height,
        String print,
        String thumb,
        String alt,
        String caption,
        String credit,
        String place,
        boolean decorative,
        List<String> missing,
        String expires,
        boolean known,
        String url) {

    private static final int THUMB = 320;
    private static final int PRINT = 640;

    static Card of(MediaFile file, Language language, boolean known) {
        FileWords words = file.words(language.tag());
        return new Card(
                file.id(),
                form(file),
                file.type().mime(),
                file.name(),
                file.bytes(),
                file.width(),
                file.height(),
                print(file, Shape.WHOLE, PRINT),
                print(file, Shape.SQUARE, THUMB),
                words.alt(),
                words.caption(),
                words.credit(),
                words.place(),
                file.isDecorative(),
                file.lacks(language),
                file.expires().map(Object::toString).orElse(""),
                known,
                "/desk/media/" + file.id());
    }

    static String form(MediaFile file) {
        return file.form().name().toLowerCase(Locale.ROOT);
    }

    /** Where the desk finds a print, published or not; the stamp lets browsers keep it until the picture changes. */
    static String print(MediaFile file, Shape shape, int width) {
        if (!file.isPicture()) return "";
        Print print = new Print(shape, width, Format.JPEG);
        return "/desk/media/" + file.id() + "/prints/" + print.shape().address() + "-" + width + ".jpg?v="
                + file.stamp();
    }
}
