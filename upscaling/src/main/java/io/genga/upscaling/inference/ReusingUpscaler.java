package io.genga.upscaling.inference;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.Amplification;
import io.genga.upscaling.reuse.FrameCopy;
import io.genga.upscaling.reuse.FrameDecision;
import io.genga.upscaling.reuse.FrameDecision.Sample;
import io.genga.upscaling.reuse.HeldDrawings;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.tile.Rectangle;

/**
 * Runs a network where a picture has changed, and keeps the rest of the result: what is held in a film is computed once. Begins anew with
 * each chunk. For networks of single frames, whose result at a pixel depends on the pixels around it alone.
 */
public final class ReusingUpscaler implements Upscaler {

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final FramePool frames;
    private final TiledUpscaler inference;
    private final long seed;
    private final ReuseLimits limits;
    private final Amplification amplification;
    private ReuseFigures figures = ReuseFigures.NONE;
    private HeldDrawings held;
    private Frame keptResult;

    /**
     * @param session stays open, and must until this upscaler is closed
     * @param seed of the choice of samples for the self-check: the same seed and frames give the same result
     */
    public ReusingUpscaler(
            InferenceSession session, PlannedTiles tiles, FramePool frames, ReuseLimits limits, long seed) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.limits = limits;
        this.amplification = new Amplification(limits.tolerance().meanSquare());
        this.seed = seed;
        this.inference = new TiledUpscaler(session, tiles, frames);
    }

    /** Of all frames so far. */
    public ReuseFigures figures() {
        return figures;
    }

    @Override
    public Frame upscale(Frame rgb) {
        if (held == null) {
            held = new HeldDrawings(rgb.format(), session.manifest(), tiles, session.shapes(), frames, seed);
            keptResult = frames.acquire(inference.enlarged(rgb.format()), rgb.pts(), rgb.colour());
        }
        FrameDecision decision = held.decide(rgb, limits.tolerance(amplification));
        inference.upscale(decision.tiles(), rgb, keptResult);
        figures = figures.plus(decision.figures());
        decision.sample().ifPresent(sample -> check(rgb, sample));
        return FrameCopy.of(keptResult, rgb, frames);
    }

    private void check(Frame rgb, Sample sample) {
        Rectangle part = sample.part().times(session.manifest().scale());
        try (Frame before = frames.acquire(keptResult.format(), rgb.pts(), rgb.colour())) {
            FrameCopy.part(keptResult, part, before);
            inference.upscale(sample.tiles(), rgb, keptResult);
            double error = PartError.squared(before, keptResult, part);
            amplification.add(sample.squaredDifference(), error);
            figures = figures.plus(new ReuseFigures(0, 0, 0, 1, error, error));
        }
    }

    @Override
    public void close() {
        inference.close();
        if (held != null) {
            held.close();
            keptResult.close();
        }
    }
}
