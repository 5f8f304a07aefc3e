package io.genga.upscaling.colour;

/** Means over squares of a grid, in each direction by itself; at the edges, over what there is. */
final class BoxBlur {

    /** Two boxes one after the other come near a Gaussian. */
    private static final int PASSES = 2;

    private static final int RADIUS = 1;

    private BoxBlur() {}

    static float[] blurred(float[] grid, int columns, int rows) {
        float[] blurred = grid;
        for (int pass = 0; pass < PASSES; pass++) {
            blurred = along(blurred, columns, 1, rows, columns); // to the right
            blurred = along(blurred, rows, columns, columns, 1); // down
        }
        return blurred;
    }

    /**
     * @param length of a line, in squares
     * @param step from one square of a line to the next
     * @param lineStep from one of {@code lines} to the next
     */
    private static float[] along(float[] grid, int length, int step, int lines, int lineStep) {
        float[] means = new float[grid.length];
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                int first = Math.max(0, i - RADIUS);
                int last = Math.min(length - 1, i + RADIUS);
                float sum = 0;
                for (int k = first; k <= last; k++) {
                    sum += grid[start + k * step];
                }
                means[start + i * step] = sum / (last - first + 1);
            }
        }
        return means;
    }
}
