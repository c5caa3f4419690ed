package org.minbar.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that stand on many pages and change more often than they do: the news strip. Pages are kept without them, with a
 * mark where they belong ({@code <!--inlay:strip-ar-->}), and get them as they are sent; so a new line on the strip costs
 * no page its place in the {@link PageCache}.
 */
@ApplicationScoped
public class Inlays {

    static final Pattern MARK = Pattern.compile("<!--inlay:([a-z-]{1,40})-->");

    private static final Inlay NOTHING = new Inlay(new byte[0], "0");

    private final Map<String, Inlay> pieces = new ConcurrentHashMap<>();

    private volatile BooleanSupplier current = () -> true;
    private volatile UnaryOperator<String> printer = name -> "";

    public Inlays() {}

    /**
     * Who prints the pieces. A page that is sent while what was committed here is not yet seen to, gets a piece that is
     * printed for it alone, so that whoever was told “published” finds it published.
     *
     * @param upToDate whether the pieces show what was committed here; may wait a moment for it
     * @param printed the piece of a name as it is now
     */
    public void printedBy(BooleanSupplier upToDate, UnaryOperator<String> printed) {
        current = upToDate;
        printer = printed;
    }

    /** @param version differs where the bytes do */
    record Inlay(byte[] html, String version) {
        static Inlay of(String html) {
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            return new Inlay(bytes, WholePage.digest(bytes).substring(0, 8));
        }
    }

    /**
     * From now on pages go out with this.
     *
     * @param html empty where there is nothing to show
     * @return whether it is not what it was
     */
    public boolean put(String name, String html) {
        Inlay piece = Inlay.of(html);
        @Nullable Inlay before = pieces.put(name, piece);
        return before == null || !before.version.equals(piece.version);
    }

    Inlay get(String name) {
        if (name.isEmpty()) return NOTHING;
        return current.getAsBoolean() ? pieces.getOrDefault(name, NOTHING) : Inlay.of(printer.apply(name));
    }
}
