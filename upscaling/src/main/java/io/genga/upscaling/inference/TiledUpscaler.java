package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkManifest;
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
    private final TileTensors tensors;

    /**
     * @param session stays open, and must until this upscaler is closed
     * @param frames where the upscaled frames come from
     */
    public TiledUpscaler(InferenceSession session, PlannedTiles tiles, FramePool frames) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.tensors = session.tensors().acquire(tiles);
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
        session.tensors().giveBack(tiles, tensors);
    }

    /**
     * Computes parts of {@code larger} anew.
     *
     * @param tiling in tiles of any size up to that of the planned ones
     */
    void upscale(List<Tile> tiling, Frame rgb, Frame larger) {
        FrameToTensor reader = new FrameToTensor(rgb, session.manifest());
        TensorToFrame writer = new TensorToFrame(larger, session.manifest());
        for (Tile tile : tiling) {
            if (tile.source().width() == tiles.width() && tile.source().height() == tiles.height()) {
                run(tile, tensors, reader, writer);
            } else {
                runSmaller(tile, reader, writer);
            }
        }
    }

    private void runSmaller(Tile tile, FrameToTensor reader, TensorToFrame writer) {
        int scale = session.manifest().scale();
        TileTensors part = tensors.part(
                OnnxRuntimeEnvironment.get(),
                tile.source().width(),
                tile.source().height(),
                scale);
        try {
            run(tile, part, reader, writer);
        } finally {
            part.close();
        }
    }

    private void run(Tile tile, TileTensors memory, FrameToTensor reader, TensorToFrame writer) {
        reader.read(tile.source(), memory.input());
        session.run(memory);
        writer.write(memory.output(), tile);
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
