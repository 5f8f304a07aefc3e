package io.genga.upscaling.inference;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.FrameCopy;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the result of a tile as long as no sample of it changes, halo included, and runs the network in the planned tiles otherwise: the result
 * is that of {@link TiledUpscaler}, bit for bit. Begins anew with each chunk.
 */
public final class ExactlyReusingUpscaler implements Upscaler {

    private final TiledUpscaler whole;
    private final FramePool frames;
    private ReuseFigures figures = ReuseFigures.NONE;
    private Frame keptSource;
    private Frame keptResult;

    /** @param session stays open, and must until this upscaler is closed */
    public ExactlyReusingUpscaler(InferenceSession session, PlannedTiles tiles, FramePool frames) {
        this.whole = new TiledUpscaler(session, tiles, frames);
        this.frames = frames;
    }

    /** Of all frames so far. */
    public ReuseFigures figures() {
        return figures;
    }

    @Override
    public Frame upscale(Frame rgb) {
        List<Tile> tiling = whole.tilingOf(rgb.format());
        List<Tile> changed = new ArrayList<>();
        for (Tile tile : tiling) {
            if (keptSource == null || !FrameCopy.isEqual(rgb, keptSource, inside(tile.source(), rgb))) {
                changed.add(tile);
            }
        }
        Frame larger = frames.acquire(whole.enlarged(rgb.format()), rgb.pts(), rgb.colour());
        try {
            fill(larger, rgb, changed, tiling.size());
            return larger;
        } catch (RuntimeException e) {
            larger.close();
            throw e;
        }
    }

    private void fill(Frame larger, Frame rgb, List<Tile> changed, int tiles) {
        if (changed.size() < tiles) {
            FrameCopy.all(keptResult, larger);
        }
        whole.upscale(changed, rgb, larger);
        if (!changed.isEmpty()) {
            keep(rgb, larger);
        }
        long frame = (long) rgb.format().width() * rgb.format().height();
        long inferred = changed.stream().mapToLong(tile -> tile.source().area()).sum();
        long computed = changed.stream()
                .mapToLong(tile -> inside(tile.kept(), rgb).area())
                .sum();
        figures = figures.plus(new ReuseFigures(frame, inferred, frame - computed, 0, 0, 0));
    }

    private void keep(Frame rgb, Frame larger) {
        if (keptSource == null) {
            keptSource = FrameCopy.of(rgb, rgb, frames);
            keptResult = FrameCopy.of(larger, rgb, frames);
        } else {
            FrameCopy.all(rgb, keptSource);
            FrameCopy.all(larger, keptResult);
        }
    }

    /** Without what is padded. */
    private static Rectangle inside(Rectangle part, Frame rgb) {
        return new Rectangle(
                part.x(),
                part.y(),
                Math.min(part.right(), rgb.format().width()) - part.x(),
                Math.min(part.bottom(), rgb.format().height()) - part.y());
    }

    @Override
    public void close() {
        whole.close();
        if (keptSource != null) {
            keptSource.close();
            keptResult.close();
        }
    }
}
