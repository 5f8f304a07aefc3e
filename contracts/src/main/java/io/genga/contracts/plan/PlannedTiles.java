package io.genga.contracts.plan;

/**
 * The rectangles of the source in which a network is run.
 *
 * @param width of a tile with its halo, in pixels of the source
 * @param height of a tile with its halo, in pixels of the source
 * @param halo pixels at an inner edge of a tile whose result is thrown away, since they see beyond the tile
 */
public record PlannedTiles(int width, int height, int halo) {

    public PlannedTiles {
        if (width < 1 || height < 1 || halo < 0 || 2 * halo >= Math.min(width, height)) {
            throw new IllegalArgumentException(
                    "tile " + width + "x" + height + " must be larger than two halos of " + halo + " pixels");
        }
    }
}
