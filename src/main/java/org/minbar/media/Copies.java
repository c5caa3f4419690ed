package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.darkroom.FileType;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.web.Parcel;

/**
 * Gives out what an address under a file's number names: a print of a picture ({@code 16x9-1280-0f3a….webp}), or a
 * document, sound or film itself ({@code original-0f3a….pdf}). With the stamp of what there is now the answer may be kept
 * for ever; without it, or with an old one, the address leads to the one that has it.
 */
@ApplicationScoped
public class Copies {

    private static final Pattern PRINT =
            Pattern.compile("(whole|16x9|4x3|1x1)-([0-9]{2,4})(?:-([0-9a-f]{12}))?\\.(jpg|webp)");
    private static final Pattern ORIGINAL = Pattern.compile("original(?:-([0-9a-f]{12}))?\\.([a-z0-9]{2,5})");

    @Inject
    private PictureStore store;

    @Inject
    private Printing printing;

    protected Copies() {}

    /**
     * @param path the address that can be kept for ever
     * @param current whether that is the one that was asked for
     * @param print what is to be printed; empty for the file itself
     */
    public record Asked(String path, boolean current, Optional<Print> print) {}

    /** What the name asks for; empty where there is no such thing of this file. */
    public Optional<Asked> asked(MediaFile file, String name) {
        Matcher print = PRINT.matcher(name);
        if (print.matches() && file.isPicture()) {
            Format format = print.group(4).equals("webp") ? Format.WEBP : Format.JPEG;
            int width = Integer.parseInt(print.group(2));
            if (!Print.WIDTHS.contains(width) || !printing.can(format)) return Optional.empty();
            Print ordered = new Print(Shape.of(print.group(1)).orElseThrow(), width, format);
            return Optional.of(
                    new Asked(file.path(ordered), file.stamp().equals(print.group(3)), Optional.of(ordered)));
        }
        Matcher original = ORIGINAL.matcher(name);
        if (original.matches()
                && !file.isPicture()
                && original.group(2).equals(file.type().extension())) {
            return Optional.of(new Asked(file.path(), file.stamp().equals(original.group(1)), Optional.empty()));
        }
        return Optional.empty();
    }

    /** The bytes, a print made now if it has to be. */
    public Parcel parcel(MediaFile file, Optional<Print> print) {
        String key = print.map(ordered -> printing.key(file, ordered)).orElseGet(file::key);
        FileType type = print.map(ordered -> ordered.format().type()).orElseGet(file::type);
        long length = store.length(key).orElseThrow(MediaFiles::noSuchFile);
        String what = print.map(ordered -> ordered.shape().address() + "-" + ordered.width())
                .orElse("original");
        return new Parcel(
                "\"" + file.stamp() + "-" + what + "-" + type.extension() + "\"",
                type.mime() + (type == FileType.VTT ? "; charset=UTF-8" : ""),
                length,
                (from, count) -> store.open(key, from, count)
                        .orElseThrow(MediaFiles::noSuchFile)
                        .bytes());
    }

    /** How a browser is to name it when somebody keeps it; documents that browsers can't show are kept at once. */
    public static String disposition(MediaFile file) {
        String how = file.type() == FileType.DOCX ? "attachment" : "inline";
        String ascii = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return how + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
