package org.minbar.language;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the Hijri months really began. The Umm al-Qura calendar is computed; Morocco and others announce a month when the
 * new moon has been seen, on the computed day or one beside it. This table holds the announced months, and the others
 * keep to the calculation as far as a month of 29 or 30 days lets them: a month that began late ends late too, until
 * the next is announced.
 */
public final class HijriSightings {

    private static final Pattern MONTH = Pattern.compile("(1[345]\\d\\d)-(0[1-9]|1[0-2])");
    private static final HijriSightings NONE = new HijriSightings(Map.of());

    /** The first day of those months that don't begin when calculated. By {@link #number}. */
    private final Map<Integer, LocalDate> starts;

    private HijriSightings(Map<Integer, LocalDate> starts) {
        this.starts = Map.copyOf(starts);
    }

    /** A day of the Hijri calendar: month 9 is Ramadan. */
    record Day(int year, int month, int day) {}

    /** No month but the calculated ones. */
    public static HijriSightings none() {
        return NONE;
    }

    /** Reads {@code hijri.properties} in the folder {@code i18n}; without it, no month but the calculated ones. */
    public static HijriSightings read(Path folder) {
        return read(name -> Languages.open(folder.resolve(name)));
    }

    /** Reads {@code hijri.properties}, which {@code files} finds by that name; without it, {@link #none()}. */
    public static HijriSightings read(Function<String, Optional<InputStream>> files) {
        return Languages.records("hijri.properties", files)
                .map(HijriSightings::of)
                .orElse(NONE);
    }

    /**
     * The table of {@code hijri.properties}: {@code 1445-09=+1} says that Ramadan 1445 began one day after the
     * calculated one.
     *
     * @throws IllegalArgumentException when a line is broken, or leaves a month that has neither 29 nor 30 days; the
     *     message is one line that names the key
     */
    public static HijriSightings of(Properties table) {
        TreeMap<Integer, Integer> announced = new TreeMap<>();
        for (String key : table.stringPropertyNames()) {
            announced.put(month(key), days(key, table.getProperty(key, "").strip()));
        }
        Map<Integer, LocalDate> starts = new HashMap<>();
        announced.forEach((month, days) -> starts.put(month, computed(month).plusDays(days)));
        for (int month : announced.keySet()) {
            drag(starts, month, 1);
            drag(starts, month, -1);
        }
        HijriSightings sightings = new HijriSightings(starts);
        for (int month : announced.keySet()) {
            for (int beside : new int[] {month - 1, month}) {
                long length = ChronoUnit.DAYS.between(sightings.start(beside), sightings.start(beside + 1));
                if (length < 29 || length > 30) {
                    throw broken(key(month), "leaves " + key(beside) + " with " + length + " days");
                }
            }
        }
        return sightings;
    }

    /** The Hijri day of a date, or empty outside the years that the calculation covers (1300 to 1600). */
    Optional<Day> on(LocalDate date) {
        try {
            HijrahDate computed = HijrahDate.from(date);
            int month = number(computed.get(ChronoField.YEAR), computed.get(ChronoField.MONTH_OF_YEAR));
            if (date.isBefore(start(month))) {
                month--;
            } else if (!date.isBefore(start(month + 1))) {
                month++;
            }
            long day = ChronoUnit.DAYS.between(start(month), date) + 1;
            return Optional.of(new Day(year(month), monthOfYear(month), (int) day));
        } catch (DateTimeException outside) {
            return Optional.empty();
        }
    }

    private LocalDate start(int month) {
        LocalDate announced = starts.get(month);
        return announced == null ? computed(month) : announced;
    }

    /** Moves the months on one side of an announced one until they fit the calculation again. */
    private static void drag(Map<Integer, LocalDate> starts, int from, int step) {
        LocalDate last = starts.getOrDefault(from, computed(from));
        for (int month = from + step; !starts.containsKey(month); month += step) {
            LocalDate computed = computed(month);
            LocalDate near = last.plusDays(29L * step);
            LocalDate far = last.plusDays(30L * step);
            LocalDate earliest = step > 0 ? near : far;
            LocalDate latest = step > 0 ? far : near;
            LocalDate fitted = computed.isBefore(earliest) ? earliest : computed.isAfter(latest) ? latest : computed;
            if (fitted.equals(computed)) {
                return;
            }
            starts.put(month, fitted);
            last = fitted;
        }
    }

    private static LocalDate computed(int month) {
        return LocalDate.from(HijrahDate.of(year(month), monthOfYear(month), 1));
    }

    private static int month(String key) {
        Matcher month = MONTH.matcher(key);
        if (!month.matches()) {
            throw broken(key, "is no Hijri month such as 1445-09");
        }
        return number(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
    }

    private static int days(String key, String value) {
        return switch (value) {
            case "-1" -> -1;
            case "0" -> 0;
            case "+1", "1" -> 1;
            default -> throw broken(key, "must be -1, 0 or +1, not " + value);
        };
    }

    private static int number(int year, int month) {
        return year * 12 + month - 1;
    }

    private static int year(int month) {
        return month / 12;
    }

    private static int monthOfYear(int month) {
        return month % 12 + 1;
    }

    private static String key(int month) {
        return year(month) + "-" + (monthOfYear(month) < 10 ? "0" : "") + monthOfYear(month);
    }

    private static IllegalArgumentException broken(String key, String why) {
        return new IllegalArgumentException("hijri.properties: " + key + " " + why);
    }
}
