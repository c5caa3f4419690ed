package org.minbar.live;

import java.time.Instant;
import java.util.List;

/**
 * A day in the newsroom's zone and its lines, the newest first.
 *
 * @param date as {@code 2026-11-22}
 * @param day any instant in it
 */
public record LiveDay(String date, Instant day, List<FlashLine> flashes) {}
