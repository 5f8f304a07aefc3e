package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import java.util.Objects;
import java.util.Optional;

/**
 * The network, how it is run, and what is done to pictures before and after it. Where the target is not of the size that the network makes, its
 * pictures are resized.
 *
 * @param precision for example {@code fp32}
 * @param scale pixels out per pixel in, in each direction
 * @param reuse of held drawings
 * @param colourMatch true where areas of the result get the colours that they have in the source, else null
 * @param warmUp frames before each chunk that the network is run on for the sake of what it remembers; 0 where it sees other frames but
 *     remembers nothing; null where every frame stands alone
 * @param reducedTo size to which the source's pictures are reduced first; null where the network is given them as they are
 * @param strength percent of the network's result, the rest being the source's picture, enlarged; null where it is all
 */
public record PlannedNetwork(
        NetworkReference reference,
        String precision,
        int scale,
        PlannedTiles tiles,
        DrawingReuse reuse,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean colourMatch,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer warmUp,
        @JsonInclude(JsonInclude.Include.NON_NULL) PictureSize reducedTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer strength) {

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

    /** Of pictures as they are. */
    public PlannedNetwork(
            NetworkReference reference,
            String precision,
            int scale,
            PlannedTiles tiles,
            DrawingReuse reuse,
            Boolean colourMatch,
            Integer warmUp) {
        this(reference, precision, scale, tiles, reuse, colourMatch, warmUp, null, null);
    }

    /** The same, run with another reuse of held drawings. */
    public PlannedNetwork reusing(DrawingReuse other) {
        return new PlannedNetwork(reference, precision, scale, tiles, other, colourMatch, warmUp, reducedTo, strength);
    }

    /** Of the pictures that the network is given. */
    public PictureSize inputSize(PictureSize source) {
        return reducedTo == null ? source : reducedTo;
    }

    /** Of the pictures that it makes. */
    public PictureSize outputSize(PictureSize source) {
        return inputSize(source).times(scale);
    }

    /** Empty where every frame stands alone. */
    public Optional<Integer> optionalWarmUp() {
        return Optional.ofNullable(warmUp);
    }

    public boolean matchesColours() {
        return colourMatch != null;
    }
}
