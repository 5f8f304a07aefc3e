package io.genga.upscaling.reuse;

import io.genga.upscaling.tile.Rectangle;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which tiles of a picture have changed. Not safe for use by several threads. */
public final class ChangeMap {

    private final TileGrid grid;
    private final BitSet changed;
    private final double[] squares;

    ChangeMap(TileGrid grid) {
        this.grid = grid;
        this.changed = new BitSet(grid.columns() * grid.rows());
        this.squares = new double[grid.columns() * grid.rows()];
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

    /** The squared differences of all tiles that have not changed, in steps of 8 bits: the mean over channels, the sum over pixels. */
    double keptSquares() {
        return unchanged().mapToDouble(tile -> squares[tile]).sum();
    }

    /**
     * The mean squared difference of one tile, over pixels and channels, in steps of 8 bits.
     *
     * @param tile its pixels
     */
    double meanSquare(Rectangle tile) {
        int number = tile.y() / grid.side() * grid.columns() + tile.x() / grid.side();
        return squares[number] / tile.area();
    }

    /** Takes the tiles that differ most for changed, until no more remains than this. */
    void limitKeptSquares(double most) {
        double kept = keptSquares();
        if (kept <= most) {
            return;
        }
        int[] worstFirst = unchanged()
                .boxed()
                .sorted(Comparator.comparingDouble((Integer tile) -> squares[tile])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < worstFirst.length && kept > most; i++) {
            changed.set(worstFirst[i]);
            kept -= squares[worstFirst[i]];
        }
    }

    private IntStream unchanged() {
        return IntStream.range(0, squares.length).filter(tile -> !changed.get(tile));
    }

    void addSquares(int column, int row, double sum) {
        squares[row * grid.columns() + column] += sum;
    }

    void mark(int column, int row) {
        changed.set(row * grid.columns() + column);
    }
}
