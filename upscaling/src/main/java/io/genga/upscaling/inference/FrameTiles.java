package io.genga.upscaling.inference;

import io.genga.frames.Frame;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Tile;
import java.util.List;

/**
 * A run on tiles of a frame.
 *
 * @param tiles of one size, at least one
 * @param larger where what the tiles keep is pasted
 */
record FrameTiles(List<Tile> tiles, Frame rgb, Frame larger, NetworkManifest manifest) implements TileRun {

    @Override
    public int count() {
        return tiles.size();
    }

    @Override
    public int width() {
        return tiles.get(0).source().width();
    }

    @Override
    public int height() {
        return tiles.get(0).source().height();
    }

    @Override
    public void read(TileTensors memory) {
        FrameToTensor reader = new FrameToTensor(rgb, manifest);
        for (int tile = 0; tile < tiles.size(); tile++) {
            reader.read(tiles.get(tile).source(), memory.input(), tile);
        }
    }

    @Override
    public void write(TileTensors memory) {
        TensorToFrame writer = new TensorToFrame(larger, manifest);
        for (int tile = 0; tile < tiles.size(); tile++) {
            writer.write(memory.output(), tile, tiles.get(tile));
        }
    }
}
