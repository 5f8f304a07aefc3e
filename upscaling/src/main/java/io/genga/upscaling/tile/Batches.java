package io.genga.upscaling.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts tiles of one size together. A batch has 1, 2, 4, 8, … tiles: a GPU's libraries prepare each shape when they first see it, so few shapes
 * are many times as quick as one for every number of tiles.
 *
 * @param mostPixels of the source in a batch; tiles that are larger are alone
 */
public record Batches(long mostPixels) {

    /** @return all tiles in their order; each batch in one size */
    public List<List<Tile>> of(List<Tile> tiles) {
        List<List<Tile>> batches = new ArrayList<>();
        int next = 0;
        while (next < tiles.size()) {
            int end = next + Integer.highestOneBit(room(tiles, next));
            batches.add(tiles.subList(next, end));
            next = end;
        }
        return batches;
    }

    /** Tiles that could be together from here on, at least 1. */
    private int room(List<Tile> tiles, int first) {
        Rectangle source = tiles.get(first).source();
        long most = Math.min(tiles.size() - first, mostPixels / source.area());
        int count = 1;
        while (count < most && hasSize(tiles.get(first + count).source(), source)) {
            count++;
        }
        return count;
    }

    private static boolean hasSize(Rectangle one, Rectangle other) {
        return one.width() == other.width() && one.height() == other.height();
    }
}
