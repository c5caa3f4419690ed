package org.minbar.syndication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as feeds write them: in UTC, to the second, and never in a reader's language. */
final class Times {

    private Times() {}

    /** RFC 3339: {@code 2024-03-02T09:30:00Z}. */
    static String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** RFC 822 with the year in four digits: {@code Sat, 2 Mar 2024 09:30:00 GMT}. */
    static String mail(Instant instant) {
        // The JDK's constant has its English names built in; a pattern would ask a locale for them.
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
