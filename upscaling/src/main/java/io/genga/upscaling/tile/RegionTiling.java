package io.genga.upscaling.tile;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the tiles of a part of a frame lie: the part with a halo around it, cut where it is larger than a planned tile. All lengths in
 * pixels of the frame.
 */
public final class RegionTiling {

    private final PlannedTiles tiles;
    private final int width;
    private final int height;
    private final int halo;
    private final int step;

    /**
     * @param frameWidth of all frames
     * @param frameHeight of all frames
     * @param tiles larger than two halos
     * @param halo pixels around a part that are computed with it and thrown away; at least so many
     */
    public RegionTiling(NetworkManifest manifest, int frameWidth, int frameHeight, PlannedTiles tiles, int halo) {
        this.tiles = tiles;
        this.width = manifest.padded(frameWidth);
        this.height = manifest.padded(frameHeight);
        this.step = manifest.tileStep();
        this.halo = multiple(halo);
    }

    /** @return tiles whose kept parts cover the part and do not overlap */
    public List<Tile> of(Rectangle part) {
        int columns = count(part.width(), width, tiles.width());
        int rows = count(part.height(), height, tiles.height());
        List<Tile> pieces = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int top = part.y() + part.height() * row / rows;
            int bottom = part.y() + part.height() * (row + 1) / rows;
            for (int column = 0; column < columns; column++) {
                int left = part.x() + part.width() * column / columns;
                int right = part.x() + part.width() * (column + 1) / columns;
                Rectangle piece = new Rectangle(left, top, right - left, bottom - top);
                pieces.add(new Tile(withHalo(piece), piece));
            }
        }
        return pieces;
    }

    /** What the network is run on for a part that needs no cutting. */
    public long pixels(Rectangle part) {
        return withHalo(part).area();
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
