package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Batches;
import io.genga.upscaling.tile.Tile;
import io.genga.upscaling.tile.Tiling;
import java.util.List;

/**
 * Runs a network tile by tile, each in the same shape, so that the memory it takes does not depend on the frame. Within
 * rounding the result is that of the network run on the whole frame.
 */
public final class TiledUpscaler implements Upscaler {

    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final FramePool frames;
    private final TileRunner runner;
    private final Batches batches;

    /**
     * @param session stays open, and must until this upscaler is closed
     * @param frames where the upscaled frames come from
     */
    public TiledUpscaler(InferenceSession session, PlannedTiles tiles, FramePool frames) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.runner = new TileRunner(session, tiles);
        this.batches = new Batches(
                switch (session.shapes()) {
                    case ANY -> 0;
                    case SQUARES -> (long) tiles.width() * tiles.height();
                });
    }

    /**
     * @throws IllegalArgumentException where the frame is not RGB, or the planned tiles cannot cover it
     */
    @Override
    public Frame upscale(Frame rgb) {
        List<Tile> tiling = tilingOf(rgb.format());
        Frame larger = frames.acquire(enlarged(rgb.format()), rgb.pts(), rgb.colour());
        try {
            upscale(tiling, rgb, larger);
            return larger;
        } catch (RuntimeException e) {
            larger.close();
            throw e;
        }
    }

    @Override
    public void close() {
        runner.close();
    }

    /**
     * Computes parts of {@code larger} anew.
     *
     * @param tiling in tiles of any size up to that of the planned ones
     */
    void upscale(List<Tile> tiling, Frame rgb, Frame larger) {
        runner.run(batches.of(tiling).stream()
                .map(batch -> new FrameTiles(batch, rgb, larger, session.manifest()))
                .toList());
    }

    List<Tile> tilingOf(FrameFormat format) {
        if (format.layout().model() != PixelLayout.Model.RGB) {
            throw new IllegalArgumentException("a network takes RGB, not " + format);
        }
        NetworkManifest manifest = session.manifest();
        int width = manifest.padded(format.width());
        int height = manifest.padded(format.height());
        return Tiling.of(tiles, width, height, manifest.tileAlignment());
    }

    FrameFormat enlarged(FrameFormat format) {
        return format.times(session.manifest().scale());
    }
}
