package org.minbar.language;

import java.util.List;

/**
 * The names that a language's dates take from its record.
 *
 * @param months January to December, or empty where the names of CLDR do
 * @param firstOfMonth how the first day of a month is written ({@code 1er}), or empty where it is the plain number
 * @param hijriMonths Muharram to Dhu al-Hijja, or empty where the names of CLDR do
 * @param hijriEra what stands after a Hijri year, or empty
 */
public record Almanac(List<String> months, String firstOfMonth, List<String> hijriMonths, String hijriEra) {

    /** Nothing of its own: every name is the one of CLDR. */
    public static final Almanac OF_CLDR = new Almanac(List.of(), "", List.of(), "");

    public Almanac {
        months = List.copyOf(months);
        hijriMonths = List.copyOf(hijriMonths);
    }
}
