package io.genga.upscaling.reuse;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import io.genga.upscaling.tile.Tiling;
import java.util.List;
import java.util.Optional;

/**
 * Decides like {@link HeldDrawings}, but tolerates nothing: a planned tile is kept as long as no sample of it changes, halo included. Not safe
 * for use by several threads.
 */
public final class EqualDrawings implements AutoCloseable {

    private final FrameFormat format;
    private final FramePool frames;
    private final List<Tile> whole;
    private Frame keptSource;

    /** @param format of all frames: RGB */
    public EqualDrawings(FrameFormat format, NetworkManifest manifest, PlannedTiles tiles, FramePool frames) {
        this.format = format;
        this.frames = frames;
        this.whole = Tiling.of(
                tiles, manifest.padded(format.width()), manifest.padded(format.height()), manifest.tileAlignment());
    }

    /**
     * Takes for granted that what it says is computed before it is asked again.
     *
     * @param rgb the next frame; stays the caller's
     */
    public FrameDecision decide(Frame rgb) {
        if (keptSource == null) {
            keptSource = FrameCopy.of(rgb, rgb, frames);
            return new FrameDecision(format, whole, Optional.empty());
        }
        List<Tile> changed = whole.stream()
                .filter(tile -> !FrameCopy.isEqual(rgb, keptSource, visible(tile.source())))
                .toList();
        if (!changed.isEmpty()) {
            FrameCopy.all(rgb, keptSource);
        }
        return new FrameDecision(format, changed, Optional.empty());
    }

    /** Without what is padded. */
    private Rectangle visible(Rectangle part) {
        return new Rectangle(
                part.x(),
                part.y(),
                Math.min(part.right(), format.width()) - part.x(),
                Math.min(part.bottom(), format.height()) - part.y());
    }

    @Override
    public void close() {
        if (keptSource != null) {
            keptSource.close();
        }
    }
}
