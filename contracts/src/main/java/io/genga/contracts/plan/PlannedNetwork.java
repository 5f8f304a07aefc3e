package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import java.util.Objects;
import java.util.Optional;

/**
 * The network and how it is run.
 *
 * @param precision for example {@code fp32}
 * @param scale pixels of the target per pixel of the source, in each direction
 * @param reuse of held drawings
 * @param colourMatch true where areas of the result get the colours that they have in the source, else null
 * @param warmUp frames before each chunk, and after it where the network goes both ways, that it is run on for the sake of what it remembers;
 *     0 where it sees other frames but remembers nothing; null where every frame stands alone
 */
public record PlannedNetwork(
        NetworkReference reference,
        String precision,
        int scale,
        PlannedTiles tiles,
        DrawingReuse reuse,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean colourMatch,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer warmUp) {

    public PlannedNetwork {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(tiles, "tiles");
        Objects.requireNonNull(reuse, "reuse");
        colourMatch = Boolean.TRUE.equals(colourMatch) ? true : null;
    }

    /** Whose result stays as it is. */
    public PlannedNetwork(
            NetworkReference reference, String precision, int scale, PlannedTiles tiles, DrawingReuse reuse) {
        this(reference, precision, scale, tiles, reuse, null);
    }

    /** Of single frames. */
    public PlannedNetwork(
            NetworkReference reference,
            String precision,
            int scale,
            PlannedTiles tiles,
            DrawingReuse reuse,
            Boolean colourMatch) {
        this(reference, precision, scale, tiles, reuse, colourMatch, null);
    }

    /** The same, run with another reuse of held drawings. */
    public PlannedNetwork reusing(DrawingReuse other) {
        return new PlannedNetwork(reference, precision, scale, tiles, other, colourMatch, warmUp);
    }

    /** Empty where every frame stands alone. */
    public Optional<Integer> optionalWarmUp() {
        return Optional.ofNullable(warmUp);
    }

    public boolean matchesColours() {
        return colourMatch != null;
    }
}
