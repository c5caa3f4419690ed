package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.minbar.language.Digits;
import org.minbar.language.Refusal;

/** Reads the times that people type at the desk: the newsroom's, whatever clock their own machine shows. */
@ApplicationScoped
public class TypedTime {

    @Inject
    private ZoneId zone;

    protected TypedTime() {}

    /**
     * @param typed {@code 2026-03-04T18:00}, in any digits
     * @throws Refusal {@code bad-instant} with the field
     */
    Instant instant(String typed, String field) {
        try {
            return LocalDateTime.parse(Digits.latin(typed.strip())).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Refusal.Reason.MALFORMED, "bad-instant", Map.of("value", typed, "field", field), field);
        }
    }
}
