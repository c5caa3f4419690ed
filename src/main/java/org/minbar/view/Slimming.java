package org.minbar.view;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Stylesheets and scripts as readers get them: without what only designers read. Nothing is renamed or rewritten, so
 * what a browser's tools show is what stands in the theme.
 */
final class Slimming {

    private static final String COMMENT = "/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/";
    private static final String AIR = "(?:\\s++|" + COMMENT + ")";
    private static final String STRING = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'";
    /** A group is what stays of a match; a string is matched to stay whole. */
    private static final Pattern SHEET = Pattern.compile(
            "(" + STRING + ")"
                    + ("|(?:" + AIR + "|;)*+(})" + AIR + "*+")
                    + ("|" + AIR + "*+([{;])" + AIR + "*+")
                    + ("|([:,])" + AIR + "++")
                    + ("|[^\\S\\n]*+(\\n)" + AIR + "*+")
                    + ("|" + COMMENT),
            Pattern.DOTALL);

    private static final Pattern NOTE =
            Pattern.compile("^\\h*+(?:" + COMMENT + "\\h*+$|//[^\\n]*+)\\n?", Pattern.MULTILINE);
    private static final Pattern MARGIN = Pattern.compile("^\\h++|^\\n", Pattern.MULTILINE);

    private Slimming() {}

    /** A stylesheet without comments, and without air where it says nothing. */
    static String sheet(String sheet) {
        return SHEET.matcher(sheet.strip())
                .replaceAll(found -> IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .filter(Objects::nonNull)
                        .map(Matcher::quoteReplacement)
                        .findFirst()
                        .orElse(""))
                .strip();
    }

    /**
     * A script without margins, and without the comments that fill whole lines. One with text that runs over lines stays as
     * it is: only who reads the whole language can tell what is a margin in there.
     */
    static String script(String script) {
        return script.lines().anyMatch(Slimming::runsOn)
                ? script
                : MARGIN.matcher(NOTE.matcher(script).replaceAll("")).replaceAll("");
    }

    private static boolean runsOn(String line) {
        return line.endsWith("\\")
                || line.chars().filter(letter -> letter == '`').count() % 2 == 1;
    }
}
