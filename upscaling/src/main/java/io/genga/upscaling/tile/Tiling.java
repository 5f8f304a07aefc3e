package io.genga.upscaling.tile;

import io.genga.contracts.plan.PlannedTiles;
import java.util.List;

/** Where the tiles of a frame lie. */
public final class Tiling {

    private Tiling() {}

    /**
     * Covers a frame with tiles of one shape. None reaches beyond the frame: at the right and at the bottom they move
     * inward.
     *
     * @param width of the frame, padded to what the network accepts
     * @param height of the frame, padded to what the network accepts
     * @param alignment tiles begin at multiples of this
     * @return tiles in reading order, whose kept parts cover the frame and do not overlap
     * @throws IllegalArgumentException where tiles of this shape cannot cover the frame
     */
    public static List<Tile> of(PlannedTiles tiles, int width, int height, int alignment) {
        List<Segment> columns = new Axis(width, tiles.width(), tiles.halo(), alignment).segments();
        List<Segment> rows = new Axis(height, tiles.height(), tiles.halo(), alignment).segments();
        return rows.stream()
                .flatMap(row -> columns.stream().map(column -> tile(tiles, column, row)))
                .toList();
    }

    private static Tile tile(PlannedTiles tiles, Segment column, Segment row) {
        Rectangle source = new Rectangle(column.origin(), row.origin(), tiles.width(), tiles.height());
        return new Tile(source, new Rectangle(column.keptFrom(), row.keptFrom(), column.kept(), row.kept()));
    }
}
