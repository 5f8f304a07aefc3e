package io.genga.upscaling.tile;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How tiles cover one axis of a frame: the first begins where the frame does, the last ends where it ends, and those
 * between are spread evenly, so that neighbours overlap by two halos at least. All lengths in pixels of the frame.
 *
 * @param length of the frame
 * @param tile length of each tile, halos included
 * @param alignment tiles begin at multiples of this
 */
record Axis(int length, int tile, int halo, int alignment) {

    Axis {
        if (!covers(length, tile, halo, alignment)) {
            throw new IllegalArgumentException("tiles of " + tile + " pixels with halos of " + halo
                    + " that begin at multiples of " + alignment + " cannot cover " + length + " pixels");
        }
    }

    static boolean covers(int length, int tile, int halo, int alignment) {
        boolean whole = tile == length;
        boolean parts = tile < length && (length - tile) % alignment == 0 && tile - 2 * halo >= alignment;
        return whole || parts;
    }

    /** Tiles needed. */
    int count() {
        return tile == length ? 1 : 1 + divideRoundingUp(steps(), (tile - 2 * halo) / alignment);
    }

    /** Pixels that the network is run on, those of overlaps counted as often as they are. */
    long work() {
        return (long) count() * tile;
    }

    List<Segment> segments() {
        return IntStream.range(0, count()).mapToObj(this::segment).toList();
    }

    private Segment segment(int index) {
        int from = index == 0 ? 0 : border(index);
        int to = index == count() - 1 ? length : border(index + 1);
        return new Segment(origin(index), from, to);
    }

    /** In the middle of the overlap of a tile and the one before, as far as can be from both tiles' edges. */
    private int border(int index) {
        return (origin(index) + origin(index - 1) + tile) / 2;
    }

    private int origin(int index) {
        return index == 0 ? 0 : (int) ((long) steps() * index / (count() - 1)) * alignment;
    }

    /** Multiples of the alignment from the first tile's origin to the last one's. */
    private int steps() {
        return (length - tile) / alignment;
    }

    private static int divideRoundingUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
