package io.genga.standalone.inspect;

import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.plan.ChunkRecipe;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.reuse.EqualDrawings;
import io.genga.upscaling.reuse.FrameDecision;
import io.genga.upscaling.reuse.HeldDrawings;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.reuse.SelfCheck;
import io.genga.upscaling.reuse.Tolerance;
import io.genga.upscaling.tile.RunShapes;
import java.util.EnumMap;
import java.util.Map;

/** What a worker would decide upon the frames of a chunk, with each setting. */
final class ChunkDecisions implements AutoCloseable {

    private final Plan plan;
    private final PlannedChunk chunk;
    private final NetworkManifest manifest;
    private final FramePool frames;
    private final Map<DrawingReuse, HeldDrawings> tolerant = new EnumMap<>(DrawingReuse.class);
    private EqualDrawings exact;

    ChunkDecisions(Plan plan, PlannedChunk chunk, NetworkManifest manifest, FramePool frames) {
        this.plan = plan;
        this.chunk = chunk;
        this.manifest = manifest;
        this.frames = frames;
    }

    /** @param rgb the chunk's next frame; stays the caller's */
    Map<DrawingReuse, FrameDecision> decide(Frame rgb) {
        if (exact == null) {
            begin(rgb.format());
        }
        FrameDecision equal = exact.decide(rgb);
        Map<DrawingReuse, FrameDecision> decisions = new EnumMap<>(DrawingReuse.class);
        decisions.put(DrawingReuse.EXACT, equal);
        decisions.put(DrawingReuse.FAITHFUL, equal);
        decisions.put(DrawingReuse.FAST, equal);
        tolerant.forEach((reuse, drawings) -> decisions.put(reuse, drawings.decide(rgb, tolerance(reuse))));
        return decisions;
    }

    private void begin(FrameFormat format) {
        exact = new EqualDrawings(format, manifest, plan.network().tiles(), frames);
        begin(DrawingReuse.FAITHFUL, format);
        begin(DrawingReuse.FAST, format);
    }

    /** Where the network cannot be run so, it is run as if nothing were tolerated. */
    private void begin(DrawingReuse reuse, FrameFormat format) {
        if (manifest.possibleReuse(reuse) != reuse) {
            return;
        }
        long seed = SelfCheck.seedOf(fingerprint(reuse));
        tolerant.put(reuse, new HeldDrawings(format, manifest, plan.network().tiles(), RunShapes.ANY, frames, seed));
    }

    /** Of the chunk, if the film was upscaled with this setting. */
    private Fingerprint fingerprint(DrawingReuse reuse) {
        return ChunkRecipe.of(
                        plan.source(), plan.target(), plan.network().reusing(reuse), chunk.firstPts(), chunk.lastPts())
                .fingerprint();
    }

    private static Tolerance tolerance(DrawingReuse reuse) {
        return ReuseLimits.of(reuse).tolerance();
    }

    @Override
    public void close() {
        tolerant.values().forEach(HeldDrawings::close);
        if (exact != null) {
            exact.close();
        }
    }
}
