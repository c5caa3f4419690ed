package org.minbar.media;

import java.util.Map;
import java.util.Objects;
import org.minbar.language.Refusal;
import org.minbar.text.Markup;

/**
 * What is said of a file in one language.
 *
 * <p>Alternative text: what it shows, for those who do not see it. Caption: what readers should know. Credit: who made
 * it, as it is to be printed. Place: where. Transcript: what is said in a sound or a film, plain text with line breaks.
 */
public record FileWords(String alt, String caption, String credit, String place, String transcript) {

    static final int LONGEST_ALT = 1_000;
    static final int LONGEST_CAPTION = 2_000;
    static final int LONGEST_CREDIT = 500;
    static final int LONGEST_PLACE = 200;
    static final int LONGEST_TRANSCRIPT = 200_000;

    public static final FileWords NONE = new FileWords("", "", "", "", "");

    /** @throws Refusal {@code too-long} with the field */
    public static FileWords of(String alt, String caption, String credit, String place, String transcript) {
        return new FileWords(
                line(alt, "alt", LONGEST_ALT),
                line(caption, "caption", LONGEST_CAPTION),
                line(credit, "credit", LONGEST_CREDIT),
                line(place, "place", LONGEST_PLACE),
                within(transcript.replace("\r", "").replace("\0", "").strip(), "transcript", LONGEST_TRANSCRIPT));
    }

    private static String line(String typed, String field, int longest) {
        return within(Markup.cleanLine(typed), field, longest);
    }

    private static String within(String text, String field, int longest) {
        if (text.length() > longest) {
            throw new Refusal(Refusal.Reason.MALFORMED, "too-long", Map.of("field", field, "longest", longest), field);
        }
        return text;
    }

    /** Tells these words from others. */
    public String mark() {
        return Integer.toHexString(Objects.hash(alt, caption, credit, place, transcript));
    }

    boolean isEmpty() {
        return (alt + caption + credit + place + transcript).isEmpty();
    }
}
