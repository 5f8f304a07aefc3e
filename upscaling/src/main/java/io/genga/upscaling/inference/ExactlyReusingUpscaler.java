package io.genga.upscaling.inference;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.EqualDrawings;
import io.genga.upscaling.reuse.FrameCopy;
import io.genga.upscaling.reuse.FrameDecision;

/**
 * Keeps the result of a tile as long as no sample of it changes, halo included, and runs the network in the planned tiles otherwise: the result
 * is that of {@link TiledUpscaler}, bit for bit. Begins anew with each chunk.
 */
public final class ExactlyReusingUpscaler implements Upscaler {

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final FramePool frames;
    private final TiledUpscaler inference;
    private ReuseFigures figures = ReuseFigures.NONE;
    private EqualDrawings drawings;
    private Frame keptResult;

    /** @param session stays open, and must until this upscaler is closed */
    public ExactlyReusingUpscaler(InferenceSession session, PlannedTiles tiles, FramePool frames) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.inference = new TiledUpscaler(session, tiles, frames);
    }

    /** Of all frames so far. */
    public ReuseFigures figures() {
        return figures;
    }

    @Override
    public Frame upscale(Frame rgb) {
        if (drawings == null) {
            drawings = new EqualDrawings(rgb.format(), session.manifest(), tiles, frames);
            keptResult = frames.acquire(inference.enlarged(rgb.format()), rgb.pts(), rgb.colour());
        }
        FrameDecision decision = drawings.decide(rgb);
        inference.upscale(decision.tiles(), rgb, keptResult);
        figures = figures.plus(decision.figures());
        return FrameCopy.of(keptResult, rgb, frames);
    }

    @Override
    public void close() {
        inference.close();
        if (drawings != null) {
            drawings.close();
            keptResult.close();
        }
    }
}
