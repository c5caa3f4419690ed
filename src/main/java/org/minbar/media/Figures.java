package org.minbar.media;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.text.BodyHtml;

/** The figures in a text as {@link BodyHtml} wrote it: read without a parser, since nobody else writes there. */
public final class Figures {

    private static final Pattern NUMBER = Pattern.compile("<figure class=\"file\" data-file=\"([0-9]{1,18})\"");

    private Figures() {}

    /** The numbers of the files that it shows, in their order. */
    public static Set<Long> in(String kept) {
        Set<Long> numbers = new LinkedHashSet<>();
        Matcher figure = NUMBER.matcher(kept);
        while (figure.find()) numbers.add(Long.parseLong(figure.group(1)));
        return numbers;
    }
}
