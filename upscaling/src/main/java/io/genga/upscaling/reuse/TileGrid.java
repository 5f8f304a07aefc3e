package io.genga.upscaling.reuse;

import io.genga.upscaling.tile.Rectangle;

/**
 * A picture in square tiles; those at the right and at the bottom end where the picture does.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param side of a tile in pixels
 */
public record TileGrid(int width, int height, int side) {

    public int columns() {
        return (width + side - 1) / side;
    }

    public int rows() {
        return (height + side - 1) / side;
    }

    /** The pixels of a range of tiles. */
    Rectangle pixels(int column, int row, int columns, int rows) {
        int x = column * side;
        int y = row * side;
        return new Rectangle(x, y, Math.min(width, x + columns * side) - x, Math.min(height, y + rows * side) - y);
    }
}
