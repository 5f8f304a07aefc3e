package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network, those that run before it, how each is run, and what is done to pictures before and after. Where the target is not of the size that
 * networks make, their pictures are resized.
 *
 * @param precision for example {@code fp32}
 * @param scale pixels out per pixel in, in each direction
 * @param reuse of held drawings
 * @param colourMatch true where areas of the result get the colours that they have in the source, else null
 * @param warmUp frames before each chunk, and after it where the network goes both ways, that it is run on for the sake of what it remembers;
 *     0 where it sees other frames but remembers nothing; null where every frame stands alone
 * @param reducedTo size to which the source's pictures are reduced first; null where networks are given them as they are
 * @param strength percent of the networks' result, the rest being the source's picture, enlarged; null where it is all
 * @param earlier networks that run before this one, in their order, each on what the one before has made; of them, only how they are run is said
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
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer strength,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedNetwork> earlier) {

    public PlannedNetwork {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(tiles, "tiles");
        Objects.requireNonNull(reuse, "reuse");
        colourMatch = Boolean.TRUE.equals(colourMatch) ? true : null;
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
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

    /** Alone, on pictures as they are. */
    public PlannedNetwork(
            NetworkReference reference,
            String precision,
            int scale,
            PlannedTiles tiles,
            DrawingReuse reuse,
            Boolean colourMatch,
            Integer warmUp) {
        this(reference, precision, scale, tiles, reuse, colourMatch, warmUp, null, null, List.of());
    }

    /** The same, all run with another reuse of held drawings. */
    public PlannedNetwork reusing(DrawingReuse other) {
        List<PlannedNetwork> others =
                earlier.stream().map(network -> network.reusing(other)).toList();
        return new PlannedNetwork(
                reference, precision, scale, tiles, other, colourMatch, warmUp, reducedTo, strength, others);
    }

    /** All networks, in the order in which they run; this is the last. */
    public List<PlannedNetwork> chain() {
        return Stream.concat(earlier.stream(), Stream.of(this)).toList();
    }

    /** Pixels that all networks together make of one, in each direction. */
    public int totalScale() {
        return chain().stream().mapToInt(PlannedNetwork::scale).reduce(1, Math::multiplyExact);
    }

    /** Of the pictures that the first network is given. */
    public PictureSize inputSize(PictureSize source) {
        return reducedTo == null ? source : reducedTo;
    }

    /** Of the pictures that this network makes. */
    public PictureSize outputSize(PictureSize source) {
        return inputSize(source).times(totalScale());
    }

    /** Empty where every frame stands alone. */
    public Optional<Integer> optionalWarmUp() {
        return Optional.ofNullable(warmUp);
    }

    public boolean matchesColours() {
        return colourMatch != null;
    }
}
