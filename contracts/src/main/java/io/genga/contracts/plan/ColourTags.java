package io.genga.contracts.plan;

import java.util.Objects;

/**
 * The meaning of the picture's numbers, in FFmpeg's names for the code points of ITU-T H.273; {@code unknown} where
 * the source does not say and nothing depends on it.
 *
 * @param primaries for example {@code bt709}
 * @param transfer for example {@code bt709}
 * @param matrix for example {@code smpte170m}; never {@code unknown} in a plan
 * @param range {@code tv} or {@code pc}
 * @param chromaLocation for example {@code left}
 */
public record ColourTags(String primaries, String transfer, String matrix, String range, String chromaLocation) {

    public ColourTags {
        Objects.requireNonNull(primaries, "primaries");
        Objects.requireNonNull(transfer, "transfer");
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(chromaLocation, "chromaLocation");
    }
}
