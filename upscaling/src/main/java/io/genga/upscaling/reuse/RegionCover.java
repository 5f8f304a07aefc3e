package io.genga.upscaling.reuse;

import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.RegionTiling;
import io.genga.upscaling.tile.Tile;
import java.util.List;

/** Few rectangles of any size. */
record RegionCover(RegionTiling tiling, int halo) implements ChangeCover {

    @Override
    public List<Rectangle> parts(ChangeMap changes) {
        return ChangedRegions.of(changes, halo);
    }

    @Override
    public List<Tile> tiles(Rectangle part) {
        return tiling.of(part);
    }

    @Override
    public long pixels(Rectangle part) {
        return tiling.pixels(part);
    }
}
