package org.minbar.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minbar.language.Digits;
import org.minbar.language.Refusal;

/** What people type into a plain field, and what is meant by it. */
final class Typed {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern PLAIN =
            Pattern.compile("\\s*(?:<p>[^<]*(?:<br>[^<]*)*</p>\\s*)*", Pattern.CASE_INSENSITIVE);

    /** The number of a story in an address of the site: {@code /ar/712/…}. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:^|/)(?:[a-z]{2,3}/|stories/)?([0-9]{1,18})(?:[/?#].*)?$");

    private Typed() {}

    /**
     * HTML of it: what has tags is HTML already, and whoever takes it in cleans it; everything else is paragraphs, with
     * an empty line between them.
     */
    static String html(String typed) {
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty() || TAG.matcher(text).find()) return text;
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(paragraph -> "<p>" + escaped(paragraph.strip()).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** The same as a field shows it: paragraphs as they were typed, everything else as HTML. */
    static String shown(String html) {
        if (!PLAIN.matcher(html).matches()) return html;
        return Arrays.stream(html.split("</p>"))
                .map(paragraph -> paragraph.strip().replaceFirst("^<p>", "").replace("<br>", "\n"))
                .map(Typed::unescaped)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /**
     * The number of a story, from the number or from an address of the story.
     *
     * @return empty for nothing
     * @throws Refusal {@code no-such-story} for anything else
     */
    static OptionalLong story(Optional<String> typed) {
        String link = Digits.latin(typed.orElse("").strip());
        if (link.isEmpty()) return OptionalLong.empty();
        Matcher address = ADDRESS.matcher(link);
        if (!address.find()) throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
        return OptionalLong.of(Long.parseLong(address.group(1)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
