package org.minbar.discovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;
import org.minbar.media.Shown;

/**
 * What stands on the picture that networks show with a shared link.
 *
 * @param story the number of the story
 * @param name the newspaper's, in the language
 * @param section may be empty
 * @param date when the story was first published, as the language writes it; may be empty
 * @param picture behind the words; where there is none, the ground is drawn
 */
public record Card(
        long story,
        Language language,
        String name,
        String headline,
        String section,
        String date,
        Optional<Shown> picture,
        Palette palette) {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    /** The print that lies behind the words. */
    static final int PRINT = 1280;

    /** To be raised when cards are drawn otherwise: then every one has a new address. */
    private static final int DESIGN = 1;

    private static final int SAID = 8;
    private static final int STAMP = 12;

    /** Where it is found as long as it says this. */
    public String path() {
        return path(story, language, stamp());
    }

    private static String path(long story, Language language, String stamp) {
        return "/" + language.tag() + "/" + story + "/card-" + stamp + ".jpg";
    }

    /**
     * Eight digits of what it says and shows, and four of these, the story and the language, by which a stamp that was once
     * given out is told from one that somebody made up.
     */
    String stamp() {
        String said = hex(
                        DESIGN,
                        name,
                        headline,
                        section,
                        date,
                        picture.map(shown -> shown.path(Shape.WIDE, PRINT)).orElse(""),
                        palette)
                .substring(0, SAID);
        return said + check(said);
    }

    /** Whether this story could once have had a card with this stamp. */
    boolean mayHaveHad(String stamp) {
        return stamp.length() == STAMP && stamp.endsWith(check(stamp.substring(0, SAID)));
    }

    private String check(String said) {
        return hex("card", story, language.tag(), said).substring(0, STAMP - SAID);
    }

    private static String hex(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
