package io.genga.contracts.plan;

import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import java.util.Objects;

/**
 * The network and how it is run.
 *
 * @param precision for example {@code fp32}
 * @param scale pixels of the target per pixel of the source, in each direction
 * @param reuse of held drawings
 */
public record PlannedNetwork(
        NetworkReference reference, String precision, int scale, PlannedTiles tiles, DrawingReuse reuse) {

    public PlannedNetwork {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(tiles, "tiles");
        Objects.requireNonNull(reuse, "reuse");
    }
}
