package org.minbar.language;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;

/**
 * A language that the house writes in: one record of {@code i18n/languages.properties}.
 *
 * @param tag as it stands in addresses and {@code lang} attributes: {@code ar}
 * @param ownName as its readers write it: {@code العربية}
 * @param locale regional, since a bare {@code ar} gives other digits on another JVM
 * @param digits {@code latn} (0-9) or {@code arab} (U+0660 to U+0669)
 * @param calendars {@code gregorian}, and {@code hijri} where both stand side by side
 * @param fallback the tag of the language that lends a missing sentence; the last of the row names itself
 * @param analysis how search reads it: {@code arabic}, {@code french} or {@code english}
 * @param almanac the names in its dates
 */
public record Language(
        String tag,
        String ownName,
        Direction direction,
        Locale locale,
        String digits,
        List<String> calendars,
        String fallback,
        String analysis,
        Almanac almanac) {

    public Language {
        calendars = List.copyOf(calendars);
    }

    /** A language whose dates take every name from CLDR. */
    public Language(
            String tag,
            String ownName,
            Direction direction,
            Locale locale,
            String digits,
            List<String> calendars,
            String fallback,
            String analysis) {
        this(tag, ownName, direction, locale, digits, calendars, fallback, analysis, Almanac.OF_CLDR);
    }

    /** The value of a {@code dir} attribute: {@code rtl} or {@code ltr}. */
    public String dir() {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    public boolean rightToLeft() {
        return direction == Direction.RTL;
    }

    public boolean hijri() {
        return calendars.contains("hijri");
    }

    /** The locale for ICU, its digits pinned. */
    ULocale icu() {
        return ULocale.forLocale(locale).setKeywordValue("numbers", digits);
    }

    @Override
    public String toString() {
        return tag;
    }
}
