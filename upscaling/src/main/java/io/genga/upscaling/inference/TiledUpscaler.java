package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Batches;
import io.genga.upscaling.tile.Rectangle;
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
    private final Batches batches;

    /**
     * @param session stays open, and must until this upscaler is closed
     * @param frames where the upscaled frames come from
     */
    public TiledUpscaler(InferenceSession session, PlannedTiles tiles, FramePool frames) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.tensors = session.tensors().acquire(tiles);
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
        for (List<Tile> batch : batches.of(tiling)) {
            Rectangle source = batch.get(0).source();
            if (source.width() == tiles.width() && source.height() == tiles.height()) {
                run(batch, tensors, reader, writer);
            } else {
                runSmaller(batch, reader, writer);
            }
        }
    }

    private void runSmaller(List<Tile> batch, FrameToTensor reader, TensorToFrame writer) {
        Rectangle source = batch.get(0).source();
        TileTensors part = tensors.part(
                OnnxRuntimeEnvironment.get(),
                batch.size(),
                source.width(),
                source.height(),
                session.manifest().scale());
        try {
            run(batch, part, reader, writer);
        } finally {
            part.close();
        }
    }

    private void run(List<Tile> batch, TileTensors memory, FrameToTensor reader, TensorToFrame writer) {
        for (int tile = 0; tile < batch.size(); tile++) {
            reader.read(batch.get(tile).source(), memory.input(), tile);
        }
        session.run(memory);
        for (int tile = 0; tile < batch.size(); tile++) {
            writer.write(memory.output(), tile, batch.get(tile));
        }
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
