package org.minbar.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;

/**
 * A file as one edition shows it, with the words of that use: its own where it has them, else the file's in the edition's
 * language.
 *
 * @param alt plain text; empty for a decorative picture
 * @param caption HTML within a line
 * @param credit plain text
 * @param webp whether prints can be had in WebP
 */
public record Shown(MediaFile file, String alt, String caption, String credit, boolean decorative, boolean webp) {

    /** Widths between which browsers choose. */
    private static final List<Integer> CHOICE = List.of(320, 640, 960, 1280, 2048);

    static Shown of(
            MediaFile file,
            Language language,
            String alt,
            String caption,
            String credit,
            boolean decorative,
            boolean webp) {
        FileWords own = file.words(language.tag());
        boolean telling = !decorative && !file.isDecorative();
        return new Shown(
                file,
                !telling ? "" : alt.isEmpty() ? own.alt() : alt,
                caption.isEmpty() ? escaped(own.caption()) : caption,
                credit.isEmpty() ? own.credit() : credit,
                !telling,
                webp);
    }

    /** The path of a print. */
    public String path(Shape shape, int width) {
        return file.path(new Print(shape, width, Format.JPEG));
    }

    /** How large a print of that order is. */
    public Dimensions size(Shape shape, int width) {
        return Darkroom.size(file.dimensions(), new Print(shape, width, Format.JPEG), file.crops());
    }

    /** Addresses and widths as the attribute {@code srcset} has them; empty where there is nothing to choose. */
    public String srcset(Shape shape, Format format, String site) {
        if (format == Format.WEBP && !webp) return "";
        Map<Integer, String> byWidth = new LinkedHashMap<>();
        for (int width : CHOICE) {
            byWidth.putIfAbsent(size(shape, width).width(), site + file.path(new Print(shape, width, format)));
        }
        return byWidth.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "w")
                .collect(Collectors.joining(", "));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
