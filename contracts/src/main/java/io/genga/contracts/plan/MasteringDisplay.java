package io.genga.contracts.plan;

import java.util.Objects;

/**
 * The display on which a film in high dynamic range was mastered: SMPTE ST 2086, in the units of ITU-T H.265, D.3.28.
 *
 * @param maxLuminance in 1/10000 cd/m²
 * @param minLuminance in 1/10000 cd/m²
 */
public record MasteringDisplay(
        Chromaticity red,
        Chromaticity green,
        Chromaticity blue,
        Chromaticity whitePoint,
        long maxLuminance,
        long minLuminance) {

    public MasteringDisplay {
        Objects.requireNonNull(red, "red");
        Objects.requireNonNull(green, "green");
        Objects.requireNonNull(blue, "blue");
        Objects.requireNonNull(whitePoint, "whitePoint");
    }
}
