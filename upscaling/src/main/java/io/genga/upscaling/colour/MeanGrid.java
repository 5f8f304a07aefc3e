package io.genga.upscaling.colour;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.inference.SampleRow;
import java.nio.ByteBuffer;

/**
 * The mean samples of the squares of a picture, row after row; squares at its right and lower edge may be cut off.
 *
 * @param values by plane, in the picture's own steps
 * @param flatness how far each square has one colour: above 0, and 1 where it has
 */
record MeanGrid(int columns, int rows, float[][] values, float[] flatness) {

    /** A square whose samples deviate so far from their mean, in steps of 8 bits, is half as flat as one of one colour. */
    private static final float HALF_FLAT = 2;

    private static final float STEPS = 255;

    /** @param side of the squares in pixels */
    static MeanGrid of(Frame frame, int side) {
        FrameFormat format = frame.format();
        int columns = (format.width() + side - 1) / side;
        int rows = (format.height() + side - 1) / side;
        float[][] means = new float[format.planes()][columns * rows];
        float[] variance = new float[columns * rows];
        for (int plane = 0; plane < means.length; plane++) {
            float[] squares = new float[columns * rows];
            addSamples(frame, plane, side, means[plane], squares);
            for (int i = 0; i < squares.length; i++) {
                int width = Math.min(side, format.width() - i % columns * side);
                int height = Math.min(side, format.height() - i / columns * side);
                float mean = means[plane][i] / (width * height);
                means[plane][i] = mean;
                variance[i] = Math.max(variance[i], squares[i] / (width * height) - mean * mean);
            }
        }
        return new MeanGrid(
                columns, rows, means, flatness(variance, format.layout().maxValue()));
    }

    private static void addSamples(Frame frame, int plane, int side, float[] sums, float[] squares) {
        FrameFormat format = frame.format();
        SampleRow samples = SampleRow.of(format.layout(), format.width());
        ByteBuffer memory = frame.plane(plane);
        float[] row = new float[format.width()];
        int columns = (row.length + side - 1) / side;
        for (int y = 0; y < format.height(); y++) {
            samples.load(memory, y * format.stride(plane), row.length);
            samples.toFloats(0, row, 1);
            for (int x = 0, square = y / side * columns; x < row.length; x += side, square++) {
                addSamples(row, x, Math.min(x + side, row.length), square, sums, squares);
            }
        }
    }

    private static void addSamples(float[] row, int first, int end, int square, float[] sums, float[] squares) {
        float sum = 0;
        float sumOfSquares = 0;
        for (int i = first; i < end; i++) {
            sum += row[i];
            sumOfSquares += row[i] * row[i];
        }
        sums[square] += sum;
        squares[square] += sumOfSquares;
    }

    private static float[] flatness(float[] variance, int maxValue) {
        float half = HALF_FLAT * maxValue / STEPS;
        float[] flatness = new float[variance.length];
        for (int i = 0; i < flatness.length; i++) {
            flatness[i] = 1 / (1 + variance[i] / (half * half));
        }
        return flatness;
    }

    /**
     * @param other of as many squares
     * @return as flat as this one
     */
    MeanGrid minus(MeanGrid other) {
        float[][] differences = new float[values.length][];
        for (int plane = 0; plane < values.length; plane++) {
            differences[plane] = values[plane].clone();
            for (int i = 0; i < differences[plane].length; i++) {
                differences[plane][i] -= other.values[plane][i];
            }
        }
        return new MeanGrid(columns, rows, differences, flatness);
    }

    /**
     * Means over squares around each one, in which flat squares count for more (normalised convolution: Knutsson and Westin,
     * Normalized and Differential Convolution, CVPR 1993).
     */
    MeanGrid blurred() {
        float[] weights = BoxBlur.blurred(flatness, columns, rows);
        float[][] blurred = new float[values.length][];
        for (int plane = 0; plane < values.length; plane++) {
            float[] weighted = values[plane].clone();
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] *= flatness[i];
            }
            blurred[plane] = BoxBlur.blurred(weighted, columns, rows);
            for (int i = 0; i < weights.length; i++) {
                blurred[plane][i] /= weights[i];
            }
        }
        return new MeanGrid(columns, rows, blurred, weights);
    }
}
