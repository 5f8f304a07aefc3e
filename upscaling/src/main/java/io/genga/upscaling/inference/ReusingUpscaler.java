package io.genga.upscaling.inference;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.FrameCopy;
import io.genga.upscaling.reuse.FrameDecision;
import io.genga.upscaling.reuse.FrameDecision.Sample;
import io.genga.upscaling.reuse.HeldDrawings;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.reuse.SampleErrors;

/**
 * Runs a network where a picture has changed, and keeps the rest of the result: what is held in a film is computed once. Begins anew with
 * each chunk. For networks of single frames, whose result at a pixel depends on the pixels around it alone.
 */
public final class ReusingUpscaler implements Upscaler {

    /** Fewer say little of a film, and what a stricter rule brings shows only after as many again. */
    private static final int SAMPLES_BETWEEN_TIGHTENINGS = 8;

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final FramePool frames;
    private final TiledUpscaler inference;
    private final long seed;
    private ReuseLimits limits;
    private final SampleErrors errors = new SampleErrors();
    private int samplesAtTightening;
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
            held = new HeldDrawings(rgb.format(), session.manifest(), tiles, frames, seed);
            keptResult = frames.acquire(inference.enlarged(rgb.format()), rgb.pts(), rgb.colour());
        }
        FrameDecision decision = held.decide(rgb, limits.tolerance());
        inference.upscale(decision.tiles(), rgb, keptResult);
        figures = figures.plus(decision.figures());
        decision.sample().ifPresent(sample -> check(rgb, sample));
        return FrameCopy.of(keptResult, rgb, frames);
    }

    private void check(Frame rgb, Sample sample) {
        try (Frame before = FrameCopy.of(keptResult, rgb, frames)) {
            inference.upscale(sample.tiles(), rgb, keptResult);
            double error = PartError.squared(
                    before, keptResult, sample.part().times(session.manifest().scale()));
            errors.add(error);
            figures = figures.plus(new ReuseFigures(0, 0, 0, 1, error, error));
        }
        tightenInTime();
    }

    /** A promise that is about to break is kept at less cost now than by beginning the chunk again. */
    private void tightenInTime() {
        double keptShare = (double) figures.keptPixels() / figures.framePixels();
        if (figures.samples() - samplesAtTightening >= SAMPLES_BETWEEN_TIGHTENINGS
                && limits.nearlyBrokenBy(errors, keptShare)) {
            limits = limits.tightened();
            samplesAtTightening = figures.samples();
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
