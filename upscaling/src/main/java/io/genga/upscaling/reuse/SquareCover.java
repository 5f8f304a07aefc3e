package io.genga.upscaling.reuse;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Squares of one size, so that any number of them can be handed to the network at once. Those that would reach beyond the picture move
 * inward.
 */
final class SquareCover implements ChangeCover {

    /** Along each side of what a square keeps. */
    private static final int TILES = 4;

    private final int frameWidth;
    private final int frameHeight;
    private final int halo;
    private final int side;

    private SquareCover(int frameWidth, int frameHeight, int halo, int side) {
        this.frameWidth = frameWidth;
        this.frameHeight = frameHeight;
        this.halo = halo;
        this.side = side;
    }

    /**
     * @param halo a multiple of the network's {@link NetworkManifest#tileStep()}
     * @param most one square takes no more than this
     * @return empty where such squares cannot lie anywhere in the picture
     */
    static Optional<ChangeCover> of(NetworkManifest manifest, TileGrid grid, int halo, PlannedTiles most) {
        int step = manifest.tileStep();
        int width = manifest.padded(grid.width());
        int height = manifest.padded(grid.height());
        int side = (TILES * grid.side() + 2 * halo + step - 1) / step * step;
        boolean anywhere = grid.side() % step == 0 && width % step == 0 && height % step == 0;
        boolean room = side <= width && side <= height && side <= most.width() && side <= most.height();
        return anywhere && room ? Optional.of(new SquareCover(width, height, halo, side)) : Optional.empty();
    }

    /** Row of squares by row, each as high up and as far to the left as the changes that it covers. */
    @Override
    public List<Rectangle> parts(ChangeMap changes) {
        TileGrid grid = changes.grid();
        List<Rectangle> parts = new ArrayList<>();
        int row = 0;
        while (row < grid.rows()) {
            int before = parts.size();
            addRow(changes, row, parts);
            row += parts.size() > before ? TILES : 1;
        }
        return parts;
    }

    /** Nothing, where nothing has changed in the topmost row of tiles. */
    private static void addRow(ChangeMap changes, int row, List<Rectangle> parts) {
        TileGrid grid = changes.grid();
        if (!isChanged(changes, 0, grid.columns(), row, row + 1)) {
            return;
        }
        int column = 0;
        while (column < grid.columns()) {
            if (isChanged(changes, column, column + 1, row, row + TILES)) {
                parts.add(grid.pixels(column, row, TILES, TILES));
                column += TILES;
            } else {
                column++;
            }
        }
    }

    private static boolean isChanged(ChangeMap changes, int left, int right, int top, int bottom) {
        for (int row = top; row < Math.min(bottom, changes.grid().rows()); row++) {
            for (int column = left; column < right; column++) {
                if (changes.isChanged(column, row)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<Tile> tiles(Rectangle part) {
        Rectangle source = new Rectangle(begin(part.x(), frameWidth), begin(part.y(), frameHeight), side, side);
        return List.of(new Tile(source, part));
    }

    private int begin(int partBegins, int frame) {
        return Math.max(0, Math.min(partBegins - halo, frame - side));
    }

    @Override
    public long pixels(Rectangle part) {
        return (long) side * side;
    }
}
