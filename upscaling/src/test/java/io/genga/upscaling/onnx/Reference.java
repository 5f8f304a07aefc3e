package io.genga.upscaling.onnx;

/** The operations as loops over [plane][row][column], written from their definitions. */
final class Reference {

    private Reference() {}

    static float[][][] convolution(float[][][] x, float[] weights, float[] bias, double negativeSlope) {
        int height = x[0].length;
        int width = x[0][0].length;
        float[][][] y = new float[bias.length][height][width];
        for (int out = 0; out < bias.length; out++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double sum = bias[out];
                    for (int in = 0; in < x.length; in++) {
                        for (int tap = 0; tap < 9; tap++) {
                            int r = row + tap / 3 - 1;
                            int c = column + tap % 3 - 1;
                            if (r >= 0 && r < height && c >= 0 && c < width) {
                                sum += weights[(out * x.length + in) * 9 + tap] * x[in][r][c];
                            }
                        }
                    }
                    y[out][row][column] = (float) (sum < 0 ? sum * negativeSlope : sum);
                }
            }
        }
        return y;
    }

    static float[][][] parametricRelu(float[][][] x, float[] slopes) {
        return map(
                x.length,
                x[0].length,
                x[0][0].length,
                (p, r, c) -> x[p][r][c] < 0 ? slopes[p] * x[p][r][c] : x[p][r][c]);
    }

    static float[][][] pixelShuffle(float[][][] x, int factor) {
        return map(
                x.length / factor / factor,
                x[0].length * factor,
                x[0][0].length * factor,
                (p, r, c) -> x[(p * factor + r % factor) * factor + c % factor][r / factor][c / factor]);
    }

    static float[][][] nearest(float[][][] x, int factor) {
        return map(x.length, x[0].length * factor, x[0][0].length * factor, (p, r, c) -> x[p][r / factor][c / factor]);
    }

    static float[][][] add(float[][][] x, float[][][] y) {
        return map(x.length, x[0].length, x[0][0].length, (p, r, c) -> x[p][r][c] + y[p][r][c]);
    }

    static float[][][] clamp(float[][][] x) {
        return map(x.length, x[0].length, x[0][0].length, (p, r, c) -> Math.max(0, Math.min(1, x[p][r][c])));
    }

    /** Cubic convolution with a = −0.75 between the four nearest pixels in each direction, edges repeated. */
    static float[][][] bicubic(float[][][] x, double factor) {
        int height = (int) (x[0].length * factor);
        int width = (int) (x[0][0].length * factor);
        return map(x.length, height, width, (p, r, c) -> {
            double row = (r + 0.5) / factor - 0.5;
            double column = (c + 0.5) / factor - 0.5;
            double sum = 0;
            for (int dr = -1; dr <= 2; dr++) {
                for (int dc = -1; dc <= 2; dc++) {
                    int sourceRow = (int) Math.floor(row) + dr;
                    int sourceColumn = (int) Math.floor(column) + dc;
                    sum += cubic(row - sourceRow)
                            * cubic(column - sourceColumn)
                            * x[p][inside(sourceRow, x[0].length)][inside(sourceColumn, x[0][0].length)];
                }
            }
            return (float) sum;
        });
    }

    private static double cubic(double signed) {
        double t = Math.abs(signed);
        return t <= 1 ? 1.25 * t * t * t - 2.25 * t * t + 1 : -0.75 * t * t * t + 3.75 * t * t - 6 * t + 3;
    }

    private static int inside(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }

    interface Pixel {
        float at(int plane, int row, int column);
    }

    static float[][][] map(int planes, int height, int width, Pixel pixel) {
        float[][][] y = new float[planes][height][width];
        for (int p = 0; p < planes; p++) {
            for (int r = 0; r < height; r++) {
                for (int c = 0; c < width; c++) {
                    y[p][r][c] = pixel.at(p, r, c);
                }
            }
        }
        return y;
    }
}
