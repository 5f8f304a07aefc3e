package io.genga.standalone.bench;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.ReadyTiles;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.worker.ChunkUpscaler;
import java.util.Optional;

/** One setting of the reuse, on the frames of one chunk. */
final class Contestant implements AutoCloseable {

    private final DrawingReuse reuse;
    private final Optional<ReuseLimits> limits;
    private final ChunkUpscaler upscaler;
    private final ReadyTiles readyTiles;
    private Lap lap = Lap.NONE;

    /** @param session stays open, and must until this is closed */
    Contestant(DrawingReuse reuse, InferenceSession session, Plan plan, PlannedChunk chunk, FramePool frames) {
        this.reuse = reuse;
        this.limits = ReuseLimits.toleratedBy(reuse);
        this.upscaler = ChunkUpscaler.open(session, plan.network().reusing(reuse), chunk, limits, frames);
        this.readyTiles = new ReadyTiles(session, plan.network().tiles());
    }

    DrawingReuse reuse() {
        return reuse;
    }

    /** @return the larger frame; owned by the caller */
    Frame upscale(Frame rgb) {
        Frame[] larger = new Frame[1];
        Spent[] inference = new Spent[1];
        readyTiles.likeThoseOf(() ->
                inference[0] = Spent.by(() -> larger[0] = upscaler.upscaler().upscale(rgb)));
        Spent alone = Spent.by(readyTiles::run);
        lap = lap.plus(new Lap(1, inference[0], alone, ReuseFigures.NONE, 0));
        return larger[0];
    }

    /** Of all frames so far. */
    Lap lap() {
        ReuseFigures figures = upscaler.reuse().get();
        if (figures == null) {
            return lap;
        }
        boolean broken = limits.isPresent() && !limits.get().keptBy(figures);
        return lap.plus(new Lap(0, Spent.NOTHING, Spent.NOTHING, figures, broken ? 1 : 0));
    }

    @Override
    public void close() {
        upscaler.close();
        readyTiles.close();
    }
}
