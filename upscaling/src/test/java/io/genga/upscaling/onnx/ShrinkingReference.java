package io.genga.upscaling.onnx;

import io.genga.upscaling.ncnn.ShrinkingNetwork;

/** What {@link ShrinkingNetwork} computes, as loops written from the layers' definitions. */
final class ShrinkingReference {

    private static final int BORDER = 4;

    private ShrinkingReference() {}

    /** Not clamped. */
    static float[][][] of(float[][][] picture) {
        float[][][] first = leaky(
                convolution(bordered(picture), 3, 1, ShrinkingNetwork.FIRST_WEIGHTS, ShrinkingNetwork.FIRST_BIAS),
                0.1f);
        float[][][] half =
                leaky(convolution(first, 2, 2, ShrinkingNetwork.HALF_WEIGHTS, ShrinkingNetwork.HALF_BIAS), 0);
        float[][][] deep = convolution(half, 3, 1, ShrinkingNetwork.DEEP_WEIGHTS, ShrinkingNetwork.DEEP_BIAS);
        float[][][] squeezed = leaky(
                convolution(means(deep), 1, 1, ShrinkingNetwork.SQUEEZE_WEIGHTS, ShrinkingNetwork.SQUEEZE_BIAS), 0);
        float[][][] excited =
                convolution(squeezed, 1, 1, ShrinkingNetwork.EXCITE_WEIGHTS, ShrinkingNetwork.EXCITE_BIAS);
        float[][][] weighed = Reference.map(deep.length, deep[0].length, deep[0][0].length, (p, r, c) ->
                (float) (deep[p][r][c] / (1 + Math.exp(-excited[p][0][0]))));
        float[][][] up = deconvolution(weighed, 2, 2, 0, ShrinkingNetwork.UP_WEIGHTS, ShrinkingNetwork.UP_BIAS);
        float[][][] cut = Reference.map(up.length, up[0].length, up[0][0].length, (p, r, c) -> first[p][r + 2][c + 2]);
        return deconvolution(
                Reference.add(cut, up), 4, 2, 3, ShrinkingNetwork.LARGER_WEIGHTS, ShrinkingNetwork.LARGER_BIAS);
    }

    private static float[][][] bordered(float[][][] x) {
        int height = x[0].length;
        int width = x[0][0].length;
        return Reference.map(
                x.length,
                height + 2 * BORDER,
                width + 2 * BORDER,
                (p, r, c) -> x[p][Math.max(0, Math.min(height - 1, r - BORDER))][
                        Math.max(0, Math.min(width - 1, c - BORDER))]);
    }

    private static float[][][] convolution(float[][][] x, int side, int stride, float[] weights, float[] bias) {
        int height = (x[0].length - side) / stride + 1;
        int width = (x[0][0].length - side) / stride + 1;
        return Reference.map(bias.length, height, width, (p, r, c) -> {
            double sum = bias[p];
            for (int in = 0; in < x.length; in++) {
                for (int tap = 0; tap < side * side; tap++) {
                    sum += weights[(p * x.length + in) * side * side + tap]
                            * x[in][r * stride + tap / side][c * stride + tap % side];
                }
            }
            return (float) sum;
        });
    }

    /** Each pixel of {@code x} adds its kernel; then {@code padding} pixels are taken off every edge. */
    private static float[][][] deconvolution(
            float[][][] x, int side, int stride, int padding, float[] weights, float[] bias) {
        int height = (x[0].length - 1) * stride + side;
        int width = (x[0][0].length - 1) * stride + side;
        float[][][] sums = Reference.map(bias.length, height, width, (p, r, c) -> bias[p]);
        for (int p = 0; p < bias.length; p++) {
            for (int in = 0; in < x.length; in++) {
                for (int r = 0; r < x[0].length; r++) {
                    for (int c = 0; c < x[0][0].length; c++) {
                        for (int tap = 0; tap < side * side; tap++) {
                            sums[p][r * stride + tap / side][c * stride + tap % side] +=
                                    weights[(p * x.length + in) * side * side + tap] * x[in][r][c];
                        }
                    }
                }
            }
        }
        return Reference.map(
                bias.length, height - 2 * padding, width - 2 * padding, (p, r, c) -> sums[p][r + padding][c + padding]);
    }

    private static float[][][] means(float[][][] x) {
        return Reference.map(x.length, 1, 1, (p, r, c) -> {
            double sum = 0;
            for (float[] row : x[p]) {
                for (float value : row) {
                    sum += value;
                }
            }
            return (float) (sum / x[p].length / x[p][0].length);
        });
    }

    private static float[][][] leaky(float[][][] x, float slope) {
        return Reference.map(
                x.length, x[0].length, x[0][0].length, (p, r, c) -> x[p][r][c] < 0 ? slope * x[p][r][c] : x[p][r][c]);
    }
}
