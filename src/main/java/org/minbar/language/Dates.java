package org.minbar.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Dates and times as a language writes them, in one zone. CLDR, through ICU, gives the patterns and names, the record
 * of the language its own month names, and {@code java.time} the arithmetic, so that what is shown and what is scheduled
 * follow one time zone table. Nothing here holds an invisible direction mark, so everything may stand in an attribute.
 * Immutable and safe between threads.
 */
public final class Dates {

    private static final Duration RELATIVE_UNTIL = Duration.ofHours(10);

    /** Reading the patterns takes milliseconds; there are as many as the house has languages. */
    private static final Map<Language, Manner> MANNERS = new ConcurrentHashMap<>();

    private final Language language;
    private final ZoneId zone;
    private final HijriSightings sightings;
    private final Manner manner;

    public Dates(Language language, ZoneId zone, HijriSightings sightings) {
        this.language = language;
        this.zone = zone;
        this.sightings = sightings;
        this.manner = MANNERS.computeIfAbsent(language, Manner::of);
    }

    /** {@code 5 غشت 2024} */
    public String date(Instant instant) {
        return write(manner.date, instant.atZone(zone));
    }

    /** {@code 14:05}, always by 24 hours. */
    public String time(Instant instant) {
        return write(manner.time, instant.atZone(zone));
    }

    /** {@code 5 août 2024 à 14:05} */
    public String dateTime(Instant instant) {
        return write(manner.dateTime, instant.atZone(zone));
    }

    /** {@code lundi 5 août 2024} */
    public String weekdayDate(Instant instant) {
        return write(manner.weekdayDate, instant.atZone(zone));
    }

    /** {@code August 2024} */
    public String month(YearMonth month) {
        return write(manner.month, month);
    }

    /**
     * The Hijri date, {@code 10 رمضان 1445 هـ}: Umm al-Qura, corrected by the announced months. The day is the civil one,
     * from midnight, as newspapers count. Empty text outside the Hijri years 1300 to 1600.
     */
    public String hijri(Instant instant) {
        return sightings.on(LocalDate.ofInstant(instant, zone)).map(this::write).orElse("");
    }

    /** The Hijri months, two or three, that a month of the civil calendar lies in: {@code رجب 1447 هـ}, in their order. */
    public List<String> hijriMonths(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .flatMap(day -> sightings.on(day).stream())
                .map(this::writeMonth)
                .distinct()
                .toList();
    }

    /** Each day of the week, Monday first. */
    public List<Weekday> weekdays() {
        return manner.weekdays;
    }

    /**
     * @param name {@code lundi}
     * @param small {@code lun.}, for the head of a calendar
     */
    public record Weekday(String name, String small) {}

    /**
     * How long ago that was, {@code قبل 3 ساعات}: in minutes, then in hours, each begun one not counted. Empty from ten
     * hours on, where the date says more, and for what is yet to come.
     */
    public Optional<String> ago(Instant then, Instant now) {
        Duration gone = Duration.between(then, now);
        if (gone.isNegative() || gone.compareTo(RELATIVE_UNTIL) >= 0) {
            return Optional.empty();
        }
        String words = gone.toMinutes() == 0
                ? manner.relative.format(RelativeDateTimeFormatter.Direction.PLAIN, AbsoluteUnit.NOW)
                : gone.toHours() == 0
                        ? manner.relative.format(
                                gone.toMinutes(), RelativeDateTimeFormatter.Direction.LAST, RelativeUnit.MINUTES)
                        : manner.relative.format(
                                gone.toHours(), RelativeDateTimeFormatter.Direction.LAST, RelativeUnit.HOURS);
        return Optional.of(Isolation.stripControls(words));
    }

