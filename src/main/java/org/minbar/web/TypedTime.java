package org.minbar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Digits;
import org.minbar.language.Refusal;

/** Reads the times that people type at the desk: the newsroom's, whatever clock their own machine shows. */
@ApplicationScoped
public class TypedTime {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    @Inject
    private ZoneId zone;

    protected TypedTime() {}

    /**
     * @param typed {@code 2026-03-04T18:00}, in any digits
     * @throws Refusal {@code bad-instant} with the field
     */
    public Instant instant(String typed, String field) {
        try {
            return LocalDateTime.parse(Digits.latin(typed.strip())).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-instant", Map.of("value", typed, "field", field), field);
        }
    }

    /** The same; empty for nothing. */
    public Optional<Instant> instantIfAny(String typed, String field) {
        return typed.isBlank() ? Optional.empty() : Optional.of(instant(typed, field));
    }

    /** As a field for times shows it: {@code 2026-03-04T18:00}. */
    public String field(Instant instant) {
        return MINUTES.format(instant.atZone(zone));
    }

    /**
     * @param typed {@code 2026-03-04}, in any digits; or nothing
     * @throws Refusal {@code not-a-day} with the field
     */
    public static Optional<LocalDate> dayIfAny(String typed, String field) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(Digits.latin(typed.strip())));
        } catch (DateTimeException notADay) {
            throw new Refusal(Refusal.Reason.MALFORMED, "not-a-day", Map.of("value", typed), field);
        }
    }
}
