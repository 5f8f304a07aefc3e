package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import java.util.Objects;

/**
 * The network and how it is run.
 *
 * @param precision for example {@code fp32}
 * @param scale pixels of the target per pixel of the source, in each direction
 * @param reuse of held drawings
 * @param colourMatch true where areas of the result get the colours that they have in the source, else null
 */
public record PlannedNetwork(
        NetworkReference reference,
        String precision,
        int scale,
        PlannedTiles tiles,
        DrawingReuse reuse,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean colourMatch) {

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

    public boolean matchesColours() {
        return colourMatch != null;
    }
}
