package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a network on parts of frames that have any size, in the memory of one planned tile. Not safe for use by several threads.
 */
final class RegionInference {

    private final InferenceSession session;
    private final TileTensors memory;
    private final PlannedTiles tiles;
    private final int width;
    private final int height;
    private final int halo;
    private final int step;

    /**
     * @param format of the frames
     * @param tiles larger than two halos
     * @param memory of such a tile; nobody else's while a part is computed
     * @param halo pixels around a part that are computed with it and thrown away
     */
    RegionInference(InferenceSession session, FrameFormat format, PlannedTiles tiles, TileTensors memory, int halo) {
        NetworkManifest manifest = session.manifest();
        this.session = session;
        this.memory = memory;
        this.tiles = tiles;
        this.width = manifest.padded(format.width());
        this.height = manifest.padded(format.height());
        this.step = manifest.tileStep();
        this.halo = multiple(halo);
    }

    /**
     * Computes a part of {@code larger} anew.
     *
     * @param part in pixels of {@code rgb}
     * @return pixels of {@code rgb} that the network was run on
     */
    long run(Frame rgb, Rectangle part, Frame larger) {
        long pixels = 0;
        for (Rectangle piece : pieces(part)) {
            pixels += runPiece(rgb, piece, larger);
        }
        return pixels;
    }

    /** As far as the network's steps ask for. */
    int halo() {
        return halo;
    }

    /** What the network is run on for a part that needs no cutting. */
    long pixels(Rectangle part) {
        Rectangle source = withHalo(part);
        return (long) source.width() * source.height();
    }

    private long runPiece(Frame rgb, Rectangle piece, Frame larger) {
        Rectangle source = withHalo(piece);
        int scale = session.manifest().scale();
        TileTensors tensors = memory.part(OnnxRuntimeEnvironment.get(), source.width(), source.height(), scale);
        try {
            new FrameToTensor(rgb, session.manifest()).read(source, tensors.input());
            session.run(tensors);
            new TensorToFrame(larger, session.manifest()).write(tensors.output(), new Tile(source, piece));
        } finally {
            tensors.close();
        }
        return (long) source.width() * source.height();
    }

    /** Parts of it that fit into a tile, with their halos. */
    private List<Rectangle> pieces(Rectangle part) {
        int columns = count(part.width(), width, tiles.width());
        int rows = count(part.height(), height, tiles.height());
        List<Rectangle> pieces = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int top = part.y() + part.height() * row / rows;
            int bottom = part.y() + part.height() * (row + 1) / rows;
            for (int column = 0; column < columns; column++) {
                int left = part.x() + part.width() * column / columns;
                int right = part.x() + part.width() * (column + 1) / columns;
                pieces.add(new Rectangle(left, top, right - left, bottom - top));
            }
        }
        return pieces;
    }

    private int count(int length, int frame, int tile) {
        int room = tile - 2 * (halo + step);
        return tile >= frame ? 1 : (length + room - 1) / room;
    }

    private Rectangle withHalo(Rectangle part) {
        int x = Math.max(0, part.x() - halo) / step * step;
        int y = Math.max(0, part.y() - halo) / step * step;
        int right = Math.min(width, multiple(part.right() + halo));
        int bottom = Math.min(height, multiple(part.bottom() + halo));
        return new Rectangle(x, y, right - x, bottom - y);
    }

    private int multiple(int length) {
        return (length + step - 1) / step * step;
    }
}
