package org.minbar.text;

import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a run is set. An empty string stands for "none", so that two styles are the same when they look the same.
 *
 * @param marks the marks it carries
 * @param href where it leads: http, https, mailto, tel or an address on this site beginning with one slash, else empty
 * @param lang its language as a BCP 47 tag, where it is not the language of what surrounds it, else empty
 * @param dir {@code ltr} or {@code rtl} where it is set apart, else empty
 */
public record Style(Set<Mark> marks, String href, String lang, String dir) {

    public static final Style PLAIN = new Style(Set.of(), "", "", "");

    /** What cannot be used is left out: an address of another kind, a malformed tag, a direction of another name. */
    public Style {
        marks = Set.copyOf(marks);
        href = Link.clean(href).orElse("");
        lang = tag(lang);
        dir = dir.equals("rtl") || dir.equals("ltr") ? dir : "";
    }

    public static Style of(Mark mark) {
        return PLAIN.with(mark);
    }

    public Style with(Mark mark) {
        if (marks.contains(mark)) {
            return this;
        }
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Style(more, href, lang, dir);
    }

    public Style without(Mark mark) {
        if (!marks.contains(mark)) {
            return this;
        }
        EnumSet<Mark> fewer = EnumSet.copyOf(marks);
        fewer.remove(mark);
        return new Style(fewer, href, lang, dir);
    }

    public Style linking(String address) {
        return new Style(marks, address, lang, dir);
    }

    public Style in(String language) {
        return new Style(marks, href, language, dir);
    }

    public Style running(String direction) {
        return new Style(marks, href, lang, direction);
    }

    /** What both have in common: the style of the space between the two. */
    Style shared(Style other) {
        if (equals(other)) {
            return this;
        }
        EnumSet<Mark> both = EnumSet.noneOf(Mark.class);
        both.addAll(marks);
        both.retainAll(other.marks);
        String leading = href.equals(other.href) ? href : "";
        String language = lang.equals(other.lang) ? lang : "";
        String direction = dir.equals(other.dir) ? dir : "";
        for (Style either : List.of(this, other)) {
            if (both.equals(either.marks)
                    && leading.equals(either.href)
                    && language.equals(either.lang)
                    && direction.equals(either.dir)) {
                return either;
            }
        }
        return new Style(both, leading, language, direction);
    }

    /** Language, script and region; extensions say nothing about a stretch of text that we could use. */
    private static String tag(String lang) {
        if (lang.isEmpty() || lang.length() > 35) {
            return "";
        }
        Locale locale = Locale.forLanguageTag(lang.strip());
        if (locale.getLanguage().isEmpty()) {
            return "";
        }
        try {
            return new Locale.Builder()
                    .setLanguage(locale.getLanguage())
                    .setScript(locale.getScript())
                    .setRegion(locale.getCountry())
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            return "";
        }
    }
}