    /** ISO 8601 with seconds and offset, {@code 2024-03-20T12:00:00Z}: for machines, so without any language. */
    public static String machine(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private String write(DateTimeFormatter formatter, TemporalAccessor moment) {
        return Isolation.stripControls(formatter.format(moment));
    }

    private String write(HijriSightings.Day day) {
        String first = language.almanac().firstOfMonth();
        String number = day.day() == 1 && !first.isEmpty() ? first : String.valueOf(day.day());
        return Digits.localised(number, language) + " " + writeMonth(day);
    }

    private String writeMonth(HijriSightings.Day day) {
        List<String> own = language.almanac().hijriMonths();
        String name = own.isEmpty() ? Names.hijriMonth(language, day.month()) : own.get(day.month() - 1);
        String era = language.almanac().hijriEra();
        return Digits.localised(name + " " + day.year(), language) + (era.isEmpty() ? "" : " " + era);
    }

    /** How a language writes each kind of date. */
    private record Manner(
            DateTimeFormatter date,
            DateTimeFormatter time,
            DateTimeFormatter dateTime,
            DateTimeFormatter weekdayDate,
            DateTimeFormatter month,
            List<Weekday> weekdays,
            RelativeDateTimeFormatter relative) {

        private static final String TIME = "HH:mm";

        static Manner of(Language language) {
            ULocale locale = language.icu();
            DateTimePatternGenerator patterns = DateTimePatternGenerator.getInstance(locale);
            String date = pattern(DateFormat.getDateInstance(DateFormat.LONG, locale));
            String dateTime = patterns.getDateTimeFormat(DateFormat.LONG)
                    .replace("{1}", date)
                    .replace("{0}", TIME);
            Names names = new Names(language);
            return new Manner(
                    names.formatter(date),
                    names.formatter(TIME),
                    names.formatter(dateTime),
                    names.formatter(pattern(DateFormat.getDateInstance(DateFormat.FULL, locale))),
                    names.formatter(patterns.getBestPattern("yMMMM")),
                    names.weekdays(),
                    RelativeDateTimeFormatter.getInstance(locale));
        }

        private static String pattern(DateFormat format) {
            return ((SimpleDateFormat) format).toPattern();
        }
    }

    /** Turns a pattern of CLDR into a formatter with the names of the language. */
    private static final class Names {

        private final Language language;
        private final Map<Long, String> months = new HashMap<>();
        private final Map<Long, String> weekdays = new HashMap<>();
        private final Map<Long, String> days = new HashMap<>();

        Names(Language language) {
            this.language = language;
            DateFormatSymbols symbols = new DateFormatSymbols(language.icu());
            List<String> own = language.almanac().months();
            String[] monthNames = symbols.getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
            for (int month = 1; month <= 12; month++) {
                months.put((long) month, own.isEmpty() ? monthNames[month - 1] : own.get(month - 1));
            }
            // ICU counts from Sunday = 1, java.time from Monday = 1.
            String[] weekdayNames = symbols.getWeekdays(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
            for (int weekday = 1; weekday <= 7; weekday++) {
                weekdays.put((long) weekday, weekdayNames[weekday % 7 + 1]);
            }
            for (int day = 1; day <= 31; day++) {
                days.put((long) day, Digits.localised(String.valueOf(day), language));
            }
            if (!language.almanac().firstOfMonth().isEmpty()) {
                days.put(1L, language.almanac().firstOfMonth());
            }
        }

        List<Weekday> weekdays() {
            String[] small =
                    new DateFormatSymbols(language.icu()).getWeekdays(DateFormatSymbols.STANDALONE, smallWeekdays());
            return weekdays.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(day -> new Weekday(day.getValue(), small[(int) (day.getKey() % 7) + 1]))
                    .toList();
        }

        /** Abbreviated, Arabic is written out in full; there one letter stands for the day. */
        private int smallWeekdays() {
            return language.rightToLeft() ? DateFormatSymbols.NARROW : DateFormatSymbols.ABBREVIATED;
        }

        DateTimeFormatter formatter(String pattern) {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
            for (int i = 0, end; i < pattern.length(); i = end) {
                char letter = pattern.charAt(i);
                end = i + 1;
                if (letter == '\'') {
                    end = pattern.indexOf('\'', i + 1) + 1;
                    builder.appendLiteral(end == i + 2 ? "'" : pattern.substring(i + 1, end - 1));
                    continue;
                }
                while (end < pattern.length() && pattern.charAt(end) == letter) {
                    end++;
                }
                field(builder, letter, pattern.substring(i, end));
            }
            return builder.toFormatter(language.locale())
                    .withChronology(IsoChronology.INSTANCE)
                    .withDecimalStyle(DecimalStyle.STANDARD.withZeroDigit(Digits.zero(language)));
        }

        private void field(DateTimeFormatterBuilder builder, char letter, String run) {
            switch (letter) {
                case 'M', 'L' -> builder.appendText(ChronoField.MONTH_OF_YEAR, months);
                case 'E', 'c' -> builder.appendText(ChronoField.DAY_OF_WEEK, weekdays);
                case 'd' -> builder.appendText(ChronoField.DAY_OF_MONTH, days);
                case 'y' -> builder.appendValue(ChronoField.YEAR);
                case 'H', 'm' -> builder.appendPattern(run);
                default -> builder.appendLiteral(run);
            }
        }

        static String hijriMonth(Language language, int month) {
            return new DateFormatSymbols(language.icu().setKeywordValue("calendar", "islamic-umalqura"))
                    .getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE)[month - 1];
        }
    }
}
