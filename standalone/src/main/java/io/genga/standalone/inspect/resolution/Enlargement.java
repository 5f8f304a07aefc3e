package io.genga.standalone.inspect.resolution;

/**
 * Enlarging columns from one height to another one, as a linear map, and what a picture shows that no picture of the smaller height becomes:
 * the residual of the least-squares solution. The normal equations are banded, so that a solution takes time in proportion to the rows.
 */
final class Enlargement {

    /** At the edges programs differ in how they go on beyond them. */
    private static final int ROWS_LEFT_OUT_AT_EDGES = 16;

    private final int from;
    private final int to;
    private final int taps;
    private final int[] first;
    private final float[] weights;
    private final float[] factor;

    /**
     * @param from rows of the smaller picture, at least two times the kernel's radius
     * @param to rows of the larger picture
     */
    Enlargement(InterpolationKernel kernel, int from, int to) {
        this.from = from;
        this.to = to;
        this.taps = 2 * kernel.radius();
        this.first = new int[to];
        this.weights = new float[to * taps];
        for (int row = 0; row < to; row++) {
            weigh(row, kernel);
        }
        this.factor = cholesky(normalMatrix());
    }

    /** Centres of rows stay in their places; beyond the edges the outermost row goes on. */
    private void weigh(int row, InterpolationKernel kernel) {
        double centre = (row + 0.5) * from / to - 0.5;
        int leftmost = (int) Math.floor(centre) - kernel.radius() + 1;
        first[row] = Math.max(0, Math.min(from - taps, leftmost));
        double sum = 0;
        double[] found = new double[taps];
        for (int tap = leftmost; tap < leftmost + taps; tap++) {
            double weight = kernel.weight(Math.abs(tap - centre));
            found[Math.max(0, Math.min(from - 1, tap)) - first[row]] += weight;
            sum += weight;
        }
        for (int tap = 0; tap < taps; tap++) {
            weights[row * taps + tap] = (float) (found[tap] / sum);
        }
    }

    /** Its element (i, i − d) stands at i · taps + d. */
    private double[] normalMatrix() {
        double[] matrix = new double[from * taps];
        for (int row = 0; row < to; row++) {
            for (int i = 0; i < taps; i++) {
                for (int d = 0; d <= i; d++) {
                    matrix[(first[row] + i) * taps + d] +=
                            (double) weights[row * taps + i] * weights[row * taps + i - d];
                }
            }
        }
        return matrix;
    }

    /** The lower factor, stored alike, but of its diagonal the reciprocals. */
    private float[] cholesky(double[] matrix) {
        double[] lower = new double[from * taps];
        float[] result = new float[from * taps];
        for (int i = 0; i < from; i++) {
            for (int d = Math.min(i, taps - 1); d >= 0; d--) {
                int j = i - d;
                double sum = matrix[i * taps + d];
                for (int k = Math.max(0, i - taps + 1); k < j; k++) {
                    sum -= j - k < taps ? lower[i * taps + i - k] * lower[j * taps + j - k] : 0;
                }
                lower[i * taps + d] = d == 0 ? Math.sqrt(sum) : sum / lower[j * taps];
                result[i * taps + d] = (float) (d == 0 ? 1 / lower[i * taps] : lower[i * taps + d]);
            }
        }
        return result;
    }

    /**
     * The mean square of what is left of each column.
     *
     * @param picture of as many rows as the enlargement makes
     */
    double[] residuals(PictureColumns picture) {
        float[] smaller = solve(picture);
        int columns = picture.columns();
        double[] sums = new double[columns];
        float[] left = new float[columns];
        for (int row = ROWS_LEFT_OUT_AT_EDGES; row < to - ROWS_LEFT_OUT_AT_EDGES; row++) {
            System.arraycopy(picture.samples(), row * columns, left, 0, columns);
            for (int tap = 0; tap < taps; tap++) {
                add(-weights[row * taps + tap], smaller, (first[row] + tap) * columns, left, 0, columns);
            }
            for (int column = 0; column < columns; column++) {
                sums[column] += left[column] * left[column];
            }
        }
        for (int column = 0; column < columns; column++) {
            sums[column] /= to - 2 * ROWS_LEFT_OUT_AT_EDGES;
        }
        return sums;
    }

    private float[] solve(PictureColumns picture) {
        int columns = picture.columns();
        float[] solution = new float[from * columns];
        for (int row = 0; row < to; row++) {
            for (int tap = 0; tap < taps; tap++) {
                add(
                        weights[row * taps + tap],
                        picture.samples(),
                        row * columns,
                        solution,
                        (first[row] + tap) * columns,
                        columns);
            }
        }
        for (int i = 0; i < from; i++) {
            for (int d = 1; d <= Math.min(i, taps - 1); d++) {
                add(-factor[i * taps + d], solution, (i - d) * columns, solution, i * columns, columns);
            }
            scale(factor[i * taps], solution, i * columns, columns);
        }
        for (int i = from - 1; i >= 0; i--) {
            for (int d = 1; d <= Math.min(from - 1 - i, taps - 1); d++) {
                add(-factor[(i + d) * taps + d], solution, (i + d) * columns, solution, i * columns, columns);
            }
            scale(factor[i * taps], solution, i * columns, columns);
        }
        return solution;
    }

    private static void add(float times, float[] row, int at, float[] to, int toAt, int columns) {
        for (int column = 0; column < columns; column++) {
            to[toAt + column] += times * row[at + column];
        }
    }

    private static void scale(float times, float[] row, int at, int columns) {
        for (int column = 0; column < columns; column++) {
            row[at + column] *= times;
        }
    }
}
