package io.genga.upscaling.reuse;

import io.genga.contracts.id.Fingerprint;
import io.genga.upscaling.tile.Rectangle;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Chooses kept tiles that are computed again, at random, so that nothing in a film can hide from it. Not safe for use by several threads. */
public final class SelfCheck {

    /** Of all pixels that a network is run on. */
    private static final double SHARE = 0.02;

    private final SplittableRandom random;
    private long spent;

    /** Belongs to the chunk, so that every attempt at it makes the same result. */
    public static long seedOf(Fingerprint chunk) {
        return chunk.value().hashCode();
    }

    /** @param seed the same seed makes the same choices */
    public SelfCheck(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * @param inferencePixels on which the network was run so far, that of checks included
     * @param cost of computing a tile, in pixels that the network is run on
     * @return a tile that was kept; empty where none was, or the share of checks is used up
     */
    public Optional<Rectangle> choose(ChangeMap changes, long inferencePixels, ToLongFunction<Rectangle> cost) {
        TileGrid grid = changes.grid();
        int kept = grid.columns() * grid.rows() - changes.count();
        if (kept == 0) {
            return Optional.empty();
        }
        Rectangle tile = keptTile(changes, random.nextInt(kept));
        long price = cost.applyAsLong(tile);
        if (spent + price > SHARE * inferencePixels) {
            return Optional.empty();
        }
        spent += price;
        return Optional.of(tile);
    }

    private static Rectangle keptTile(ChangeMap changes, int number) {
        TileGrid grid = changes.grid();
        int left = number;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (!changes.isChanged(column, row) && left-- == 0) {
                    return grid.pixels(column, row, 1, 1);
                }
            }
        }
        throw new IllegalArgumentException("there is no kept tile number " + number);
    }
}
