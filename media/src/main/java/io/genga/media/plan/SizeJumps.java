package io.genga.media.plan;

/**
 * How much the size of packets jumps from picture to picture, in films of key pictures only. Where a shot begins it jumps most; less where a drawing
 * changes. It says nothing where all packets have one size, as those of DNxHD do.
 */
final class SizeJumps {

    /** Of the natural logarithms of two sizes. Measured at cuts: 0.13 (ProRes of the least quality) to 0.5. */
    private static final double LEAST = 0.05;

    /** More than of any shot: a chunk that ends with the film costs nothing. */
    private static final double END = Double.MAX_VALUE;

    private SizeJumps() {}

    /** @return by rank, the end of the film included; 0 where it does not jump */
    static double[] in(PresentationOrder order) {
        double[] jumps = new double[order.frameCount() + 1];
        jumps[order.frameCount()] = END;
        for (int rank = 1; rank < order.frameCount(); rank++) {
            double jump = jump(order.bytes(rank - 1), order.bytes(rank));
            jumps[rank] = jump < LEAST ? 0 : jump;
        }
        return jumps;
    }

    private static double jump(int before, int after) {
        return before == 0 || after == 0 ? 0 : Math.abs(Math.log((double) after / before));
    }
}
