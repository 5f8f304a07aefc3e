package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.request.DrawingReuse;
import java.util.List;

/**
 * All that determines the bits of a chunk's result, and nothing that does not: not the job, the worker, the provider of the
 * inference or its threads. Two jobs with the same recipe share one result.
 *
 * @param algorithmVersion raised whenever this project's own code changes what comes out
 * @param source of the whole source object
 * @param firstPts of the keep-range, inclusive, in the source's time base
 * @param lastPts of the keep-range, inclusive, in the source's time base
 * @param hdr written into the packets by encoders that can; null where there is none
 * @param deinterlaced order of the fields; null where the source's pictures are taken as they are
 * @param salvaged true where pictures that cannot be decoded whole are left out; otherwise null
 * @param colourMatch true where colours are matched to the source, else null
 * @param warmUp frames before the keep-range that the network is run on; null where every frame stands alone
 * @param reducedTo size of the pictures that networks are given; null where it is the source's
 * @param resizedTo size of the result's pictures; null where networks make them so large
 * @param strength percent of the networks' result; null where it is all
 * @param earlier networks that run before, in their order
 */
@JsonPropertyOrder({
    "algorithmVersion",
    "source",
    "videoStream",
    "firstPts",
    "lastPts",
    "conversion",
    "network",
    "precision",
    "tiles",
    "reuse",
    "pixelFormat",
    "encoder",
    "hdr",
    "deinterlaced",
    "salvaged",
    "colourMatch",
    "warmUp",
    "reducedTo",
    "resizedTo",
    "strength",
    "earlier"
})
public record ChunkRecipe(
        int algorithmVersion,
        Sha256 source,
        int videoStream,
        long firstPts,
        long lastPts,
        ColourTags conversion,
        Sha256 network,
        String precision,
        PlannedTiles tiles,
        DrawingReuse reuse,
        String pixelFormat,
        PlannedEncoder encoder,
        @JsonInclude(JsonInclude.Include.NON_NULL) HdrMetadata hdr,
        @JsonInclude(JsonInclude.Include.NON_NULL) FieldOrder deinterlaced,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean salvaged,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean colourMatch,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer warmUp,
        @JsonInclude(JsonInclude.Include.NON_NULL) PictureSize reducedTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) PictureSize resizedTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer strength,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EarlierNetwork> earlier) {

    public static final int ALGORITHM_VERSION = 4;

    /** One that runs before the network, and how. */
    @JsonPropertyOrder({"network", "precision", "tiles", "reuse"})
    public record EarlierNetwork(Sha256 network, String precision, PlannedTiles tiles, DrawingReuse reuse) {

        static EarlierNetwork of(PlannedNetwork network) {
            return new EarlierNetwork(
                    network.reference().sha256(), network.precision(), network.tiles(), network.reuse());
        }
    }

    public static ChunkRecipe of(
            PlannedSource source, PlannedTarget target, PlannedNetwork network, long firstPts, long lastPts) {
        return new ChunkRecipe(
                ALGORITHM_VERSION,
                source.object().sha256(),
                source.videoStream(),
                firstPts,
                lastPts,
                source.colour(),
                network.reference().sha256(),
                network.precision(),
                network.tiles(),
                network.reuse(),
                target.pixelFormat(),
                target.encoder(),
                target.hdr(),
                source.optionalIntermediate()
                        .map(PlannedIntermediate::deinterlaced)
                        .orElse(null),
                source.optionalIntermediate().map(PlannedIntermediate::salvaged).orElse(null),
                network.colourMatch(),
                network.warmUp(),
                network.reducedTo(),
                resizedTo(source, target, network),
                network.strength(),
                network.earlier().stream().map(EarlierNetwork::of).toList());
    }

    private static PictureSize resizedTo(PlannedSource source, PlannedTarget target, PlannedNetwork network) {
        return target.size().equals(network.outputSize(source.size())) ? null : target.size();
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(Sha256.of(ContractJson.write(this)).value());
    }
}
