package io.genga.upscaling.colour;

/** Values between the centres of squares, linearly; beyond the outermost centres, theirs. Along one direction. */
final class Interpolation {

    private final int[] before;
    private final int[] after;
    private final float[] shareOfAfter;

    /**
     * @param pixels along the direction
     * @param side of a square in pixels
     * @param squares along the direction
     */
    Interpolation(int pixels, int side, int squares) {
        before = new int[pixels];
        after = new int[pixels];
        shareOfAfter = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            float position = Math.max(0, (pixel + 0.5f) / side - 0.5f);
            before[pixel] = Math.min((int) position, squares - 1);
            after[pixel] = Math.min(before[pixel] + 1, squares - 1);
            shareOfAfter[pixel] = position - (int) position;
        }
    }

    int before(int pixel) {
        return before[pixel];
    }

    int after(int pixel) {
        return after[pixel];
    }

    float between(int pixel, float valueBefore, float valueAfter) {
        return valueBefore + shareOfAfter[pixel] * (valueAfter - valueBefore);
    }
}
