package io.genga.upscaling.shot;

/**
 * Whether a shot ends between two consecutive frames: a pure function of the two, since what came before may have been another worker's. Each
 * cell of one is looked for around its place in the other, so that what moves, pans and zooms is found again; what is not found tells of
 * another picture.
 */
public final class ShotCut {

    /**
     * In steps of 8 bits, mean over all cells and colours. Between the cuts of two films, at 9.6 (the sample film of the demo) and 19.6 (a real
     * clip), and the most that moves, at 4.1 (a dissolve after a pan) and 2.5 (a close-up in motion).
     */
    private static final double LEAST_DIFFERENCE = 6.5;

    /** How far a cell is looked for, in cells. */
    private static final int REACH = 2;

    private ShotCut() {}

    /** @param before of a frame of the same format as that of {@code after} */
    public static boolean between(FrameSketch before, FrameSketch after) {
        return difference(before, after) > LEAST_DIFFERENCE;
    }

    /** What of each frame is not to be found in the other, the lesser of the two: a frame may show a part of the other one. */
    static double difference(FrameSketch one, FrameSketch other) {
        return Math.min(notFound(one, other), notFound(other, one));
    }

    private static double notFound(FrameSketch sought, FrameSketch within) {
        double sum = 0;
        for (int row = 0; row < FrameSketch.ROWS; row++) {
            for (int column = 0; column < FrameSketch.COLUMNS; column++) {
                sum += leastAround(sought, within, column, row);
            }
        }
        return sum / (FrameSketch.ROWS * FrameSketch.COLUMNS);
    }

    private static double leastAround(FrameSketch sought, FrameSketch within, int column, int row) {
        double least = Double.POSITIVE_INFINITY;
        for (int y = Math.max(0, row - REACH); y <= Math.min(FrameSketch.ROWS - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(FrameSketch.COLUMNS - 1, column + REACH); x++) {
                least = Math.min(least, difference(sought, column, row, within, x, y));
            }
        }
        return least;
    }

    private static double difference(FrameSketch sought, int column, int row, FrameSketch within, int x, int y) {
        double sum = 0;
        for (int plane = 0; plane < sought.planes(); plane++) {
            sum += Math.abs(sought.mean(plane, column, row) - within.mean(plane, x, y));
        }
        return sum / sought.planes();
    }
}
