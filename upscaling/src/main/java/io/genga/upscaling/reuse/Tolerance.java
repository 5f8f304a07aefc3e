package io.genga.upscaling.reuse;

/**
 * How far the pixels of a tile may be from those from which its kept result was computed. In steps of 8 bits; deeper samples are
 * measured alike.
 *
 * @param blockDifference largest mean, over a block of 8×8 pixels, of each pixel's largest difference in a channel: what a codec blurs
 * @param blockShift largest difference of the means of a block in a channel: a fade moves them long before it shows otherwise
 * @param meanSquare largest mean, over all pixels of all frames so far, of the squared difference: noise that no block shows too much of adds up
 */
public record Tolerance(double blockDifference, double blockShift, double meanSquare) {

    private static final double TIGHTENING = 0.8;

    public Tolerance {
        if (blockDifference < 0 || blockShift < 0 || meanSquare < 0) {
            throw new IllegalArgumentException("differences of " + blockDifference + ", " + blockShift + " and "
                    + meanSquare + " must not be negative");
        }
    }

    Tolerance withMeanSquare(double other) {
        return new Tolerance(blockDifference, blockShift, other);
    }

    /** A stricter one. */
    public Tolerance tightened() {
        return new Tolerance(
                blockDifference * TIGHTENING, blockShift * TIGHTENING, meanSquare * TIGHTENING * TIGHTENING);
    }
}
