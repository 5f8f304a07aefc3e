package io.genga.upscaling.reuse;

import java.util.BitSet;

/** Which tiles of a picture have changed. Not safe for use by several threads. */
public final class ChangeMap {

    private final TileGrid grid;
    private final BitSet changed;

    ChangeMap(TileGrid grid) {
        this.grid = grid;
        this.changed = new BitSet(grid.columns() * grid.rows());
    }

    public TileGrid grid() {
        return grid;
    }

    public boolean isChanged(int column, int row) {
        return changed.get(row * grid.columns() + column);
    }

    /** Tiles that have changed. */
    public int count() {
        return changed.cardinality();
    }

    void mark(int column, int row) {
        changed.set(row * grid.columns() + column);
    }
}
