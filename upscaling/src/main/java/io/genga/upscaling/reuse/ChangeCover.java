package io.genga.upscaling.reuse;

import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.List;

/** How what has changed in a picture is cut into runs of a network. All lengths in pixels of the source. */
interface ChangeCover {

    /** @return without halos; they cover all changed tiles and do not overlap */
    List<Rectangle> parts(ChangeMap changes);

    /** @return what the network is run on for one of the parts, or for one tile; what they keep covers it and does not overlap */
    List<Tile> tiles(Rectangle part);

    /** What the network is run on for a part that needs no cutting, halo included. */
    long pixels(Rectangle part);
}
