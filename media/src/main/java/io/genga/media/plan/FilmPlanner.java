package io.genga.media.plan;

import io.genga.contracts.plan.ChunkRecipe;
import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.RemasterRequest;
import io.genga.media.index.PacketIndex;
import io.genga.media.index.PacketIndexer;
import io.genga.media.probe.OutputCompatibility;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of a film: probes it, reads all its packets once, divides it into chunks. Stateless and thread-safe. */
public final class FilmPlanner {

    /** The only one that is accepted so far; full range is a tag of its own. */
    private static final String PIXEL_FORMAT = "yuv420p";

    private final EncoderPinning encoders;

    public FilmPlanner(EncoderPinning encoders) {
        this.encoders = encoders;
    }

    /** @throws io.genga.media.probe.RefusedMediaException where the film cannot be remastered whole */
    public Plan plan(FilmPlanRequest request) {
        String name = request.displayName();
        SourceDescription description = SourceProbe.probe(request.source(), name);
        OutputCompatibility.check(description, request.request().container(), name);
        PacketIndex index = PacketIndexer.index(request.source(), description, name);
        PlannedSource source = source(request, description);
        PlannedTarget target = target(request.request(), request.network(), source);
        List<ChunkRange> ranges = new ChunkPlanner(request.targetChunk()).plan(index);
        LeadInLimit.check(ranges, name);
        List<PlannedChunk> chunks = chunks(source, target, request.network(), ranges);
        return new Plan(Plan.VERSION, request.tenant(), request.job(), source, target, request.network(), chunks);
    }

    private static PlannedSource source(FilmPlanRequest request, SourceDescription description) {
        return new PlannedSource(
                request.sourceObject(),
                description.container(),
                description.codec(),
                description.videoStream(),
                description.timeBase(),
                description.width(),
                description.height(),
                PIXEL_FORMAT,
                description.sampleAspectRatio(),
                ColourResolution.resolve(description));
    }

    private PlannedTarget target(RemasterRequest request, PlannedNetwork network, PlannedSource source) {
        int width = source.width() * network.scale();
        int height = source.height() * network.scale();
        ColourTags colour = source.colour();
        TargetPicture picture =
                new TargetPicture(width, height, PIXEL_FORMAT, source.timeBase(), source.sampleAspectRatio(), colour);
        return new PlannedTarget(
                request.container(),
                request.outputName(),
                width,
                height,
                PIXEL_FORMAT,
                source.sampleAspectRatio(),
                colour,
                encoders.pin(request.encoder(), picture));
    }

    private static List<PlannedChunk> chunks(
            PlannedSource source, PlannedTarget target, PlannedNetwork network, List<ChunkRange> ranges) {
        List<PlannedChunk> chunks = new ArrayList<>();
        for (ChunkRange range : ranges) {
            long first = range.pts().get(0);
            long last = range.pts().get(range.pts().size() - 1);
            chunks.add(new PlannedChunk(
                    chunks.size(),
                    ChunkRecipe.of(source, target, network, first, last).fingerprint(),
                    range.firstPacket(),
                    range.packetCount(),
                    range.pts()));
        }
        return chunks;
    }
}
