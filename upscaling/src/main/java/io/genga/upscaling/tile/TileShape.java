package io.genga.upscaling.tile;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses the one shape that all tiles of a film have. */
public final class TileShape {

    /**
     * Frames of standard definition whole, up to square pixels of PAL. Measured with genga-cel-x2 on two cores, least
     * of 12 interleaved runs on 640x480 pixels, in milliseconds with one thread and with two:
     *
     * <pre>
     * 640x480   1 tile      226   127
     * 330x480   2 tiles     239   131
     * 330x250   4 tiles     241   138
     * 227x250   6 tiles     251   136
     * 175x174  12 tiles     272   146
     * 144x112  25 tiles     295   157
     * </pre>
     *
     * So larger is faster, by the halos saved, and memory is the limit: at 1920x1080 the JVM peaks at 899 MB with the
     * whole frame, 404 MB with 654x1080, 275 MB with 654x550 (this default), 185 MB with 337x285.
     */
    public static final int DEFAULT_MAX_TILE_PIXELS = 768 * 576;

    /** Of a tile that is split off, at least this share of each side is kept: one in two. */
    private static final int SIDE_IN_HALOS = 4;

    private static final Comparator<Grid> LEAST_WORK =
            Comparator.comparingLong(Grid::work).thenComparingInt(Grid::tiles).thenComparingInt(Grid::perimeter);

    /** One way to cover the frame. */
    private record Grid(Axis columns, Axis rows) {

        int tilePixels() {
            return columns.tile() * rows.tile();
        }

        int tiles() {
            return columns.count() * rows.count();
        }

        long work() {
            return columns.work() * rows.work();
        }

        int perimeter() {
            return 2 * (columns.tile() + rows.tile());
        }
    }

    private TileShape() {}

    /**
     * The shape that covers a frame with the least work: the halos of tiles are computed twice, so few, balanced tiles
     * win. A pure function: equal arguments give equal tiles on every machine.
     *
     * <p>Frames are one tile each for networks that see others, too: through what such a network hands itself a pixel depends on pixels at any
     * distance. Where the network's manifest asks for less than {@code maxTilePixels}, that holds. A frame of at most this size is one tile, as is a frame that is too narrow to be split. Where the
     * network sees so far that no tile of {@code maxTilePixels} would keep half of its sides, tiles are larger than
     * that.
     *
     * @param maxTilePixels largest tile, halos included, in pixels of the frame; bounds the memory of inference
     */
    public static PlannedTiles choose(NetworkManifest manifest, int frameWidth, int frameHeight, int maxTilePixels) {
        int width = manifest.padded(frameWidth);
        int height = manifest.padded(frameHeight);
        if (!manifest.isSingleFrame()) {
            return new PlannedTiles(width, height, 0);
        }
        int halo = leastMultiple(manifest.receptiveFieldRadius(), manifest.tileAlignment());
        int largest = Math.min(maxTilePixels, manifest.largestTile().orElse(maxTilePixels));
        Grid grid = leastWork(axes(width, halo, manifest), axes(height, halo, manifest), largest);
        boolean whole = grid.tiles() == 1 || Math.min(width, height) <= 2 * halo;
        return whole
                ? new PlannedTiles(width, height, 0)
                : new PlannedTiles(grid.columns().tile(), grid.rows().tile(), halo);
    }

    private static Grid leastWork(Collection<Axis> columns, Collection<Axis> rows, int maxTilePixels) {
        List<Grid> grids = columns.stream()
                .flatMap(column -> rows.stream().map(row -> new Grid(column, row)))
                .toList();
        return grids.stream()
                .filter(grid -> grid.tilePixels() <= maxTilePixels)
                .min(LEAST_WORK)
                .orElseGet(() -> grids.stream()
                        .min(Comparator.comparingInt(Grid::tilePixels))
                        .orElseThrow());
    }

    /** For each number of tiles along the axis, the shortest tile that does. */
    private static Collection<Axis> axes(int length, int halo, NetworkManifest manifest) {
        int alignment = manifest.tileAlignment();
        int step = manifest.tileStep();
        return IntStream.iterate(length, tile -> tile > 0, tile -> tile - step)
                .filter(tile -> tile == length || tile >= SIDE_IN_HALOS * halo)
                .filter(tile -> Axis.covers(length, tile, halo, alignment))
                .mapToObj(tile -> new Axis(length, tile, halo, alignment))
                .collect(Collectors.toMap(Axis::count, axis -> axis, (longer, shorter) -> shorter, TreeMap::new))
                .values();
    }

    private static int leastMultiple(int atLeast, int divisor) {
        return (atLeast + divisor - 1) / divisor * divisor;
    }
}
