package org.minbar.darkroom;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a photographer or agency wrote into the file, for somebody at the desk to take or leave. Where the camera stood
 * is never among it: {@code place} is what a person typed.
 *
 * @param credit who took it and for whom, joined by a stroke where both are named
 * @param place city and country
 * @param taken the day it was taken, by the camera's clock
 */
public record Offered(
        Optional<String> caption,
        Optional<String> credit,
        Optional<String> copyright,
        Optional<String> place,
        Optional<LocalDate> taken) {

    public static final Offered NOTHING =
            new Offered(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
