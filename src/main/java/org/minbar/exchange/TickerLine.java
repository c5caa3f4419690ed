package org.minbar.exchange;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that opens (or closes) with a time of day, as tickers have it: {@code - 16:06أكثر من…}, {@code [16:06] …},
 * {@code 16h06 | …}.
 *
 * @param text without the time; empty where the line is nothing but a time
 * @param atEnd whether the time stands behind the text, which alone proves little
 */
record TickerLine(LocalTime time, String text, boolean atEnd) {

    private static final int LONGEST = 220;
    private static final String TIME =
            "(\\d{1,2})\\s?(?:[:∶]\\s?(\\d{2})(?::\\d{2})?|[hH]\\s?(\\d{2})?(?![\\p{L}\\d]))";
    private static final Pattern LEADING =
            Pattern.compile("[-–—•*·▪►»\\[(|]*\\s*(?:\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?[\\s,–-]+)?" + TIME
                    + "(?!\\d)\\s*((?i:[ap]\\.?m\\b\\.?)|[صم](?![\\p{L}]))?\\s*[\\])]?\\s*[-–—:|»،,•]*\\s*(.*)");
    private static final Pattern TRAILING = Pattern.compile("(.{12,}?)\\s*[-–—|(\\[]\\s*" + TIME + "(?!\\d)[\\])]?");

    static Optional<TickerLine> parse(String line) {
        if (line.length() > LONGEST || line.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Matcher leading = LEADING.matcher(european(line));
        if (leading.matches()) {
            String text = Folding.bare(line.substring(leading.start(5)));
            boolean span = !text.isEmpty()
                    && Character.isDigit(text.charAt(0))
                    && parse(text).isPresent();
            return span ? Optional.empty() : of(leading, 1, leading.group(4), text, false);
        }
        Matcher trailing = TRAILING.matcher(european(line));
        if (trailing.matches()) {
            return of(trailing, 2, null, Folding.bare(line.substring(0, trailing.end(1))), true);
        }
        return Optional.empty();
    }

    /**
     * The day of each entry of a list. Tickers run from the newest down, so a later time further down is of the day
     * before. A list that only ever rises runs the other way, from the oldest down.
     *
     * @param entries in the order of the page; an empty one is a heading that names a new day
     */
    static List<Integer> dayOffsets(List<Optional<LocalTime>> entries) {
        List<LocalTime> times = entries.stream().flatMap(Optional::stream).toList();
        boolean rises = times.size() > 2 && times.get(0).isBefore(times.get(times.size() - 1));
        for (int i = 1; i < times.size() && rises; i++) {
            rises = !times.get(i).isBefore(times.get(i - 1));
        }
        List<Integer> offsets = new ArrayList<>();
        int day = 0;
        boolean headed = false;
        LocalTime above = LocalTime.MAX;
        for (Optional<LocalTime> entry : entries) {
            if (entry.isEmpty()) {
                headed = !offsets.isEmpty();
                continue;
            }
            if (headed || (!rises && entry.get().isAfter(above))) {
                day--;
            }
            headed = false;
            above = entry.get();
            offsets.add(day);
        }
        return offsets;
    }

    boolean timeOnly() {
        return text.isEmpty();
    }

    private static Optional<TickerLine> of(
            Matcher matcher,
            int hourGroup,
            @org.jspecify.annotations.Nullable String half,
            String text,
            boolean atEnd) {
        int hour = Integer.parseInt(matcher.group(hourGroup));
        String minutes = matcher.group(hourGroup + 1);
        String afterH = matcher.group(hourGroup + 2);
        if (minutes == null && afterH == null && !atEnd && !text.isEmpty() && !separated(matcher)) {
            return Optional.empty();
        }
        int minute = minutes != null ? Integer.parseInt(minutes) : afterH != null ? Integer.parseInt(afterH) : 0;
        if (half != null) {
            boolean afternoon = half.startsWith("م") || half.startsWith("p") || half.startsWith("P");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        return Optional.of(new TickerLine(LocalTime.of(hour, minute), text, atEnd));
    }

    /** An hour without minutes ("18h") opens an entry only when a mark follows it; "18h de débats" does not. */
    private static boolean separated(Matcher leading) {
        String between = leading.group().substring(leading.end(1), leading.start(5));
        return between.codePoints().anyMatch(c -> "-–—:|»]".indexOf(c) >= 0);
    }

    private static String european(String line) {
        StringBuilder digits = new StringBuilder(line);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c > 127 && Character.isDigit(c)) {
                digits.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            } else if (Folding.empty(c)) {
                digits.setCharAt(i, ' ');
            }
        }
        return digits.toString();
    }
}
