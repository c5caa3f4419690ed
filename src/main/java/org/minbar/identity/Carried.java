package org.minbar.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Refusal;

/**
 * One field of a form that came after the session had ended; the page that asks for the password carries it along.
 *
 * @param name as the form called it
 * @param lines whether it is a text to be shown, and not a word or a number
 */
public record Carried(String name, String value, boolean lines) {

    /** Before the names of the page's own fields, so that they and the carried ones are not mistaken for one another. */
    static final String OWN = "minbar-";

    private static final int LONG = 200;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    /** What is needed of the page itself, on top of what it carries. */
    private static final int FOR_OURSELVES = 16 * 1024;

    /**
     * The fields of a form-encoded body (WHATWG URL, application/x-www-form-urlencoded), in their order.
     *
     * @throws Refusal {@code too-large-to-carry} for more than 2 MB; {@code malformed}
     */
    static List<Carried> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + FOR_OURSELVES + 1);
        if (bytes.length > MOST_BYTES + FOR_OURSELVES) throw tooLarge();
        List<Carried> fields = new ArrayList<>();
        int carried = 0;
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            if (pair.isEmpty()) continue;
            String[] parts = pair.split("=", 2);
            Carried field = of(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            if (!field.isOurs()) carried += pair.length() + 1;
            fields.add(field);
        }
        if (carried > MOST_BYTES) throw tooLarge();
        return fields;
    }

    static Carried of(String name, String value) {
        return new Carried(name, value, value.length() > LONG || value.contains("\n"));
    }

    /** Of the page that carries; those are never carried on. */
    boolean isOurs() {
        return name.startsWith(OWN);
    }

    static List<Carried> without(List<Carried> fields) {
        return fields.stream().filter(field -> !field.isOurs()).toList();
    }

    /** What the page's own field of this name holds; empty when it is not there. */
    static String own(List<Carried> fields, String name) {
        Optional<Carried> found =
                fields.stream().filter(field -> field.name().equals(OWN + name)).findFirst();
        return found.map(Carried::value).orElse("");
    }

    private static Refusal tooLarge() {
        return new Refusal(Refusal.Reason.TOO_LARGE, "too-large-to-carry");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Reason.MALFORMED, "malformed");
        }
    }
}
